"""The base of what a fact says, and how its fields describe themselves to a form."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from domain.kernel.text import Text, _
from domain.registry.terms import FactKind

_PLACE_HINT = _("Scrivi il nome. Per chi è nato all'estero, il nome dello Stato.")


class Shape(StrEnum):
    """How a field is asked."""

    LINE = "line"
    LONG = "long"
    DAY = "day"
    CODE = "code"
    CHOICE = "choice"
    COUNTRY = "country"
    PLACE = "place"
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

    def said(self) -> dict[str, Any]:
        """The fields by name, as they are."""
        return {name: getattr(self, name) for name in type(self).model_fields}


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


def choice(label: Text, options: Mapping[str, Text], *, required: bool = False) -> Any:
    """One of a few words of the program, with their labels."""
    return _field(label, Shape.CHOICE, hint=None, required=required, most=40, empty="", options=options)


def country(label: Text, *, required: bool = False) -> Any:
    """A country by its two letters (ISO 3166-1); "XX" for who has none."""
    return _field(label, Shape.COUNTRY, hint=None, required=required, most=2, empty="")


def place(label: Text) -> Any:
    """A comune or a foreign country by the four characters of the cadastre, as in the codice fiscale."""
    return _field(label, Shape.PLACE, hint=_PLACE_HINT, most=4, empty="")


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
    options: Mapping[str, Text] | None = None,
) -> Any:
    told = _told(label, shape, hint, code_list, options)
    if required:
        return Field(min_length=1, max_length=most, json_schema_extra=told)
    return Field(default=empty, max_length=most, json_schema_extra=told)


def _told(
    label: Text,
    shape: Shape,
    hint: Text | None,
    code_list: str | None = None,
    options: Mapping[str, Text] | None = None,
) -> Any:
    return {"label": label, "shape": shape, "hint": hint, "code_list": code_list, "options": options or {}}


Day = Annotated[date | None, BeforeValidator(_or_none)]
Number = Annotated[int | None, BeforeValidator(_or_none)]
