"""Days off and the numbers of the law: those of everybody, as shipped, and those that an ente says."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.platform.tables import Days, Json, Table, column, word
from domain.procedure.terms import HolidayKind

ONE_FORM = "num_nonnulls(weekday, month, easter_offset, single_on) = 1 AND (month IS NULL) = (month_day IS NULL)"


class CommonHoliday(Table, table=True):
    """A holiday of the law, known by ``word``. One of its four forms is given."""

    __tablename__ = "common_holiday"
    __table_args__ = (sa.CheckConstraint(ONE_FORM, name="form"), {"schema": "procedure"})

    word: str = Field(unique=True)
    name: dict[str, str] = column(Json)
    source: str
    weekday: int | None = None
    month: int | None = None
    month_day: int | None = None
    easter_offset: int | None = None
    single_on: date | None = None
    valid_during: Range[date] = column(Days)


class LocalHoliday(Table, table=True):
    """A day off that an ente sets. ``is_for_office``: by the law that the ente names, its own term moves too."""

    __tablename__ = "local_holiday"
    __table_args__ = (
        sa.CheckConstraint(ONE_FORM, name="form"),
        sa.CheckConstraint("NOT is_for_office OR source <> ''", name="office"),
        {"schema": "procedure"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    kind: HolidayKind = word(HolidayKind)
    name: dict[str, str] = column(Json)
    source: str = ""
    weekday: int | None = None
    month: int | None = None
    month_day: int | None = None
    easter_offset: int | None = None
    single_on: date | None = None
    valid_during: Range[date] = column(Days)
    is_for_office: bool = False


class LegalTermsVersion(Table, table=True):
    """The numbers of L. 241/1990 in a range of days: ``numbers`` follows ``rules.legal_terms``."""

    __tablename__ = "legal_terms_version"
    __table_args__ = (
        ExcludeConstraint((sa.column("valid_during"), "&&"), using="gist", name="ex_legal_terms_version_overlap"),
        {"schema": "procedure"},
    )

    valid_during: Range[date] = column(Days)
    numbers: dict[str, Any] = column(Json)
