"""A call for applications to a service, and the versions of it that everybody could read."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.catalogue.refusals import BandoDraftChanged, BandoNotUnderWay, BandoPeriodWrong
from domain.catalogue.rules.bandi.content import BandoContent
from domain.catalogue.rules.bandi.states import state_at
from domain.catalogue.terms.bandi import BandoChange, BandoState, BandoStatus
from domain.platform.tables import Json, Table, column, instant, word


class Bando(Table, table=True):
    """``content`` is what is being written, ``catalogue.rules.bandi.content``; what is in force is version ``number``.

    Requests keep the form of ``service_version_id``. ``opens_at`` and ``closes_at`` are instants. ``result`` is the
    text of the result, with ``result_address`` of the PDF in the store; ``revision`` counts the savings.
    """

    __tablename__ = "bando"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "slug"),
        sa.Index("ix_bando_open", "status", "closes_at"),
        sa.CheckConstraint("opens_at < closes_at", name="period"),
        sa.CheckConstraint("(status = 'draft') = (number = 0)", name="published"),
        sa.CheckConstraint("status = 'draft' OR (opens_at IS NOT NULL AND closes_at IS NOT NULL)", name="dated"),
        {"schema": "catalogue"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    slug: str
    service_id: UUID = Field(foreign_key="catalogue.service.id", index=True)
    service_version_id: UUID = Field(foreign_key="catalogue.service_version.id")
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    status: BandoStatus = word(BandoStatus, default=BandoStatus.DRAFT)
    number: int = 0
    content: dict[str, Any] = column(Json)
    opens_at: datetime | None = instant()
    closes_at: datetime | None = instant()
    published_at: datetime | None = instant()
    result: str = ""
    result_address: str = ""
    result_size: int = 0
    revision: int = 1
    changed_at: datetime | None = instant()
    changed_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")

    @property
    def written(self) -> BandoContent:
        """What is being written."""
        return BandoContent.model_validate(self.content)

    def state(self, now: datetime) -> BandoState:
        """Where it is at ``now``."""
        return state_at(self.status, self.opens_at, self.closes_at, now)

    def saved(self, *, seen_revision: int, at: datetime, by_id: UUID) -> None:
        """Count a saving. Refuses BandoDraftChanged after a colleague's, BandoNotUnderWay once it is over."""
        if seen_revision != self.revision:
            raise BandoDraftChanged
        if self.status not in (BandoStatus.DRAFT, BandoStatus.PUBLISHED):
            raise BandoNotUnderWay
        self.revision += 1
        self.changed_at, self.changed_by_id = at, by_id

    def open(self, at: datetime) -> None:
        """Everybody reads it from now on. Refuses BandoNotUnderWay, BandoPeriodWrong for an end that has passed."""
        if self.status is not BandoStatus.DRAFT:
            raise BandoNotUnderWay
        if self.opens_at is None or self.closes_at is None or self.closes_at <= at:
            raise BandoPeriodWrong
        self.number, self.status, self.published_at = 1, BandoStatus.PUBLISHED, at

    def rectify(self) -> None:
        """What was written is in force from now on. Refuses BandoNotUnderWay."""
        self._demand_published()
        self.number += 1

    def extend(self, until: datetime) -> None:
        """Close later. Refuses BandoNotUnderWay, BandoPeriodWrong for what is not later."""
        self._demand_published()
        if self.closes_at is None or until <= self.closes_at:
            raise BandoPeriodWrong
        self.number, self.closes_at = self.number + 1, until

    def annul(self) -> None:
        """It counts nothing any more. Refuses BandoNotUnderWay."""
        self._demand_published()
        self.number, self.status = self.number + 1, BandoStatus.ANNULLED

    def conclude(self, result: str, now: datetime) -> None:
        """Its result is there. Refuses BandoNotUnderWay while people can still apply, and without a bando."""
        self._demand_published()
        if self.state(now) is not BandoState.CLOSED:
            raise BandoNotUnderWay
        self.number, self.status, self.result = self.number + 1, BandoStatus.CONCLUDED, result

    def version(self, change: BandoChange, note: str, content: dict[str, Any], by_id: UUID) -> "BandoVersion":
        """What everybody reads from now on, as version ``number``. Refuses BandoPeriodWrong without its hours."""
        if self.opens_at is None or self.closes_at is None:
            raise BandoPeriodWrong
        return BandoVersion(
            ente_id=self.ente_id,
            bando_id=self.id,
            number=self.number,
            change=change,
            note=note,
            content=content,
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            published_by_id=by_id,
        )

    def _demand_published(self) -> None:
        if self.status is not BandoStatus.PUBLISHED:
            raise BandoNotUnderWay


class BandoVersion(Table, table=True):
    """A bando as everybody could read it from ``created_at`` on, and why it changed. Never changed itself."""

    __tablename__ = "bando_version"
    __table_args__ = (sa.UniqueConstraint("bando_id", "number"), {"schema": "catalogue"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    bando_id: UUID = Field(foreign_key="catalogue.bando.id")
    number: int
    change: BandoChange = word(BandoChange)
    note: str = ""
    content: dict[str, Any] = column(Json)
    opens_at: datetime = instant(nullable=False)
    closes_at: datetime = instant(nullable=False)
    published_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
