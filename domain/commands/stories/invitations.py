"""Invitations of the demonstration: a social worker invites people to book; one of them has let it pass."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.commands.stories.life import Bind, citizen_called, operator_called, react_to_all
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.platform.work import UnitOfWork, unit_of_work
from domain.scheduling.actions.inviting.invite_to_book import InviteToBook, invite_to_book
from domain.scheduling.jobs import tend_invitations
from domain.scheduling.queries.booking.own_history import own_invitations_ever
from domain.scheduling.queries.inviting.invitable import invitable_places

WHO = "Sara Bonfante"
TERM = timedelta(days=14)


@dataclass(frozen=True)
class DemoInvitation:
    """``who`` is invited ``days_ago``, with a note to read."""

    who: str
    days_ago: int
    note: str = ""


INVITED = (
    DemoInvitation("Chiara Marangoni", 20),
    DemoInvitation("Maria Rosa Fontanelli", 3, "Parliamo insieme di come va in casa dopo i lavori del bagno."),
)


async def invite_people(ambito_id: UUID, now: datetime, bind: Bind) -> None:
    """Each once: who was invited before is not invited again."""
    operator = await operator_called(WHO, bind)
    for one in INVITED:
        citizen = await citizen_called(one.who, ambito_id, bind)
        async with unit_of_work(citizen, read_only=True, bind=bind) as work:
            if await own_invitations_ever(work, citizen):
                continue
        with as_of(now - timedelta(days=one.days_ago)):
            async with unit_of_work(operator, bind=bind) as work:
                await _invite(work, operator, one, citizen.person_id)
            await react_to_all(bind)
    with as_of(now):
        await tend_invitations(bind=bind)


async def _invite(work: UnitOfWork, operator: Operator, one: DemoInvitation, person_id: UUID) -> None:
    places = [place for place in await invitable_places(work, operator) if place.office_id == operator.office_id]
    if places:
        where = {"need_id": places[0].need_id, "office_id": places[0].office_id}
        asked = InviteToBook(person_id=person_id, book_by_on=work.today + TERM, note=one.note, **where)
        await invite_to_book(work, operator, asked)
