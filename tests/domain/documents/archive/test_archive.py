"""Papers in the archive of a person: folders, versions, what is found by its words, what is annulled."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.documents.actions.archive.annul_filing import AnnulFiling, annul_filing
from domain.documents.actions.archive.keep_words import KeepWords, keep_words
from domain.documents.actions.archive.move_filing import MoveFiling, move_filing
from domain.documents.actions.archive.replace_filing import ReplaceFiling, replace_filing
from domain.documents.actions.archive.set_folder_rules import SetFolderRules, set_folder_rules
from domain.documents.queries.archive.filing_sheet import archive_file, filing_sheet
from domain.documents.queries.archive.filings import ArchiveFilter, filings
from domain.documents.queries.archive.folders import folders
from domain.documents.queries.document_file import own_document_file
from domain.documents.queries.own_documents import own_documents
from domain.documents.refusals import AlreadyInArchive, NotTheOfficeThatFiled, NotToBeReplaced
from domain.documents.terms import DocumentKind, FilingSource
from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.platform.work import unit_of_work
from tests.domain.documents.archive.conftest import Archive, paper
from tests.support.applications import a_filled_draft
from tests.support.given import SYSTEM


async def counts(archive: Archive) -> dict[str, int]:
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        return {row.code: row.count for row in await folders(work, archive.worker, archive.rosa_id) if row.count}


async def test_the_nine_folders_are_there_from_the_beginning(archive: Archive) -> None:
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        found = await folders(work, archive.worker, archive.rosa_id)
    assert [row.code for row in found] == list("123456789")
    assert found[0].label == "Tribunale, decreti, relazioni"
    assert not any(row.count for row in found)


async def test_what_comes_with_an_application_is_filed_when_it_is_sent_and_not_before(archive: Archive) -> None:
    async with unit_of_work(archive.rosa, bind=archive.connection) as work:
        draft = await a_filled_draft(work, archive.rosa)
        sent = AttachDocument(application_id=draft.id, field="identity", content=paper(2), file_name="carta.pdf")
        await attach_document(work, archive.rosa, sent)
    await archive.follow()
    assert await archive.titles(archive.worker) == []
    async with unit_of_work(archive.rosa, bind=archive.connection) as work:
        await submit_application(work, archive.rosa, SubmitApplication(application_id=draft.id))
    await archive.follow()
    sent_papers, receipts = await _sources(archive)
    assert (sent_papers, receipts) == (1, 1), "the paper, and the whole receipt; not its short copy"
    assert await counts(archive) == {"9": 2}


async def _sources(archive: Archive) -> tuple[int, int]:
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        rows = (await filings(work, archive.worker, archive.rosa_id, ArchiveFilter())).items
    found = [row.source for row in rows]
    return found.count(FilingSource.APPLICATION), found.count(FilingSource.ACT)


async def test_the_ente_says_in_which_folder_papers_go_by_themselves(archive: Archive) -> None:
    ruled = SetFolderRules(folders={DocumentKind.IDENTITY_CARD.value: "7", DocumentKind.RECEIPT.value: "3"})
    async with unit_of_work(archive.head, bind=archive.connection) as work:
        await set_folder_rules(work, archive.head, ruled)
    async with unit_of_work(archive.rosa, bind=archive.connection) as work:
        draft = await a_filled_draft(work, archive.rosa)
        sent = AttachDocument(application_id=draft.id, field="identity", content=paper(2), file_name="carta.pdf")
        await attach_document(work, archive.rosa, sent)
        await submit_application(work, archive.rosa, SubmitApplication(application_id=draft.id))
    await archive.follow()
    assert await counts(archive) == {"7": 1, "3": 1}
    with pytest.raises(Invalid):
        async with unit_of_work(archive.head, bind=archive.connection) as work:
            await set_folder_rules(work, archive.head, SetFolderRules(folders={"decree": "77"}))
    with pytest.raises(NotAllowed):
        async with unit_of_work(archive.worker, bind=archive.connection) as work:
            await set_folder_rules(work, archive.worker, ruled)


async def test_a_newer_version_counts_and_the_former_one_can_still_be_read(archive: Archive) -> None:
    first = await archive.keeps("Decreto")
    async with unit_of_work(archive.colleague, bind=archive.connection) as work:
        newer = ReplaceFiling(filing_id=first, dated_on=work.today, content=paper(40), file_name="decreto-2.pdf")
        second = await replace_filing(work, archive.colleague, newer)
    assert await archive.titles(archive.worker) == ["Decreto"]
    assert await counts(archive) == {"1": 1}
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        sheet = await filing_sheet(work, archive.worker, first)
        assert [(row.id, row.is_replaced) for row in sheet.versions] == [(second, False), (first, True)]
        assert not sheet.may_replace
        document, content = await archive_file(work, archive.worker, first)
        assert document.file_name == "foglio.pdf"
        assert content == paper(8)
    with pytest.raises(NotToBeReplaced):
        async with unit_of_work(archive.worker, bind=archive.connection) as work:
            await replace_filing(work, archive.worker, newer)


async def test_the_same_file_twice_is_refused(archive: Archive) -> None:
    await archive.keeps("Decreto")
    with pytest.raises(AlreadyInArchive):
        await archive.keeps("Altro nome", content=paper(8))
    assert await archive.titles(archive.worker) == ["Decreto"]


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("file", {"content": None}),
        ("folder", {"folder": "77"}),
        ("private_reason", {"is_private": True}),
    ],
)
async def test_what_is_missing_is_said_beside_its_field(archive: Archive, field: str, facts: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refused:
        await archive.keeps("Relazione", **facts)
    assert set(refused.value.fields) == {field}


async def test_a_document_is_moved_and_keeps_its_file(archive: Archive) -> None:
    filing_id = await archive.keeps("Relaz.")
    async with unit_of_work(archive.worker, bind=archive.connection) as work:
        moved = MoveFiling(
            filing_id=filing_id, folder="6", title="Relazione del medico", dated_on=work.today - timedelta(days=9)
        )
        await move_filing(work, archive.worker, moved)
        with pytest.raises(Invalid):
            tomorrow = moved.model_copy(update={"dated_on": work.today + timedelta(days=1)})
            await move_filing(work, archive.worker, tomorrow)
    assert await archive.titles(archive.worker, folder="6") == ["Relazione del medico"]
    assert await archive.titles(archive.worker, folder="1") == []
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        last_week = work.today - timedelta(days=8)
    assert await archive.titles(archive.worker, starts_on=last_week) == []
    assert await archive.titles(archive.worker, ends_on=last_week) == ["Relazione del medico"]


async def test_what_is_annulled_leaves_the_lists_and_is_not_destroyed(archive: Archive) -> None:
    filing_id = await archive.keeps("Di un'altra persona")
    annulled = AnnulFiling(filing_id=filing_id, annulment_reason="È di un'altra persona.")
    with pytest.raises(NotTheOfficeThatFiled):
        async with unit_of_work(archive.elsewhere, bind=archive.connection) as work:
            await annul_filing(work, archive.elsewhere, annulled)
    async with unit_of_work(archive.colleague, bind=archive.connection) as work:
        await annul_filing(work, archive.colleague, annulled)
    assert await archive.titles(archive.worker) == []
    assert await counts(archive) == {}
    assert await archive.titles(archive.worker, also_past=True) == ["Di un'altra persona"]
    async with unit_of_work(archive.worker, read_only=True, bind=archive.connection) as work:
        document, content = await archive_file(work, archive.worker, filing_id)
        assert content == paper(20)
        document_id = document.id
    async with unit_of_work(archive.rosa, read_only=True, bind=archive.connection) as work:
        assert await own_documents(work, archive.rosa) == []
        with pytest.raises(NotFound):
            await own_document_file(work, archive.rosa, document_id)


async def test_who_has_no_role_or_no_reach_finds_nothing(archive: Archive) -> None:
    filing_id = await archive.keeps("Decreto")
    with pytest.raises(NotAllowed):
        await archive.titles(archive.clerk)
    assert await archive.titles(archive.neighbour) == []
    for stranger, refusal in ((archive.neighbour, NotFound), (archive.clerk, NotAllowed)):
        with pytest.raises(refusal):
            async with unit_of_work(stranger, read_only=True, bind=archive.connection) as work:
                await archive_file(work, stranger, filing_id)


async def found_by(archive: Archive, words: str) -> list[str]:
    return await archive.titles(archive.worker, words=words)


async def keep_read(archive: Archive, filing_id: UUID, text: str) -> None:
    async with unit_of_work(SYSTEM, bind=archive.connection) as work:
        await keep_words(work, SYSTEM, KeepWords(filing_id=filing_id, text=text))


async def test_a_document_is_found_by_the_root_of_its_words_and_by_its_title(archive: Archive) -> None:
    first = await archive.keeps("Relazione sull'inserimento")
    await keep_read(archive, first, "La signora chiede un contributo per l'affitto perché è senza lavoro.")
    await archive.keeps("Verbale di invalidità")
    assert await found_by(archive, "contributi affitti") == ["Relazione sull'inserimento"]
    assert await found_by(archive, "perche") == ["Relazione sull'inserimento"]
    assert await found_by(archive, '"contributo per l\'affitto"') == ["Relazione sull'inserimento"]
    assert await found_by(archive, "verbali") == ["Verbale di invalidità"]
    assert await found_by(archive, "invalidita") == ["Verbale di invalidità"]
    assert await found_by(archive, "sanatoria") == []
    assert await found_by(archive, "'); DROP") == []
