"""Why people may ask an ente to be seen, as who writes the reasons reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Need
from domain.scheduling.terms import Manner

MOST = 300


@dataclass(frozen=True)
class NeedRow:
    """A need with its words in every language in which they are written."""

    id: UUID
    ente_id: UUID
    slug: str
    name: Mapping[str, str]
    explanation: Mapping[str, str]
    to_bring: Mapping[str, Sequence[str]]
    service_slug: str | None
    minutes: int
    manners: tuple[Manner, ...]
    is_online: bool
    is_discreet: bool
    position: int
    is_offered: bool


async def needs_of(work: UnitOfWork, operator: Operator, *, of_ambito: bool = False) -> Sequence[NeedRow]:
    """The needs of the operator's ente, or of its whole ambito, in their order, withdrawn ones too; one question."""
    enti = operator.family if of_ambito else (operator.ente_id,)
    statement = select(Need).where(col(Need.ente_id).in_(enti))
    ordered = statement.order_by(col(Need.is_offered).desc(), col(Need.position), col(Need.slug)).limit(MOST)
    return [_row(one) for one in (await work.session.exec(ordered)).all()]


async def need_row(work: UnitOfWork, operator: Operator, need_id: UUID) -> NeedRow:
    """The need ``need_id`` of the operator's ente. Refuses NotFound."""
    statement = select(Need).where(col(Need.id) == need_id, col(Need.ente_id) == operator.ente_id)
    found = (await work.session.exec(statement)).first()
    if found is None:
        raise NotFound
    return _row(found)


def _row(one: Need) -> NeedRow:
    return NeedRow(
        id=one.id,
        ente_id=one.ente_id,
        slug=one.slug,
        name=one.name,
        explanation=one.explanation,
        to_bring=one.to_bring,
        service_slug=one.service_slug,
        minutes=one.minutes,
        manners=tuple(Manner(word) for word in one.manners),
        is_online=one.is_online,
        is_discreet=one.is_discreet,
        position=one.position,
        is_offered=one.is_offered,
    )
