"""One relation, as people read it."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.relation import Outsider, Relation
from domain.registry.permissions import may_draw_families
from domain.registry.queries.households.household_on import note_reading
from domain.registry.queries.people import person
from domain.registry.queries.relations.relation_map import FigureRow, RelationRow, figure_of, figures_of, rows_of
from domain.registry.queries.relations.rows import between_known, outsider


async def relation_row(work: UnitOfWork, actor: Actor, person_id: UUID, relation_id: UUID) -> RelationRow:
    """The relation, seen from the pages of a person. Refuses NotAllowed and NotFound; the reading is noted."""
    if not may_draw_families(actor):
        raise NotAllowed
    note_reading(work, actor, await person(work, actor, person_id), ReadingPurpose.CASE_WORK)
    statement = select(Relation).where(col(Relation.id) == relation_id, between_known(actor))
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    ids = {found.one_id, found.other_id}
    figures = await figures_of(work, actor, ids, work.today, index_id=person_id, at_home=())
    rows = rows_of([found], figures)
    if not rows:
        raise NotFound
    return rows[0]


async def outsider_row(work: UnitOfWork, actor: Actor, person_id: UUID, outsider_id: UUID) -> FigureRow:
    """Somebody without a record, seen from the pages of a person. Refuses NotAllowed and NotFound; noted."""
    if not may_draw_families(actor):
        raise NotAllowed
    note_reading(work, actor, await person(work, actor, person_id), ReadingPurpose.CASE_WORK)
    found: Outsider = await outsider(work, actor, outsider_id)
    return figure_of(found)
