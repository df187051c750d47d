"""What is known of a person, each thing with its days, its source and its author."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.kernel.refusals import Conflict
from domain.platform.database import means
from domain.platform.tables import Json, word
from domain.registry.model.known import Known, Origin
from domain.registry.model.person import Person
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.timelines import Stretch, range_of
from domain.registry.terms import FactKind


class Fact(Known, table=True):
    """One thing known of a person: ``value`` has the fields of its kind (``rules/facts``).

    Of some kinds a person has several at once (citizenships, telephones): ``key`` tells them apart. Of the same kind
    and key nothing else is believed of the same days: PostgreSQL sees to it.
    """

    __tablename__ = "fact"
    __table_args__ = (
        ExcludeConstraint(
            (sa.column("person_id"), "="),
            (sa.column("kind"), "="),
            (sa.column("key"), "="),
            (sa.column("held_during"), "&&"),
            (sa.column("known_during"), "&&"),
            using="gist",
            name="ex_fact_overlap",
        ),
        sa.Index("ix_fact_person_id_kind", "person_id", "kind"),
        sa.Index("ix_fact_contact", "key", postgresql_where=sa.text("kind = 'contact'")),
        {"schema": "registry"},
    )

    person_id: UUID = Field(foreign_key="registry.person.id")
    kind: FactKind = word(FactKind)
    key: str = ""
    value: dict[str, Any] = Field(sa_type=Json)

    @classmethod
    def of(cls, known: Person, value: FactValue, stretch: Stretch, at: datetime, origin: Origin) -> "Fact":
        """``value`` of ``known``, held in ``stretch``, believed from ``at`` on."""
        return cls(
            ente_id=known.ente_id,
            person_id=known.id,
            kind=value.kind,
            key=value.key,
            value=value.model_dump(mode="json"),
            held_during=range_of(stretch),
            known_during=Range(at, None),
            source=origin.source,
            author_id=origin.author_id,
            reason=origin.reason,
        )


means("ex_fact_overlap", Conflict())
