"""The delegations of the demonstration: one accepted, one offered, a mandate to a body, a child to be checked."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.declare_title import DeclareTitle, declare_title
from domain.access.actions.grant_delegation import GrantDelegation, grant_delegation
from domain.access.queries.delegations import own_delegations
from domain.access.terms import DelegationScope
from domain.commands.stories.life import Bind, citizen_called, operator_called, react_to_all
from domain.kernel.clock import as_of
from domain.organization.queries.mandate_enti import mandate_enti
from domain.platform.work import unit_of_work
from domain.registry.queries.guardianships import own_titles
from domain.registry.seeds.codes import invented_codice_fiscale
from domain.registry.seeds.settle_people import HOMES
from domain.registry.terms import GuardianshipKind

LASTS = timedelta(days=364)
BORN = date(2026, 10, 2)
MANDATE_OPERATOR = "Amina Traoré"
_PEOPLE = {one.key: one for home in HOMES for one in home.people}


@dataclass(frozen=True)
class DemoDelegation:
    """``giver`` lets ``taker`` act; without a taker the body that takes mandates does. ``days_ago`` it was offered."""

    giver: str
    days_ago: int
    taker: str = ""
    is_accepted: bool = True


DELEGATIONS = (
    DemoDelegation("Giorgio Tassinari", 20, "Oksana Melnyk"),
    DemoDelegation("Maria Rosa Fontanelli", 2, "Stefano Brunelli", is_accepted=False),
    DemoDelegation("Arben Hoxha", 15),
)


async def give_rights(ambito_id: UUID, now: datetime, bind: Bind) -> None:
    """Let the delegations happen, each once, on its day; and a mother declare a child whom nobody has checked."""
    for one in DELEGATIONS:
        with as_of(now - timedelta(days=one.days_ago)):
            if (delegation_id := await _grant(one, ambito_id, bind)) is None:
                continue
            if one.is_accepted:
                await _accept(one, ambito_id, delegation_id, bind)
            await react_to_all(bind)
    await _declare(ambito_id, bind)
    await react_to_all(bind)


async def _grant(one: DemoDelegation, ambito_id: UUID, bind: Bind) -> UUID | None:
    giver = await citizen_called(one.giver, ambito_id, bind)
    async with unit_of_work(giver, bind=bind) as work:
        if any(row.is_given for row in await own_delegations(work, giver)):
            return None
        taker = _PEOPLE.get(one.taker)
        bodies = await mandate_enti(work)
        if not taker and not bodies:  # a valley founded by an earlier version
            return None
        command = GrantDelegation(
            delegate_codice_fiscale=taker.codice_fiscale if taker else None,
            delegate_family_name=taker.family_name if taker else "",
            delegate_ente_id=None if taker else bodies[0].id,
            scope=DelegationScope.ALL,
            starts_on=work.today,
            ends_on=work.today + LASTS,
        )
        return await grant_delegation(work, giver, command)


async def _accept(one: DemoDelegation, ambito_id: UUID, delegation_id: UUID, bind: Bind) -> None:
    if one.taker:
        actor = await citizen_called(one.taker, ambito_id, bind)
    else:
        actor = await operator_called(MANDATE_OPERATOR, bind)
    async with unit_of_work(actor, bind=bind) as work:
        await accept_delegation(work, actor, AcceptDelegation(delegation_id=delegation_id))


async def _declare(ambito_id: UUID, bind: Bind) -> None:
    mother = await citizen_called("Ionela Popescu", ambito_id, bind)
    async with unit_of_work(mother, bind=bind) as work:
        if any(title.declared_at for title in await own_titles(work, mother)):
            return
        await declare_title(
            work,
            mother,
            DeclareTitle(
                kind=GuardianshipKind.PARENT,
                given_name="Luca",
                family_name="Popescu",
                codice_fiscale=invented_codice_fiscale("Popescu", "Luca", BORN, "M"),
                born_on=BORN,
                is_declared=True,
            ),
        )
