"""What people are to each other, whatever household they live in; and who or what counts for them without a record."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.kernel.refusals import Conflict
from domain.platform.database import means
from domain.platform.tables import word
from domain.registry.model.known import Known, Origin
from domain.registry.rules.outsiders import OutsiderFacts
from domain.registry.rules.timelines import Stretch, range_of
from domain.registry.terms.relations import OutsiderKind, RelationAspect, RelationKind


class Outsider(Known, table=True):
    """Somebody or something in the drawings of ``person_id`` that has no record: a lost grandfather, a school."""

    __tablename__ = "outsider"
    __table_args__ = (sa.CheckConstraint("name <> ''", name="name"), {"schema": "registry"})

    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kind: OutsiderKind = word(OutsiderKind)
    name: str
    sex: str | None = None
    birth_year: int | None = None
    death_year: int | None = None
    is_dead: bool = False

    @property
    def facts(self) -> OutsiderFacts:
        """What is written of it."""
        return OutsiderFacts.model_validate({name: getattr(self, name) for name in OutsiderFacts.model_fields})

    @classmethod
    def of(cls, ente_id: UUID, person_id: UUID, facts: OutsiderFacts, at: datetime, origin: Origin) -> "Outsider":
        """``facts`` in the drawings of ``person_id``, believed from ``at`` on."""
        return cls(
            ente_id=ente_id,
            person_id=person_id,
            held_during=Range(None, None),
            known_during=Range(at, None),
            source=origin.source,
            author_id=origin.author_id,
            reason=origin.reason,
            **facts.model_dump(),
        )


class Relation(Known, table=True):
    """What ``one`` is to ``other``: each is a person of the registry or an outsider. The first is the parent.

    Of the same days two have one relation of each aspect: PostgreSQL sees to it, whoever is named first.
    """

    __tablename__ = "relation"
    __table_args__ = (
        sa.CheckConstraint("num_nonnulls(person_id, outsider_id) = 1", name="one"),
        sa.CheckConstraint("num_nonnulls(other_person_id, other_outsider_id) = 1", name="other"),
        sa.CheckConstraint(
            "coalesce(person_id, outsider_id) <> coalesce(other_person_id, other_outsider_id)", name="two"
        ),
        ExcludeConstraint(
            (
                sa.text("(least(coalesce(person_id, outsider_id), coalesce(other_person_id, other_outsider_id)))"),
                "=",
            ),
            (
                sa.text("(greatest(coalesce(person_id, outsider_id), coalesce(other_person_id, other_outsider_id)))"),
                "=",
            ),
            (sa.column("aspect"), "="),
            (sa.column("held_during"), "&&"),
            (sa.column("known_during"), "&&"),
            using="gist",
            name="ex_relation_overlap",
        ),
        sa.Index("ix_relation_person_id", "person_id", postgresql_where=sa.text("person_id IS NOT NULL")),
        sa.Index("ix_relation_outsider_id", "outsider_id", postgresql_where=sa.text("outsider_id IS NOT NULL")),
        sa.Index(
            "ix_relation_other_person_id", "other_person_id", postgresql_where=sa.text("other_person_id IS NOT NULL")
        ),
        sa.Index(
            "ix_relation_other_outsider_id",
            "other_outsider_id",
            postgresql_where=sa.text("other_outsider_id IS NOT NULL"),
        ),
        {"schema": "registry"},
    )

    person_id: UUID | None = Field(default=None, foreign_key="registry.person.id")
    outsider_id: UUID | None = Field(default=None, foreign_key="registry.outsider.id")
    other_person_id: UUID | None = Field(default=None, foreign_key="registry.person.id")
    other_outsider_id: UUID | None = Field(default=None, foreign_key="registry.outsider.id")
    aspect: RelationAspect = word(RelationAspect)
    kind: RelationKind = word(RelationKind)

    @property
    def one_id(self) -> UUID:
        """The first of the two, whoever it is."""
        found = self.person_id or self.outsider_id
        assert found is not None, "a constraint sees to it"
        return found

    @property
    def other_id(self) -> UUID:
        """The second of the two, whoever it is."""
        found = self.other_person_id or self.other_outsider_id
        assert found is not None, "a constraint sees to it"
        return found

    def follow(self, wrong_id: UUID, right_id: UUID) -> None:
        """The outsider is now written down as ``right_id``."""
        if self.outsider_id == wrong_id:
            self.outsider_id = right_id
        if self.other_outsider_id == wrong_id:
            self.other_outsider_id = right_id

    @classmethod
    def between(
        cls, ends: "tuple[End, End]", kind: RelationKind, ente_id: UUID, stretch: Stretch, at: datetime, origin: Origin
    ) -> "Relation":
        """``ends`` are ``kind`` to each other for the days of ``stretch``, believed from ``at`` on."""
        one, other = ends
        return cls(
            ente_id=ente_id,
            person_id=None if isinstance(one, Outsider) else one,
            outsider_id=one.id if isinstance(one, Outsider) else None,
            other_person_id=None if isinstance(other, Outsider) else other,
            other_outsider_id=other.id if isinstance(other, Outsider) else None,
            aspect=kind.aspect,
            kind=kind,
            held_during=range_of(stretch),
            known_during=Range(at, None),
            source=origin.source,
            author_id=origin.author_id,
            reason=origin.reason,
        )


End = UUID | Outsider
"""A person of the registry by id, or an outsider."""

means("ex_relation_overlap", Conflict())
