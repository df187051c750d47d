"""An operator sends an application that was filled in with the person, or copied from paper."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.intake.actions.assistance.close_screen import close_screen
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.model.application import Application
from domain.intake.model.assistance import Confirmation
from domain.intake.queries.assistance.confirmations import confirmations
from domain.intake.queries.own_draft import own_draft
from domain.intake.rules.answers import visible
from domain.intake.rules.confirming import declaration_digest, declarations, declared_text, unconfirmed
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.platform.work import UnitOfWork


class SubmitAtDesk(BaseModel):
    """Which one; ``is_read_aloud`` when the person has heard every declaration and agreed, or has signed the paper."""

    application_id: UUID
    is_read_aloud: bool = False


async def submit_at_desk(work: UnitOfWork, operator: Operator, command: SubmitAtDesk) -> Application:
    """Send it as ``submit_application`` does, and close the second screen.

    Of what was read aloud the very sentences are kept. Refuses NotAllowed, NotFound, AlreadySubmitted,
    ApplicationIncomplete, and NotReadAloud while a declaration is confirmed by nobody.
    """
    application = await own_draft(work, operator, command.application_id)
    if command.is_read_aloud:
        form = await form_of(work, application.service_version_id)
        said = await confirmations(work, application, form)
        agreed = {key: one.digest for key, one in said.items() if one.is_agreed}
        open_ones = unconfirmed(form, application.answers, agreed)
        work.session.add_all(_read_aloud(operator, application, form, open_ones))
        await work.session.flush()  # sending looks at what is confirmed
    sent = await submit_application(work, operator, SubmitApplication(application_id=application.id))
    await close_screen(work, operator, application.id)
    return sent


def _read_aloud(
    operator: Operator, application: Application, form: FormDefinition, fields: list[str]
) -> list[Confirmation]:
    steps = visible(form, application.answers)
    where = {field.key: step.key for step in steps for field in step.fields}
    return [
        Confirmation(
            ente_id=application.ente_id,
            application_id=application.id,
            person_id=application.beneficiary_id,
            operator_id=operator.operator_id,
            service_version_id=application.service_version_id,
            step_key=where[field.key],
            field=field.key,
            is_agreed=True,
            language=SOURCE.code,
            version=application.version,
            digest=declaration_digest(field),
            shown=[[field.label.in_(SOURCE.code), declared_text(field, SOURCE.code)]],
        )
        for field in declarations(steps)
        if field.key in fields
    ]
