"""The base of every table and the column helpers that every context uses."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, cast
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import DATERANGE, JSONB, Range
from sqlmodel import Field, SQLModel

from domain.kernel.clock import utcnow

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Instant = sa.DateTime(timezone=True)
Days = DATERANGE
Json = JSONB


class BareTable(SQLModel):
    """Base of tables whose key is not an id of their own. Assignments are validated; loading is not."""

    __tablename__: ClassVar[Any]  # pyright: ignore[reportIncompatibleVariableOverride] - SQLModel declares a method
    model_config = {"validate_assignment": True, "arbitrary_types_allowed": True}  # pyright: ignore[reportAssignmentType]


class Table(BareTable):
    """Base of tables with an id of their own."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    created_at: datetime = Field(default_factory=utcnow, sa_type=Instant, nullable=False)  # pyright: ignore


def words(kind: type[StrEnum]) -> Any:
    """Column type for a StrEnum: kept as text; CHECK constraints name the words."""
    return sa.Enum(
        kind,
        native_enum=False,
        values_callable=lambda words: [word.value for word in words],
        length=40,
        create_constraint=True,
        name=_snake(kind.__name__),
    )


def _snake(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")


def column(kind: Any, **options: Any) -> Any:
    """A column of the SQLAlchemy type ``kind``; required unless a default is given."""
    return Field(sa_type=kind, **options)


def instant(**options: Any) -> Any:
    """A timestamptz column, None unless told otherwise."""
    return Field(sa_type=Instant, **({"default": None} | options))  # pyright: ignore[reportCallIssue,reportArgumentType]


def word(kind: type[StrEnum], **options: Any) -> Any:
    """A column that holds one word of ``kind``."""
    return Field(sa_type=words(kind), **options)


def since(day: date) -> "Range[date]":
    """From ``day`` on, without an end."""
    return Range(day, None)


def days(starts_on: date, ends_on: date | None) -> "Range[date]":
    """From the first day to the last, both included."""
    return Range(starts_on, ends_on, bounds="[]") if ends_on else since(starts_on)


def holds_on(column: Any, day: date) -> sa.ColumnElement[bool]:
    """The condition that a range column contains ``day``."""
    return cast("sa.ColumnElement[bool]", column.op("@>")(sa.cast(sa.literal(day), sa.Date)))
