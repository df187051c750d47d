"""Which external bodies are meant by names that were typed."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.model.external_body import ExternalBody
from domain.registry.permissions import known_bodies
from domain.registry.rules.bodies import searched


async def bodies_named(work: UnitOfWork, operator: Operator, typed: Iterable[str]) -> dict[str, UUID]:
    """The body of each name, by the name as it was typed; one that is no body's whole name is left out.

    Capitals, accents and signs do not matter. Of two enti's bodies of one name the operator's own is meant.
    """
    names = {text: searched(text) for text in typed if searched(text)}
    if not names:
        return {}
    wanted = select(ExternalBody).where(known_bodies(operator), col(ExternalBody.searched).in_(set(names.values())))
    found = [one for one in (await work.session.exec(wanted)).all() if one.works_with_us(work.today)]
    found.sort(key=lambda one: (one.ente_id == operator.ente_id, str(one.id)))
    ids = {one.searched: one.id for one in found}
    return {text: ids[name] for text, name in names.items() if name in ids}


async def has_namesake(work: UnitOfWork, ente_id: UUID, name: str, but: UUID | None = None) -> bool:
    """Whether the ente works without an end with a body of this name, other than ``but``."""
    wanted = select(ExternalBody.id).where(
        col(ExternalBody.ente_id) == ente_id,
        col(ExternalBody.searched) == searched(name),
        col(ExternalBody.ended_on).is_(None),
        col(ExternalBody.id).is_distinct_from(but),
    )
    return (await work.session.exec(wanted.limit(1))).first() is not None
