"""Operators keep the documents of a person in folders, and what is private to one office stays there."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.domain.documents.archive.conftest import paper
from tests.support.given import SYSTEM, a_person, an_office
from tests.support.html import Browser, Page
from tests.support.personas import ROSA
from tests.support.questions import Questions

SECRET = "Relazione della psicologa"
WHY = "Parla di una terza persona."


async def rosas_archive(office: Office) -> str:
    """The address of Rosa's archive."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return f"/persone/{await a_person(work, office.territory)}/documenti"


async def keep(browser: Browser, path: str, title: str = "Decreto", **facts: str) -> Page:
    """Put a paper of as many pages as the title has letters in the archive."""
    form = (await browser.open(path)).form("Metti in archivio")
    form.fill({"title": title, "folder": "1"} | facts)
    file = ("file", ("foglio.pdf", paper(len(title)), "application/pdf"))
    return await browser.send(form, [file])


async def test_a_paper_is_put_in_its_folder_and_found_there(office: Office) -> None:
    path = await rosas_archive(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    person = await browser.open(path.removesuffix("/documenti"))
    empty = await browser.open(person.link("Documenti"))
    assert "L'archivio è vuoto" in empty.text
    kept = await keep(browser, path, kind="decree")
    assert kept.heading == "Decreto"
    assert "Il documento è in archivio." in kept.text
    assert "Anna Prova" in kept.text
    listed = await browser.open(path)
    folder = await browser.open(listed.link("Tribunale, decreti, relazioni 1"))
    assert folder.link("Decreto") == kept.path
    assert "Nessun documento trovato" in (await browser.open(listed.link("Documenti sanitari 0"))).text
    file = await browser.open(kept.link("Apri il file"))
    assert file.answer.content == paper(7)
    rows = (await browser.open(listed.link("Scarica questo elenco"))).answer.text
    assert "Tribunale, decreti, relazioni" in rows


async def test_what_is_missing_stands_beside_its_field_and_nothing_typed_is_lost(office: Office) -> None:
    path = await rosas_archive(office)
    browser = await office.at_work(Role.DESK_OPERATOR)
    form = (await browser.open(path)).form("Metti in archivio")
    again = await browser.send(form.fill({"title": SECRET, "is_private": "true"}))
    assert again.status == 422
    form = again.form("Metti in archivio")
    assert (form.fields["title"], form.fields["is_private"]) == (SECRET, "true")
    whole = await browser.send(form.fill({"folder": "1"}))
    assert "Scegli il file da mettere in archivio." in whole.text
    assert "Scrivi perché il documento è riservato." in whole.text
    html = ("file", ("pagina.pdf", b"<html></html>", "application/pdf"))
    refused = await browser.send(whole.form("Metti in archivio").fill({"private_reason": WHY}), [html])
    assert refused.status == 422
    assert refused.one("#file-error").get_text()


async def test_a_document_is_corrected_replaced_and_annulled(office: Office) -> None:
    path = await rosas_archive(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    kept = await keep(browser, path)
    edit = (await browser.open(kept.link("Sposta o correggi"))).form("Salva")
    assert (await browser.send(edit.fill({"title": ""}))).status == 422
    moved = await browser.send(edit.fill({"title": "Decreto del giudice", "folder": "9"}))
    assert (moved.heading, "Altro" in moved.text) == ("Decreto del giudice", True)
    version = (await browser.open(moved.link("Metti una versione nuova"))).form("Metti in archivio")
    assert "Scegli il file da mettere in archivio." in (await browser.send(version)).text
    newer = await browser.send(version, [("file", ("due.pdf", paper(50), "application/pdf"))])
    assert newer.heading == "Decreto del giudice"
    former = await browser.open(newer.link("Versione vecchia"))
    assert former.path == kept.path
    assert "C'è una versione più nuova" in former.text
    annul = newer.form("Annulla il documento")
    assert (await browser.send(annul)).status == 422
    gone = await browser.send(annul.fill({"annulment_reason": "È di un'altra persona."}))
    assert "È di un'altra persona." in gone.text
    assert "L'archivio è vuoto" in (await browser.open(path)).text
    past = await browser.open(f"{path}?passati=1")
    assert "annullato" in past.text
    assert "versione vecchia" in past.text


async def everywhere(browser: Browser, path: str, filing: str) -> dict[str, bool]:
    """On which pages somebody finds the private document."""
    listed, file = await browser.open(path), await browser.open(f"{path}/elenco")
    return {
        "list": SECRET in listed.text,
        "count": "Sostegno psicologico 1" in listed.text,
        "total": listed.one("h1 .bo-count").get_text() == "1",
        "search": SECRET in (await browser.open(f"{path}?q=psicologa")).text,
        "past": SECRET in (await browser.open(f"{path}?passati=1")).text,
        "csv": SECRET in file.answer.text,
        "page": (await browser.open(filing)).status == 200,
        "file": (await browser.open(f"{filing}/file")).status == 200,
    }


async def another_office(office: Office) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await an_office(work, office.territory.comune_id)


async def test_a_private_document_is_on_every_page_of_its_office_and_on_none_of_another(office: Office) -> None:
    path = await rosas_archive(office)
    psychologist = await office.at_work(Role.PSYCHOLOGIST)
    kept = await keep(psychologist, path, SECRET, folder="8", is_private="true", private_reason=WHY)
    assert WHY in kept.text
    other, territory = await another_office(office), office.territory
    seeing = [psychologist, await office.at_work(Role.OFFICE_HEAD), await office.at_work(Role.SOCIAL_WORKER)]
    for browser in seeing:
        assert all((await everywhere(browser, path, kept.path)).values())
    blind = {
        "head of another office": await office.at_work(Role.OFFICE_HEAD, office_id=other),
        "social worker of another office": await office.at_work(Role.SOCIAL_WORKER, office_id=other),
        "desk of another office": await office.at_work(Role.DESK_OPERATOR, office_id=other),
        "ambito": await office.at_work(Role.SOCIAL_WORKER, Role.AMBITO_ADMIN, office_id=territory.ambito_office_id),
        "another ente": await office.at_work(Role.SOCIAL_WORKER, office_id=territory.neighbour_office_id),
        "third sector": await office.at_work(Role.THIRD_SECTOR),
        "auditor": await office.at_work(Role.AUDITOR),
    }
    for who, browser in blind.items():
        assert not any(await _found(browser, path, kept.path)), who


async def _found(browser: Browser, path: str, filing: str) -> list[bool]:
    if (await browser.open(path)).status != 200:  # the archive itself is not theirs
        return [(await browser.open(one)).status == 200 for one in (f"{path}/elenco", filing, f"{filing}/file")]
    return list((await everywhere(browser, path, filing)).values())


async def test_the_office_makes_a_document_private_and_opens_it_again(office: Office) -> None:
    path = await rosas_archive(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    kept = await keep(browser, path, SECRET)
    stranger = await office.at_work(Role.SOCIAL_WORKER, office_id=await another_office(office))
    assert "Rendi riservato" not in (await stranger.open(kept.path)).text
    private = await browser.send(kept.form("Rendi riservato").fill({"private_reason": WHY}))
    assert "Da ora lo vede solo il tuo ufficio." in private.text
    assert (await stranger.open(kept.path)).status == 404
    opened = await browser.send(private.form("Togli la riservatezza"))
    assert "Da ora lo vede chi segue la persona." in opened.text
    assert (await stranger.open(kept.path)).status == 200


async def test_what_came_with_an_application_is_there_and_stays(office: Office, questions: Questions) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    case = await browser.open((await browser.open("/scrivania?vista=tutte")).link("Rosa"))
    path = case.link("Documenti")
    listed = await browser.open(path)
    receipt = await browser.open(listed.link("Ricevuta"))
    assert "Scritto dal nostro ente" in receipt.text
    assert "Annulla il documento" not in receipt.text
    assert "Metti una versione nuova" not in receipt.text
    for title in ("Uno", "Due", "Tre"):
        await keep(browser, path, title * 3)
    for page in (path, f"{path}?q=uno&cartella=1", receipt.path):
        await browser.open(page)
        with questions(at_most=22):
            assert (await browser.open(page)).status == 200


async def test_the_person_reads_who_looked_into_the_archive(office: Office) -> None:
    path = await rosas_archive(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    kept = await keep(browser, path)
    await browser.open(f"{kept.path}/file")
    noted = sa.text("SELECT subject, purpose FROM platform.reading WHERE person_id IS NOT NULL")
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        rows = await (await work.session.connection()).execute(noted)
        found = {(row.subject, row.purpose) for row in rows}
    assert ("archive", "case_work") in found
    assert ("document", "case_work") in found


@pytest.mark.parametrize("role", [Role.OFFICE_HEAD, Role.ENTE_ADMIN])
async def test_the_head_says_where_papers_go_by_themselves(office: Office, role: Role) -> None:
    browser = await office.at_work(role)
    rules = await browser.open("/archivio/regole")
    saved = await browser.send(rules.form("Salva").fill({"receipt": "3"}))
    assert "Salvato. Vale per i documenti che arrivano da ora." in saved.text
    assert saved.form("Salva").fields["receipt"] == "3"
    assert (await browser.send(saved.form("Salva").fill({"receipt": ""}))).status == 422
    await office.an_application()
    worker = await office.at_work(Role.SOCIAL_WORKER)
    case = await worker.open((await worker.open("/scrivania?vista=tutte")).link("Rosa"))
    listed = await worker.open(case.link("Documenti"))
    assert "Documenti in uscita per altri servizi 1" in listed.text
    assert ROSA.given_name in listed.heading
