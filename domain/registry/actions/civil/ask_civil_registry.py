"""The civil registry is asked about somebody: the question is written down before it leaves, its outcome after."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, Operator
from domain.platform.observability import log
from domain.platform.work import Bind, UnitOfWork, unit_of_work
from domain.registry.gateways.civil_registry.client import connected
from domain.registry.gateways.civil_registry.port import Criteria, Question, Unavailable, Unreadable
from domain.registry.model.inquiry import CivilInquiry
from domain.registry.refusals import RegistryUnavailable, RegistryUnreadable
from domain.registry.rules.civil.record import CivilMember, CivilRecord
from domain.registry.terms.civil import InquiryOutcome

_NEXT = sa.text("SELECT nextval('registry.civil_inquiry_number'), clock_timestamp()")
TURN = 1000
MILLISECONDS = 1000


class AskCivilRegistry(BaseModel):
    """Whom (by codice fiscale, or by name and birth), for which practice, and whether with the household."""

    ente_id: UUID
    practice: str = Field(min_length=3, max_length=100)
    codice_fiscale: str = Field(default="", repr=False)
    given_name: str = Field(default="", repr=False)
    family_name: str = Field(default="", repr=False)
    born_on: date | None = Field(default=None, repr=False)
    person_id: UUID | None = None
    is_with_household: bool = False


@dataclass(frozen=True)
class Told:
    """What the registry said: nobody, one or several people; the household of the one, where it was asked for."""

    people: Sequence[CivilRecord] = field(repr=False)
    household: Sequence[CivilMember] = field(repr=False, default=())


async def ask_civil_registry(actor: Actor, command: AskCivilRegistry, *, bind: Bind | None = None) -> Told:
    """Ask, and give back what was said; nobody is no refusal. No transaction is open while the registry is asked.

    Refuses RegistryUnavailable: it does not answer, or not in time; RegistryUnreadable: not in a way that can be read.
    """
    inquiry_ids: list[UUID] = []
    criteria = Criteria(command.codice_fiscale, command.given_name, command.family_name, command.born_on)
    try:
        async with connected() as registry:
            question = await _question(actor, command, inquiry_ids, bind)
            answer = await registry.people(criteria, question)
            await _close(actor, inquiry_ids[-1], bool(answer.people), answer.number, bind)
            if not (command.is_with_household and len(answer.people) == 1 and answer.people[0].codice_fiscale):
                return Told(answer.people)
            question = await _question(actor, command, inquiry_ids, bind)
            home = await registry.household(answer.people[0].codice_fiscale, question)
            await _close(actor, inquiry_ids[-1], bool(home.members), home.number, bind)
            return Told(answer.people, home.members)
    except (Unavailable, Unreadable) as failure:
        is_away = isinstance(failure, Unavailable)
        log.warning("civil_registry_failed", kind=type(failure).__name__, why=str(failure))
        if inquiry_ids:
            outcome = InquiryOutcome.UNAVAILABLE if is_away else InquiryOutcome.UNREADABLE
            await _write(actor, inquiry_ids[-1], outcome, "", bind)
        raise (RegistryUnavailable if is_away else RegistryUnreadable) from None


async def _question(actor: Actor, command: AskCivilRegistry, inquiry_ids: list[UUID], bind: Bind | None) -> Question:
    """A new question, written down and committed before it leaves."""
    async with unit_of_work(actor, bind=bind) as work:
        row = CivilInquiry(
            ente_id=command.ente_id,
            operator_id=actor.operator_id if isinstance(actor, Operator) else None,
            person_id=command.person_id,
            number=await _number(work),
            practice=command.practice,
        )
        work.session.add(row)
        inquiry_ids.append(row.id)
        return Question(row.number, work.today, command.practice)


async def _number(work: UnitOfWork) -> int:
    """Numeric and growing, as the registry demands, also after a copy of the database was restored."""
    turn, now = (await (await work.session.connection()).execute(_NEXT)).one()
    return int(now.timestamp() * MILLISECONDS) * TURN + int(turn) % TURN


async def _close(actor: Actor, inquiry_id: UUID, is_found: bool, number: str, bind: Bind | None) -> None:
    outcome = InquiryOutcome.FOUND if is_found else InquiryOutcome.NOBODY
    await _write(actor, inquiry_id, outcome, number, bind)


async def _write(actor: Actor, inquiry_id: UUID, outcome: InquiryOutcome, number: str, bind: Bind | None) -> None:
    async with unit_of_work(actor, bind=bind) as work:
        (await work.session.get_one(CivilInquiry, inquiry_id)).close(outcome, number)
