"""A first contact as people make it: one page, nothing lost, three loads at most."""

from uuid import UUID

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.backoffice.reception.conftest import FILLED, SEARCH, chosen
from tests.support.personas import ROSA
from tests.support.questions import Questions


async def test_a_contact_is_complete_in_three_loads_after_the_person_is_chosen(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    sheet = await chosen(browser)
    assert ROSA.full_name in sheet.text
    done = await browser.send(sheet.form("Completa la scheda").fill(FILLED))
    assert "la scheda è completa" in done.text, done.text[:900]
    assert "Sfratto o rischio di sfratto" in done.text
    assert "15 minuti di lavoro" in done.text
    assert ROSA.full_name in (await browser.open("/accoglienza")).text


async def test_what_was_typed_stays_while_a_person_is_looked_for(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    empty = await browser.open("/accoglienza/schede/nuova")
    typed = empty.form(SEARCH).fill({"who": ROSA.family_name, "reason_words": "Ha perso la casa", "channel": "EMAIL"})
    sheet = await browser.send((await browser.send(typed)).form(ROSA.full_name))
    assert sheet.labelled("Il motivo con le parole").get_text().strip() == "Ha perso la casa"
    assert sheet.one("#channel option[selected]")["value"] == "EMAIL"


async def test_an_incomplete_sheet_says_what_is_missing_and_is_kept_as_a_draft(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    form = (await chosen(browser)).form("Completa la scheda")
    again = await browser.send(form.fill({"needs.2.code": "parola che non esiste", "reason_words": "Parole sue"}))
    assert again.status == 422
    assert again.one("#outcome-error")
    assert again.one("[id='needs.2.code-error']")
    assert again.labelled("Il motivo con le parole").get_text().strip() == "Parole sue"
    drafts = await browser.open("/accoglienza?vista=bozze")
    kept = await browser.open(drafts.link(ROSA.full_name))
    assert kept.labelled("Il motivo con le parole").get_text().strip() == "Parole sue"


async def test_a_scanned_card_chooses_the_person_at_once(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    empty = await browser.open("/accoglienza/schede/nuova")
    sheet = await browser.send(empty.form(SEARCH).fill({"who": ROSA.codice_fiscale}))
    assert sheet.one("input[name=person_id]")["value"] == str(rosa)


async def test_a_draft_saves_itself_and_survives_a_killed_browser(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    sheet = await chosen(browser)
    form = sheet.form("Completa la scheda").fill({"orientation": "Le ho dato il modulo."})
    address = str(sheet.one("form[data-autosave]")["hx-post"])
    headers = {"hx-request": "true", "hx-request-type": "partial"}
    answer = await browser.client.post(address, data=form.fields, headers=headers)
    assert "Salvato da solo" in answer.text
    assert "<html" not in answer.text
    drafts = await browser.open("/accoglienza?vista=bozze")
    kept = await browser.open(drafts.link(ROSA.full_name))
    assert kept.labelled("Orientamento dato").get_text().strip() == "Le ho dato il modulo."


async def test_an_anonymous_contact_counts_and_cannot_be_proposed(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    empty = await browser.open("/accoglienza/schede/nuova")
    answers = {key: value for key, value in FILLED.items() if key not in ("civil_status", "citizenship")}
    form = empty.form("Completa la scheda").fill(answers | {"is_anonymous": "yes", "alias": "Stella"})
    done = await browser.send(form)
    assert "Stella" in done.text
    assert "Non si può: la persona è anonima." in done.text
    button = next(one for one in done.soup.find_all("button") if "Proponi la presa" in one.get_text())
    assert button.has_attr("disabled")
    assert "1 contatto" in (await browser.open("/accoglienza/cruscotto")).text


async def test_somebody_new_is_written_down_on_the_same_page(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    empty = await browser.open("/accoglienza/schede/nuova")
    person = {
        "family_name": "Verdini",
        "given_name": "Lia",
        "no_code_reason": "Non lo ricorda",
        "born_on": "1979-02-03",
        "birthplace": "Genova",
        "sex": "F",
        "phone": "010 555555",
        "is_without_fixed_abode": "yes",
    }
    done = await browser.send(empty.form("Completa la scheda").fill(FILLED | person))
    assert done.heading == "Lia Verdini", done.text[:600]


async def test_what_is_the_same_is_copied_from_the_last_sheet(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    await browser.send((await chosen(browser)).form("Completa la scheda").fill(FILLED | {"reporter.name": "La vicina"}))
    again = await browser.open(f"/accoglienza/schede/nuova?persona={rosa}")
    assert "Contatto del" in again.text
    copied = await browser.send(again.form("Copia dall'ultima scheda"))
    assert copied.labelled("Chi segnala")["value"] == "La vicina"
    assert copied.one("[id='needs.0.code']")["value"]


async def test_a_reopened_sheet_is_completed_again(office: Office, rosa: UUID) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    done = await browser.send((await chosen(browser)).form("Completa la scheda").fill(FILLED))
    opened = await browser.send(done.form("Riapri la scheda"))
    assert "Scheda riaperta" in opened.text
    again = await browser.send(opened.form("Completa la scheda").fill({"outcome": "information"}))
    assert "Informazioni date" in again.text
    assert "Riaperta il" in again.text


async def test_the_page_asks_a_fixed_number_of_times(office: Office, rosa: UUID, questions: Questions) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    done = await browser.send((await chosen(browser)).form("Completa la scheda").fill(FILLED))
    await browser.open(done.path)
    with questions(at_most=34):
        assert (await browser.open(done.path)).status == 200
    with questions(at_most=26):
        assert (await browser.open(f"/accoglienza/schede/nuova?persona={rosa}")).status == 200
