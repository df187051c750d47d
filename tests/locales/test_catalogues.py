"""Every sentence in the source is in every catalogue that needs it, translated and unbroken."""

from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from domain.kernel.languages import LANGUAGES, Language
from locales import update
from tests.support.rules import catalogues
from tests.support.rules.source import ROOT, at_least, nothing

ARABIC = Language("ar", "العربية", direction="rtl")
ENGLISH = Language("en", "English", scope="all")


@cache
def template() -> Catalog:
    """The sentences of the real source, read once."""
    return update.extract(ROOT)


def catalogue(language: Language) -> Catalog:
    """A committed catalogue."""
    path = ROOT / "locales" / language.code / "LC_MESSAGES" / "messages.po"
    assert path.exists(), f"{path.relative_to(ROOT)} is missing: run make catalogues"
    with path.open("rb") as file:
        return read_po(file, locale=language.code, abort_invalid=True)


def stale(path: Path, wanted: bytes) -> str:
    """Where a file differs from what is wanted, in words: pytest would compare two books letter by letter for hours."""
    lines = zip_longest(path.read_bytes().splitlines(), wanted.splitlines())
    for number, (found, line) in enumerate(lines, start=1):
        if found != line:
            return f"{path.relative_to(ROOT)} is stale: run make catalogues. Line {number} is {found!r}, not {line!r}"
    return ""


def test_the_template_is_what_the_source_says() -> None:
    at_least(100, list(catalogues.entries(template())), "sentences")
    path = ROOT / "locales" / "messages.pot"
    assert path.exists(), "locales/messages.pot is missing: run make catalogues"
    assert not stale(path, update.render(template()))


def test_the_languages_that_are_promised_are_there() -> None:
    assert {"it", "en", "fr", "es", "ro", "sq", "uk", "ar", "zh", "de"} <= {language.code for language in LANGUAGES}
    assert {one.code for one in LANGUAGES if one.scope == "all"} >= {"it", "en", "de"}
    folders = {path.parent.parent.name for path in (ROOT / "locales").glob("*/LC_MESSAGES/messages.po")}
    assert folders <= {language.code for language in LANGUAGES}, "a catalogue of a language that nobody offers"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_catalogue_is_up_to_date_complete_and_unbroken(language: Language) -> None:
    found = catalogue(language)
    nothing(catalogues.missing(found, update.in_scope(template(), language)))
    nothing(catalogues.faults(found, is_source=language.code == "it"))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_catalogue_is_written_as_make_catalogues_writes_it(language: Language) -> None:
    path = ROOT / "locales" / language.code / "LC_MESSAGES" / "messages.po"
    assert path.exists(), f"{path.relative_to(ROOT)} is missing: run make catalogues"
    again = update.render(update.updated(path.read_bytes(), template(), language))
    assert not stale(path, again)


def test_no_compiled_catalogue_is_kept() -> None:
    assert not list((ROOT / "locales").rglob("*.mo"))


def small(language: Language, **strings: object) -> Catalog:
    """A catalogue of two sentences, one with a plural, translated as told."""
    made = Catalog(locale=language.code)
    made.add("Ciao <b>%(name)s</b>", strings.get("one", "Hello <b>%(name)s</b>"))  # pyright: ignore[reportArgumentType]
    plural = strings.get("many", ("%(n)s letter to %(who)s", "%(n)s letters to %(who)s"))
    made.add(("%(n)s lettera a %(who)s", "%(n)s lettere a %(who)s"), plural, flags=strings.get("flags", ()))  # pyright: ignore[reportArgumentType]
    return made


def test_a_good_catalogue_passes() -> None:
    nothing(catalogues.faults(small(ENGLISH)))
    nothing(catalogues.faults(small(ENGLISH, many=("one letter to %(who)s", "%(n)s letters to %(who)s"))))
    nothing(catalogues.faults(small(Language("it", "Italiano"), one="", many=("", "")), is_source=True))


@pytest.mark.parametrize(
    ("strings", "says"),
    [
        ({"one": ""}, "not translated"),
        ({"one": "Hello <b>you</b>"}, "placeholder lost: name"),
        ({"one": "Hello <b>%(nome)s</b>"}, "unknown placeholder nome"),
        ({"one": "Hello %(name)s"}, "the markup differs"),
        ({"one": "100% hello <b>%(name)s</b>"}, "neither a placeholder"),
        ({"one": "Hello <b>%(name)s</b> "}, "space at the ends"),
        ({"many": ("%(n)s letter to %(who)s", "")}, "2 plural forms are needed"),
        ({"many": ("%(n)s letter to %(who)s",)}, "2 plural forms are needed"),
        ({"many": ("%(n)s letter", "%(n)s letters to %(who)s")}, "placeholder lost: who"),
        ({"flags": ("fuzzy",)}, "fuzzy"),
    ],
)
def test_a_planted_fault_is_found(strings: dict[str, object], says: str) -> None:
    found = catalogues.faults(small(ENGLISH, **strings))
    assert any(says in line for line in found), found


def test_arabic_needs_six_forms() -> None:
    assert any("6 plural forms" in line for line in catalogues.faults(small(ARABIC)))


def test_an_italian_text_changed_in_its_catalogue_is_found() -> None:
    found = catalogues.faults(
        small(Language("it", "Italiano"), one="Salve <b>%(name)s</b>", many=("", "")), is_source=True
    )
    assert len(found) == 1
