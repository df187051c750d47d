"""What an auditor's search of the register finds, and a message that was opened."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.gateways.register_keys import register_keys
from domain.access.model.transaction import RegisterAccess, TransactionRecord
from domain.access.permissions import may_audit
from domain.access.terms import TransactionStep, Way
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork

SEARCH_LIFE = timedelta(hours=1)
OPENING_LIFE = timedelta(minutes=15)
EXACT = ("way", "step", "issuer", "request_id", "response_id", "assertion_id")
ONE_OF = ("subject_hash", "person_hash")


@dataclass(frozen=True)
class TransactionRow:
    """A message of the register without its content."""

    id: UUID
    at: datetime
    way: Way
    step: TransactionStep
    issuer: str
    request_id: str
    response_id: str
    assertion_id: str
    is_success: bool | None


@dataclass(frozen=True)
class OpenedTransaction:
    """A message with its content: the text, or its bytes in hex where it is none."""

    row: TransactionRow
    request_instant: str
    response_instant: str
    name_qualifier: str
    reason: str
    body: str = field(repr=False)


async def register_search(work: UnitOfWork, operator: Operator, search_id: UUID, page: int = 1) -> Page[TransactionRow]:
    """A page of the messages in reach that the search finds, the latest first.

    Refuses NotFound: another's search, one older than an hour, and to whoever is no auditor any more.
    """
    search = await _access(work, operator, search_id, SEARCH_LIFE)
    if search.record_id is not None:
        raise NotFound
    where = _conditions(search.criteria)
    total = (await work.session.exec(select(sa.func.count(col(TransactionRecord.id))).where(*where))).one()
    latest = (
        select(TransactionRecord)
        .where(*where)
        .order_by(
            col(TransactionRecord.created_at).desc(),
            col(TransactionRecord.chain),
            col(TransactionRecord.sequence).desc(),
        )
        .options(sa.orm.defer(TransactionRecord.sealed_body))  # pyright: ignore
    )
    found = (await work.session.exec(latest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page([_row(record) for record in found], max(1, page), PAGE_SIZE, total)


async def opened_transaction(work: UnitOfWork, operator: Operator, opening_id: UUID) -> OpenedTransaction:
    """The message that was opened, for a quarter of an hour. Refuses NotFound like ``register_search``."""
    opening = await _access(work, operator, opening_id, OPENING_LIFE)
    record = await work.session.get(TransactionRecord, opening.record_id) if opening.record_id else None
    if record is None:
        raise NotFound
    body = register_keys().open(record.sealed_body, record.id)
    return OpenedTransaction(
        row=_row(record),
        request_instant=record.request_instant,
        response_instant=record.response_instant,
        name_qualifier=record.name_qualifier,
        reason=opening.reason,
        body=_text(body),
    )


async def _access(work: UnitOfWork, operator: Operator, access_id: UUID, life: timedelta) -> RegisterAccess:
    found = await work.session.get(RegisterAccess, access_id)
    is_own = found is not None and found.operator_id == operator.operator_id
    if found is None or not is_own or not may_audit(operator) or found.created_at + life <= work.now:
        raise NotFound
    return found


def _conditions(criteria: dict[str, Any]) -> list[sa.ColumnElement[bool]]:
    where = [getattr(TransactionRecord, name) == criteria[name] for name in EXACT if name in criteria]
    where += [getattr(TransactionRecord, name).in_(criteria[name]) for name in ONE_OF if name in criteria]
    if "starts_at" in criteria:
        where.append(col(TransactionRecord.created_at) >= datetime.fromisoformat(criteria["starts_at"]))
    if "ends_at" in criteria:
        where.append(col(TransactionRecord.created_at) <= datetime.fromisoformat(criteria["ends_at"]))
    return where


def _row(record: TransactionRecord) -> TransactionRow:
    return TransactionRow(
        record.id,
        record.created_at,
        record.way,
        record.step,
        record.issuer,
        record.request_id,
        record.response_id,
        record.assertion_id,
        record.is_success,
    )


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.hex()
