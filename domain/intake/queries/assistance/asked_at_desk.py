"""What is asked for at the desk: a service, or a bando with the service and the form it was made for."""

from uuid import UUID

from domain.catalogue.queries.bandi.bando_in_force import BandoInForce, bando_in_force, demand_open_at_desk
from domain.catalogue.queries.published_services import PublishedService, published_service, services_of_versions
from domain.intake.refusals import BandoElsewhere
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork


async def asked_at_desk(
    work: UnitOfWork,
    operator: Operator,
    ente_id: UUID,
    *,
    service_slug: str = "",
    bando_id: UUID | None = None,
    late_reason: str = "",
) -> tuple[PublishedService, BandoInForce | None]:
    """The service for somebody of ``ente_id``, also one that is not asked for online; the bando, where one is named.

    Refuses Invalid where neither is named, NotFound, BandoElsewhere for a bando of another comune, BandoNotOpen before
    and after its hours: after them, where the bando lets the desk, Invalid under ``late_reason`` without a reason.
    """
    if bando_id is None:
        if not service_slug:
            raise Invalid({"service_slug": _("Scegli il servizio, oppure il bando.")})
        return await published_service(work, operator, service_slug, ente_id=ente_id), None
    bando = await bando_in_force(work, bando_id)
    if bando.ente_id not in (ente_id, (await ente(work, ente_id)).ambito_id):
        raise BandoElsewhere
    demand_open_at_desk(bando, work.now, late_reason)
    return (await services_of_versions(work, [bando.service_version_id]))[bando.service_version_id], bando
