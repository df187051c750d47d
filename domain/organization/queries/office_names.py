"""The names of many offices at once, for lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.organization.model.ente import Ente
from domain.organization.model.office import Office
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class OfficeNameRow:
    """What a list shows of an office."""

    name: str
    ente_name: str


async def office_names(work: UnitOfWork, office_ids: Iterable[UUID]) -> dict[UUID, OfficeNameRow]:
    """The offices among ``office_ids`` that can be seen, by id; one question, none for nobody."""
    if not (wanted := set(office_ids)):
        return {}
    statement = select(Office.id, Office.name, Ente.name).join(Ente, col(Ente.id) == col(Office.ente_id))
    found = await work.session.exec(statement.where(col(Office.id).in_(wanted)))
    return {office_id: OfficeNameRow(name, ente_name) for office_id, name, ente_name in found.all()}
