"""A new colleague: registered on the web, invited by e-mail, in with a password and a second factor of their own."""

from datetime import timedelta

import pytest
from pyotp.totp import TOTP

from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.backoffice.letters import Letters, catch_letters
from tests.support.html import Browser, Page

EMAIL = "nuova.collega@prova.example"
PHRASE = "quattro gatti sul tetto blu"


@pytest.fixture
def letters(office: Office, monkeypatch: pytest.MonkeyPatch) -> Letters:
    """The e-mails of this test."""
    return catch_letters(monkeypatch)


async def the_head(office: Office) -> Browser:
    return await office.at_work(Role.ENTE_ADMIN, names="Capo Prova")


async def register(office: Office, head: Browser, **typed: str) -> Page:
    form = (await head.open("/operatori/nuovo")).form("Registra e manda l'invito")
    values = {"given_name": "Nuova", "family_name": "Collega", "email": EMAIL, "role": "social_worker"}
    page = await head.send(form.fill(values | {"office_id": str(office.territory.office_id)} | typed))
    await office.follow()
    return page


async def choose_password(browser: Browser, page: Page, password: str = PHRASE) -> Page:
    return await browser.send(page.form("Salva la password").fill({"password": password, "again": password}))


async def connect_app(browser: Browser, page: Page) -> tuple[Page, str]:
    """The page after the first code, and the secret."""
    page = await browser.send(page.form("Usa un'app"))
    assert page.one("img[src^='data:image/svg']")
    secret = page.one("code").get_text().replace(" ", "")
    return await browser.send(page.form("Conferma").fill({"code": TOTP(secret).now()})), secret


async def test_an_invited_colleague_comes_in_by_all_the_steps(office: Office, letters: Letters) -> None:
    card = await register(office, await the_head(office))
    assert "Invito valido fino al" in card.text
    browser = office.browser()
    page = await browser.open(letters.link_to(EMAIL))
    assert page.path == "/ingresso"
    assert page.heading == "Scegli una password"
    page = await choose_password(browser, page)
    assert page.heading == "Scegli il secondo fattore"
    page, secret = await connect_app(browser, page)
    page = await browser.send(page.form("Mostra i codici"))
    codes = page.one("#codes").get_text().split()
    assert len(codes) == 10
    assert page.answer.headers["cache-control"] == "no-store"
    page = await browser.send(page.form("entra"))
    assert page.path == "/scrivania"
    with as_of(utcnow() + timedelta(minutes=1)):
        again = office.browser()
        form = (await again.open("/accedi")).form("Entra")
        code = TOTP(secret).at(int(utcnow().timestamp()))
        page = await again.send(form.fill({"email": EMAIL, "password": PHRASE, "code": code}))
    assert page.path == "/scrivania"


async def test_the_secret_of_the_link_leaves_the_address_and_tells_nobody(office: Office, letters: Letters) -> None:
    await register(office, await the_head(office))
    browser = office.browser()
    browser.client.follow_redirects = False
    answer = (await browser.open(letters.link_to(EMAIL))).answer
    assert (answer.status_code, answer.headers["location"]) == (303, "/ingresso")
    assert answer.headers["referrer-policy"] == "no-referrer"


async def test_an_invitation_works_once(office: Office, letters: Letters) -> None:
    await register(office, await the_head(office))
    link = letters.link_to(EMAIL)
    first, second = office.browser(), office.browser()
    page, waiting = await first.open(link), await second.open(link)
    await choose_password(first, page)
    assert (await choose_password(second, waiting, "altri cinque gatti neri")).status == 422
    assert (await office.browser().open(link)).heading == "Il link non vale più"


async def test_an_invitation_expires_after_72_hours(office: Office, letters: Letters) -> None:
    await register(office, await the_head(office))
    link = letters.link_to(EMAIL)
    with as_of(utcnow() + timedelta(hours=71)):
        assert (await office.browser().open(link)).path == "/ingresso"
    with as_of(utcnow() + timedelta(hours=73)):
        assert (await office.browser().open(link)).status == 404


async def test_a_cancelled_invitation_and_one_that_was_sent_again_open_nothing(
    office: Office, letters: Letters
) -> None:
    head = await the_head(office)
    card = await register(office, head)
    first = letters.link_to(EMAIL)
    card = await head.send(card.form("Manda di nuovo l'invito"))
    await office.follow()
    second = letters.link_to(EMAIL)
    assert (await office.browser().open(first)).status == 404
    assert (await office.browser().open(second)).path == "/ingresso"
    await head.send((await head.open(card.path)).form("Annulla l'invito"))
    assert (await office.browser().open(second)).status == 404


async def test_half_way_in_opens_no_page(office: Office, letters: Letters) -> None:
    await register(office, await the_head(office))
    browser = office.browser()
    page = await browser.open(letters.link_to(EMAIL))
    for path in ("/scrivania", "/operatori", "/il-mio-accesso"):
        assert (await browser.open(path)).path == "/accedi"
    assert (
        await browser.send(page.form("Salva la password").fill({"password": "breve", "again": "breve"}))
    ).status == 422
    skipped = await browser.client.post("/ingresso/fine", data={"_csrf_token": page.one("[name=_csrf_token]")["value"]})
    assert skipped.url.path == "/ingresso"
    assert (await browser.open("/scrivania")).path == "/accedi"


async def test_the_same_e_mail_is_registered_once(office: Office, letters: Letters) -> None:
    head = await the_head(office)
    await register(office, head)
    page = await register(office, head)
    assert page.status == 422
    assert "usa già questo indirizzo" in page.text


async def test_a_plain_colleague_invites_nobody(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert (await browser.open("/operatori/nuovo")).status == 403


async def test_a_weak_password_is_refused_with_a_reason(office: Office, letters: Letters) -> None:
    await register(office, await the_head(office))
    browser = office.browser()
    page = await choose_password(browser, await browser.open(letters.link_to(EMAIL)), "Password2024!!")
    assert page.status == 422
    assert "rubate" in page.text
    page = await browser.send(page.form("Salva la password").fill({"password": PHRASE, "again": "un'altra frase"}))
    assert "non sono uguali" in page.text
