"""Who stands around somebody, and what they are to each other: the rows from which drawings and tables are made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.model.relation import Outsider, Relation
from domain.registry.permissions import visible_to
from domain.registry.rules.ages import age_on
from domain.registry.rules.drawing.family import Bond, FamilyGraph, Figure
from domain.registry.terms import FactSource
from domain.registry.terms.relations import OutsiderKind, RelationKind


@dataclass(frozen=True)
class FigureRow:
    """Somebody or something in a drawing. ``is_on_record``: a person of the registry, with a page of their own."""

    id: UUID
    name: str
    sex: str | None
    birth_year: int | None
    death_year: int | None
    age: int | None
    is_dead: bool
    is_on_record: bool
    place: OutsiderKind
    is_index: bool = False
    is_at_home: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is a person and not a place or a body."""
        return self.place is OutsiderKind.PERSON

    def drawn(self) -> Figure:
        """The same, to be drawn."""
        return Figure(
            key=str(self.id),
            name=self.name,
            sex=self.sex,
            birth_year=self.birth_year,
            death_year=self.death_year,
            age=self.age,
            is_index=self.is_index,
            is_at_home=self.is_at_home,
            is_dead=self.is_dead,
            place=self.place,
        )


@dataclass(frozen=True)
class RelationRow:
    """What ``one`` is to ``other``; ``ends_on`` is the last day."""

    id: UUID
    one: FigureRow
    other: FigureRow
    kind: RelationKind
    starts_on: date | None
    ends_on: date | None
    source: FactSource


@dataclass(frozen=True)
class RelationMap:
    """Figures and relations on a day."""

    day: date
    figures: Sequence[FigureRow]
    relations: Sequence[RelationRow]

    @property
    def index(self) -> FigureRow:
        """The person whose map it is."""
        return next(figure for figure in self.figures if figure.is_index)

    def graph(self) -> FamilyGraph:
        """The same, to be drawn."""
        began = sorted(self.relations, key=lambda row: (row.starts_on or date.min, str(row.id)))
        bonds = [
            Bond(str(row.id), str(row.one.id), str(row.other.id), row.kind, turn) for turn, row in enumerate(began)
        ]
        return FamilyGraph(tuple(figure.drawn() for figure in self.figures), tuple(bonds))


async def figures_of(
    work: UnitOfWork,
    actor: Actor,
    ids: Collection[UUID],
    day: date,
    *,
    index_id: UUID,
    at_home: Collection[UUID],
) -> dict[UUID, FigureRow]:
    """The figures among ``ids`` of whom ``actor`` may know, the index person first; two questions."""
    wanted = [index_id, *sorted(set(ids) - {index_id}, key=str)]
    people = select(Person).where(col(Person.id).in_(wanted), visible_to(actor), col(Person.same_as_id).is_(None))
    outsiders = (
        select(Outsider)
        .join(Person, col(Person.id) == col(Outsider.person_id))
        .where(col(Outsider.id).in_(wanted), visible_to(actor))
    )
    found = {
        one.id: _of_person(one, day, is_index=one.id == index_id, is_at_home=one.id in at_home)
        for one in await _all(work, people)
    }
    found |= {one.id: figure_of(one) for one in await _all(work, outsiders)}
    return {key: found[key] for key in wanted if key in found}


async def _all(work: UnitOfWork, statement: Any) -> Sequence[Any]:
    return (await work.session.exec(statement)).all()


def rows_of(relations: Sequence[Relation], figures: dict[UUID, FigureRow]) -> list[RelationRow]:
    """The relations between two figures that are both there."""
    return [
        _row(relation, figures[relation.one_id], figures[relation.other_id])
        for relation in relations
        if relation.one_id in figures and relation.other_id in figures
    ]


def _row(relation: Relation, one: FigureRow, other: FigureRow) -> RelationRow:
    stretch = relation.stretch
    ends_on = stretch.ends_before - timedelta(days=1) if stretch.ends_before else None
    return RelationRow(relation.id, one, other, relation.kind, stretch.starts_on, ends_on, relation.source)


def _of_person(known: Person, day: date, *, is_index: bool, is_at_home: bool) -> FigureRow:
    is_dead = known.died_on is not None and known.died_on <= day
    return FigureRow(
        id=known.id,
        name=known.full_name,
        sex=known.sex,
        birth_year=known.born_on.year if known.born_on else None,
        death_year=known.died_on.year if known.died_on and is_dead else None,
        age=age_on(known.born_on, day) if known.born_on and known.born_on <= day and not is_dead else None,
        is_dead=is_dead,
        is_on_record=True,
        place=OutsiderKind.PERSON,
        is_index=is_index,
        is_at_home=is_at_home,
    )


def figure_of(one: Outsider) -> FigureRow:
    """Somebody without a record, as people read it."""
    return FigureRow(
        id=one.id,
        name=one.name,
        sex=one.sex,
        birth_year=one.birth_year,
        death_year=one.death_year,
        age=None,
        is_dead=one.is_dead,
        is_on_record=False,
        place=one.kind,
    )
