"""What an external body may be, in the words of an ente."""

from uuid import UUID

from domain.organization.queries.codes import codes_of
from domain.platform.work import UnitOfWork
from domain.registry.terms.bodies import BODY_KINDS


async def body_kinds(work: UnitOfWork, ente_id: UUID) -> list[tuple[str, str]]:
    """Those offered today, as (code, label), in the order of the list."""
    return [(row.code, row.label) for row in (await codes_of(work, ente_id, (BODY_KINDS,)))[BODY_KINDS]]
