"""The services of the catalogue for which an action of a plan may stand."""

from collections.abc import Sequence
from uuid import UUID

from domain.catalogue.queries.published_services import published_services
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.platform.work import UnitOfWork


async def services_offered(work: UnitOfWork, operator: Operator) -> Sequence[tuple[UUID, str]]:
    """Those on offer today in the enti of ``operator``, by title."""
    return [(one.service_id, one.card.title.in_(SOURCE.code)) for one in await published_services(work, operator)]
