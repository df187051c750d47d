"""Move a proceeding to its next state."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.documents.queries.documents_by_id import documents_by_id
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.make_passage import Move, make_passage
from domain.procedure.events import VisaAsked
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.model.visa import Visa
from domain.procedure.permissions import may_make, needs_visa
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.proceedings import proceeding
from domain.procedure.refusals import DocumentsMissing, NotFromHere, NotYourTransition, VisaPending
from domain.procedure.rules.asked import read
from domain.procedure.rules.definition import Transition
from domain.procedure.terms import MoverKind, Trigger

WRONG_DAY = _("Scrivi il giorno di oggi, oppure lascia vuoto.")


class FireTransition(BaseModel):
    """Which one, with what was typed for it. ``seen_version`` is the version of the proceeding on the page.

    ``note`` is for the offices alone. ``served_on``: today, when the notice is handed over in person or read at once.
    """

    proceeding_id: UUID
    transition: str
    fields: dict[str, Any] = Field(default_factory=dict)
    document_ids: tuple[UUID, ...] = ()
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""
    seen_version: int | None = None
    served_on: date | None = None


@dataclass(frozen=True)
class Fired:
    """The step that was made; or the visa that was asked, and nothing has moved yet."""

    passage_id: UUID | None
    visa_id: UUID | None


async def fire_transition(work: UnitOfWork, actor: Actor, command: FireTransition) -> Fired:
    """Make the transition, or ask its visa; the deadline is reckoned anew. The row is locked: of two at once one moves.

    Refuses NotFound, MovedMeanwhile, NotFromHere, NotYourTransition, VisaPending (operators only: what a citizen does
    overtakes a visa), Invalid by field, DocumentsMissing, SuspendedBefore,
    NoticeRunning.
    """
    found = await proceeding(work, actor, command.proceeding_id, for_update=True)
    found.must_be_seen(command.seen_version)
    definition = await definition_of(work, found.procedure_version_id)
    transition = definition.transition(command.transition)
    if transition is None or transition.source != found.state:
        raise NotFromHere
    if not may_make(actor, transition):
        raise NotYourTransition
    if found.visa_id is not None and isinstance(actor, Operator):
        raise VisaPending
    fields = await _checked(work, transition, command)
    if isinstance(actor, Operator) and needs_visa(actor, transition):
        return Fired(None, await _ask_visa(work, actor, found, transition, command, fields))
    move = _move(actor, transition, command, fields)
    return Fired(await make_passage(work, found, definition, transition, move), None)


async def _checked(work: UnitOfWork, transition: Transition, command: FireTransition) -> dict[str, Any]:
    """The values of the fields. Refuses Invalid, DocumentsMissing."""
    values, problems = read(transition.fields, command.fields)
    if command.served_on is not None and command.served_on != work.today:
        problems["served_on"] = WRONG_DAY
    if problems:
        raise Invalid(problems)
    given = {one.kind.value for one in (await documents_by_id(work, command.document_ids)).values()}
    if missing := [kind for kind in transition.required_document_kinds if kind not in given]:
        raise DocumentsMissing([_kind_label(kind) for kind in missing])
    return values


def _kind_label(kind: str) -> Text:
    return DocumentKind(kind).label if kind in {one.value for one in DocumentKind} else DocumentKind.OTHER.label


def _move(actor: Actor, transition: Transition, command: FireTransition, fields: dict[str, Any]) -> Move:
    given = {"fields": fields, "document_ids": command.document_ids, "served_on": command.served_on}
    match actor:
        case Operator():
            return Move(MoverKind.OPERATOR, actor.operator_id, note=command.note, **given)
        case Citizen():
            return Move(MoverKind.CITIZEN, actor.person_id, is_reply=True, **given)
        case _:
            is_reply = transition.trigger is Trigger.ON_REPLY
            return Move(MoverKind.PROGRAM, None, transition.trigger, is_reply=is_reply, **given)


async def _ask_visa(
    work: UnitOfWork,
    operator: Operator,
    found: Proceeding,
    transition: Transition,
    command: FireTransition,
    fields: dict[str, Any],
) -> UUID:
    visa = Visa(
        ente_id=found.ente_id,
        proceeding_id=found.id,
        transition=transition.key,
        fields=fields,
        document_ids=[str(one) for one in command.document_ids],
        note=command.note,
        served_on=command.served_on,
        asked_by_id=operator.operator_id,
        asked_at=work.now,
    )
    work.session.add(visa)
    found.visa_id = visa.id
    found.version += 1
    told = {"visa_id": visa.id, "proceeding_id": found.id, "subject_id": found.subject_id}
    await work.record(VisaAsked(ente_id=found.ente_id, asked_by_id=operator.operator_id, **told))
    return visa.id
