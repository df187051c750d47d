"""`locales/update.py`: reads every kind of sentence, changes nothing twice, and never loses a translation."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from domain.kernel.languages import LANGUAGES, Language
from locales import update
from tests.support.rules import catalogues
from tests.support.rules.source import ROOT, plant

ARABIC = Language("ar", "العربية", direction="rtl")
ENGLISH = Language("en", "English", scope="all")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project with one sentence of every kind."""
    for package in update.PACKAGES:
        (tmp_path / package).mkdir()
    plant(
        tmp_path,
        "portal/home/show.html",
        "{# NOTA: in cima alla pagina #}\n<h1>{% trans %}\n  Ciao\n  a tutti\n{% endtrans %}</h1>",
    )
    plant(tmp_path, "web/components/a.html", "{{ ngettext('%(num)s giorno', '%(num)s giorni', n) }}")
    plant(
        tmp_path,
        "domain/intake/terms.py",
        'A = _("Bozza")\nB = pgettext("mese", "Marzo")\n# NOTA: testo di legge: art. 1\nC = _("Legge")\n',
    )
    plant(tmp_path, "backoffice/desk/a.py", 'A = _("Da fare")\nB = _("Bozza")\n')
    plant(tmp_path, "web/assets/node_modules/x.py", 'A = _("Non nostro")\n')
    plant(tmp_path, "tests/a.py", 'A = _("Di prova")\n')
    plant(tmp_path, "babel.cfg", (ROOT / "babel.cfg").read_text(encoding="utf-8"))
    return tmp_path


def read(tree: Path) -> Catalog:
    """The sentences of a small project."""
    return update.extract(tree, tree / "babel.cfg")


def test_every_kind_of_sentence_is_read_with_its_note(tree: Path) -> None:
    found = {catalogues.key_of(m): m for m in catalogues.entries(read(tree))}
    assert set(found) == {
        ("", "Ciao a tutti"),
        ("", "%(num)s giorno"),
        ("", "Bozza"),
        ("mese", "Marzo"),
        ("", "Legge"),
        ("", "Da fare"),
    }
    assert found["", "Ciao a tutti"].auto_comments == ["NOTA: in cima alla pagina"]
    assert found["", "Legge"].auto_comments == ["NOTA: testo di legge: art. 1"]
    assert found["", "%(num)s giorno"].id == ("%(num)s giorno", "%(num)s giorni")


def test_a_citizen_reads_what_is_not_only_in_the_back_office(tree: Path) -> None:
    citizen = {catalogues.key_of(m)[1] for m in catalogues.entries(update.in_scope(read(tree), ARABIC))}
    assert "Bozza" in citizen
    assert "Da fare" not in citizen
    assert "Da fare" in {catalogues.key_of(m)[1] for m in catalogues.entries(update.in_scope(read(tree), ENGLISH))}


def test_a_broken_template_stops_the_reading(tree: Path) -> None:
    plant(tree, "portal/home/broken.html", "{% if %}")
    with pytest.raises(Exception, match="Expected an expression"):
        read(tree)


def test_updating_twice_changes_nothing_and_a_moved_line_changes_nothing(tree: Path) -> None:
    first = update.update(tree)
    assert len(first) == len(LANGUAGES) + 1
    assert update.update(tree) == []
    assert update.stale(tree) == []
    plant(tree, "backoffice/desk/a.py", 'import os\n\nB = _("Bozza")\nA = _("Da fare")\n')
    assert update.stale(tree) == []
    text = (tree / "locales/messages.pot").read_text(encoding="utf-8")
    assert not re.search(r"\d{4}-\d\d-\d\d|Babel|\.py:\d", text)


def test_a_new_sentence_makes_the_catalogues_stale(tree: Path) -> None:
    update.update(tree)
    plant(tree, "backoffice/desk/b.py", 'A = _("Da chiudere")\n')
    all_scope = [f"locales/{one.code}/LC_MESSAGES/messages.po" for one in LANGUAGES if one.scope == "all"]
    assert update.stale(tree) == ["locales/messages.pot", *all_scope]


def test_a_sentence_that_goes_away_untranslated_leaves_nothing_behind(tree: Path) -> None:
    update.update(tree)
    plant(tree, "backoffice/desk/a.py", "")
    update.update(tree)
    assert update.stale(tree) == []
    assert "#~" not in (tree / "locales/it/LC_MESSAGES/messages.po").read_text(encoding="utf-8")


def test_a_translation_is_never_lost(tree: Path) -> None:
    update.update(tree)
    path = tree / "locales/en/LC_MESSAGES/messages.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            'msgid "Da fare"\nmsgstr ""', '# a word of ours\nmsgid "Da fare"\nmsgstr "To do"'
        ),
        encoding="utf-8",
    )
    source = (tree / "backoffice/desk/a.py").read_text(encoding="utf-8")
    plant(tree, "backoffice/desk/a.py", "")
    update.update(tree)
    assert '#~ msgstr "To do"' in path.read_text(encoding="utf-8")
    update.update(tree)
    plant(tree, "backoffice/desk/a.py", source)
    update.update(tree)
    text = path.read_text(encoding="utf-8")
    assert '# a word of ours\n#: backoffice/desk/a.py\nmsgid "Da fare"\nmsgstr "To do"' in text
    assert "#~" not in text


@pytest.mark.parametrize(
    "bad",
    [
        'msgid "Aperta\nmsgstr "Open"\n',
        'msgid "Aperta"\nmsgstr "Open" now\n',
        "<<<<<<< HEAD\n",
        'msgid "Aperta"\nmsgstr "Open"\n\nmsgid "Aperta"\nmsgstr "Opened"\n',
    ],
)
def test_a_catalogue_that_is_not_well_formed_is_refused_and_kept(bad: str, tree: Path) -> None:
    update.update(tree)
    path = tree / "locales/en/LC_MESSAGES/messages.po"
    broken = path.read_bytes() + b"\n" + bad.encode()
    path.write_bytes(broken)
    plant(tree, "portal/a.py", 'A = _("Nuova")\n')
    with pytest.raises(ValueError, match=r"not well formed|more than once"):
        update.update(tree)
    assert path.read_bytes() == broken
    assert "Nuova" not in (tree / "locales/messages.pot").read_text(encoding="utf-8")
