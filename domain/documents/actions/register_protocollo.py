"""Give a number of the register to what came in or went out (DPR 445/2000 art. 53)."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.documents.model.protocollo import ProtocolloCounter, ProtocolloEntry
from domain.documents.terms import Direction
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class RegisterProtocollo(BaseModel):
    """What is registered (``about_id``), from or to whom, and its subject, which says nothing delicate.

    ``counterpart`` names the sender or recipient where it is not the person; ``content_sha256`` is the fingerprint in
    hex of what is registered.
    """

    ente_id: UUID
    person_id: UUID
    about_id: UUID
    subject: str
    direction: Direction
    counterpart: str | None = None
    content_sha256: str | None = None


async def register_protocollo(work: UnitOfWork, command: RegisterProtocollo) -> ProtocolloEntry:
    """The line of the register for ``about_id``: written now, or the one written before. For reactions and jobs.

    The row lock on the counter makes the numbers of an ente and a year follow each other without gaps: whoever comes
    second waits, and a transaction that fails gives its number back.
    """
    year = work.today.year
    await _lock_counter(work, command.ente_id, year)
    if (known := await _known(work, command)) is not None:
        return known
    named = command.counterpart if command.counterpart is not None else await _name(work, command.person_id)
    entry = ProtocolloEntry(
        **command.model_dump(exclude={"counterpart"}),
        counterpart=named,
        year=year,
        number=await _next(work, command.ente_id, year),
        registered_at=work.now,
    )
    work.session.add(entry)
    await work.session.flush()  # a second registration of the same thing must fail here, with its number
    return entry


async def _known(work: UnitOfWork, command: RegisterProtocollo) -> ProtocolloEntry | None:
    same = select(ProtocolloEntry).where(
        col(ProtocolloEntry.about_id) == command.about_id, col(ProtocolloEntry.direction) == command.direction
    )
    return (await work.session.exec(same)).first()


async def _name(work: UnitOfWork, person_id: UUID) -> str:
    """A register is read by many: it does not say who a protected person is."""
    known = (await names(work, [person_id])).get(person_id)
    return "" if known is None or known.is_protected else known.full_name


async def _lock_counter(work: UnitOfWork, ente_id: UUID, year: int) -> None:
    connection = await work.session.connection()
    counter = ProtocolloCounter(ente_id=ente_id, year=year)
    await connection.execute(
        insert(ProtocolloCounter)
        .values(counter.model_dump())
        .on_conflict_do_nothing(index_elements=["ente_id", "year"])
    )
    await connection.execute(sa.select(ProtocolloCounter.id).where(_counter(ente_id, year)).with_for_update())  # pyright: ignore[reportArgumentType,reportCallIssue]


async def _next(work: UnitOfWork, ente_id: UUID, year: int) -> int:
    connection = await work.session.connection()
    step = (
        sa.update(ProtocolloCounter)
        .where(_counter(ente_id, year))
        .values(last_number=col(ProtocolloCounter.last_number) + 1)
        .returning(col(ProtocolloCounter.last_number))
    )
    return (await connection.execute(step)).scalar_one()


def _counter(ente_id: UUID, year: int) -> sa.ColumnElement[bool]:
    return sa.and_(col(ProtocolloCounter.ente_id) == ente_id, col(ProtocolloCounter.year) == year)
