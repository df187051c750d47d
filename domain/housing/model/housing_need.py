"""A housing need: what a person and their household look for, as it was last said at a desk."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.housing.refusals import NeedAlreadyClosed, NeedAlreadyOpen
from domain.housing.terms import DwellingKind, NeedReason, NeedStatus, NeedStep
from domain.platform.database import means
from domain.platform.tables import Json, Table, column, instant, word

WHO_SEES = ("office_id", "is_reserved", "is_of_masked_desk", "masked_roles")


class HousingNeed(Table, table=True):
    """One open for each person and ente. ``said_on`` is the day of the contact that counts, ``since_on`` of the first.

    ``is_reserved``, ``is_of_masked_desk`` and ``masked_roles`` say who of the ente does not see it: as the sheet did.
    """

    __tablename__ = "housing_need"
    __table_args__ = (
        sa.Index(
            "uq_housing_need_open", "ente_id", "person_id", unique=True, postgresql_where=sa.text("status = 'open'")
        ),
        sa.Index("ix_housing_need_list", "ente_id", "status", "since_on"),
        sa.CheckConstraint("status = 'open' OR closed_at IS NOT NULL", name="closed"),
        {"schema": "housing"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="registry.household.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id")
    status: NeedStatus = word(NeedStatus, default=NeedStatus.OPEN)
    kind: DwellingKind = word(DwellingKind)
    reason: NeedReason | None = word(NeedReason, default=None, nullable=True)
    rooms: int | None = None
    people: int | None = None
    most_rent: Decimal | None = column(sa.Numeric(10, 2), default=None)
    since_on: date
    said_on: date
    is_reserved: bool = False
    is_of_masked_desk: bool = False
    masked_roles: list[str] = column(Json, default_factory=list)
    closing_code: str = ""
    closing_note: str = ""
    closed_at: datetime | None = instant()
    version: int = 1

    def say_again(self, facts: dict[str, Any], said_on: date) -> None:
        """Another contact says what is looked for: the latest counts, and the first day stays the first.

        A need that few may see stays with those few, whatever desk hears of it later.
        """
        first_on = min(self.since_on, facts["since_on"])
        if said_on >= self.said_on:
            closer = (self.is_reserved, self.is_of_masked_desk) > (facts["is_reserved"], facts["is_of_masked_desk"])
            for name, value in facts.items():
                if closer and name in WHO_SEES:
                    continue
                setattr(self, name, value)
            self.said_on = said_on
        self.since_on = first_on
        self.version += 1

    def close(self, code: str, note: str, at: datetime) -> None:
        """The search has ended. Refuses NeedAlreadyClosed."""
        if self.status is NeedStatus.CLOSED:
            raise NeedAlreadyClosed
        self.status, self.closing_code, self.closing_note, self.closed_at = NeedStatus.CLOSED, code, note, at
        self.version += 1

    def reopen(self) -> None:
        """It goes on; why it was closed stays in the history. Refuses NeedAlreadyOpen."""
        if self.status is NeedStatus.OPEN:
            raise NeedAlreadyOpen
        self.status, self.closing_code, self.closing_note, self.closed_at = NeedStatus.OPEN, "", "", None
        self.version += 1


class HousingNeedStep(Table, table=True):
    """A line of the history of a need: what was said, closed or opened again. Never changed."""

    __tablename__ = "housing_need_step"
    __table_args__ = (sa.Index("ix_housing_need_step_need", "need_id", "happened_at"), {"schema": "housing"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    need_id: UUID = Field(foreign_key="housing.housing_need.id")
    step: NeedStep = word(NeedStep)
    happened_at: datetime = instant(nullable=False)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    sheet_id: UUID | None = Field(default=None, foreign_key="reception.contact_sheet.id")
    said: dict[str, Any] = column(Json, default_factory=dict)
    closing_code: str = ""
    note: str = ""


means("uq_housing_need_open", NeedAlreadyOpen())
