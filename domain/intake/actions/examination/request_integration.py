"""Ask the person for what is missing, item by item (L. 241/1990 art. 2 c. 7 and art. 6)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.catalogue.terms import FieldKind
from domain.intake.model.integration import IntegrationItem
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.terms import ItemKind
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import Fired, FireTransition, fire_transition
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.proceedings import proceeding_about
from domain.procedure.refusals import NotFromHere
from domain.procedure.terms import Effect

MOST_ITEMS = 40
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]


class AskedItem(BaseModel):
    """A question of the form by its key, or a free ``label`` with its kind; ``note`` says what is wrong or needed."""

    question: str | None = None
    label: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    kind: ItemKind = ItemKind.DOCUMENT
    note: Words = ""


class RequestIntegration(BaseModel):
    """With which transition of the present state, and what is asked; the rest as ``FireTransition`` has it."""

    application_id: UUID
    transition: str
    items: tuple[AskedItem, ...] = Field(max_length=MOST_ITEMS)
    fields: dict[str, Any] = Field(default_factory=dict)
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""
    seen_version: int | None = None
    served_on: date | None = None


async def request_integration(work: UnitOfWork, operator: Operator, command: RequestIntegration) -> Fired:
    """The term waits, and the person sees each item; with a visa, both when the visa is given.

    Refuses NotAllowed, NotFound, also for a question that the form does not have, Invalid under ``items`` when nothing
    is asked, NotFromHere when the transition asks for nothing, and whatever ``fire_transition`` refuses.
    """
    application = await application_to_handle(work, operator, command.application_id, for_update=True)
    found = await proceeding_about(work, operator, application.id)
    transition = (await definition_of(work, found.procedure_version_id)).transition(command.transition)
    if transition is None or transition.effect is not Effect.SUSPEND_FOR_INTEGRATION:
        raise NotFromHere
    if not command.items:
        raise Invalid({"items": _("Scegli almeno una cosa che manca.")})
    form = await form_of(work, application.service_version_id)
    asked = [_asked(form, one) for one in command.items]
    given = command.model_dump(include={"transition", "fields", "note", "seen_version", "served_on"})
    fired = await fire_transition(work, operator, FireTransition(proceeding_id=found.id, **given))
    await work.session.flush()  # the items point at the step, or at the visa
    for kind, question, label, note in asked:
        item = IntegrationItem(
            ente_id=application.ente_id,
            application_id=application.id,
            person_id=application.beneficiary_id,
            passage_id=fired.passage_id,
            visa_id=fired.visa_id,
            kind=kind,
            question=question,
            label=label,
            note=note,
            asked_at=work.now,
        )
        work.session.add(item)
    return fired


def _asked(form: FormDefinition, command: AskedItem) -> tuple[ItemKind, str | None, str, str]:
    """The kind, the question, the words in Italian and the note."""
    if command.question is None:
        if not command.label:
            raise Invalid({"items": _("Scrivi che cosa manca.")})
        kind = ItemKind.ANSWER if command.kind is ItemKind.ANSWER else ItemKind.DOCUMENT
        return kind, None, command.label, command.note
    field = form.field(command.question)
    if field is None:
        raise NotFound
    kind = ItemKind.DOCUMENT if field.kind is FieldKind.DOCUMENT else ItemKind.ANSWER
    return kind, field.key, field.label.in_(SOURCE.code), command.note
