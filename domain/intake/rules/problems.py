"""What is wrong with an answer, in plain words."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from domain.catalogue.queries.form_of import Field, Step
from domain.catalogue.terms import COMPOSITE_KINDS, FieldKind
from domain.intake.rules.typing.boxes import BY, EXPIRES, Answers, answers_within, filled_rows, prefixes_of
from domain.intake.rules.typing.paper_days import expires_on, is_promised, latest_day, promised_by
from domain.intake.rules.typing.typed import Value, value_of
from domain.kernel.text import Text, _

DEFAULT_LENGTH = 200
LONG_LENGTH = 2000
EARLIEST_YEAR = 1900

PROBLEMS: dict[str, Text] = {
    "codice_fiscale_length": _("Il codice fiscale ha 16 lettere e numeri. Controlla di averli scritti tutti."),
    "codice_fiscale_check": _("Il codice fiscale non è giusto. Confrontalo con la tessera sanitaria."),
    "codice_fiscale_form": _("Il codice fiscale non è giusto. Confrontalo con la tessera sanitaria."),
    "date": _("Questa data non esiste. Scrivi giorno, mese e anno, per esempio 2 marzo 1946."),
    "money": _("Scrivi la cifra in euro, per esempio 8.400,00."),
    "number": _("Scrivi un numero, per esempio 2."),
    "phone": _("Scrivi un numero di telefono, per esempio 333 1234567."),
    "email": _("Scrivi un indirizzo e-mail, per esempio nome@esempio.it."),
    "decimal": _("Scrivi un numero, per esempio 2,5."),
    "iban": _("L'IBAN non è giusto. Confrontalo con quello scritto sui documenti della banca."),
    "postal_code": _("Il CAP ha cinque numeri."),
    "province": _("Scrivi le due lettere della provincia, per esempio GE."),
    "digits": _("Scrivi solo numeri, senza lettere."),
    "choice": _("Scegli una delle risposte della lista."),
    "future": _("La data è nel futuro. Controlla l'anno."),
    "past": _("La data è troppo lontana. Controlla l'anno."),
}

REQUIRED: dict[FieldKind, Text] = {
    FieldKind.CHOICE: _("Scegli una risposta."),
    FieldKind.YES_NO: _("Scegli sì oppure no."),
    FieldKind.CHOICES: _("Scegli almeno una risposta."),
    FieldKind.DOCUMENT: _("Manda il documento, oppure scegli di mandarlo dopo."),
    FieldKind.DECLARATION: _("Per andare avanti devi confermare questa frase."),
}


def check_step(
    step: Step, answers: Answers, *, attached: Mapping[str, int] | None = None, today: date | None = None
) -> dict[str, Text]:
    """What is wrong with the answers to ``step``, by question or by box of a row; empty when nothing is.

    ``step`` comes from ``visible``; ``attached`` counts the files sent for each document; days that must lie in the
    past may not be after ``today``.
    """
    problems: dict[str, Text] = {}
    for field in step.fields:
        if field.kind in COMPOSITE_KINDS:
            problems |= _problems_within(field, answers, today)
        elif (problem := _problem(field, answers, attached or {}, today)) is not None:
            problems[field.key] = problem
        elif field.kind is FieldKind.DOCUMENT:
            problems |= _wrong_paper_days(field, answers, attached or {}, today)
    return problems


def _wrong_paper_days(
    field: Field, answers: Answers, attached: Mapping[str, int], today: date | None
) -> dict[str, Text]:
    """What is wrong with the days beside a document, each under its own box. An expired document is no mistake here."""
    is_sent = attached.get(field.key, 0) > 0
    if is_sent:
        return _unread(expires_on, EXPIRES, field, answers)
    if not is_promised(field, answers):
        return {}
    if wrong := _unread(promised_by, BY, field, answers):
        return wrong
    day = promised_by(field, answers)
    if day is None or today is None or today <= day <= latest_day(field, today):
        return {}
    return {
        f"{field.key}.{BY}": _(
            "Scegli un giorno da oggi al %(last)s. Se non basta, chiama l'ufficio.", last=latest_day(field, today)
        )
    }


def _unread(read: Callable[[Field, Answers], date | None], box: str, field: Field, answers: Answers) -> dict[str, Text]:
    try:
        read(field, answers)
    except ValueError:
        return {f"{field.key}.{box}": PROBLEMS["date"]}
    return {}


def _problems_within(field: Field, answers: Answers, today: date | None) -> dict[str, Text]:
    """What is wrong in the boxes of an address, a person, or the rows of a group, by the names of the boxes."""
    rows = filled_rows(field, answers)
    if not rows and field.required:
        rows = tuple((prefix, answers_within(prefix, answers)) for prefix in prefixes_of(field, answers)[:1])
    found = {
        prefix + part.key: problem
        for prefix, row in rows
        for part in field.parts
        if (problem := _problem(part, row, {}, today)) is not None
    }
    return found or ({field.key: _missing(field)} if field.required and value_of(field, answers) is None else {})


def _problem(field: Field, answers: Answers, attached: Mapping[str, int], today: date | None) -> Text | None:
    if field.kind is FieldKind.COMPUTED:
        return None
    try:
        value = value_of(field, answers)
    except ValueError as refused:
        return PROBLEMS.get(str(refused), PROBLEMS["choice"])
    if value is None:
        is_sent = field.kind is FieldKind.DOCUMENT and attached.get(field.key, 0) > 0
        return _missing(field) if field.required and not is_sent else None
    return _out_of_bounds(field, value, today)


def _missing(field: Field) -> Text:
    return REQUIRED.get(field.kind, _("Scrivi la risposta."))


def _out_of_bounds(field: Field, value: Value, today: date | None) -> Text | None:
    if isinstance(value, date):
        return _wrong_day(field, value, today)
    if isinstance(value, int | Decimal):
        return _wrong_size(field, Decimal(value))
    if isinstance(value, str) and len(value) > length_limit(field):
        return _(
            "Il testo è troppo lungo: sono %(length)s lettere, il massimo è %(limit)s.",
            length=len(value),
            limit=length_limit(field),
        )
    return None


def _wrong_day(field: Field, day: date, today: date | None) -> Text | None:
    if day.year < EARLIEST_YEAR:
        return PROBLEMS["past"]
    return PROBLEMS["future"] if field.is_past and today is not None and day > today else None


def _wrong_size(field: Field, value: Decimal) -> Text | None:
    if field.minimum is not None and value < field.minimum:
        return _("Scrivi un numero non più piccolo di %(ge)s.", ge=_figures(field.minimum))
    if field.maximum is not None and value > field.maximum:
        return _("Scrivi un numero non più grande di %(le)s.", le=_figures(field.maximum))
    return None


def _figures(bound: Decimal) -> str:
    return f"{bound.normalize():f}".replace(".", ",")


def length_limit(field: Field) -> int:
    """How many letters an answer may have."""
    return field.max_length or (LONG_LENGTH if field.kind is FieldKind.LONG_TEXT else DEFAULT_LENGTH)
