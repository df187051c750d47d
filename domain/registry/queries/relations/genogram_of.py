"""The genogram of somebody: the family around the person, drawn and as rows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.kernel.actor import Actor
from domain.kernel.drawing import Drawing
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.model.relation import Relation
from domain.registry.permissions import may_draw_families
from domain.registry.queries.households.household_on import households_on, note_reading
from domain.registry.queries.people import person
from domain.registry.queries.relations.relation_map import RelationMap, figures_of, rows_of
from domain.registry.queries.relations.rows import relations_around
from domain.registry.rules.drawing.genogram import draw_genogram
from domain.registry.terms import HouseholdKind
from domain.registry.terms.relations import RelationAspect

STEPS = 4
MOST = 80
FAMILY = (RelationAspect.PARENT, RelationAspect.COUPLE, RelationAspect.TWIN)


@dataclass(frozen=True)
class Genogram:
    """The map and its drawing. ``is_cut``: there are more relatives than a drawing can hold."""

    map: RelationMap
    drawing: Drawing
    is_cut: bool


async def genogram_of(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    day: date,
    *,
    known_at: datetime | None = None,
    purpose: str = ReadingPurpose.CASE_WORK,
) -> Genogram:
    """Relatives up to four steps away, at most 80, and how they get on, as of ``day``.

    Who lives with the person is marked. Whoever ``actor`` may not know of is not there, nor is any relation to them.
    Refuses NotFound and NotAllowed; the reading is noted with its ``purpose``.
    """
    if not may_draw_families(actor):
        raise NotAllowed
    who = await person(work, actor, person_id)
    person_id = who.id  # of a record that was joined with another, the one that counts
    note_reading(work, actor, who, purpose)
    home = await members_at_home(work, actor, person_id, day, known_at)
    ids, relations, is_cut = {person_id}, dict[UUID, Relation](), False
    frontier = {person_id}
    for _step in range(STEPS):
        if not frontier or is_cut:
            break
        found = await relations_around(work, actor, frontier, day, FAMILY, known_at)
        relations |= {relation.id: relation for relation in found}
        met = {key for relation in found for key in (relation.one_id, relation.other_id)} - ids
        is_cut = len(ids) + len(met) > MOST
        frontier = set(sorted(met, key=str)[: MOST - len(ids)])
        ids |= frontier
    ties = await relations_around(work, actor, ids, day, (RelationAspect.TIE,), known_at)
    figures = await figures_of(work, actor, ids, day, index_id=person_id, at_home=home)
    people = {key: figure for key, figure in figures.items() if figure.is_person}
    drawn = RelationMap(day, list(people.values()), rows_of([*relations.values(), *ties], people))
    return Genogram(drawn, draw_genogram(drawn.graph()), is_cut)


async def members_at_home(
    work: UnitOfWork, actor: Actor, person_id: UUID, day: date, known_at: datetime | None
) -> set[UUID]:
    """Who lives with the person on ``day``, the person included: the registry's word, or else the person's own."""
    kinds = (HouseholdKind.REGISTRY, HouseholdKind.RELATIONAL)
    why = ReadingPurpose.CASE_WORK
    sheets = await households_on(work, actor, person_id, day, kinds=kinds, known_at=known_at, purpose=why)
    for sheet in sheets.values():
        if len(sheet.members) > 1:
            return {member.person_id for member in sheet.members if member.is_cohabiting} | {person_id}
    return set()
