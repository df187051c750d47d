"""Households, sheets and cases of an old archive, after its people."""

from collections.abc import Sequence

import sqlalchemy as sa

from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.kernel.roles import Role
from domain.legacy.seeds.faulty_archive import as_csv
from domain.legacy.terms import ArchiveKind, ImportStage
from domain.platform.work import unit_of_work
from tests.support.archives.bringing import Archives
from tests.support.archives.tables import changed_rows, table_rows
from tests.support.given import SYSTEM, an_operator

PEOPLE = as_csv(
    ("ID", "Cognome", "Nome", "Data di nascita"),
    [
        ["1", "Verdi", "Ada", "03/02/1950"],
        ["2", "Verdi", "Bruno", "04/05/1948"],
        ["3", "Neri", "Carla", "01/01/1990"],
        ["4", "Neri", "Dino", "02/02/2015"],
    ],
)
MEMBERS = ("Nucleo", "ID", "Parentela", "Dal", "Al")


async def with_people(archives: Archives) -> None:
    import_id = await archives.brought(PEOPLE)
    await archives.tried(import_id)
    await archives.written(import_id)


async def problems(archives: Archives) -> Sequence[str]:
    rows = sa.text(
        "SELECT number || ' ' || (problems -> 0 ->> 'msgid') FROM legacy.import_row"
        " WHERE outcome = 'rejected' ORDER BY number"
    )
    return (await archives.connection.execute(rows)).scalars().all()


async def test_households_are_whole_or_are_not_written(archives: Archives) -> None:
    await with_people(archives)
    before = await table_rows(archives.connection)
    content = as_csv(
        MEMBERS,
        [
            ["A", "1", "capofamiglia", "01/01/2010", ""],
            ["A", "2", "coniuge", "01/01/2010", ""],
            ["B", "3", "figlia", "", ""],
            ["B", "4", "figlio", "", ""],
            ["C", "99", "intestatario", "", ""],
            ["", "3", "intestatario", "", ""],
            ["D", "3", "zio di secondo grado", "", ""],
            ["E", "2", "intestatario", "05/05/2020", "01/01/2019"],
        ],
    )
    import_id = await archives.brought(content, kind=ArchiveKind.MEMBERS)
    sheet = await archives.tried(import_id)
    assert (sheet.counted("new"), sheet.counted("rejected")) == (2, 6)
    told = await problems(archives)
    assert [one.split(" ", 1)[0] for one in told] == ["4", "5", "6", "7", "8", "9"]
    assert "manca la persona di riferimento" in told[0]
    sheet = await archives.written(import_id)
    assert sheet.counted("created") == 2
    changed = changed_rows(before, await table_rows(archives.connection))
    assert {table: len(keys) for table, keys in changed.items()} == {
        "registry.household": 1,
        "registry.household_member": 2,
    }
    again = await archives.brought(content, kind=ArchiveKind.MEMBERS, name="di nuovo.csv")
    assert (await archives.tried(again)).counted("matched") == 2
    sheet = await archives.undone(import_id)
    assert (sheet.counted("removed"), sheet.counted("kept")) == (2, 0)
    assert changed_rows(before, await table_rows(archives.connection)) == {}


async def test_people_in_an_imported_household_are_used(archives: Archives) -> None:
    people = await archives.brought(PEOPLE)
    await archives.tried(people)
    await archives.written(people)
    content = as_csv(MEMBERS, [["A", "1", "capofamiglia", "01/01/2010", ""]])
    homes = await archives.brought(content, kind=ArchiveKind.MEMBERS)
    await archives.tried(homes)
    await archives.written(homes)
    sheet = await archives.undone(people)
    assert (sheet.counted("removed"), sheet.counted("kept")) == (3, 1)
    await archives.undone(homes)
    sheet = await archives.undone(people)
    assert (sheet.counted("removed"), sheet.counted("kept")) == (4, 0)


async def test_old_contacts_become_complete_sheets_and_go_again(archives: Archives) -> None:
    await with_people(archives)
    before = await table_rows(archives.connection)
    content = as_csv(
        ("Scheda", "Data", "ID", "Modalità", "Bisogno", "Esito", "Note"),
        [
            ["S1", "15/03/2019", "1", "di persona", "reddito che non basta", "informazioni", "Chiede un aiuto"],
            ["S2", "16/03/2019", "", "", "", "", "Passante"],
            ["S3", "16/03/2999", "2", "", "", "", ""],
            ["S1", "17/03/2019", "2", "", "", "", ""],
            ["S5", "17/03/2019", "77", "", "", "", ""],
        ],
    )
    import_id = await archives.brought(content, kind=ArchiveKind.SHEETS)
    sheet = await archives.tried(import_id)
    assert (sheet.counted("new"), sheet.counted("rejected")) == (2, 3), await problems(archives)
    assert (await archives.written(import_id)).counted("created") == 2
    changed = changed_rows(before, await table_rows(archives.connection))
    assert {table: len(keys) for table, keys in changed.items()} == {
        "reception.contact_sheet": 2,
        "reception.need": 1,
    }
    sheet = await archives.undone(import_id)
    assert (sheet.stage, sheet.counted("removed")) == (ImportStage.UNDONE, 2)
    assert changed_rows(before, await table_rows(archives.connection)) == {}


async def test_old_cases_are_opened_once_and_go_again_unless_somebody_works_on_them(archives: Archives) -> None:
    await with_people(archives)
    before = await table_rows(archives.connection)
    content = as_csv(
        ("Cartella", "ID", "Data apertura", "Stato", "Note"),
        [
            ["C-1", "1", "10/02/2018", "chiusa", "Seguita fino al 2019"],
            ["C-2", "2", "10/02/2018", "in corso", ""],
            ["C-3", "2", "11/02/2018", "", ""],
            ["C-4", "", "11/02/2018", "", ""],
        ],
    )
    import_id = await archives.brought(content, kind=ArchiveKind.CASES)
    sheet = await archives.tried(import_id)
    assert (sheet.counted("new"), sheet.counted("rejected")) == (2, 2), await problems(archives)
    assert (await archives.written(import_id)).counted("created") == 2
    again = await archives.brought(content, kind=ArchiveKind.CASES, name="di nuovo.csv")
    assert (await archives.tried(again)).counted("matched") == 2
    numbers = sa.text("SELECT number, status, id FROM casework.case ORDER BY number")
    (_one, closed, _id), (two, reported, case_id) = (await archives.connection.execute(numbers)).all()
    assert (closed, two, reported) == ("closed", 2, "reported")
    async with unit_of_work(SYSTEM, bind=archives.connection) as work:
        worker = await an_operator(work, archives.territory.office_id, (Role.SOCIAL_WORKER,))
    async with unit_of_work(worker, bind=archives.connection) as work:
        await take_charge(work, worker, TakeCharge(case_id=case_id))
    sheet = await archives.undone(import_id)
    assert (sheet.counted("removed"), sheet.counted("kept")) == (1, 1)
    changed = changed_rows(before, await table_rows(archives.connection))
    assert {table for table in changed if table.startswith("casework.")} == {
        "casework.case",
        "casework.case_counter",
        "casework.diary_entry",
    }


async def test_cases_nobody_touched_leave_nothing_behind(archives: Archives) -> None:
    await with_people(archives)
    before = await table_rows(archives.connection)
    content = as_csv(("ID", "Data apertura"), [["1", "10/02/2018"], ["3", "10/02/2018"]])
    import_id = await archives.brought(content, kind=ArchiveKind.CASES)
    await archives.tried(import_id)
    await archives.written(import_id)
    await archives.undone(import_id)
    assert changed_rows(before, await table_rows(archives.connection)) == {}
