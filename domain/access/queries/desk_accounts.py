"""What the desk must know of people's accounts: whether there is one, and which came from abroad without a code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.account import Account, CitizenIdentity
from domain.access.model.desk import AccountLink, CodeContact, Identification
from domain.access.terms import Way
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import names

MOST = 200


@dataclass(frozen=True)
class DeskAccount:
    """How somebody comes in: by which ways, when last, and how the codes of the desk stand."""

    ways: tuple[Way, ...] = ()
    last_sign_in_at: datetime | None = None
    identified_at: datetime | None = None
    is_activated: bool = False

    @property
    def is_there(self) -> bool:
        """Whether there is an account at all."""
        return bool(self.ways)


@dataclass(frozen=True)
class UnlinkedAccount:
    """Somebody who came in with an identity of another country and has no codice fiscale here."""

    person_id: UUID
    full_name: str
    born_on: date | None
    came_at: datetime


async def desk_account(work: UnitOfWork, operator: Operator, person_id: UUID) -> DeskAccount:
    """The account of ``person_id``, whom the operator may know (the caller has come through ``person_card``)."""
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    async with as_the_program(work, "account for the desk"):
        account = (await work.session.exec(select(Account).where(col(Account.person_id) == person_id))).one_or_none()
        if account is None:
            return DeskAccount()
        ways = select(CitizenIdentity.way).where(col(CitizenIdentity.account_id) == account.id).distinct()
        latest = select(Identification.created_at).where(col(Identification.account_id) == account.id)
        active = select(CodeContact.id).where(
            col(CodeContact.account_id) == account.id,
            col(CodeContact.activated_at).is_not(None),
            col(CodeContact.ended_at).is_(None),
        )
        return DeskAccount(
            ways=tuple(Way(one) for one in (await work.session.exec(ways.order_by(col(CitizenIdentity.way)))).all()),
            last_sign_in_at=account.last_sign_in_at,
            identified_at=(await work.session.exec(latest.order_by(col(Identification.created_at).desc()))).first(),
            is_activated=(await work.session.exec(active.limit(1))).first() is not None,
        )


async def unlinked_accounts(work: UnitOfWork, operator: Operator) -> Sequence[UnlinkedAccount]:
    """The accounts from abroad of people in reach without codice fiscale, the latest first, at most 200."""
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    async with as_the_program(work, "accounts from abroad"):
        wanted = (
            select(Account)
            .join(CitizenIdentity, col(CitizenIdentity.account_id) == col(Account.id))
            .where(col(Account.ente_id).in_(operator.family or operator.enti), col(CitizenIdentity.way) == Way.EIDAS)
            .order_by(col(Account.created_at).desc())
            .limit(MOST)
        )
        came = {one.person_id: one.created_at for one in (await work.session.exec(wanted)).all()}
    known = await names(work, came)
    return [
        UnlinkedAccount(person_id, known[person_id].full_name, known[person_id].born_on, at)
        for person_id, at in came.items()
        if person_id in known and known[person_id].codice_fiscale is None
    ]


async def is_linked(work: UnitOfWork, operator: Operator, link_id: UUID) -> bool:
    """Whether ``link_id`` is a link made in the operator's reach: for the page that says it is done."""
    wanted = select(AccountLink.id).where(col(AccountLink.id) == link_id, col(AccountLink.ente_id).in_(operator.enti))
    return (await work.session.exec(wanted)).first() is not None
