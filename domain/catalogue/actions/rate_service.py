"""Say how easy a service was to use (C.SE.1.7)."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from domain.catalogue.model.service import ServiceRating
from domain.catalogue.queries.published_services import published_service
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork


class RateService(BaseModel):
    """One to five stars, one of the five fixed answers, and free words."""

    slug: str
    stars: int = Field(ge=1, le=5)
    answer: int | None = Field(default=None, ge=1, le=5)
    comment: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


async def rate_service(work: UnitOfWork, actor: Actor, command: RateService) -> None:
    """Keep the rating, without anybody's name. Refuses NotFound for a service that is not on offer."""
    service = await published_service(work, actor, command.slug)
    work.session.add(
        ServiceRating(
            ente_id=service.ente_id,
            service_id=service.service_id,
            stars=command.stars,
            answer=command.answer,
            comment=command.comment,
        )
    )
