"""The languages in which people are spoken to. A further one is a catalogue and a line here."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Language:
    """A language: its code, its own name, its direction, and how much of the system speaks it."""

    code: str
    native_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    scope: Literal["citizen", "all"] = "citizen"


SOURCE = Language("it", "Italiano", scope="all")

LANGUAGES: tuple[Language, ...] = (
    SOURCE,
    Language("en", "English", scope="all"),
    Language("fr", "Français"),
    Language("es", "Español"),
    Language("de", "Deutsch", scope="all"),
    Language("ro", "Română"),
    Language("sq", "Shqip"),
    Language("uk", "Українська"),
    Language("ar", "العربية", direction="rtl"),
    Language("zh", "中文"),
)

BY_CODE: dict[str, Language] = {language.code: language for language in LANGUAGES}
