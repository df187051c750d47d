"""From the queue to the case: the operator's half of the main job."""

from uuid import uuid4

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.html import Page
from tests.support.personas import ROSA
from tests.support.questions import Questions


def row_of(page: Page, name: str) -> str:
    return page.link(name)


async def test_a_new_application_waits_on_the_desk_with_its_clock(office: Office) -> None:
    await office.an_application()
    desk = await (await office.at_work(Role.SOCIAL_WORKER)).open("/scrivania")
    assert ROSA.family_name in desk.text
    assert "tra 30 giorni" in desk.text or "tra 29 giorni" in desk.text or "giorni" in desk.text


async def test_taking_charge_opens_the_case_with_the_application_and_a_diary_entry(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    case = await browser.open(row_of(await browser.open("/scrivania"), ROSA.family_name))
    taken = await browser.send(case.form("Prendi in carico"))
    assert "Hai preso in carico il caso" in taken.text
    assert "Presa in carico" in taken.text
    assert "responsabile: Anna Prova" in taken.text
    assert "Prendi in carico" not in [button.get_text() for button in taken.soup.find_all("button")]


async def test_a_colleague_who_is_slower_is_told_so(office: Office) -> None:
    await office.an_application()
    first, second = (
        await office.at_work(Role.SOCIAL_WORKER),
        await office.at_work(Role.SOCIAL_WORKER, names="Ugo Lento"),
    )
    address = row_of(await first.open("/scrivania"), ROSA.family_name)
    slow = await second.open(address)
    await first.send((await first.open(address)).form("Prendi in carico"))
    answer = await second.send(slow.form("Prendi in carico"))
    assert answer.status == 409
    assert "già preso in carico" in answer.text


async def test_a_note_that_is_wrong_keeps_what_was_typed(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    case = await browser.open(row_of(await browser.open("/scrivania"), ROSA.family_name))
    form = case.form("Scrivi nel diario").fill(
        {"kind": "phone_call", "happened_at": "2999-01-01T10:00", "text": "La figlia conferma."}
    )
    again = await browser.send(form)
    assert again.status == 422
    assert "Questa data è nel futuro" in again.text
    assert again.labelled("Che cosa è successo").get_text().strip() == "La figlia conferma."


async def test_a_note_is_read_in_the_diary(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    case = await browser.open(row_of(await browser.open("/scrivania"), ROSA.family_name))
    form = case.form("Scrivi nel diario").fill(
        {"kind": "interview", "happened_at": "2026-01-10T10:00", "text": "Primo colloquio."}
    )
    assert "Primo colloquio." in (await browser.send(form)).text


async def test_the_sheet_shows_every_answer_and_the_receipt(office: Office) -> None:
    application_id = await office.an_application()
    sheet = await (await office.at_work(Role.SOCIAL_WORKER)).open(f"/domande/{application_id}")
    assert sheet.status == 200
    assert ROSA.family_name in sheet.text
    assert "Scarica la ricevuta" in sheet.text


async def test_an_operator_of_another_comune_finds_nothing_and_the_attempt_is_noted(office: Office) -> None:
    application_id = await office.an_application()
    stranger = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    assert (await stranger.open(f"/domande/{application_id}")).status == 404
    assert ROSA.family_name not in (await stranger.open("/scrivania?vista=tutte")).text


async def test_a_case_that_does_not_exist_looks_the_same_as_one_of_others(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert (await browser.open(f"/casi/{uuid4()}")).status == 404


async def test_an_accountant_does_not_read_cases(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.ACCOUNTANT)
    assert (await browser.open(f"/casi/{uuid4()}")).status == 403


async def test_the_search_finds_by_surname_and_says_when_it_finds_nothing(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert ROSA.full_name in (await browser.open(f"/cerca?q={ROSA.family_name}")).text
    assert "Nessun risultato" in (await browser.open("/scrivania?vista=tutte&q=zzzz")).text


async def test_the_desk_asks_the_database_a_fixed_number_of_times(office: Office, questions: Questions) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    await browser.open("/scrivania")
    with questions(at_most=16):
        await browser.open("/scrivania?vista=tutte")


async def test_htmx_gets_the_queue_alone_and_it_is_the_same_as_in_the_page(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    whole = await browser.open("/scrivania")
    part = await browser.open("/scrivania", hx_request="true", hx_request_type="partial")
    assert "<html" not in part.answer.text
    assert str(part.soup.find(id="rows")) == str(whole.soup.find(id="rows"))
