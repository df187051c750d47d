"""The base of what a fact says, and how its fields describe themselves to a form."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from domain.kernel.text import Text
from domain.registry.terms import FactKind


class Shape(StrEnum):
    """How a field is asked."""

    LINE = "line"
    LONG = "long"
    DAY = "day"
    CODE = "code"
    YES_NO = "yes_no"
    NUMBER = "number"


class Reach(StrEnum):
    """Which operators read a kind of fact (``permissions.may_read``)."""

    DESK = "desk"
    CARE = "care"
    JUSTICE = "justice"


class FactValue(BaseModel):
    """What is known, without its days. ``is_many``: a person may have several at once, told apart by ``key``.

    ``is_lasting``: it holds since ever when no first day is given, as a name does.
    """

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    kind: ClassVar[FactKind]
    reach: ClassVar[Reach] = Reach.DESK
    is_many: ClassVar[bool] = False
    is_lasting: ClassVar[bool] = False

    @property
    def key(self) -> str:
        """What tells it apart from others of its kind; empty where there is one at a time."""
        return ""


def _or_none(typed: Any) -> Any:
    return None if typed == "" else typed


def line(label: Text, *, most: int = 200, hint: Text | None = None, required: bool = False) -> Any:
    """A short text."""
    return _field(label, Shape.LINE, hint=hint, required=required, most=most, empty="")


def long(label: Text, *, most: int = 2000, hint: Text | None = None, required: bool = False) -> Any:
    """A text of some sentences."""
    return _field(label, Shape.LONG, hint=hint, required=required, most=most, empty="")


def code(label: Text, code_list: str, *, required: bool = False, hint: Text | None = None) -> Any:
    """A code of the ente's list ``code_list``."""
    return _field(label, Shape.CODE, code_list=code_list, hint=hint, required=required, most=60, empty="")


def day(label: Text, *, hint: Text | None = None) -> Any:
    """A day."""
    return _field(label, Shape.DAY, hint=hint)


def yes_no(label: Text, *, hint: Text | None = None) -> Any:
    """Yes, or nothing."""
    return _field(label, Shape.YES_NO, hint=hint, empty=False)


def number(label: Text, *, most: int = 1_000_000, hint: Text | None = None) -> Any:
    """A whole number, not below zero."""
    return Field(default=None, ge=0, le=most, json_schema_extra=_told(label, Shape.NUMBER, hint))


def _field(
    label: Text,
    shape: Shape,
    *,
    hint: Text | None,
    required: bool = False,
    most: int | None = None,
    empty: Any = None,
    code_list: str | None = None,
) -> Any:
    told = _told(label, shape, hint, code_list)
    if required:
        return Field(min_length=1, max_length=most, json_schema_extra=told)
    return Field(default=empty, max_length=most, json_schema_extra=told)


def _told(label: Text, shape: Shape, hint: Text | None, code_list: str | None = None) -> Any:
    return {"label": label, "shape": shape, "hint": hint, "code_list": code_list}


Day = Annotated[date | None, BeforeValidator(_or_none)]
Number = Annotated[int | None, BeforeValidator(_or_none)]
