"""The pages between the door and the desk: every word translatable, few questions, kept by no cache."""

from collections.abc import Awaitable, Callable

import pytest

from domain.kernel.roles import Role
from tests.backoffice.conftest import PASSWORD, Office
from tests.backoffice.letters import Letters, catch_letters
from tests.backoffice.test_every_page import names_of
from tests.backoffice.test_invitation import EMAIL, choose_password, connect_app, register
from tests.support.html import Browser, Page
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo

MOST_QUESTIONS = 12
Way = Callable[[Office, Letters, Browser], Awaitable[Page]]


@pytest.fixture
def letters(office: Office, monkeypatch: pytest.MonkeyPatch) -> Letters:
    """The e-mails of this test."""
    return catch_letters(monkeypatch)


async def invited(office: Office, letters: Letters, browser: Browser) -> Page:
    await register(office, await office.at_work(Role.ENTE_ADMIN))
    return await browser.open(letters.link_to(EMAIL))


async def enrolling(office: Office, letters: Letters, browser: Browser) -> Page:
    return await choose_password(browser, await invited(office, letters, browser))


async def connecting(office: Office, letters: Letters, browser: Browser) -> Page:
    return await browser.send((await enrolling(office, letters, browser)).form("Usa un'app"))


async def promised_codes(office: Office, letters: Letters, browser: Browser) -> Page:
    return (await connect_app(browser, await enrolling(office, letters, browser)))[0]


async def codes_taken(office: Office, letters: Letters, browser: Browser) -> Page:
    await browser.send((await promised_codes(office, letters, browser)).form("Mostra i codici"))
    return await browser.open("/ingresso")


async def half_way(office: Office, _letters: Letters, browser: Browser) -> Page:
    email, _secret = await office.with_credentials()
    form = (await browser.open("/accedi")).form("Entra")
    return await browser.send(form.fill({"email": email, "password": PASSWORD}))


WAYS: dict[str, Way] = {
    "password": invited,
    "enrolment": enrolling,
    "app": connecting,
    "codes": promised_codes,
    "inside": codes_taken,
    "factor": half_way,
}


@pytest.mark.parametrize("step", WAYS)
async def test_every_word_of_a_step_is_translatable(
    office: Office, letters: Letters, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    browser = office.browser()
    page = await WAYS[step](office, letters, browser)
    known = [*await names_of(office), *(code.get_text() for code in page.soup.find_all("code"))]
    speak_pseudo(monkeypatch)
    again = await browser.open(page.path)
    assert again.path == page.path
    assert letters_outside_brackets(again.answer.text, known) == []
    assert again.answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("step", WAYS)
async def test_a_step_asks_few_questions(office: Office, letters: Letters, questions: Questions, step: str) -> None:
    browser = office.browser()
    page = await WAYS[step](office, letters, browser)
    with questions(at_most=MOST_QUESTIONS):
        assert (await browser.open(page.path)).status == 200
