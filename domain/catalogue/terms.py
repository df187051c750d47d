"""Words of the catalogue: the kinds of question that a form can ask, and the forms that a text may have."""

from enum import StrEnum


class FieldKind(StrEnum):
    """What sort of answer a question wants."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CODICE_FISCALE = "codice_fiscale"
    DATE = "date"
    PHONE = "phone"
    EMAIL = "email"
    MONEY = "money"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DOCUMENT = "document"
    DECLARATION = "declaration"
    DECIMAL = "decimal"
    IBAN = "iban"
    ADDRESS = "address"
    PERSON = "person"
    GROUP = "group"
    COMPUTED = "computed"


class TextFormat(StrEnum):
    """The form that a text must have: a named one, never a pattern that somebody writes."""

    POSTAL_CODE = "postal_code"
    PROVINCE = "province"
    DIGITS = "digits"


# One answer made of several, each with its own box; those of a group are asked row by row.
COMPOSITE_KINDS = frozenset({FieldKind.ADDRESS, FieldKind.PERSON, FieldKind.GROUP})
# What can stand in a row: one box, one answer.
PART_KINDS = (
    frozenset(FieldKind)
    - COMPOSITE_KINDS
    - {
        FieldKind.COMPUTED,
        FieldKind.CHOICES,
        FieldKind.DOCUMENT,
        FieldKind.DECLARATION,
    }
)
BOUNDED_KINDS = frozenset({FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.MONEY})
MOST_ROWS = 20


YES = "yes"
NO = "no"

ORDINARY_PROCEDURE = "procedimento-ordinario"
"""The procedure of an ente that requests go through unless the service names another one."""
