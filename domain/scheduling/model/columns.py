"""Columns that several tables of appointments have."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSTZRANGE
from sqlmodel import Field


def during() -> Any:
    """From start to end, the end left out; the database reckons it."""
    return Field(
        default=None,
        sa_type=TSTZRANGE,
        sa_column_kwargs={"name": "taken_during"},
        sa_column_args=(sa.Computed("tstzrange(starts_at, ends_at, '[)')", persisted=True),),
        nullable=False,
    )


def fact(name: str, *, is_true: bool = False) -> Any:
    """A yes or no that sentences in code call otherwise than its column."""
    return Field(default=is_true, sa_column_kwargs={"name": name})
