"""The words of documents are read by a job, in a process of their own."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, Pdf

from domain.documents.gateways.words_safely import words_safely
from domain.documents.jobs import read_words
from domain.documents.rules.character_maps import glyph_letters, to_unicode
from domain.documents.rules.shelving import OTHER_FOLDER, SHIPPED, folded, folder_for
from domain.platform.pdf.act import Act, Ente, Paragraph
from domain.platform.pdf.engine import to_pdf
from tests.domain.documents.archive.conftest import Archive
from tests.domain.documents.gateways.samples import Signer, blank_pdf, photo, saved

SAID = "Il tribunale ha nominato un amministratore: la città è Borgo Sereno, l'ufficio è aperto."


def printed(text: str = SAID) -> bytes:
    """A letter of ours that says ``text``."""
    return to_pdf(Act(title="Lettera", language="it", ente=Ente(name="Comune"), blocks=[Paragraph(text)]))


def typewritten(drawn: bytes, **font: Any) -> bytes:
    """A PDF that draws with a plain font, as old programs write."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    letters = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **font)
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=letters))
    pdf.pages[0].Contents = pdf.make_stream(drawn)
    return saved(pdf)


async def test_letters_of_ours_and_of_old_programs_are_read() -> None:
    assert SAID in (await words_safely(printed())).replace("\n", " ")
    plain = typewritten(b"BT /F1 12 Tf 50 700 Td (Perch\xe9 la casa) Tj 0 -20 Td [(af) 20 (fitto) -300 (alto)] TJ ET")
    assert await words_safely(plain) == "Perché la casa\naffitto alto"
    named = Dictionary(Type=Name.Encoding, Differences=[65, Name.egrave, Name.fi])
    assert await words_safely(typewritten(b"BT /F1 9 Tf (A B) Tj ET", Encoding=named)) == "è fi"


async def test_what_has_no_words_or_is_no_pdf_has_none() -> None:
    for content in (saved(blank_pdf()), photo(), b"%PDF-1.7 rubbish", b""):
        assert await words_safely(content) == ""


async def test_what_is_inside_a_signed_container_is_read() -> None:
    assert "tribunale" in await words_safely(Signer().sign(printed()))


async def test_a_paper_is_found_by_its_words_after_the_job_has_read_it(archive: Archive) -> None:
    await archive.keeps("Atto", content=await asyncio.to_thread(printed))
    assert await archive.titles(archive.worker, words="amministratori di sostegno nominato") == []
    assert await archive.titles(archive.worker, words="amministratore tribunale") == []
    assert await read_words(bind=archive.connection) == 1
    assert await archive.titles(archive.worker, words="amministratori tribunale") == ["Atto"]
    assert await archive.titles(archive.worker, words="citta") == ["Atto"]
    assert await read_words(bind=archive.connection) == 0


@given(st.dictionaries(st.integers(0, 0xFFFF), st.text(st.characters(codec="utf-8"), min_size=1, max_size=3)))
def test_a_table_of_letters_is_read_as_it_was_written(letters: dict[int, str]) -> None:
    lines = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in letters.items()]
    assert to_unicode(f"1 beginbfchar {' '.join(lines)} endbfchar".encode()) == letters


@given(st.binary(max_size=300))
def test_no_table_of_letters_is_too_strange(table: bytes) -> None:
    to_unicode(b"1 beginbfrange " + table + b" endbfrange")


def test_ranges_and_names_of_letters_are_read() -> None:
    table = b"2 beginbfrange <01> <03> <0061> <05> <06> [<0078> <00790079>] endbfrange"
    assert to_unicode(table) == {1: "a", 2: "b", 3: "c", 5: "x", 6: "yy"}
    named = glyph_letters({1: "uni00E0", 2: "agrave", 3: "zero", 4: "g123", 5: "A"})
    assert named == {1: "à", 2: "à", 3: "0", 5: "A"}


@pytest.mark.parametrize(
    ("own", "wider", "folder"),
    [({}, {}, "1"), ({"decree": "7"}, {"decree": "8"}, "7"), ({}, {"decree": "8"}, "8"), ({"decree": "99"}, {}, "1")],
)
def test_the_nearest_rule_that_names_a_folder_in_use_is_believed(
    own: dict[str, str], wider: dict[str, str], folder: str
) -> None:
    assert folder_for("decree", own, wider, known=frozenset("123456789")) == folder


@given(st.text(), st.frozensets(st.sampled_from("12345678")))
def test_a_paper_always_has_a_folder(paper: str, known: frozenset[str]) -> None:
    found = folder_for(paper, known=known)
    assert found in known or found == OTHER_FOLDER
    assert paper in SHIPPED or found == OTHER_FOLDER


def test_accents_and_capitals_do_not_matter() -> None:
    assert folded("Perché la CITTÀ") == "perche la citta"
