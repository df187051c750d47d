"""Somebody gets the right to act for somebody else."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.tables import days
from domain.platform.work import UnitOfWork
from domain.registry.model.guardianship import Guardianship
from domain.registry.queries.people import person, person_on_record
from domain.registry.refusals import GuardianOfOneself, PeriodReversed
from domain.registry.rules.ages import last_day_as_minor
from domain.registry.terms import GuardianshipKind


class AppointGuardian(BaseModel):
    """``guardian_id`` acts for ``person_id``; ``decree`` names the judge's act, ``is_verified``: we saw it."""

    person_id: UUID
    guardian_id: UUID
    kind: GuardianshipKind
    decree: str = Field(default="", max_length=300)
    is_verified: bool = False
    starts_on: date
    ends_on: date | None = None


async def appoint_guardian(work: UnitOfWork, actor: Actor, command: AppointGuardian) -> UUID:
    """Keep the title and give back its id; that of a parent ends by itself when the child comes of age.

    Refuses NotFound, NotYourPerson, GuardianOfOneself, PeriodReversed.
    """
    if command.person_id == command.guardian_id:
        raise GuardianOfOneself
    represented = await person_on_record(work, actor, command.person_id)
    guardian = await person(work, actor, command.guardian_id)
    ends_on = command.ends_on
    if ends_on is None and command.kind is GuardianshipKind.PARENT and represented.born_on:
        ends_on = last_day_as_minor(represented.born_on)
    if ends_on is not None and ends_on < command.starts_on:
        raise PeriodReversed
    title = Guardianship(
        ente_id=represented.ente_id,
        person_id=represented.id,
        guardian_id=guardian.id,
        kind=command.kind,
        decree=command.decree,
        is_verified=command.is_verified,
        held_during=days(command.starts_on, ends_on),
    )
    work.session.add(title)
    return title.id
