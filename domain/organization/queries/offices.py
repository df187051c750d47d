"""The offices of an ente with their opening hours, for whoever looks for one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.organization.model.ente import Ente
from domain.organization.model.office import Office, OpeningHours
from domain.organization.rules.opening_hours import Stretch, week
from domain.organization.terms import WEEKDAYS, OfficeKind
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class OpeningRow:
    """A stretch of a weekday (0 = Monday) in which the office is open."""

    weekday: int
    opening_time: time
    closing_time: time


@dataclass(frozen=True)
class OpeningTextRow:
    """Days with the same hours, for one line of text: their names, and (opens, closes) of each stretch."""

    weekdays: tuple[Text, ...]
    stretches: tuple[tuple[time, time], ...]


@dataclass(frozen=True)
class OfficeRow:
    """An office as people see it."""

    id: UUID
    ente_id: UUID
    ente_name: str
    kind: OfficeKind
    name: str
    address: str
    phone: str
    email: str
    is_receiving_applications: bool
    is_open: bool
    hours: tuple[OpeningRow, ...]

    @property
    def opening_text(self) -> tuple[OpeningTextRow, ...]:
        """The week in few lines: days with the same hours together."""
        stretches = (Stretch(row.weekday, row.opening_time, row.closing_time) for row in self.hours)
        return tuple(
            OpeningTextRow(tuple(WEEKDAYS[day] for day in line.weekdays), line.stretches) for line in week(stretches)
        )


async def office(work: UnitOfWork, office_id: UUID) -> OfficeRow:
    """The office ``office_id``. Refuses NotFound."""
    found = await offices_where(work, col(Office.id) == office_id)
    if not found:
        raise NotFound
    return found[0]


async def offices_of(work: UnitOfWork, actor: Actor, ente_id: UUID) -> Sequence[OfficeRow]:
    """The offices of ``ente_id`` by name; closed ones too, for ``actor`` may open them again.

    Anybody of the same ambito may ask: where the offices are is public.
    """
    return await offices_where(work, col(Office.ente_id) == ente_id)


async def offices_of_all(work: UnitOfWork, actor: Actor, ente_ids: Iterable[UUID]) -> Sequence[OfficeRow]:
    """The offices of several enti by name, closed ones too; two questions. Anybody of the same ambito may ask."""
    return await offices_where(work, col(Office.ente_id).in_(set(ente_ids)))


async def offices_where(work: UnitOfWork, *conditions: object) -> Sequence[OfficeRow]:
    """The offices that meet ``conditions`` on the table of offices, by name; two questions, however many they are."""
    statement = select(Office, Ente.name).join(Ente, col(Ente.id) == col(Office.ente_id)).where(*conditions)  # pyright: ignore[reportArgumentType, reportCallIssue]
    found = (await work.session.exec(statement.order_by(col(Office.name)))).all()
    hours = await _hours(work, [row.id for row, _ in found])
    return [_row(row, ente_name, hours.get(row.id, ())) for row, ente_name in found]


async def _hours(work: UnitOfWork, office_ids: Sequence[UUID]) -> dict[UUID, tuple[OpeningRow, ...]]:
    if not office_ids:
        return {}
    statement = select(OpeningHours).where(col(OpeningHours.office_id).in_(office_ids))
    found = (
        await work.session.exec(statement.order_by(col(OpeningHours.weekday), col(OpeningHours.opening_time)))
    ).all()
    hours: dict[UUID, tuple[OpeningRow, ...]] = {}
    for row in found:
        hours[row.office_id] = (
            *hours.get(row.office_id, ()),
            OpeningRow(row.weekday, row.opening_time, row.closing_time),
        )
    return hours


def _row(found: Office, ente_name: str, hours: Iterable[OpeningRow]) -> OfficeRow:
    return OfficeRow(
        id=found.id,
        ente_id=found.ente_id,
        ente_name=ente_name,
        kind=found.kind,
        name=found.name,
        address=found.address,
        phone=found.phone,
        email=found.email,
        is_receiving_applications=found.is_receiving_applications,
        is_open=found.is_open,
        hours=tuple(hours),
    )
