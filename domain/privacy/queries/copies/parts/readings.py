"""Who has read the file."""

from typing import Any

from domain.kernel.actor import Citizen
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.queries.readings_of import ReadingRow, readings_of
from domain.privacy.rules.copy_shape import CopiedReading

READINGS_AT_ONCE = 500


async def copied_readings(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """All of them, the latest first."""
    found: list[CopiedReading] = []
    number = 1
    while True:
        page = await readings_of(work, citizen, number, size=READINGS_AT_ONCE)
        found += [_reading(row, language) for row in page.items]
        if not page.has_next:
            return {"readings": tuple(found)}
        number += 1


def _reading(row: ReadingRow, language: str) -> CopiedReading:
    return CopiedReading(
        at=row.at,
        office=row.office_name,
        ente=row.ente_name,
        by="representative" if row.is_representative else "delegate" if row.is_by_delegate else "office",
        name=row.delegate_name,
        what=say(row.subject, language),
        why=say(row.purpose, language),
        is_emergency=row.is_emergency,
    )
