"""The page of a person: what is known and since when, written down, put right, taken away, and seen as it was."""

from datetime import date
from uuid import UUID

import pytest

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.terms import ContactKind, FactKind
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person


@pytest.fixture
async def rosa(office: Office) -> UUID:
    """Rosa, who lives in Borgo since 2020 and has a telephone."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
        home = RecordResidence(person_id=person_id, street="Via Lunga 1", city="Borgo", starts_on=date(2020, 1, 1))
        await record_residence(work, SYSTEM, home)
        phone = RecordContact(person_id=person_id, kind=ContactKind.PHONE, value="333 0001111", belongs_to="la figlia")
        await record_contact(work, SYSTEM, phone)
    return person_id


async def test_the_page_says_what_is_known_and_from_whom(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open(f"/persone/{rosa}")
    assert page.heading == "Maria Rosa Bellandi"
    for words in ("Via Lunga 1", "Borgo", "333 0001111", "la figlia", "Detto dalla persona", "1 gen 2020"):
        assert words in page.text


async def test_a_move_is_written_down_and_the_past_can_be_seen(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    form = (await browser.open(f"/persone/{rosa}/dati/residenza")).form("Scrivi")
    page = await browser.send(form.fill({"street": "Via Corta 2", "city": "Pieve", "starts_on": "2026-02-01"}))
    assert (page.status, page.path) == (200, f"/persone/{rosa}")
    assert "Scritto." in page.text
    assert "Via Corta 2" in page.text
    assert "Via Lunga 1" not in page.text
    then = await browser.open(f"/persone/{rosa}?giorno=2026-01-31")
    assert "Via Lunga 1" in then.text
    assert "Stai guardando il passato" in then.text


async def test_a_mistake_is_put_right_with_its_reason(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    history = await browser.open(f"/persone/{rosa}/dati/residenza")
    page = await browser.open(history.link("Correggi"))
    form = page.form("Correggi")
    assert page.labelled("Via e numero")["value"] == "Via Lunga 1"
    refused = await browser.send(form.fill({"street": "Via Lunga 11"}))
    assert refused.status == 422
    assert "Questa risposta serve." in refused.text
    assert refused.labelled("Via e numero")["value"] == "Via Lunga 11"
    done = await browser.send(form.fill({"street": "Via Lunga 11", "reason": "Letto male"}))
    assert "Via Lunga 11" in done.text
    story = (await browser.open(f"/persone/{rosa}/dati/residenza")).text
    for words in ("Via Lunga 1 ", "Letto male", "non vale più", "Anna Prova"):
        assert words in story


async def test_what_was_never_true_is_taken_away(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open((await browser.open(f"/persone/{rosa}/dati/contatti")).link("Correggi"))
    refused = await browser.send(page.form("Togli questo dato"))
    assert refused.status == 422
    done = await browser.send(page.form("Togli questo dato").fill({"reason": "Era di un'altra"}))
    assert "333 0001111" not in done.text


async def test_the_name_can_be_corrected_and_not_taken_away(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open((await browser.open(f"/persone/{rosa}/dati/nome-e-nascita")).link("Correggi"))
    assert "Togli questo dato" not in page.text
    done = await browser.send(page.form("Correggi").fill({"given_name": "Rosa Maria", "reason": "Invertiti"}))
    assert done.heading == "Rosa Maria Bellandi"


async def test_a_place_is_written_by_its_name(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open((await browser.open(f"/persone/{rosa}/dati/nome-e-nascita")).link("Correggi"))
    unknown = await browser.send(page.form("Correggi").fill({"birthplace_code": "Atlantide", "reason": "Documento"}))
    assert unknown.status == 422
    assert "Non conosciamo questo luogo" in unknown.text
    done = await browser.send(page.form("Correggi").fill({"birthplace_code": "Perugia", "reason": "Documento"}))
    assert "Perugia" in done.text
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        names = [fact for fact in await facts_of(work, SYSTEM, rosa) if fact.kind is FactKind.IDENTITY]
    assert names[0].value.model_dump()["birthplace_code"] == "G478"


async def test_bad_answers_are_told_beside_their_field_and_nothing_is_lost(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    form = (await browser.open(f"/persone/{rosa}/dati/residenza")).form("Scrivi")
    page = await browser.send(form.fill({"street": "Via Nuova 3", "postal_code": "12", "starts_on": "2026-01-01"}))
    assert page.status == 422
    assert "Il CAP ha cinque numeri." in page.text
    assert page.labelled("Via e numero")["value"] == "Via Nuova 3"
    page = await browser.send(form.fill({"postal_code": "", "starts_on": "2026-03-01", "ends_on": "2026-02-01"}))
    assert page.status == 422
    assert "L'ultimo giorno viene prima del primo" in page.text


async def test_the_desk_sees_no_section_of_health_or_justice(office: Office, rosa: UUID) -> None:
    worker = await office.at_work(Role.SOCIAL_WORKER)
    form = (await worker.open(f"/persone/{rosa}/dati/giudice")).form("Scrivi")
    await worker.send(form.fill({"court": "TMCivile", "number": "77/2026"}))
    assert "77/2026" in (await worker.open(f"/persone/{rosa}")).text
    desk = await office.at_work(Role.DESK_OPERATOR)
    page = await desk.open(f"/persone/{rosa}")
    assert "77/2026" not in page.answer.text
    assert "giudice" not in page.answer.text
    assert (await desk.open(f"/persone/{rosa}/dati/giudice")).status == 403
    assert (await desk.open(f"/persone/{rosa}/dati/nessuno")).status == 404


async def test_another_comune_finds_nobody(office: Office, rosa: UUID) -> None:
    stranger = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    for path in ("", "/dati/residenza"):
        assert (await stranger.open(f"/persone/{rosa}{path}")).status == 404
