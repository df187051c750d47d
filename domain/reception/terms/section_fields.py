"""What a field of an optional section may hold."""

from enum import StrEnum


class FieldKind(StrEnum):
    """The kind of answer a field takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"
