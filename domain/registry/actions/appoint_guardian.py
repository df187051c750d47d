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
    """``guardian_id`` acts for ``person_id``; ``decree`` names the judge's act, ``is_verified``: we saw it.

    ``scope`` says in words what the judge allows; ``document_id`` is the decree as a file.
    """

    person_id: UUID
    guardian_id: UUID
    kind: GuardianshipKind
    decree: str = Field(default="", max_length=300)
    decree_on: date | None = None
    court: str | None = Field(default=None, max_length=200)
    scope: str | None = Field(default=None, max_length=2000)
    document_id: UUID | None = None
    is_verified: bool = False
    checked_by_id: UUID | None = None
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
        decree_on=command.decree_on,
        court=command.court,
        scope=command.scope,
        document_id=command.document_id,
        guardian_name=guardian.full_name,
        is_verified=command.is_verified,
        checked_by_id=command.checked_by_id,
        checked_at=work.now if command.is_verified else None,
        held_during=days(command.starts_on, ends_on),
    )
    work.session.add(title)
    return title.id
