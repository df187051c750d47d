"""A citizen says that they act for somebody: an office will check it."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Citizen
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.codice_fiscale import born_on as born_on_of
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.tables import days
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.events import GuardianshipDeclared
from domain.registry.model.guardianship import Guardianship
from domain.registry.queries.people import person
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.refusals import TooManyDeclared
from domain.registry.rules.ages import comes_of_age_on, last_day_as_minor
from domain.registry.terms import GuardianshipKind

MOST_WAITING = 10
Name = Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]


class DeclareGuardianship(BaseModel):
    """Somebody, as the citizen types it, and by which title; ``declaration`` names the text that was agreed to.

    For a parent the period is found from the day of birth.
    """

    kind: GuardianshipKind
    given_name: Name
    family_name: Name
    codice_fiscale: CodiceFiscale
    born_on: date
    declaration: str
    decree: str = Field(default="", max_length=300)
    decree_on: date | None = None
    court: str | None = Field(default=None, max_length=200)
    scope: str | None = Field(default=None, max_length=2000)
    starts_on: date | None = None
    ends_on: date | None = None


async def declare_guardianship(work: UnitOfWork, citizen: Citizen, command: DeclareGuardianship) -> Guardianship:
    """The title, to be checked: until then it opens nothing. The same one declared twice is there once.

    The answer is the same whether the person is known or not: who is not is written down with what was typed.
    Refuses Invalid (oneself, an adult as a child, a day of birth that is not that of the code, dates reversed) and
    TooManyDeclared.
    """
    me = await person(work, citizen, citizen.person_id)
    _check(command, me.codice_fiscale, work.today)
    await locks.hold(work, "declare guardianship", citizen.person_id)
    async with as_the_program(work, "declare guardianship"):
        person_id, ente_id = await _person(work, citizen, command, me.ente_id)
        waiting = await _waiting(work, citizen.person_id)
        same = next((one for one in waiting if (one.person_id, one.kind) == (person_id, command.kind)), None)
        if same is not None:
            return same
        if len(waiting) >= MOST_WAITING:
            raise TooManyDeclared
        title = _title(work, citizen, command, me.full_name, person_id, ente_id)
        work.session.add(title)
        told = GuardianshipDeclared(
            ente_id=ente_id, guardianship_id=title.id, person_id=person_id, guardian_id=citizen.person_id
        )
        await work.record(told)
    return title


def _check(command: DeclareGuardianship, own_code: str | None, today: date) -> None:
    if command.codice_fiscale == own_code:
        raise Invalid({"codice_fiscale": _("Questo è il tuo codice fiscale. Scrivi quello dell'altra persona.")})
    told = born_on_of(command.codice_fiscale, today)
    if command.born_on > today or (told is not None and f"{told:%y%m%d}" != f"{command.born_on:%y%m%d}"):
        raise Invalid({"born_on": _("La data di nascita non è quella del codice fiscale. Controlla tutti e due.")})
    if command.kind is GuardianshipKind.PARENT and comes_of_age_on(command.born_on) <= today:
        raise Invalid({"born_on": _("Questa persona ha già 18 anni: può fare le domande da sola, o darti una delega.")})
    if command.starts_on and command.ends_on and command.ends_on < command.starts_on:
        raise Invalid({"ends_on": _("L'ultimo giorno viene prima del primo. Controlla le date.")})


async def _person(work: UnitOfWork, citizen: Citizen, command: DeclareGuardianship, ente_id: UUID) -> tuple[UUID, UUID]:
    await locks.hold(work, "sign in", citizen.ambito_id, command.codice_fiscale)
    known = await person_by_codice_fiscale(work, citizen.ambito_id, command.codice_fiscale)
    if known is not None:
        return known.id, known.ente_id
    registration = RegisterPerson(
        ambito_id=citizen.ambito_id,
        ente_id=ente_id,
        codice_fiscale=command.codice_fiscale,
        given_name=command.given_name,
        family_name=command.family_name,
        born_on=command.born_on,
    )
    return await register_person(work, work.actor, registration), ente_id


async def _waiting(work: UnitOfWork, guardian_id: UUID) -> list[Guardianship]:
    wanted = select(Guardianship).where(
        col(Guardianship.guardian_id) == guardian_id,
        col(Guardianship.declared_at).is_not(None),
        col(Guardianship.checked_at).is_(None),
    )
    return list((await work.session.exec(wanted)).all())


def _title(
    work: UnitOfWork, citizen: Citizen, command: DeclareGuardianship, own_name: str, person_id: UUID, ente_id: UUID
) -> Guardianship:
    is_parent = command.kind is GuardianshipKind.PARENT
    ends_on = last_day_as_minor(command.born_on) if is_parent else command.ends_on
    starts_on = command.born_on if is_parent else command.starts_on or command.decree_on or work.today
    return Guardianship(
        ente_id=ente_id,
        person_id=person_id,
        guardian_id=citizen.person_id,
        guardian_name=own_name,
        kind=command.kind,
        decree=command.decree,
        decree_on=command.decree_on,
        court=command.court,
        scope=command.scope,
        held_during=days(starts_on, ends_on),
        declaration=command.declaration,
        declared_at=work.now,
        declared_given_name=command.given_name,
        declared_family_name=command.family_name,
        declared_codice_fiscale=command.codice_fiscale,
        declared_born_on=command.born_on,
    )
