"""Languages of a page: choosing one, saying Texts, and writing days, money and numbers."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.core import Locale, negotiate_locale
from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_currency, format_decimal

from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE, SOURCE, Language
from domain.kernel.text import Text
from domain.platform.language import say, translations
from web.visit import current_visit

COOKIE = "lingua"


def negotiate(allowed: Iterable[str], saved: str | None, cookie: str | None, accepted: str) -> Language:
    """What was chosen on this device, else the person's language, else the browser's wish, else Italian.

    The device comes first: its choice is the newest, and choosing is a link, which cannot write into the registry.
    """
    offered = [code for code in allowed if code in BY_CODE]
    for choice in (cookie, saved):
        if choice in offered:
            return BY_CODE[choice]
    found = negotiate_locale(_by_quality(accepted), offered, sep="-")
    return BY_CODE[found] if found else SOURCE


def _by_quality(accepted: str) -> list[str]:
    wishes: list[tuple[float, str]] = []
    for part in accepted.split(","):
        code, _, quality = part.strip().partition(";q=")
        try:
            wishes.append((-float(quality or 1), code.strip().lower()))
        except ValueError:
            continue
    ordered = [code for _, code in sorted(wishes, key=lambda wish: wish[0])]
    return [variant for code in ordered for variant in dict.fromkeys((code, code.split("-")[0]))]


def language_code() -> str:
    """The language of the page being made."""
    visit = current_visit.get()
    return visit.language.code if visit else SOURCE.code


def gettext(msgid: str) -> str:
    """``msgid`` in the page's language."""
    return translations(language_code()).gettext(msgid)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form for ``number`` in the page's language."""
    return translations(language_code()).ngettext(singular, plural, number)


def pgettext(context: str, msgid: str) -> str:
    """``msgid`` in its ``context``, in the page's language."""
    return translations(language_code()).pgettext(context, msgid)


def npgettext(context: str, singular: str, plural: str, number: int) -> str:
    """The form for ``number`` in its ``context``, in the page's language."""
    return translations(language_code()).npgettext(context, singular, plural, number)


def sentence(text: Text | str) -> str:
    """A Text in the page's language; a str as it is."""
    return say(text, language_code()) if isinstance(text, Text) else text


def sentence_in(text: Text, code: str) -> str:
    """A Text in the language ``code``, whatever the page's: for what somebody else takes home."""
    return say(text, code)


def localised(words: dict[str, Any] | None) -> Any:
    """The page's language among versioned data ``{"it": …, "ar": …}``; Italian answers for what is missing."""
    return (words or {}).get(language_code()) or (words or {}).get(SOURCE.code, "")


def choices(options: Iterable[Any]) -> list[tuple[str, str]]:
    """The answers among which to choose (``value``, ``label`` in every language), in the page's language."""
    return [(one.value, one.label.in_(language_code())) for one in options]


def _locale() -> Locale:
    return Locale.parse(language_code())


def countries() -> list[tuple[str, str]]:
    """The countries by their two letters, named in the reader's language and in its order; first Italy."""
    known = ((code, name) for code, name in _locale().territories.items() if len(code) == 2 and code.isalpha())
    named = sorted(((code, name) for code, name in known if code not in NO_COUNTRIES), key=lambda one: one[1])
    return sorted(named, key=lambda one: one[0] != "IT")


def country_name(code: str) -> str:
    """The country in the reader's language; the code itself when nobody knows it."""
    return _locale().territories.get(code, code)


def long_date(day: date | datetime | None) -> str:
    """``lunedì 14 dicembre 2026``; nothing for None."""
    if day is None:
        return ""
    day = day.astimezone(ROME).date() if isinstance(day, datetime) else day
    return format_date(day, "full", locale=_locale())


def short_date(day: date | datetime | None) -> str:
    """``14 dic 2026``, for dense tables."""
    if day is None:
        return ""
    day = day.astimezone(ROME).date() if isinstance(day, datetime) else day
    return format_date(day, "medium", locale=_locale())


def day_of_year(month: int, day: int) -> str:
    """``29 giugno``: a day that comes back every year."""
    return format_date(date(2000, month, day), "d MMMM", locale=_locale())  # a leap year: 29 February too


def date_time(instant: datetime | None) -> str:
    """``14 dicembre 2026, 10:58`` in Italian time."""
    return format_datetime(instant, "d MMMM y, HH:mm", tzinfo=ROME, locale=_locale()) if instant else ""


def clock_time(instant: datetime | None) -> str:
    """``10:58`` in Italian time."""
    return format_time(instant, "HH:mm", tzinfo=ROME, locale=_locale()) if instant else ""


def money(amount: Decimal | None) -> str:
    """``8.400,00 €``."""
    return "" if amount is None else format_currency(amount, "EUR", locale=_locale())


def number(value: Decimal | int | float | None) -> str:
    """``1.234,5``."""
    return "" if value is None else format_decimal(value, locale=_locale())


NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})

FILTERS: dict[str, Any] = {
    "date": long_date,
    "short_date": short_date,
    "datetime": date_time,
    "time": clock_time,
    "money": money,
    "number": number,
    "sentence": sentence,
    "localised": localised,
    "choices": choices,
}
