"""Households: who lives with whom, by each source, from a day to another."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.platform.tables import Days, Table, column, word
from domain.registry.rules.tenures import left_on
from domain.registry.terms import HouseholdKind, Kinship


class Household(Table, table=True):
    """A group of people, as the registry, the ISEE or their relations show it."""

    __tablename__ = "household"
    __table_args__ = {"schema": "registry"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    kind: HouseholdKind = word(HouseholdKind)
    source: str


class HouseholdMember(Table, table=True):
    """Somebody in a household. Nobody is twice in the same one at once."""

    __tablename__ = "household_member"
    __table_args__ = (
        ExcludeConstraint(
            (sa.column("household_id"), "="),
            (sa.column("person_id"), "="),
            (sa.column("held_during"), "&&"),
            using="gist",
            name="ex_household_member_overlap",
        ),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    household_id: UUID = Field(foreign_key="registry.household.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kinship: Kinship = word(Kinship)
    held_during: Range[date] = column(Days)

    def leave(self, day: date) -> bool:
        """Belong to it up to the day before ``day``; False, changing nothing, when it starts on that day or later."""
        before = left_on(self.held_during, day)
        if before is not None:
            self.held_during = before
        return before is not None
