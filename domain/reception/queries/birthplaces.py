"""The place of birth that was typed, as a code."""

from uuid import UUID

from domain.organization.queries.codes import find_codes
from domain.platform.work import UnitOfWork

PLACES = ("comuni", "stati_esteri")
MOST = 5


async def birthplace_code(work: UnitOfWork, ente_id: UUID, typed: str) -> str | None:
    """The code of the comune or country that is called so, or the only one that fits; None when that is not clear."""
    for name in PLACES:
        found = await find_codes(work, ente_id, name, typed, most=MOST, also_inactive=True)
        same = [row for row in found if typed.strip().lower() in (row.label.lower(), row.code.lower())]
        if same or len(found) == 1:
            return (same or found)[0].code
    return None
