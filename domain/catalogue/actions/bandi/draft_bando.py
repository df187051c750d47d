"""Begin to write a call for applications."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.catalogue.model.bando import Bando
from domain.catalogue.permissions import may_publish
from domain.catalogue.queries.published_services import published_service
from domain.catalogue.refusals import NotYoursToPublish
from domain.catalogue.rules.bandi.content import BandoContent
from domain.catalogue.rules.designing.naming import slug_of
from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork


class DraftBando(BaseModel):
    """What it is called, and to which service of those on offer people apply by it."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=160)]
    service_slug: str


async def draft_bando(work: UnitOfWork, operator: Operator, command: DraftBando) -> UUID:
    """The id of the draft, of the operator's ente. It keeps the form that the service has today.

    Refuses NotYoursToPublish, NotFound for a service that is not on offer.
    """
    if not may_publish(operator, operator.ente_id):
        raise NotYoursToPublish
    service = await published_service(work, operator, command.service_slug)
    await locks.hold(work, "bandi", operator.ente_id)
    taken = await work.session.exec(select(Bando.slug).where(col(Bando.ente_id) == operator.ente_id))
    draft = Bando(
        ente_id=operator.ente_id,
        slug=slug_of(command.title, set(taken.all())),
        service_id=service.service_id,
        service_version_id=service.version_id,
        content=BandoContent(title=Localised({"it": command.title})).as_kept(),
        changed_at=work.now,
        changed_by_id=operator.operator_id,
    )
    work.session.add(draft)
    return draft.id
