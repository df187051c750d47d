"""An operator invites somebody to book, and sees to who does not."""

from datetime import timedelta
from uuid import UUID

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.inviting.invite_to_book import InviteToBook, invite_to_book
from domain.scheduling.jobs import tend_invitations
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, an_operator
from tests.support.personas import ROSA
from tests.support.scheduling.expecting import Expecting, at

LIST = "/appuntamenti/inviti"


async def _invited(office: Office, expecting: Expecting, person_id: UUID) -> None:
    """A colleague has invited somebody, for two weeks."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        colleague = await an_operator(work, office.territory.office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(colleague, bind=office.connection) as work:
        where = {"need_id": expecting.need_id, "office_id": office.territory.office_id}
        until = work.today + timedelta(days=14)
        asked = InviteToBook(person_id=person_id, book_by_on=until, note="Porta la bolletta", **where)
        await invite_to_book(work, colleague, asked)


async def test_somebody_is_invited_from_their_page_once(office: Office, expecting: Expecting, rosa: UUID) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        page = await browser.open((await browser.open(f"/persone/{rosa}")).link("Invita a prenotare"))
        assert page.labelled("Ultimo giorno per prenotare")["value"] == "2026-12-28", "two weeks, as the ente has it"
        over = {"need_id": str(expecting.need_id), "book_by_on": "2026-12-14", "note": "Porta la bolletta"}
        wrong = await browser.send(page.form("Invita").fill(over))
        assert wrong.status == 422
        assert "Scegli un giorno da domani a un anno da oggi." in wrong.text
        assert "Porta la bolletta" in wrong.text, "nothing typed is lost"
        listed = await browser.send(wrong.form("Invita").fill({"book_by_on": "2026-12-28"}))
        assert "Invito fatto." in listed.text
        assert ROSA.full_name in listed.one("main li.ss-item").get_text()
        twice = await browser.send(wrong.form("Invita").fill({"book_by_on": "2026-12-28"}))
        assert twice.status == 422
        assert "ha già un invito aperto" in twice.text
        assert listed.link("Prenota tu") == f"/appuntamenti/nuovo?persona={rosa}&motivo={expecting.need_id}"


async def test_who_does_not_book_is_called_and_what_was_done_is_written_down(
    office: Office, expecting: Expecting, rosa: UUID
) -> None:
    with as_of(at(8)):
        await _invited(office, expecting, rosa)
    with as_of(at(8) + timedelta(days=15)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        await tend_invitations(bind=office.connection)
        notices = await browser.open("/avvisi")
        assert "non ha prenotato in tempo" in notices.text
        late = await browser.send(notices.form("Apri"))
        assert "Non ha prenotato" in late.one("main li.ss-item").get_text()
        again = await browser.open(late.link("Invita di nuovo"))
        assert again.labelled("Nota per la persona").get_text().strip() == "Porta la bolletta"
        closing = await browser.open(late.link("Chiudi con una nota"))
        assert (await browser.send(closing.form("Chiudi l'invito"))).status == 422
        closed = await browser.send(closing.form("Chiudi l'invito").fill({"note": "Chiamata: viene giovedì."}))
        assert "Invito chiuso" in closed.text
        assert "Nessun invito" in closed.text
        settled = await browser.open(f"{LIST}?vista=conclusi")
        assert "Chiamata: viene giovedì." in settled.text


async def test_an_open_invitation_is_withdrawn_with_one_button(
    office: Office, expecting: Expecting, rosa: UUID
) -> None:
    with as_of(at(8)):
        await _invited(office, expecting, rosa)
        browser = await office.at_work(Role.DESK_OPERATOR)
        listed = await browser.open(LIST)
        gone = await browser.send(listed.form("Ritira"))
        assert "Invito ritirato." in gone.text
        assert "Ritirato da Anna Prova" in (await browser.open(f"{LIST}?vista=conclusi")).text
        admin = await office.at_work(Role.ENTE_ADMIN)
        seen = await admin.open(f"{LIST}?vista=conclusi&ufficio={office.territory.office_id}")
        assert ROSA.full_name in seen.text
        assert "Invita di nuovo" not in seen.text, "administrators look, who receives acts"


async def test_who_must_be_left_alone_has_no_form_and_the_page_says_why(
    office: Office, expecting: Expecting, rosa: UUID
) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        worker = await an_operator(work, office.territory.office_id)
    async with unit_of_work(worker, bind=office.connection) as work:
        await set_contact_profile(work, worker, SetContactProfile(person_id=rosa, is_hidden=True, why="Ha paura"))
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"{LIST}/nuovo?persona={rosa}&motivo={expecting.need_id}")
    assert "A questa persona non mandiamo inviti." in page.text
    assert not page.soup.select("select[name=need_id]")
