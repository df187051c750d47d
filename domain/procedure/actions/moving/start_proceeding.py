"""Something begins its way through a procedure."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.settle_deadline import settle_deadline
from domain.procedure.events import ProceedingStarted
from domain.procedure.model.proceeding import Passage, Proceeding
from domain.procedure.permissions import may_read_proceedings
from domain.procedure.queries.definitions import ProcedureDefinition, definition_of
from domain.procedure.queries.legal_calendar import legal_terms_on
from domain.procedure.queries.versions import procedure_in_force
from domain.procedure.terms import Clock, Days, MoverKind
from domain.registry.queries.names import names

KEPT = {"ente_id", "subject_id", "service_id", "language", "person_id", "office_id", "responsible_id", "counting"}


class StartProceeding(BaseModel):
    """What it is about and whose it is; by which procedure, by slug or by the id of a version.

    ``term_days`` is what the service publishes; None: what the procedure says, or else the law. ``term_ground`` allows
    more than the ordinary longest term: what goes beyond the law is cut to it. ``started_on`` None: today.
    """

    ente_id: UUID
    subject_id: UUID
    person_id: UUID
    service_id: UUID | None = None
    language: str | None = None
    procedure_slug: str | None = None
    procedure_version_id: UUID | None = None
    term_days: int | None = Field(default=None, ge=1)
    term_ground: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    counting: Days = Days.CALENDAR
    started_on: date | None = None
    office_id: UUID | None = None
    responsible_id: UUID | None = None

    @model_validator(mode="after")
    def _names_one(self) -> "StartProceeding":
        if (self.procedure_slug is None) == (self.procedure_version_id is None):
            raise ValueError("name the procedure, or its version")
        return self


async def start_proceeding(work: UnitOfWork, actor: Actor, command: StartProceeding) -> Proceeding:
    """In the first state from now on, with its term.

    For operators who work with proceedings in the ente, citizens for whom they act for, and the program. Refuses
    NotAllowed, NotFound for a person or procedure that cannot be seen, AlreadyStarted.
    """
    if not _may_start(actor, command):
        raise NotAllowed
    if command.person_id not in await names(work, [command.person_id]):
        raise NotFound
    version_id = command.procedure_version_id or await procedure_in_force(
        work, command.procedure_slug or "", command.ente_id
    )
    definition = await definition_of(work, version_id)
    started_on = command.started_on or work.today
    days, ground = await _term(work, command, definition, started_on)
    first = definition.state(definition.start)
    found = Proceeding(
        **command.model_dump(include=KEPT),
        procedure_version_id=version_id,
        state=first.key,
        clock=first.clock,
        entered_at=work.now,
        entered_on=work.today,
        started_on=started_on,
        term_days=days,
        term_ground=ground,
        stopped_on=started_on if first.clock is Clock.STOPPED else None,
    )
    work.session.add(found)
    await work.session.flush()  # a second one about the same subject is refused here
    work.session.add(_first_step(work, actor, found))
    await settle_deadline(work, found, definition, is_told=False)
    told = {"subject_id": found.subject_id, "person_id": found.person_id, "due_on": found.due_on}
    await work.record(ProceedingStarted(ente_id=found.ente_id, proceeding_id=found.id, **told))
    return found


def _first_step(work: UnitOfWork, actor: Actor, found: Proceeding) -> Passage:
    mover, mover_id = _mover(actor)
    return Passage(
        ente_id=found.ente_id,
        proceeding_id=found.id,
        number=1,
        target=found.state,
        mover=mover,
        mover_id=mover_id,
        moved_at=work.now,
        moved_on=work.today,
    )


def _may_start(actor: Actor, command: StartProceeding) -> bool:
    match actor:
        case System():
            return True
        case Operator():
            return command.ente_id in actor.enti and may_read_proceedings(actor)
        case Citizen():
            asked = {"service_id": command.service_id, "application_id": command.subject_id}
            return actor.title_for(command.person_id, **asked) is not None
        case _:
            return False


async def _term(
    work: UnitOfWork, command: StartProceeding, definition: ProcedureDefinition, day: date
) -> tuple[int, str]:
    legal = await legal_terms_on(work, day)
    days = command.term_days or definition.term_days or legal.default_days
    ground = command.term_ground or definition.term_ground
    return min(days, legal.most(ground)), ground  # nobody waits longer, or is turned away, for what an ente published


def _mover(actor: Actor) -> tuple[MoverKind, UUID | None]:
    match actor:
        case Operator():
            return MoverKind.OPERATOR, actor.operator_id
        case Citizen():
            return MoverKind.CITIZEN, actor.person_id
        case _:
            return MoverKind.PROGRAM, None
