"""An operator links the account of somebody without codice fiscale to the person whom the documents show."""

from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.access.events import AccountLinked
from domain.access.model.account import Account, CitizenIdentity
from domain.access.model.delegation import Delegation
from domain.access.model.desk import AccountLink, CodeContact
from domain.access.model.session import Session
from domain.access.refusals import NotLinkable
from domain.access.rules.seen_documents import SeenDocument, check_document
from domain.access.terms import SessionEnd
from domain.documents.actions.move_documents import MoveDocuments, move_documents
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.note_same_person import NoteSamePerson, note_same_person
from domain.registry.queries.person_card import person_card

Reason = Annotated[str, AfterValidator(str.strip), Field(min_length=10, max_length=500)]


class LinkAccount(SeenDocument):
    """Whose account, to whom it belongs in truth, why, and the document that shows it."""

    from_person_id: UUID
    to_person_id: UUID
    reason: Reason


async def link_account(work: UnitOfWork, operator: Operator, command: LinkAccount) -> UUID:
    """Identities, delegations and papers change hands at once; applications, letters and cases follow (reactions).

    The former record stays for its history. It is not undone by itself: what was linked, by whom and why is written
    down. Refuses NotAllowed, NotFound, NotLinkable, and Invalid for an expired document. Names and birthdays never
    link anybody: somebody with the papers in hand does.
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
        kept = await _one_account(work, source, target, known.id)
        await _end_sessions(work, source.id)
        await _move_delegations(work, former.id, known.id)
        await note_same_person(work, system, NoteSamePerson(person_id=former.id, same_as_id=known.id))
        await move_documents(work, system, MoveDocuments(from_person_id=former.id, to_person_id=known.id))
        link = AccountLink(
            ente_id=former.ente_id,
            from_account_id=source.id,
            to_account_id=kept.id,
            operator_id=operator.operator_id,
            office_id=operator.office_id,
            created_at=work.now,
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


async def _account(work: UnitOfWork, person_id: UUID) -> Account | None:
    wanted = select(Account).where(col(Account.person_id) == person_id).with_for_update()
    return (await work.session.exec(wanted)).one_or_none()


async def _one_account(work: UnitOfWork, source: Account, target: Account | None, person_id: UUID) -> Account:
    """The account that opens from now on: the known person's, or the former one in other hands."""
    if target is None:
        source.person_id = person_id
        return source
    for table, twin in ((CitizenIdentity, ("issuer", "subject")), (CodeContact, ("contact_hash",))):
        await _move(work, table, twin, source.id, target.id)
    return target


async def _move(work: UnitOfWork, table: Any, twin: tuple[str, ...], source_id: UUID, target_id: UUID) -> None:
    other = aliased(table)
    same = [getattr(other, name) == getattr(table, name) for name in twin]
    there = sa.exists().where(other.account_id == target_id, *same)
    moved = sa.update(table).where(table.account_id == source_id, ~there)
    await work.session.exec(moved.values(account_id=target_id))


async def _end_sessions(work: UnitOfWork, account_id: UUID) -> None:
    """Who is in comes in again, as the known person."""
    ended = sa.update(Session).where(col(Session.account_id) == account_id, col(Session.ended_at).is_(None))
    await work.session.exec(ended.values(ended_at=work.now, end_reason=SessionEnd.REPLACED))


async def _move_delegations(work: UnitOfWork, from_person_id: UUID, to_person_id: UUID) -> None:
    sides = ((Delegation.delegator_id, Delegation.delegate_id), (Delegation.delegate_id, Delegation.delegator_id))
    for side, other in sides:
        moved = sa.update(Delegation).where(col(side) == from_person_id, col(other).is_distinct_from(to_person_id))
        await work.session.exec(moved.values({col(side): to_person_id}))
