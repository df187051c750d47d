"""The only door to an appointment: for who is seen, who booked, who has its link and knows the name, and the office."""

import hmac
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.people import person
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import visible_to
from domain.scheduling.rules.links import appointment_of, is_over, proof_of

BY_LINK = "appointment by link"


async def appointment(
    work: UnitOfWork, actor: Actor, appointment_id: UUID, *, proof: str = "", for_update: bool = False
) -> Appointment:
    """The appointment, locked where it is to be changed. Refuses NotFound.

    ``proof`` is what a browser keeps that has its link and knows the surname (``rules.links.proof_of``): with it
    anybody comes in, but for a hidden one.
    """
    wanted = select(Appointment).where(col(Appointment.id) == appointment_id)
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    if isinstance(actor, Operator | System):
        found = (await work.session.exec(wanted.where(visible_to(actor)))).one_or_none()
    elif isinstance(actor, Citizen):
        mine = wanted.where(visible_to(actor), col(Appointment.is_hidden).is_(False))
        found = (await work.session.exec(mine)).one_or_none()
    else:
        found = None
    if found is None and proof:
        async with as_the_program(work, BY_LINK) as system:
            found = (await work.session.exec(wanted.where(col(Appointment.is_hidden).is_(False)))).one_or_none()
            if found is not None and not await _is_proven(work, system, found, proof):
                found = None
    if found is None:
        raise NotFound
    return found


async def appointment_of_link(work: UnitOfWork, token: str) -> tuple[Appointment, str]:
    """The appointment of a signed address, and the name whose first letters it asks for: for the program's own use.

    Refuses NotFound for an address that nobody signed, one of long ago, and a hidden appointment.
    """
    appointment_id = appointment_of(settings().secret, token)
    if appointment_id is None:
        raise NotFound
    async with as_the_program(work, BY_LINK) as system:
        found = await work.session.get(Appointment, appointment_id)
        if found is None or found.is_hidden or is_over(found.ends_at, work.now):
            raise NotFound
        return found, await name_asked(work, system, found)


async def name_asked(work: UnitOfWork, system: System, found: Appointment) -> str:
    """The surname of who is seen; without one the name, or the alias. Empty when there is none at all."""
    if found.person_id is None:
        return found.family_name or found.given_name
    seen = await person(work, system, found.person_id)
    return seen.family_name or seen.given_name or seen.alias


async def _is_proven(work: UnitOfWork, system: System, found: Appointment, proof: str) -> bool:
    if is_over(found.ends_at, work.now):
        return False
    wanted = proof_of(settings().secret, found.id, await name_asked(work, system, found))
    return hmac.compare_digest(proof, wanted)
