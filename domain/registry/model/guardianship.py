"""Who may act for a person who cannot act alone."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.platform.tables import Days, Table, column, days, instant, word
from domain.registry.refusals import PeriodReversed, TitleAlreadyChecked
from domain.registry.terms import GuardianshipKind, GuardianshipStatus


class Guardianship(Table, table=True):
    """The right to act for ``person_id``, by law or by decree of a judge, in a range of days.

    ``decree`` is its number; ``scope`` says in words what the guardian may do. A title that a citizen declared keeps
    what they typed (``declared_…``) and which text they agreed to (``declaration``); it counts once an office has
    verified it. ``document_id`` is the decree as a file, which the documents keep.
    """

    __tablename__ = "guardianship"
    __table_args__ = (
        sa.CheckConstraint("person_id <> guardian_id", name="another"),
        sa.CheckConstraint("NOT (is_verified AND refused_at IS NOT NULL)", name="checked_once"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    guardian_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kind: GuardianshipKind = word(GuardianshipKind)
    decree: str = ""
    decree_on: date | None = None
    court: str | None = None
    scope: str | None = None
    document_id: UUID | None = None
    is_verified: bool = False
    held_during: Range[date] = column(Days)
    declaration: str | None = None
    declared_at: datetime | None = instant()
    guardian_name: str | None = None
    declared_given_name: str | None = None
    declared_family_name: str | None = None
    declared_codice_fiscale: str | None = None
    declared_born_on: date | None = None
    checked_at: datetime | None = instant()
    checked_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    refused_at: datetime | None = instant()
    refusal_reason: str | None = None

    @property
    def declared_name(self) -> str:
        """The name of the person as the citizen typed it; empty when an operator wrote the title."""
        return f"{self.declared_given_name or ''} {self.declared_family_name or ''}".strip()

    @property
    def ends_on(self) -> date | None:
        """The last day, included; None when it has no end."""
        after = self.day_after
        return after - timedelta(days=1) if after else None

    @property
    def day_after(self) -> date | None:
        """The first day on which it no longer counts; PostgreSQL gives ranges back without their last day."""
        last = self.held_during.upper
        return last + timedelta(days=1) if last and self.held_during.bounds.endswith("]") else last

    def status_on(self, day: date) -> GuardianshipStatus:
        """Where the title stands on ``day``."""
        if self.refused_at is not None:
            return GuardianshipStatus.REFUSED
        if self.day_after is not None and day >= self.day_after:
            return GuardianshipStatus.ENDED
        return GuardianshipStatus.VERIFIED if self.is_verified else GuardianshipStatus.DECLARED

    def verify(self, operator_id: UUID | None, at: datetime) -> None:
        """An office has seen the proof. Refuses TitleAlreadyChecked."""
        self._check(operator_id, at)
        self.is_verified = True

    def refuse(self, operator_id: UUID | None, at: datetime, reason: str) -> None:
        """An office found that it does not hold. Refuses TitleAlreadyChecked."""
        self._check(operator_id, at)
        self.refused_at, self.refusal_reason = at, reason

    def end(self, last_day: date) -> None:
        """It counts up to ``last_day``, included. Refuses PeriodReversed before its first day."""
        if self.held_during.lower is not None and last_day < self.held_during.lower:
            raise PeriodReversed
        self.held_during = days(self.held_during.lower or last_day, last_day)

    def correct(self, facts: Mapping[str, Any], starts_on: date, ends_on: date | None) -> None:
        """Take over ``facts`` by column, and the period. Refuses PeriodReversed."""
        if ends_on is not None and ends_on < starts_on:
            raise PeriodReversed
        for name, value in facts.items():
            setattr(self, name, value)
        self.held_during = days(starts_on, ends_on)

    def _check(self, operator_id: UUID | None, at: datetime) -> None:
        if self.is_verified or self.refused_at is not None:
            raise TitleAlreadyChecked
        self.checked_by_id, self.checked_at = operator_id, at
