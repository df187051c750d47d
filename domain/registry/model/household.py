"""Households: who lives with whom, by each source, from a day to another, and since when we have known it."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.kernel.refusals import Conflict
from domain.platform.database import means
from domain.platform.tables import Table, word
from domain.registry.model.known import Known, Origin
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch, range_of
from domain.registry.terms import HouseholdKind, Kinship
from domain.registry.terms.support import Availability, ContactMode


class Household(Table, table=True):
    """A group of people, as the registry, the ISEE, the tax office or their relations show it.

    ``is_alone`` says that the reference person told us to live alone: of a relational household only.
    """

    __tablename__ = "household"
    __table_args__ = {"schema": "registry"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    kind: HouseholdKind = word(HouseholdKind)
    source: str
    is_alone: bool = False

    def live_alone(self, *, is_alone: bool) -> None:
        """The reference person lives alone, or not."""
        self.is_alone = is_alone


class HouseholdMember(Known, table=True):
    """Somebody in a household, for some days. Of the same days nobody is believed to be twice in the same one."""

    __tablename__ = "household_member"
    __table_args__ = (
        ExcludeConstraint(
            (sa.column("household_id"), "="),
            (sa.column("person_id"), "="),
            (sa.column("held_during"), "&&"),
            (sa.column("known_during"), "&&"),
            using="gist",
            name="ex_household_member_overlap",
        ),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    household_id: UUID = Field(foreign_key="registry.household.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kinship: Kinship = word(Kinship)
    is_cohabiting: bool = True
    is_parent_responsible: bool = False
    is_caregiver: bool = False
    is_foster: bool = False
    is_disabled: bool = False
    availability: Availability | None = word(Availability, default=None, nullable=True)
    contact_mode: ContactMode | None = word(ContactMode, default=None, nullable=True)

    @property
    def facts(self) -> MemberFacts:
        """What is written of the person in this household."""
        return MemberFacts.model_validate({name: getattr(self, name) for name in MemberFacts.model_fields})

    @classmethod
    def of(
        cls, household: Household, person_id: UUID, facts: MemberFacts, stretch: Stretch, at: datetime, origin: Origin
    ) -> "HouseholdMember":
        """The person in ``household`` for the days of ``stretch``, believed from ``at`` on."""
        return cls(
            ente_id=household.ente_id,
            household_id=household.id,
            person_id=person_id,
            held_during=range_of(stretch),
            known_during=Range(at, None),
            source=origin.source,
            author_id=origin.author_id,
            reason=origin.reason,
            **facts.model_dump(),
        )


means("ex_household_member_overlap", Conflict())
