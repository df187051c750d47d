"""Words of the catalogue: the kinds of question that a form can ask."""

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


YES = "yes"
NO = "no"

ORDINARY_PROCEDURE = "procedimento-ordinario"
"""The procedure of an ente that requests go through unless the service names another one."""
