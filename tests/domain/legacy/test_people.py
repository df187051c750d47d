"""A file of people: exact counts, what is written, what stays, and everything taken back."""

from domain.legacy.seeds.faulty_archive import FAULTS, faulty_archive
from domain.legacy.terms import ImportStage
from tests.support.archives import Archives
from tests.support.tables import changed_rows, table_rows


async def test_a_trial_counts_exactly_and_writes_nothing_of_anybody(archives: Archives) -> None:
    archive = faulty_archive(330, share=0.1)
    assert set(archive.counts) == set(FAULTS)
    import_id = await archives.brought(archive.as_csv())
    before = await table_rows(archives.connection)
    sheet = await archives.tried(import_id)
    assert sheet.stage is ImportStage.TRIED
    assert sheet.counts == {
        "untried": 0,
        "new": 330 - 33,
        "matched": 0,
        "doubtful": 0,
        "rejected": 33,
        "warned": len(archive.warned),
    }
    assert changed_rows(before, await table_rows(archives.connection)) == {}


async def test_what_is_written_is_taken_back_to_the_last_row(archives: Archives) -> None:
    import_id = await archives.brought(faulty_archive(330, share=0.1).as_csv())
    before = await table_rows(archives.connection)
    await archives.tried(import_id)
    sheet = await archives.written(import_id)
    assert (sheet.stage, sheet.counted("created")) == (ImportStage.WRITTEN, 297)
    assert len(changed_rows(before, await table_rows(archives.connection))["registry.person"]) == 297
    sheet = await archives.undone(import_id)
    assert (sheet.stage, sheet.counted("removed"), sheet.counted("kept")) == (ImportStage.UNDONE, 297, 0)
    assert changed_rows(before, await table_rows(archives.connection)) == {}
