"""Which comuni are the area of an ambito, by their codes of the cadastre."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from domain.organization.model.ente import Ente
from domain.organization.terms import EnteKind
from domain.platform.work import UnitOfWork


async def territory_codes(work: UnitOfWork, enti: Collection[UUID]) -> frozenset[str]:
    """The codes of the comuni among ``enti``; none at all while one of them has no code: then nobody is outside."""
    wanted = select(Ente.belfiore).where(col(Ente.id).in_(enti), col(Ente.kind) == EnteKind.COMUNE)
    found = (await work.session.exec(wanted)).all()
    return frozenset(one for one in found if one) if all(found) else frozenset()
