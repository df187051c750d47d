"""An external body: a school, a clinic, an association, an employer with which the offices work."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Json, Table, column
from domain.registry.refusals import BodyChangedMeanwhile, BodyNameTaken, PeriodReversed
from domain.registry.rules.bodies import BodyFacts, searched


class ExternalBody(Table, table=True):
    """Written by one ente, known to all of its ambito. It is no ente of ours and has no operators.

    ``searched`` is the name as it is looked for; ``starts_on`` and ``ended_on`` are the first and the last day on
    which we work with it; ``contacts`` are people of it, as they were told.
    """

    __tablename__ = "external_body"
    __table_args__ = (
        sa.Index(
            "uq_external_body_name", "ente_id", "searched", unique=True, postgresql_where=sa.text("ended_on IS NULL")
        ),
        sa.CheckConstraint("name <> ''", name="name"),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= starts_on", name="days"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    kind: str
    name: str
    searched: str
    codice_fiscale: str = ""
    vat_number: str = ""
    street: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    pec: str = ""
    notes: str = ""
    contacts: list[dict[str, Any]] = column(Json, default_factory=list)
    starts_on: date
    ended_on: date | None = None
    author_id: UUID = Field(foreign_key="organization.operator.id")
    version: int = 1

    @classmethod
    def of(cls, ente_id: UUID, facts: BodyFacts, starts_on: date, author_id: UUID) -> "ExternalBody":
        """A body that the ente knows from ``starts_on`` on."""
        return cls(
            ente_id=ente_id,
            starts_on=starts_on,
            author_id=author_id,
            searched=searched(facts.name),
            **facts.columns(),
        )

    def works_with_us(self, day: date) -> bool:
        """Whether it may be chosen on ``day``."""
        return self.ended_on is None or day <= self.ended_on

    def change(self, facts: BodyFacts, author_id: UUID, seen_version: int) -> None:
        """Other facts. Refuses BodyChangedMeanwhile when somebody changed it after the page was opened."""
        if seen_version != self.version:
            raise BodyChangedMeanwhile
        for name, value in facts.columns().items():
            setattr(self, name, value)
        self.searched = searched(facts.name)
        self.author_id = author_id
        self.version += 1

    def end(self, last_day: date | None, author_id: UUID) -> None:
        """We work with it until ``last_day``, included; again without an end for None. Refuses PeriodReversed."""
        if last_day is not None and last_day < self.starts_on:
            raise PeriodReversed
        self.ended_on, self.author_id = last_day, author_id
        self.version += 1


means("uq_external_body_name", BodyNameTaken())
