"""Words of the catalogue: the kinds of question that a form can ask, and the forms that a text may have."""

from enum import StrEnum

from domain.kernel.text import Text, _


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

    @property
    def label(self) -> Text:
        """The kind as those who write forms read it."""
        return KIND_LABELS[self]


class TextFormat(StrEnum):
    """The form that a text must have: a named one, never a pattern that somebody writes."""

    POSTAL_CODE = "postal_code"
    PROVINCE = "province"
    DIGITS = "digits"

    @property
    def label(self) -> Text:
        """The form as those who write forms read it."""
        return FORMAT_LABELS[self]


class Comparison(StrEnum):
    """How a simple condition looks at an answer."""

    IS = "is"
    IS_NOT = "is_not"
    CONTAINS = "contains"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"

    @property
    def label(self) -> Text:
        """The comparison as those who write forms read it."""
        return COMPARISON_LABELS[self]


class Joining(StrEnum):
    """Whether all the lines of a condition must hold, or one is enough."""

    ALL = "and"
    ANY = "or"

    @property
    def label(self) -> Text:
        """The joining as those who write forms read it."""
        return JOINING_LABELS[self]


class Outcome(StrEnum):
    """What a requirement says of somebody of whom some facts are known."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Text:
        """The outcome as people read it."""
        return OUTCOME_LABELS[self]


class Chance(StrEnum):
    """How a service stands for somebody who answered the questions of the orientation."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"

    @property
    def label(self) -> Text:
        """The heading above the services that stand like this."""
        return CHANCE_LABELS[self]


KIND_LABELS: dict[FieldKind, Text] = {
    FieldKind.TEXT: _("Testo breve"),
    FieldKind.LONG_TEXT: _("Testo lungo"),
    FieldKind.CODICE_FISCALE: _("Codice fiscale"),
    FieldKind.DATE: _("Data"),
    FieldKind.PHONE: _("Telefono"),
    FieldKind.EMAIL: _("Indirizzo e-mail"),
    FieldKind.MONEY: _("Somma in euro"),
    FieldKind.NUMBER: _("Numero intero"),
    FieldKind.CHOICE: _("Una scelta fra più risposte"),
    FieldKind.CHOICES: _("Più scelte insieme"),
    FieldKind.YES_NO: _("Sì o no"),
    FieldKind.DOCUMENT: _("Documento da mandare"),
    FieldKind.DECLARATION: _("Dichiarazione"),
    FieldKind.DECIMAL: _("Numero con la virgola"),
    FieldKind.IBAN: _("IBAN"),
    FieldKind.ADDRESS: _("Indirizzo di casa"),
    FieldKind.PERSON: _("Persona"),
    FieldKind.GROUP: _("Gruppo di righe"),
    FieldKind.COMPUTED: _("Conto fatto dal programma"),
}
FORMAT_LABELS: dict[TextFormat, Text] = {
    TextFormat.POSTAL_CODE: _("CAP"),
    TextFormat.PROVINCE: _("Sigla della provincia"),
    TextFormat.DIGITS: _("Solo cifre"),
}
COMPARISON_LABELS: dict[Comparison, Text] = {
    Comparison.IS: _("è"),
    Comparison.IS_NOT: _("non è"),
    Comparison.CONTAINS: _("contiene"),
    Comparison.AT_LEAST: _("è almeno"),
    Comparison.AT_MOST: _("è al massimo"),
}
OUTCOME_LABELS: dict[Outcome, Text] = {
    Outcome.MET: _("Va bene"),
    Outcome.NOT_MET: _("Non va bene"),
    Outcome.UNKNOWN: _("Non si sa"),
}
CHANCE_LABELS: dict[Chance, Text] = {
    Chance.LIKELY: _("Servizi che puoi chiedere"),
    Chance.POSSIBLE: _("Servizi che forse puoi chiedere"),
    Chance.UNLIKELY: _("Servizi per cui adesso manca qualcosa"),
}
JOINING_LABELS: dict[Joining, Text] = {
    Joining.ALL: _("Devono valere tutte"),
    Joining.ANY: _("Ne basta una"),
}


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
LATE_DAYS = 30
"""Within how many days a promised document comes, where a form says nothing: a habit, no law."""


YES = "yes"
NO = "no"

ORDINARY_PROCEDURE = "procedimento-ordinario"
"""The procedure of an ente that requests go through unless the service names another one."""
