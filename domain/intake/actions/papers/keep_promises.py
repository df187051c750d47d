"""What the person promises to send later stands with a day: for the action that sends."""

from collections.abc import Collection

from domain.catalogue.queries.form_of import FormDefinition
from domain.catalogue.terms import FieldKind
from domain.intake.model.application import Application
from domain.intake.model.promised_paper import PromisedPaper
from domain.intake.rules.answers import visible
from domain.intake.rules.typing.paper_days import day_read, is_promised, latest_day, promised_by
from domain.platform.work import UnitOfWork


def keep_promises(work: UnitOfWork, application: Application, form: FormDefinition, attached: Collection[str]) -> None:
    """For each document that is promised and not ``attached``: the day that was said, or the last that is allowed."""
    for field in (field for step in visible(form, application.answers) for field in step.fields):
        if field.kind is not FieldKind.DOCUMENT or field.key in attached:
            continue
        if is_promised(field, application.answers):
            day = day_read(promised_by, field, application.answers) or latest_day(field, work.today)
            work.session.add(
                PromisedPaper(ente_id=application.ente_id, application_id=application.id, field=field.key, due_on=day)
            )
