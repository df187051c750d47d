"""The answers to a form: which questions are asked, what is wrong with an answer, and what is kept at the end."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition, Step
from domain.catalogue.terms import FieldKind
from domain.intake.rules.typed import Answers, Value, fact_of, keys_of, value_of
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


def visible(form: FormDefinition, answers: Answers) -> list[Step]:
    """The steps and questions to ask, given the answers; an answer to a question that is not asked counts nothing."""
    facts: dict[str, Any] = {}
    shown: list[Step] = []
    for step in form.steps:
        if not step.applies(facts):
            continue
        fields = _asked(step.fields, answers, facts)
        if fields:
            shown.append(step.model_copy(update={"fields": tuple(fields)}))
    return shown


def visible_step(form: FormDefinition, step_key: str, answers: Answers) -> Step | None:
    """One step with the questions to ask; None when there is no such step to show."""
    return next((step for step in visible(form, answers) if step.key == step_key), None)


def _asked(fields: Sequence[Field], answers: Answers, facts: dict[str, Any]) -> list[Field]:
    asked: list[Field] = []
    for field in fields:
        if field.applies(facts):
            asked.append(field)
            facts[field.key] = fact_of(field, answers)
    return asked


def check_step(
    step: Step, answers: Answers, *, attached: Mapping[str, int] | None = None, today: date | None = None
) -> dict[str, Text]:
    """What is wrong with the answers to ``step``, by question; empty when nothing is.

    ``step`` comes from ``visible``; ``attached`` counts the files sent for each document; days that must lie in the
    past may not be after ``today``.
    """
    problems = {field.key: _problem(field, answers, attached or {}, today) for field in step.fields}
    return {key: problem for key, problem in problems.items() if problem is not None}


def _problem(field: Field, answers: Answers, attached: Mapping[str, int], today: date | None) -> Text | None:
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


def length_limit(field: Field) -> int:
    """How many letters an answer may have."""
    return field.max_length or (LONG_LENGTH if field.kind is FieldKind.LONG_TEXT else DEFAULT_LENGTH)


def cleaned(form: FormDefinition, answers: Answers) -> dict[str, Any]:
    """The answers to keep: only to questions that are asked, each in one form (JSON values).

    Codici fiscali in capitals, days as ``1946-03-02``, euros as ``8400.00``. For answers without problems: a wrong one
    raises ``ValueError``.
    """
    kept: dict[str, Any] = {}
    for step in visible(form, answers):
        for field in step.fields:
            value = value_of(field, answers)
            if value is not None:
                key = keys_of(field)[0] if field.kind is FieldKind.DOCUMENT else field.key
                kept[key] = _plain(value)
    return kept


def _plain(value: Value) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal() | int():
            return str(value)
        case tuple():
            return list(value)
        case _:
            return value
