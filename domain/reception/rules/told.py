"""What was said of a person at the desk, understood: facts for the registry, and what cannot be right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.kernel import codice_fiscale, email
from domain.kernel.text import Text, _

TEXTS = (
    "family_name",
    "given_name",
    "alias",
    "sex",
    "birthplace",
    "civil_status",
    "citizenship",
    "phone",
    "street",
    "city",
    "no_code_reason",
)
LONGEST = 200
BIRTHPLACE = slice(11, 15)
EARLIEST = date(1890, 1, 1)


def understood(told: Mapping[str, str], today: date) -> tuple[dict[str, Any], dict[str, Text]]:
    """The facts among what was told, each in its form, and the problems by field. What is empty is left out."""
    facts: dict[str, Any] = {key: said for key in TEXTS if (said := told.get(key, "").strip()[:LONGEST])}
    problems: dict[str, Text] = {}
    if code := told.get("codice_fiscale", "").strip():
        try:
            facts["codice_fiscale"] = codice_fiscale.check(codice_fiscale.normalise(code))
        except ValueError:
            problems["codice_fiscale"] = _("Il codice fiscale non è giusto. Controlla le lettere e i numeri.")
    if address := told.get("email", "").strip():
        try:
            facts["email"] = email.check(address)
        except ValueError:
            problems["email"] = _("Scrivi un indirizzo e-mail, per esempio nome@posta.it.")
    if day := told.get("born_on", "").strip():
        born_on = _day(day)
        if born_on is None or not EARLIEST <= born_on <= today:
            problems["born_on"] = _("Questa data di nascita non è possibile.")
        else:
            facts["born_on"] = born_on
    if told.get("is_without_fixed_abode"):
        facts["is_without_fixed_abode"] = True
    return _with_birth(facts, today), problems


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _with_birth(facts: dict[str, Any], today: date) -> dict[str, Any]:
    """The codice fiscale says the day and the place of birth too."""
    if code := facts.get("codice_fiscale"):
        facts.setdefault("born_on", codice_fiscale.born_on(code, today))
        facts.setdefault("birthplace", code[BIRTHPLACE])
    return facts
