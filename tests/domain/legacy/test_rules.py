"""What a cell says, which column is which, and files that are not taken."""

import io
import zipfile
from datetime import date

import pytest

from domain.legacy.gateways.sheet_writer import as_xlsx
from domain.legacy.gateways.table_reader import UnreadableTable, table_rows
from domain.legacy.gateways.table_sandbox import read_table
from domain.legacy.rules.cells import Reading, Wrong, day_in, understood
from domain.legacy.rules.fields import FIELDS, NEEDED, field_of
from domain.legacy.rules.headings import carried_over, folded, guessed, headings_key, named_apart
from domain.legacy.rules.limits import STANDARD, TableLimits, TableProblem
from domain.legacy.rules.people_rows import person_row
from domain.legacy.rules.rows import understood_row
from domain.legacy.rules.words import KINSHIPS, SEX, countries, places, synonyms
from domain.legacy.terms import ArchiveKind, DayOrder
from domain.registry.terms import Kinship

READING = Reading(DayOrder.DAY_FIRST, {"sex": synonyms(SEX, {code: code for code in SEX})})
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("cell", "order", "told"),
    [
        ("31/12/1980", DayOrder.DAY_FIRST, date(1980, 12, 31)),
        ("1.2.1980", DayOrder.DAY_FIRST, date(1980, 2, 1)),
        ("02-01-1980", DayOrder.MONTH_FIRST, date(1980, 2, 1)),
        ("1980/02/01", DayOrder.YEAR_FIRST, date(1980, 2, 1)),
        ("1980-02-01", DayOrder.DAY_FIRST, date(1980, 2, 1)),
        ("1980-02-01 00:00:00", DayOrder.MONTH_FIRST, date(1980, 2, 1)),
    ],
)
def test_a_day_is_read_in_the_order_that_was_chosen(cell: str, order: DayOrder, told: date) -> None:
    assert day_in(cell, order) == told


@pytest.mark.parametrize("cell", ["31/02/1980", "01/01/80", "ieri", "32/01/1980", "01/13/1980", "01/01/0080", "29221"])
def test_a_day_that_cannot_be_is_refused(cell: str) -> None:
    with pytest.raises(Wrong):
        day_in(cell, DayOrder.DAY_FIRST)


def test_headings_are_guessed_whatever_their_accents_and_signs() -> None:
    headings = ["COGNOME", "Nome", "Cod. Fiscale", "Data  di nascita", "Città", "E-MAIL", "Altro"]
    assert guessed(ArchiveKind.PEOPLE, headings) == {
        "family_name": "COGNOME",
        "given_name": "Nome",
        "codice_fiscale": "Cod. Fiscale",
        "born_on": "Data  di nascita",
        "city": "Città",
        "email": "E-MAIL",
    }
    assert headings_key([*headings, "Riga", "Errori"]) == headings_key(headings[::-1])
    assert carried_over({"city": "citta"}, headings) == {"city": "Città"}
    assert named_apart(["Nome", "", "Nome"]) == ["Nome", "Colonna 2", "Nome (2)"]


def test_every_kind_names_only_fields_it_has() -> None:
    for kind, groups in NEEDED.items():
        assert {name for group in groups for name in group} <= {one.name for one in FIELDS[kind]}


def test_words_of_archives_are_understood() -> None:
    kinships = synonyms(KINSHIPS, {one.value: str(one.label) for one in Kinship})
    assert {kinships[folded(word)] for word in ("Capofamiglia", "IS", "persona di riferimento")} == {Kinship.REFERENCE}
    named = countries({"ALB": "Albania"})
    assert {named[folded(word)] for word in ("Albania", "AL", "alb", "albanese")} == {"AL"}
    assert {named[folded(word)] for word in ("Italia", "italiana", "IT")} == {"IT"}
    town = places(
        [
            ("H501", "Roma", {"province": "RM", "istat": "058091"}, True),
            ("A001", "Samone", {"province": "TN"}, True),
            ("A002", "Samone", {"province": "TO"}, True),
        ]
    )
    assert {town[folded(word)] for word in ("Roma", "Roma (RM)", "h501", "058091", "58091")} == {"H501"}
    assert town["samone tn"] == "A001"
    assert "samone" not in town


def test_formulas_are_text() -> None:
    row = understood_row(ArchiveKind.PEOPLE, 2, {"C": '=HYPERLINK("x")', "N": "Ada"}, {"family_name": "C"}, READING)
    assert row.said["family_name"] == '=HYPERLINK("x")'
    packed = zipfile.ZipFile(io.BytesIO(as_xlsx("Errori", ["Cognome"], [["=1+1"]])))
    assert "<f>" not in packed.read("xl/worksheets/sheet1.xml").decode()


def test_a_code_that_says_otherwise_is_a_warning_and_a_wrong_letter_an_error() -> None:
    columns = {"family_name": "C", "given_name": "N", "codice_fiscale": "F", "sex": "S", "born_on": "D"}
    cells = {"C": "Rossi", "N": "Mario", "F": "RSSMRA80A01H501U", "S": "F", "D": "02/01/1980"}
    row = understood_row(ArchiveKind.PEOPLE, 2, cells, columns, READING)
    person_row(row, TODAY, {})
    assert (len(row.problems), len(row.warnings)) == (0, 2)
    with pytest.raises(Wrong):
        understood(field_of(ArchiveKind.PEOPLE, "codice_fiscale"), "RSSMRA80A01H501A", READING)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
async def test_texts_are_read_whatever_their_signs_and_letters(delimiter: str, encoding: str) -> None:
    text = delimiter.join(["Nome", "Città"]) + "\r\n" + delimiter.join(['"Nicolò"', "Forlì"]) + "\r\n\r\n"
    assert await read_table(text.encode(encoding)) == [(1, ["Nome", "Città"]), (2, ["Nicolò", "Forlì"])]


def a_bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 3_000_000)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "limits", "problem"),
    [
        (b"Nome\n", STANDARD, TableProblem.EMPTY),
        (b"PK\x03\x04 nothing", STANDARD, TableProblem.UNREADABLE),
        (b"\xd0\xcf\x11\xe0 old", STANDARD, TableProblem.LOCKED),
        (b"Nome\x00\x01", STANDARD, TableProblem.UNREADABLE),
        (b"a\n" * 5, TableLimits(rows=3), TableProblem.TOO_MANY_ROWS),
        (b"a;b;c\n1;2;3\n", TableLimits(columns=2), TableProblem.TOO_MANY_COLUMNS),
        (b"a;b\n1;2\n3;4\n", TableLimits(cells=5), TableProblem.TOO_LARGE),
        (a_bomb(), TableLimits(unpacked=1_000_000), TableProblem.TOO_LARGE),
    ],
)
def test_files_that_are_too_much_or_none_are_refused(content: bytes, limits: TableLimits, problem: str) -> None:
    with pytest.raises(UnreadableTable) as refused:
        list(table_rows(content, limits))
    assert refused.value.problem is problem


async def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnreadableTable):
        await read_table(b"a;b\n1;2\n", seconds=0.001)
