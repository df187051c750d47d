"""The eco-map of somebody: who lives there, and the people and places that count for them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.kernel.actor import Actor
from domain.kernel.drawing import Drawing
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.permissions import may_draw_families
from domain.registry.queries.households.household_on import note_reading
from domain.registry.queries.people import person
from domain.registry.queries.relations.genogram_of import MOST, members_at_home
from domain.registry.queries.relations.relation_map import RelationMap, figures_of, rows_of
from domain.registry.queries.relations.rows import relations_around
from domain.registry.rules.drawing.eco_map import draw_eco_map
from domain.registry.terms.relations import RelationAspect


@dataclass(frozen=True)
class EcoMap:
    """The map and its drawing. ``is_cut``: there are more ties than a drawing can hold."""

    map: RelationMap
    drawing: Drawing
    is_cut: bool


async def eco_map_of(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    day: date,
    *,
    known_at: datetime | None = None,
    purpose: str = ReadingPurpose.CASE_WORK,
) -> EcoMap:
    """The ties of the person and of who lives with the person, as of ``day``; at most 80 figures.

    Whoever ``actor`` may not know of is not there, nor is any tie to them. Refuses NotFound and NotAllowed; the
    reading is noted with its ``purpose``.
    """
    if not may_draw_families(actor):
        raise NotAllowed
    who = await person(work, actor, person_id)
    person_id = who.id  # of a record that was joined with another, the one that counts
    note_reading(work, actor, who, purpose)
    home = await members_at_home(work, actor, person_id, day, known_at) | {person_id}
    ties = await relations_around(work, actor, home, day, (RelationAspect.TIE,), known_at)
    met = {key for relation in ties for key in (relation.one_id, relation.other_id)} - home
    kept = set(sorted(met, key=str)[: max(MOST - len(home), 0)])
    figures = await figures_of(work, actor, home | kept, day, index_id=person_id, at_home=home)
    drawn = RelationMap(day, list(figures.values()), rows_of(ties, figures))
    return EcoMap(drawn, draw_eco_map(drawn.graph()), len(met) > len(kept))
