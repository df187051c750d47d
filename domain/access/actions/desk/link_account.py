"""An operator links the account of somebody without codice fiscale to the person whom the documents show."""

from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlmodel import col, select

from domain.access.events import AccountLinked
from domain.access.model.account import Account
from domain.access.model.desk import AccountLink
from domain.access.model.session import Session
from domain.access.refusals import NotLinkable
from domain.access.rules.seen_documents import SeenDocument, check_document
from domain.access.terms import SessionEnd
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.merging.join_records import JoinRecords, join_records
from domain.registry.queries.person_card import person_card

Reason = Annotated[str, AfterValidator(str.strip), Field(min_length=10, max_length=500)]


class LinkAccount(SeenDocument):
    """Whose account, to whom it belongs in truth, why, and the document that shows it."""

    from_person_id: UUID
    to_person_id: UUID
    reason: Reason


async def link_account(work: UnitOfWork, operator: Operator, command: LinkAccount) -> UUID:
    """The two records are joined (``join_records``): identities, delegations, papers, applications, letters, cases.

    The former record stays for its history; who may merge records can undo it. Refuses NotAllowed, NotFound,
    NotLinkable, and Invalid for an expired document. Names and birthdays never link anybody: somebody with the papers
    in hand does.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    check_document(command, work.today)
    former = await person_card(work, operator, command.from_person_id)
    known = await person_card(work, operator, command.to_person_id)
    if former.id == known.id or former.codice_fiscale is not None or known.codice_fiscale is None:
        raise NotLinkable
    async with as_the_program(work, "link account") as system:
        source, target = await _account(work, former.id), await _account(work, known.id)
        if source is None:
            raise NotLinkable
        await _end_sessions(work, source.id)
        joining = JoinRecords(former_id=former.id, kept_id=known.id, reason=command.reason, **_by(operator))
        await join_records(work, system, joining)
        link = AccountLink(
            ente_id=former.ente_id,
            from_account_id=source.id,
            to_account_id=(target or source).id,
            created_at=work.now,
            **_by(operator),
            **command.model_dump(),
        )
        work.session.add(link)
    await work.record(
        AccountLinked(
            ente_id=former.ente_id,
            link_id=link.id,
            from_person_id=former.id,
            to_person_id=known.id,
            operator_id=operator.operator_id,
        )
    )
    return link.id


def _by(operator: Operator) -> dict[str, Any]:
    return {"operator_id": operator.operator_id, "office_id": operator.office_id}


async def _account(work: UnitOfWork, person_id: UUID) -> Account | None:
    wanted = select(Account).where(col(Account.person_id) == person_id).with_for_update()
    return (await work.session.exec(wanted)).one_or_none()


async def _end_sessions(work: UnitOfWork, account_id: UUID) -> None:
    """Who is in comes in again, as the known person."""
    ended = sa.update(Session).where(col(Session.account_id) == account_id, col(Session.ended_at).is_(None))
    await work.session.exec(ended.values(ended_at=work.now, end_reason=SessionEnd.REPLACED))
