"""Choosing a language, and writing days and money in it."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from domain.kernel.actor import Visitor
from domain.kernel.languages import BY_CODE
from domain.kernel.text import _
from web import locale
from web.visit import Site, Visit, current_visit

OFFERED = ("it", "en", "ar", "zh")


def speak(code: str) -> None:
    current_visit.set(Visit(Site(uuid4(), (), "Prova"), Visitor(), None, BY_CODE[code]))


@pytest.mark.parametrize(
    "saved, cookie, accepted, expected",
    [
        ("ar", "en", "it", "en"),
        ("ar", None, "it", "ar"),
        (None, "en", "ar", "en"),
        (None, None, "ar;q=0.8, en;q=0.9", "en"),
        (None, None, "zh-CN,zh;q=0.9", "zh"),
        (None, "xx", "xx", "it"),
        (None, None, "", "it"),
        (None, None, "en;q=molto", "it"),
        (None, "ro", "", "it"),
    ],
)
def test_the_choice_on_this_device_wins_then_the_persons_language_then_the_browser(
    saved: str | None, cookie: str | None, accepted: str, expected: str
) -> None:
    assert locale.negotiate(OFFERED, saved, cookie, accepted).code == expected


def test_days_are_written_in_full() -> None:
    speak("it")
    assert locale.long_date(date(2026, 12, 14)) == "lunedì 14 dicembre 2026"
    assert locale.long_date(None) == ""


def test_money_is_written_as_italians_do() -> None:
    speak("it")
    assert locale.money(Decimal("8400")).replace("\u00a0", " ") == "8.400,00 €"


def test_versioned_words_fall_back_to_italian() -> None:
    speak("ar")
    assert locale.localised({"it": "ciao", "en": "hello"}) == "ciao"
    assert locale.localised({"it": "ciao", "ar": "مرحبا"}) == "مرحبا"


def test_a_text_keeps_its_values() -> None:
    speak("it")
    assert locale.sentence(_("Ciao %(name)s", name="Rosa")) == "Ciao Rosa"
