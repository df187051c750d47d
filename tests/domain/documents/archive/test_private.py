"""A private document is there for one office alone: for everybody else no list, count, search or file knows of it."""

import pytest
import sqlalchemy as sa

from domain.documents.actions.archive.annul_filing import AnnulFiling, annul_filing
from domain.documents.actions.archive.keep_words import KeepWords, keep_words
from domain.documents.actions.archive.move_filing import MoveFiling, move_filing
from domain.documents.actions.archive.open_filing import open_filing
from domain.documents.actions.archive.replace_filing import ReplaceFiling, replace_filing
from domain.documents.actions.archive.restrict_filing import RestrictFiling, restrict_filing
from domain.documents.queries.archive.filing_sheet import archive_file, filing_sheet
from domain.documents.queries.archive.filings import ArchiveFilter, filings, whole_archive
from domain.documents.queries.archive.folders import folders
from domain.documents.queries.document_file import document_file
from domain.documents.queries.documents_by_id import documents_by_id
from domain.documents.queries.own_documents import own_documents
from domain.documents.refusals import NotTheOfficeThatFiled
from domain.kernel.actor import Actor, Operator
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.registry.actions.open_protected_file import OpenProtectedFile, open_protected_file
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.documents.archive.conftest import Archive, paper
from tests.support.given import SYSTEM, an_operator
from tests.support.personas import ROSA

SECRET = "Relazione riservata"
TABLES = ("documents.document", "documents.filing", "documents.filing_words")


async def a_secret(archive: Archive) -> AnnulFiling:
    """The worker's office keeps a private paper whose words were read, beside a plain one; both in folder 8."""
    filing_id = await archive.keeps(SECRET, folder="8", is_private=True, private_reason="Colloqui con la psicologa.")
    await archive.keeps("Decreto", folder="8")
    async with unit_of_work(SYSTEM, bind=archive.connection) as work:
        await keep_words(work, SYSTEM, KeepWords(filing_id=filing_id, text="La signora racconta del marito."))
    return AnnulFiling(filing_id=filing_id, annulment_reason="Per prova.")


async def seen_everywhere(archive: Archive, operator: Operator) -> dict[str, bool]:
    """Where the operator finds the private paper."""
    async with unit_of_work(operator, read_only=True, bind=archive.connection) as work:
        rosa = archive.rosa_id
        return {
            "list": (await filings(work, operator, rosa, ArchiveFilter())).total == 2,
            "past": (await filings(work, operator, rosa, ArchiveFilter(also_past=True))).total == 2,
            "count": {row.code: row.count for row in await folders(work, operator, rosa)}["8"] == 2,
            "title": (await filings(work, operator, rosa, ArchiveFilter(words="riservata"))).total == 1,
            "words": (await filings(work, operator, rosa, ArchiveFilter(words="marito"))).total == 1,
            "file": any(row.title == SECRET for row in await whole_archive(work, operator, rosa, ArchiveFilter())),
        }


async def test_every_profile_sees_it_everywhere_or_nowhere(archive: Archive) -> None:
    await a_secret(archive)
    seeing = {"worker": archive.worker, "colleague": archive.colleague, "head": archive.head}
    for name, operator in seeing.items():
        assert all((await seen_everywhere(archive, operator)).values()), name
    for name, operator in {"another office": archive.elsewhere, "the ambito": archive.ambito}.items():
        assert not any((await seen_everywhere(archive, operator)).values()), name
        assert await archive.titles(operator) == ["Decreto"], name


async def test_nobody_else_opens_or_changes_it_by_its_address(archive: Archive) -> None:
    annul = await a_secret(archive)
    filing_id = annul.filing_id
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        row = (await filing_sheet(work, archive.worker, filing_id)).row
    other = archive.elsewhere
    async with unit_of_work(other, bind=archive.connection) as work:
        moved = MoveFiling(filing_id=filing_id, folder="9", title="x", dated_on=work.today)
        newer = ReplaceFiling(filing_id=filing_id, dated_on=work.today, content=paper(3))
        attempts = (
            filing_sheet(work, other, filing_id),
            archive_file(work, other, filing_id),
            document_file(work, other, row.document_id, purpose=ReadingPurpose.CASE_WORK),
            annul_filing(work, other, annul),
            move_filing(work, other, moved),
            replace_filing(work, other, newer),
            restrict_filing(work, other, RestrictFiling(filing_id=filing_id, private_reason="Mia")),
            open_filing(work, other, filing_id),
        )
        for attempt in attempts:
            with pytest.raises(NotFound):
                await attempt
        assert await documents_by_id(work, [row.document_id]) == {}


@pytest.mark.parametrize("table", TABLES)
async def test_postgresql_alone_hides_it(archive: Archive, table: str) -> None:
    await a_secret(archive)

    async def seen_by(actor: Actor) -> int:
        await archive.connection.run_sync(tell, actor)
        counted = sa.text(f"SELECT count(*) FROM {table} WHERE person_id = :rosa")
        return (await archive.connection.execute(counted, {"rosa": archive.rosa_id})).scalar_one()

    everything = await seen_by(SYSTEM)
    assert await seen_by(archive.worker) == everything > 0
    for actor in (archive.elsewhere, archive.ambito):
        assert await seen_by(actor) == everything - 1, actor
    if table != "documents.filing_words":  # a citizen searches in no words
        assert await seen_by(archive.rosa) == everything - 1
    assert await seen_by(archive.neighbour) == 0


async def test_the_person_does_not_find_it_among_ones_own_documents(archive: Archive) -> None:
    await a_secret(archive)
    async with unit_of_work(archive.rosa, read_only=True, bind=archive.connection) as work:
        assert [row.title for row in await own_documents(work, archive.rosa)] == ["Decreto"]


async def test_a_document_becomes_private_with_its_former_versions_and_is_opened_again(archive: Archive) -> None:
    first = await archive.keeps("Relazione")
    async with unit_of_work(archive.worker, bind=archive.connection) as work:
        newer = ReplaceFiling(filing_id=first, dated_on=work.today, content=paper(30), file_name="due.pdf")
        second = await replace_filing(work, archive.worker, newer)
    reason = RestrictFiling(filing_id=second, private_reason="Parla di una terza persona.")
    async with unit_of_work(archive.elsewhere, bind=archive.connection) as work:
        with pytest.raises(NotTheOfficeThatFiled):
            await restrict_filing(work, archive.elsewhere, reason)
    async with unit_of_work(archive.worker, bind=archive.connection) as work:
        await restrict_filing(work, archive.worker, reason)
    assert await archive.titles(archive.elsewhere, also_past=True) == []
    assert await archive.titles(archive.colleague, also_past=True) == ["Relazione", "Relazione"]
    async with unit_of_work(archive.head, bind=archive.connection) as work:
        await open_filing(work, archive.head, second)
    assert await archive.titles(archive.elsewhere, also_past=True) == ["Relazione", "Relazione"]


async def test_a_newer_version_of_a_private_document_is_private(archive: Archive) -> None:
    annul = await a_secret(archive)
    async with unit_of_work(archive.worker, bind=archive.connection) as work:
        newer = ReplaceFiling(filing_id=annul.filing_id, dated_on=work.today, content=paper(50), file_name="due.pdf")
        await replace_filing(work, archive.worker, newer)
    assert await archive.titles(archive.worker) == ["Decreto", SECRET]
    assert await archive.titles(archive.elsewhere, also_past=True) == ["Decreto"]


async def test_another_office_keeps_the_same_file_and_learns_nothing(archive: Archive) -> None:
    await a_secret(archive)
    await archive.keeps("La mia copia", by=archive.elsewhere, content=paper(1 + len(SECRET)))
    assert await archive.titles(archive.elsewhere) == ["Decreto", "La mia copia"]


async def test_in_an_emergency_who_opens_a_protected_file_sees_it(archive: Archive) -> None:
    filing_id = (await a_secret(archive)).filing_id
    async with unit_of_work(SYSTEM, bind=archive.connection) as work:
        rescuer = await an_operator(work, archive.elsewhere.office_id, [Role.SOCIAL_WORKER], names="Chi Soccorre")
        command = ProtectIdentity(person_id=archive.rosa_id, operator_ids=(archive.worker.operator_id,))
        await protect_identity(work, SYSTEM, command)
    assert await archive.titles(rescuer) == []
    async with unit_of_work(rescuer, bind=archive.connection) as work:
        opening = OpenProtectedFile(codice_fiscale=ROSA.codice_fiscale, reason="È in pronto soccorso e non risponde.")
        await open_protected_file(work, rescuer, opening)
    assert await archive.titles(rescuer) == ["Decreto", SECRET]
    async with unit_of_work(rescuer, read_only=True, bind=archive.connection) as work:
        await archive_file(work, rescuer, filing_id)
        assert {reading.purpose for reading in work.readings} == {ReadingPurpose.EMERGENCY}
        sheet = await filing_sheet(work, rescuer, filing_id)
    assert not (sheet.may_annul or sheet.may_restrict or sheet.may_replace or sheet.may_change)
    with pytest.raises(NotTheOfficeThatFiled):
        async with unit_of_work(rescuer, bind=archive.connection) as work:
            moved = MoveFiling(filing_id=filing_id, folder="9", title="x", dated_on=work.today)
            await move_filing(work, rescuer, moved)
