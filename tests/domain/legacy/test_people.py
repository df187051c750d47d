"""A file of people: exact counts, what is written, what stays, and everything taken back."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.kernel.roles import Role
from domain.legacy.queries.files import errors_file
from domain.legacy.seeds.faulty_archive import FAULTS, HEADINGS, FaultyArchive, as_csv, faulty_archive
from domain.legacy.terms import ImportStage
from domain.platform.work import unit_of_work
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.queries.finding.find_people import find_people
from domain.registry.terms import FactKind
from tests.support.archives.bringing import Archives
from tests.support.archives.tables import changed_rows, table_rows
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.personas import ROSA
from tests.support.rules.thorough import examples

PEOPLE = sa.text("SELECT id, given_name, family_name, version FROM registry.person ORDER BY id")


def rows(*cells: dict[str, str]) -> bytes:
    told = {"Cognome": "Verdi", "Nome": "Ada", "Data di nascita": "03/02/1950"}
    return as_csv(HEADINGS, [[(told | one).get(heading, "") for heading in HEADINGS] for one in cells])


def rosa(cells: dict[str, str] | None = None) -> dict[str, str]:
    named = {"Cognome": ROSA.family_name, "Nome": ROSA.given_name, "Codice fiscale": ROSA.codice_fiscale or ""}
    return named | {"Data di nascita": f"{ROSA.born_on:%d/%m/%Y}"} | (cells or {})


async def ids(archives: Archives) -> Sequence[UUID]:
    return (await archives.connection.execute(PEOPLE)).scalars().all()


async def test_a_trial_counts_exactly_and_writes_nothing_of_anybody(archives: Archives) -> None:
    archive = faulty_archive(330, share=0.1)
    assert set(archive.counts) == set(FAULTS)
    import_id = await archives.brought(archive.as_csv())
    before = await table_rows(archives.connection)
    sheet = await archives.tried(import_id)
    assert sheet.stage is ImportStage.TRIED
    right = {"untried": 0, "matched": 0, "doubtful": 0}
    assert sheet.counts == right | {"new": 297, "rejected": 33, "warned": len(archive.warned)}
    assert changed_rows(before, await table_rows(archives.connection)) == {}


async def test_what_is_written_is_taken_back_to_the_last_row(archives: Archives) -> None:
    import_id = await archives.brought(faulty_archive(120, share=0.1).as_csv())
    before = await table_rows(archives.connection)
    await archives.tried(import_id)
    sheet = await archives.written(import_id)
    assert (sheet.stage, sheet.counted("created")) == (ImportStage.WRITTEN, 108)
    assert len(changed_rows(before, await table_rows(archives.connection))["registry.person"]) == 108
    sheet = await archives.undone(import_id)
    assert (sheet.stage, sheet.counted("removed"), sheet.counted("kept")) == (ImportStage.UNDONE, 108, 0)
    assert changed_rows(before, await table_rows(archives.connection)) == {}


async def test_the_rows_with_errors_corrected_come_in_and_nobody_comes_twice(archives: Archives) -> None:
    archive = faulty_archive(120, share=0.1)
    first = await archives.brought(archive.as_csv())
    await archives.tried(first)
    await archives.written(first)
    async with unit_of_work(archives.admin, read_only=True, bind=archives.connection) as work:
        made = await errors_file(work, archives.admin, first)
    wrong = await archives.brought(made.content, name="errori.xlsx")
    assert (await archives.sheet(wrong)).headings[-2:] == ["Riga", "Errori"]
    sheet = await archives.tried(wrong)
    twice = archive.counts["twice"]  # who was in the file twice is there by now
    assert (sheet.counted("rejected"), sheet.counted("matched")) == (12 - twice, twice)
    whole = await archives.brought(faulty_archive(120, share=0).as_csv())
    sheet = await archives.tried(whole)
    assert (sheet.counted("new"), sheet.counted("matched"), sheet.counted("rejected")) == (12, 108, 0)
    await archives.written(whole)
    assert len(await ids(archives)) == 120


async def test_who_is_known_only_gets_what_is_missing(archives: Archives) -> None:
    async with unit_of_work(SYSTEM, bind=archives.connection) as work:
        person_id = await a_person(work, archives.territory)
        home = {"street": "Via Vecchia 1", "city": "Borgo"}
        await record_fact(work, SYSTEM, RecordFact(person_id=person_id, kind=FactKind.RESIDENCE, value=home))
    before = await table_rows(archives.connection)
    told = {"Nome": "Altra", "Indirizzo": "Via Nuova 2", "Telefono": "0438 123456", "Cittadinanza": "italiana"}
    content = rows(rosa(told))
    import_id = await archives.brought(content)
    await archives.tried(import_id)
    sheet = await archives.written(import_id)
    assert (sheet.counted("created"), sheet.counted("filled"), sheet.counted("added")) == (0, 1, 2)
    changed = changed_rows(before, await table_rows(archives.connection))
    assert set(changed) == {"registry.fact", "registry.person", "registry.found_by", "registry.clue"}
    assert len(changed["registry.fact"]) == 2
    async with unit_of_work(archives.admin, read_only=True, bind=archives.connection) as work:
        found = (await archives.connection.execute(PEOPLE)).one()
    assert found.given_name == ROSA.given_name
    await archives.undone(import_id)
    assert changed_rows(before, await table_rows(archives.connection)) == {}


async def test_what_somebody_has_used_since_stays_and_is_told(archives: Archives) -> None:
    import_id = await archives.brought(rows({}, {"Nome": "Bruno"}, {"Nome": "Carlo"}))
    await archives.tried(import_id)
    await archives.written(import_id)
    used, *_others = await ids(archives)
    async with unit_of_work(SYSTEM, bind=archives.connection) as work:
        told = RecordFact(person_id=used, kind=FactKind.NOTE, value={"text": "Sorda"})
        await record_fact(work, SYSTEM, told)
    sheet = await archives.undone(import_id)
    assert (sheet.counted("removed"), sheet.counted("kept")) == (2, 1)
    assert await ids(archives) == [used]
    sheet = await archives.undone(import_id)  # once more: it is still used
    assert (sheet.counted("removed"), sheet.counted("kept")) == (2, 1)


async def test_nobody_learns_of_a_protected_person_or_of_another_ente(archives: Archives) -> None:
    async with unit_of_work(SYSTEM, bind=archives.connection) as work:
        reader = await an_operator(work, archives.territory.office_id, (Role.SOCIAL_WORKER,))
        hidden = await a_person(work, archives.territory)
        protecting = ProtectIdentity(person_id=hidden, operator_ids=(reader.operator_id,))
        await protect_identity(work, SYSTEM, protecting)
    import_id = await archives.brought(rows(rosa(), rosa({"Codice fiscale": ""})))
    sheet = await archives.tried(import_id)
    assert (sheet.counted("rejected"), sheet.counted("doubtful")) == (2, 0)  # the second is the first one's twin
    alone = await archives.brought(rows(rosa({"Codice fiscale": ""})))
    assert (await archives.tried(alone)).counted("new") == 1


async def test_the_index_is_what_the_program_would_make_anew(archives: Archives) -> None:
    import_id = await archives.brought(faulty_archive(80, share=0).as_csv())
    await archives.tried(import_id)
    await archives.written(import_id)
    before = await table_rows(archives.connection)
    async with unit_of_work(SYSTEM, bind=archives.connection) as work:
        await index_people(work, IndexPeople(person_ids=await ids(archives)))
    assert changed_rows(before, await table_rows(archives.connection)) == {}
    async with unit_of_work(SYSTEM, bind=archives.connection) as work:
        worker = await an_operator(work, archives.territory.office_id)
    known = (await archives.connection.execute(PEOPLE)).all()
    async with unit_of_work(worker, read_only=True, bind=archives.connection) as work:
        found = await find_people(work, worker, f"{known[0].family_name} {known[0].given_name}")
    assert known[0].id in [one.id for one in found]


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seen=st.integers(0, 5), more=st.integers(1, 12), wrong=st.sampled_from([0.0, 0.5]))
async def test_any_file_over_any_registry_is_taken_back(archives: Archives, seen: int, more: int, wrong: float) -> None:
    if seen:
        known = await archives.brought(faulty_archive(seen, share=0, skipped=40).as_csv(), source=str(uuid4()))
        await archives.tried(known)
        if (await archives.sheet(known)).counted("new") + (await archives.sheet(known)).counted("matched"):
            await archives.written(known)
    archive: FaultyArchive = faulty_archive(seen + more + 1, share=wrong, skipped=40)
    before = await table_rows(archives.connection)
    import_id = await archives.brought(archive.as_csv(), source=str(uuid4()))
    sheet = await archives.tried(import_id)
    if sheet.counted("new") + sheet.counted("matched"):
        await archives.written(import_id)
        await archives.undone(import_id)
    assert changed_rows(before, await table_rows(archives.connection)) == {}
