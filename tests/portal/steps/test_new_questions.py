"""Rows, people, accounts and computed answers, on pages without scripts."""

from domain.platform.work import unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.terms import GuardianshipKind
from tests.portal.conftest import Portal
from tests.support.given import LONG_AGO, SYSTEM
from tests.support.html import Browser, Page
from tests.support.personas import FATIMA, ROSA, YOUSSEF

MONEY = "/domande/nuova/contributo-economico"
WHO = {"home.street": "Via Roma", "home.city": "Genova", "phone": "333 1234567"}


async def first(browser: Browser) -> Page:
    page = await browser.open(MONEY)
    return await browser.send(page.form("Inizia la domanda"))


async def at_the_money(browser: Browser) -> Page:
    page = await first(browser)
    return await browser.send(page.form("Salva e continua").fill(WHO))


async def test_rosa_finds_her_name_and_her_birthday(rosa: Browser) -> None:
    page = await first(rosa)
    assert page.labelled("Nome e cognome")["value"] == ROSA.full_name
    assert page.one("[name='person.born_on.year']")["value"] == str(ROSA.born_on.year)


async def test_a_wrong_box_of_an_address_is_told_beside_it(rosa: Browser) -> None:
    page = await first(rosa)
    wrong = await rosa.send(page.form("Salva e continua").fill(WHO | {"home.postal_code": "161"}))
    assert wrong.status == 422
    assert wrong.labelled("CAP")["aria-invalid"] == "true"
    assert wrong.one("#error_summary a")["href"] == "#home.postal_code"
    assert wrong.labelled("CAP")["value"] == "161"


async def test_rows_are_added_and_taken_away_by_plain_buttons(rosa: Browser) -> None:
    page = await at_the_money(rosa)
    assert page.heading == "Soldi della famiglia"
    page = await rosa.send(page.form("Aggiungi una riga").fill({"own_income": "800"}))
    assert (page.status, page.labelled("Quanto guadagna la persona")["value"]) == (200, "800")
    page = await rosa.send(page.form("Aggiungi una riga").fill({"family.0.full_name": "Ada Prova"}))
    page = await rosa.send(page.form("Aggiungi una riga").fill({"family.1.full_name": "Bruno Prova"}))
    page = await rosa.send(page.form("Togli la riga 1"))
    names = [field["value"] for field in page.soup.select("[name$='full_name']")]
    assert names == ["Bruno Prova", ""]


async def test_a_problem_of_a_row_stands_beside_its_box(rosa: Browser) -> None:
    page = await rosa.send((await at_the_money(rosa)).form("Aggiungi una riga"))
    wrong = await rosa.send(
        page.form("Salva e continua").fill({"own_income": "800", "family.0.full_name": "Ada", "family.0.income": "boh"})
    )
    assert wrong.status == 422
    assert [link["href"] for link in wrong.soup.select("#error_summary a")] == [
        "#family.0.born_on",
        "#family.0.income",
    ]
    assert wrong.one("[id='family.0.income']")["value"] == "boh"


async def test_what_is_computed_is_shown_when_the_page_is_saved(rosa: Browser) -> None:
    page = await at_the_money(rosa)
    assert "Il conto esce quando hai risposto." in page.text
    page = await rosa.send(page.form("Aggiungi una riga").fill({"own_income": "1.200,50"}))
    page = await rosa.send(page.form("Aggiungi una riga").fill({"family.0.income": "299,50"}))
    assert page.one("output").get_text() == "1.500,00\xa0€"
    assert page.soup.select("input[name='income_in_all']") == []


async def test_the_review_reads_rows_one_a_line(rosa: Browser) -> None:
    page = await at_the_money(rosa)
    page = await rosa.send(page.form("Aggiungi una riga").fill({"own_income": "800"}))
    born = {"family.0.born_on.day": "1", "family.0.born_on.month": "5", "family.0.born_on.year": "1990"}
    page = await rosa.send(page.form("Salva e continua").fill({"family.0.full_name": "Ada Prova"} | born))
    review = await rosa.open(page.path.partition("/passi/")[0] + "/riepilogo")
    assert "Nome e cognome: Ada Prova; Data di nascita: 1 maggio 1990" in review.text
    assert "800,00" in review.text


async def test_the_page_gives_a_script_what_it_needs_and_no_more(rosa: Browser) -> None:
    page = await at_the_money(rosa)
    assert "data-rules" in page.answer.text
    assert ROSA.codice_fiscale not in str(page.one("form[data-rules]")["data-rules"])
    assert "/static/js/form." in page.answer.text
    assert "/static/js/form." not in (await rosa.open(page.path.rpartition("/")[0] + "/1")).answer.text


async def test_a_person_is_picked_among_those_one_acts_for(portal: Portal) -> None:
    mother, son = await portal.person(FATIMA), await portal.person(YOUSSEF)
    title = AppointGuardian(
        person_id=son, guardian_id=mother, kind=GuardianshipKind.PARENT, starts_on=LONG_AGO, is_verified=True
    )
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        await appoint_guardian(work, SYSTEM, title)
    stranger = await portal.person(ROSA)
    fatima = await portal.signed_in(FATIMA)
    await fatima.open("/lingua/it?next=/")
    page = await first(fatima)
    page = await fatima.open(page.path)
    picked = {"person.who": str(son), "person.full_name": "Un nome sbagliato"}
    await fatima.send(page.form("Salva e continua").fill(WHO | picked))
    page = await fatima.open(page.path)
    assert page.labelled("Nome e cognome")["value"] == YOUSSEF.full_name
    assert page.one("[name='person.codice_fiscale']")["value"] == YOUSSEF.codice_fiscale
    other = {"person.who": str(stranger), "person.full_name": "Qualcun altro"}
    await fatima.send(page.form("Salva e continua").fill(other))
    page = await fatima.open(page.path)
    assert page.labelled("Nome e cognome")["value"] == "Qualcun altro"
    assert page.one("[name='person.who'][checked]")["value"] == "other"
