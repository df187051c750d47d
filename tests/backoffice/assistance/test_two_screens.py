"""Without scripts: the operator fills in, the person follows on a telephone in Arabic, both see what the other does."""

import io

import pytest
from PIL import Image

from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.kernel.languages import LANGUAGES
from tests.backoffice.assistance.conftest import HelpDesk, follow, link_in
from tests.backoffice.test_every_page import names_of
from tests.portal.test_every_page import texts_in
from tests.support.applications import ANSWERS
from tests.support.html import Page
from tests.support.personas import FATIMA
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo

SHOW = "Salva e mostra alla persona"
GONE = 410


def arabic(page: Page) -> bool:
    """Whether the page is in Arabic, from right to left."""
    html = page.one("html")
    return (html["lang"], html["dir"]) == ("ar", "rtl")


def a_photo() -> bytes:
    """A small photograph."""
    made = io.BytesIO()
    Image.new("RGB", (60, 40), (90, 10, 10)).save(made, "JPEG")
    return made.getvalue()


async def test_the_whole_way_with_the_telephone(help_desk: HelpDesk) -> None:
    first = await help_desk.begin()
    shown = await help_desk.answer(first, SHOW)
    assert "Vale una volta sola" in shown.text
    phone = help_desk.phone()
    step = await follow(phone, link_in(shown))
    assert (step.status, step.path, arabic(step)) == (200, "/insieme", True)
    assert "Via delle Rose 3" in step.text
    assert "Fatima" in str(step.text) or "333" in step.text
    agreed = await phone.send(step.form(_button(step, "yes")))
    assert agreed.status == 200
    seen = await help_desk.operator.open(shown.path)
    assert "La persona segue" in seen.text
    assert "Va bene" in seen.text
    assert seen.soup.select("#screen img") == [], "the code is gone once it was used"
    page = await help_desk.answer(seen)
    assert (await phone.open("/insieme")).heading != step.heading, "the telephone goes on with the operator"
    for key in ("home", "isee", "autonomy", "needs"):
        assert page.form("Salva e continua").fields["step"] == key
        page = await help_desk.answer(page)
    papers = await phone.open("/insieme")
    form = next(one for one in papers.soup.find_all("form") if one.get("enctype"))
    field = str(form.select_one("input[type=file]")["name"])  # pyright: ignore[reportOptionalSubscript]
    sent = await phone.send(papers.form(_photo_button(papers)), [(field, ("carta.jpg", a_photo(), "image/jpeg"))])
    assert "carta" in sent.text
    here = await help_desk.operator.open(page.path)
    assert "carta" in here.text
    page = await help_desk.operator.send(here.form("Salva e continua").fill({}))
    page = await help_desk.answer(page)
    assert page.heading == "Controlla e invia"
    review = await phone.open("/insieme")
    declared = [str(one["value"]) for one in review.soup.select("input[name=declarations]")]
    assert len(declared) == 3
    await phone.send(review.form(_button(review, "yes")).fill({"declarations": declared}))
    done = await help_desk.operator.send((await help_desk.operator.open(page.path)).form("Invia la domanda"))
    assert "Inserita da operatore (Anna Sportello) per conto di Fatima El Amrani" in done.text
    assert "letto sul suo schermo" in done.text
    assert (await phone.open("/insieme")).status == GONE


def _button(page: Page, value: str) -> str:
    return " ".join(page.one(f"button[name=word][value={value}]").get_text(" ").split())


def _photo_button(page: Page) -> str:
    return " ".join(page.one("form[enctype] button").get_text(" ").split())


async def test_a_used_a_wrong_and_a_closed_link_get_the_same_answer(help_desk: HelpDesk) -> None:
    shown = await help_desk.answer(await help_desk.begin(), SHOW)
    link = link_in(shown)
    phone = help_desk.phone()
    assert (await follow(phone, link)).status == 200
    other = help_desk.phone("10.1.1.2")
    used = await follow(other, link)
    wrong = await follow(other, f"/insieme/{'0' * 64}")
    await help_desk.operator.send((await help_desk.operator.open(shown.path)).form("Chiudi lo schermo"))
    closed = await phone.open("/insieme")
    assert [page.status for page in (used, wrong, closed)] == [GONE] * 3
    assert used.text == wrong.text == closed.text
    assert used.answer.headers["referrer-policy"] == "no-referrer"
    assert "insieme" not in str(other.client.cookies), "a refused link leaves no cookie"


async def test_guessing_is_slowed_down_for_who_guesses_and_for_nobody_else(help_desk: HelpDesk) -> None:
    guesser = help_desk.phone("10.2.2.2")
    answers = [(await follow(guesser, f"/insieme/{number:064x}")).status for number in range(40)]
    assert answers[0] == GONE
    assert answers[-1] == 429
    shown = await help_desk.answer(await help_desk.begin(), SHOW)
    assert (await follow(guesser, link_in(shown))).status == 429, "even a right guess is not heard now"
    assert (await follow(help_desk.phone("10.3.3.3"), link_in(shown))).status == 200


async def test_the_telephone_of_somebody_else_reads_nothing_with_the_cookie_of_no_screen(help_desk: HelpDesk) -> None:
    stranger = help_desk.phone()
    assert (await stranger.open("/insieme")).status == GONE
    shown = await help_desk.answer(await help_desk.begin(), SHOW)
    phone = help_desk.phone()
    step = await follow(phone, link_in(shown))
    assert step.answer.headers["cache-control"] == "no-store"
    elsewhere = await phone.open("/domande")
    assert elsewhere.path == "/accedi", "the screen is no session"


async def test_an_answer_that_changes_meanwhile_is_read_again(help_desk: HelpDesk) -> None:
    shown = await help_desk.answer(await help_desk.begin(), SHOW)
    phone = help_desk.phone(language="it")
    before = await follow(phone, link_in(shown))
    await help_desk.answer(shown, SHOW, street="Via Nuova 9")
    after = await phone.send(before.form("Va bene"))
    assert after.status == 409
    assert "Via Nuova 9" in after.text
    assert "Leggi di nuovo" in after.text
    assert (await phone.send(after.form("Va bene"))).status == 200


async def test_the_page_that_asks_by_itself_is_told_only_what_is_new(help_desk: HelpDesk) -> None:
    shown = await help_desk.answer(await help_desk.begin(), SHOW)
    phone = help_desk.phone()
    step = await follow(phone, link_in(shown))
    again = str(step.one("#followed")["hx-get"])
    asked = {"hx_request": "true", "hx_request_type": "partial"}
    assert (await phone.open(again, **asked)).status == 204
    await help_desk.answer(shown)
    fragment = await phone.open(again, **asked)
    assert fragment.status == 200
    assert fragment.soup.find("main") is None
    await help_desk.operator.send((await help_desk.operator.open(shown.path)).form("Chiudi lo schermo"))
    assert (await phone.open(again, **asked)).answer.headers["hx-redirect"] == "/insieme"


async def test_a_file_that_is_no_photograph_is_refused_beside_its_question(help_desk: HelpDesk) -> None:
    page = await help_desk.begin()
    for _key in range(5):
        page = await help_desk.answer(page)
    shown = await help_desk.answer(page, SHOW)
    phone = help_desk.phone(language="it")
    papers = await follow(phone, link_in(shown))
    form = papers.form("Manda la foto")
    field = str(papers.one("form[enctype] input[type=file]")["name"])
    refused = await phone.send(form, [(field, ("prova.exe", b"MZ not a picture", "image/jpeg"))])
    assert refused.status == 422
    assert refused.soup.select(".ss-error")
    nothing = await phone.send(refused.form("Manda la foto"))
    assert nothing.status == 422


async def test_every_word_of_the_screen_is_translatable(help_desk: HelpDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = await help_desk.answer(await help_desk.begin(), SHOW)
    phone = help_desk.phone(language="it")
    await follow(phone, link_in(shown))
    known = [*await names_of(help_desk.office), *texts_in(home_care_form().model_dump())]
    known += [*texts_in(home_care_card().model_dump()), *texts_in(ANSWERS), FATIMA.codice_fiscale, "10"]
    known += [language.native_name for language in LANGUAGES]
    speak_pseudo(monkeypatch)
    for browser in (phone, help_desk.phone(language="it")):
        page = await browser.open("/insieme")
        assert letters_outside_brackets(page.answer.text, known) == []
