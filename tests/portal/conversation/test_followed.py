"""Who is in charge of an office writes with it, application or not."""

import pytest

import domain.casework.reactions  # noqa: F401 - they register themselves
from domain.casework.actions.conversation.take_in_case_file import TakeInCaseFile, take_in_case_file
from domain.casework.actions.conversation.write_about_case import WriteAboutCase, write_about_case
from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.casework.queries.case_of_application import case_of_application
from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.queries.conversations.queue import QueueFilter, conversations_queue
from domain.documents.queries.archive.filings import ArchiveFilter, filings
from domain.documents.terms import DocumentKind, FilingSource
from domain.intake.queries.papers.own_papers import PaperFilter, own_papers
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from domain.privacy.queries.copies.copy_parts import COPY_PARTS
from tests.domain.intake.papers.conftest import a_photo
from tests.portal.conversation.conftest import Written
from tests.support.given import a_citizen
from tests.support.personas import DAVIDE


async def test_rosa_writes_with_the_office_that_follows_her(written: Written) -> None:
    connection, anna = written.portal.connection, written.anna
    assert "Scrivi all'ufficio" not in (await written.browser.open("/area-personale")).text
    async with unit_of_work(anna, bind=connection) as work:
        case_id = await case_of_application(work, anna, written.application_id)
        assert case_id is not None
    command = WriteAboutCase(case_id=case_id, text="Sono io")
    with pytest.raises(NotFound):  # nobody follows her yet
        async with unit_of_work(written.rosa, bind=connection) as work:
            await write_about_case(work, written.rosa, command)
    async with unit_of_work(anna, bind=connection) as work:
        await take_charge(work, anna, TakeCharge(case_id=case_id))
    await written.follow()
    page = await written.browser.open(
        (await written.browser.open("/area-personale")).link("Con l'ufficio che ti segue")
    )
    done = await written.browser.send(page.form("Manda il messaggio").fill({"text": "Come va la mia pratica?"}))
    assert "Messaggio mandato." in done.text
    await written.follow()
    async with unit_of_work(anna, read_only=True, bind=connection) as work:
        [waiting] = (await conversations_queue(work, anna, QueueFilter())).items
        assert waiting.subject_id == case_id
    davide = await written.portal.signed_in(DAVIDE)
    assert (await davide.open(page.path)).status == 404


async def test_files_of_a_case_are_filed_for_both_sides_and_hidden_with_the_messages(written: Written) -> None:
    connection, anna, rosa = written.portal.connection, written.anna, written.rosa
    async with unit_of_work(anna, bind=connection) as work:
        case_id = await case_of_application(work, anna, written.application_id)
        assert case_id is not None
        await take_charge(work, anna, TakeCharge(case_id=case_id))
    for colour, actor in enumerate((rosa, anna)):
        async with unit_of_work(actor, bind=connection) as work:
            file = TakeInCaseFile(case_id=case_id, content=a_photo(40 + 90 * colour), file_name=f"foto{colour}.jpg")
            kept = await take_in_case_file(work, actor, file)
            said = WriteAboutCase(case_id=case_id, text="Ecco", document_ids=(kept,))
            await write_about_case(work, actor, said)
    async with unit_of_work(anna, read_only=True, bind=connection) as work:
        rows = (await filings(work, anna, rosa.person_id, ArchiveFilter())).items
    sources = {one.source for one in rows} - {FilingSource.ACT}
    assert sources == {FilingSource.MESSAGE, FilingSource.OFFICE_MESSAGE}
    guardian = a_citizen(written.portal.territory, await written.portal.person(DAVIDE), acts_for=(rosa.person_id,))

    async def seen(reader: Citizen) -> set[str]:
        async with unit_of_work(reader, read_only=True, bind=connection) as work:
            found = await own_papers(work, reader, rosa.person_id, PaperFilter(kind=DocumentKind.OTHER))
        return {f"{one.origin} {one.file_name}" for one in found.papers.page.items}

    assert await seen(rosa) == await seen(guardian) == {"sent foto0.jpg", "given foto1.jpg"}
    async with unit_of_work(rosa, bind=connection) as work:
        await set_contact_profile(work, rosa, SetContactProfile(person_id=rosa.person_id, is_hidden=True))
    assert await seen(guardian) == set()
    assert len(await seen(rosa)) == 2


async def test_the_copy_of_ones_data_has_the_messages_without_the_notes(written: Written) -> None:
    await written.answered("Il medico deve firmare.")
    await written.answered("Sentire la figlia.", is_note=True)
    found = {}
    async with unit_of_work(written.rosa, read_only=True, bind=written.portal.connection) as work:
        for part in COPY_PARTS:
            found |= await part(work, written.rosa, "it")
    assert [(one.by, one.text) for one in found["messages"]] == [("office", "Il medico deve firmare.")]
