"""A forgotten password, a lost telephone, a password that has grown old: none of them is a way round the rest."""

from datetime import timedelta

import pytest
from pyotp.totp import TOTP
from sqlmodel import select

from domain.access.model.credential import SecondFactorReset
from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import PASSWORD, Office
from tests.backoffice.letters import Letters, catch_letters
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page

PHRASE = "quattro gatti sul tetto blu"


@pytest.fixture
def letters(office: Office, monkeypatch: pytest.MonkeyPatch) -> Letters:
    """The e-mails of this test."""
    return catch_letters(monkeypatch)


def code_of(secret: str) -> str:
    return TOTP(secret).at(int(utcnow().timestamp()))


async def sign_in(browser: Browser, email: str, password: str = PASSWORD, code: str = "") -> Page:
    form = (await browser.open("/accedi")).form("Entra")
    return await browser.send(form.fill({"email": email, "password": password, "code": code}))


async def forget(office: Office, email: str) -> Page:
    browser = office.browser()
    form = (await browser.open("/accedi/password-dimenticata")).form("Mandami il link")
    page = await browser.send(form.fill({"email": email}))
    await office.follow()
    return page


async def choose(browser: Browser, page: Page, password: str = PHRASE) -> Page:
    return await browser.send(page.form("Salva la password").fill({"password": password, "again": password}))


async def test_the_link_still_asks_for_the_second_factor_before_the_password(office: Office, letters: Letters) -> None:
    email, secret = await office.with_credentials()
    await forget(office, email)
    browser = office.browser()
    page = await browser.open(letters.link_to(email))
    assert page.heading == "Conferma che sei tu"
    token = page.one("[name=_csrf_token]")["value"]
    typed = {"_csrf_token": token, "password": PHRASE, "again": PHRASE}
    assert (await browser.client.post("/ingresso/password", data=typed)).url.path == "/accedi"
    assert (await sign_in(office.browser(), email, PHRASE, code_of(secret))).status == 422
    page = await browser.open("/ingresso")
    page = await browser.send(page.form("Vai avanti").fill({"code": code_of(secret)}))
    page = await choose(browser, page)
    assert page.path == "/scrivania"
    assert (await sign_in(office.browser(), email)).status == 422


async def test_the_link_works_once_and_for_half_an_hour(office: Office, letters: Letters) -> None:
    email, secret = await office.with_credentials()
    await forget(office, email)
    link = letters.link_to(email)
    with as_of(utcnow() + timedelta(minutes=31)):
        assert (await office.browser().open(link)).status == 404
    browser = office.browser()
    page = await browser.open(link)
    await choose(browser, await browser.send(page.form("Vai avanti").fill({"code": code_of(secret)})))
    assert (await office.browser().open(link)).status == 404


async def test_an_unknown_address_gets_the_same_answer_and_no_e_mail(office: Office, letters: Letters) -> None:
    email, _secret = await office.with_credentials()
    known, unknown = await forget(office, email), await forget(office, "nessuno@prova.example")
    assert known.text == unknown.text
    assert [one.recipient for one in letters.sent] == [email]


async def test_nobodys_mailbox_is_filled(office: Office, letters: Letters) -> None:
    email, _secret = await office.with_credentials()
    pages = [await forget(office, email) for _time in range(6)]
    assert [page.status for page in pages] == [200] * 5 + [422]
    assert len(letters.sent) == 5


async def reset_second_factor(office: Office, email: str, reason: str) -> Page:
    head = await office.at_work(Role.ENTE_ADMIN, names="Capo Prova")
    rows = await head.open("/operatori")
    card = await head.open(next(str(one["href"]) for one in rows.soup.select("a.bo-row") if email in one.get_text()))
    page = await head.open(card.link("Azzera il secondo fattore"))
    return await head.send(page.form("Azzera").fill({"reason": reason}))


async def test_a_reset_second_factor_has_a_reason_ends_the_sessions_and_is_chosen_anew(office: Office) -> None:
    email, secret = await office.with_credentials()
    browser = office.browser()
    assert (await sign_in(browser, email, code=code_of(secret))).status == 200
    assert (await reset_second_factor(office, email, "no")).status == 422
    await reset_second_factor(office, email, "ha perso il telefono, l'ho chiamata")
    assert (await browser.open("/scrivania")).path == "/accedi"
    page = await sign_in(browser, email, code="123456")
    assert page.heading == "Scegli il secondo fattore"
    assert (await browser.open("/scrivania")).path == "/accedi"
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        kept = (await work.session.exec(select(SecondFactorReset))).one()
    assert "ha perso il telefono" in kept.reason


async def test_a_password_that_must_be_renewed_closes_everything_else(office: Office) -> None:
    email, secret = await office.with_credentials()
    head = await office.at_work(Role.ENTE_ADMIN, names="Capo Prova")
    rows = await head.open("/operatori")
    card = await head.open(next(str(one["href"]) for one in rows.soup.select("a.bo-row") if email in one.get_text()))
    assert "da cambiare" in (await head.send(card.form("Chiedi una nuova password"))).text
    browser = office.browser()
    page = await sign_in(browser, email, code=code_of(secret))
    assert page.heading == "Scegli una nuova password"
    for path in ("/scrivania", "/uffici", "/il-mio-accesso", "/cerca"):
        assert (await browser.open(path)).path == "/accedi"
    page = await browser.open("/ingresso")
    assert (await choose(browser, page, PASSWORD)).status == 422
    assert (await choose(browser, page)).path == "/scrivania"
    with as_of(utcnow() + timedelta(minutes=1)):
        assert (await sign_in(office.browser(), email, PHRASE, code_of(secret))).path == "/scrivania"


async def test_the_ente_asks_everybody_for_a_new_password_or_lets_them_grow_old(office: Office) -> None:
    email, secret = await office.with_credentials()
    head = await office.at_work(Role.ENTE_ADMIN, names="Capo Prova")
    form = (await head.open("/operatori/regole")).form("Salva")
    await head.send(form.fill({"greatest_age_days": "90"}))
    with as_of(utcnow() + timedelta(days=89)):
        assert (await sign_in(office.browser(), email, code=code_of(secret))).path == "/scrivania"
    with as_of(utcnow() + timedelta(days=91)):
        assert (await sign_in(office.browser(), email, code=code_of(secret))).heading == "Scegli una nuova password"
    await head.send(form.fill({"greatest_age_days": "0", "is_renewal_asked": "true"}))
    with as_of(utcnow() + timedelta(days=92)):
        assert (await sign_in(office.browser(), email, code=code_of(secret))).heading == "Scegli una nuova password"


async def test_an_administrator_does_not_take_away_the_own_second_factor(office: Office) -> None:
    head = await office.at_work(Role.ENTE_ADMIN, names="Capo Prova")
    rows = await head.open("/operatori")
    own = next(str(one["href"]) for one in rows.soup.select("a.bo-row") if "Capo Prova" in one.get_text())
    page = await head.open(f"{own}/secondo-fattore")
    page = await head.send(page.form("Azzera").fill({"reason": "prova di me stesso"}))
    assert page.status == 422
    assert "tuo secondo fattore" in page.text
