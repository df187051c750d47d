"""Operators at the door."""

import pytest
from pyotp.totp import TOTP

from domain.kernel.roles import Role
from tests.backoffice.conftest import PASSWORD, Office
from tests.support.html import Browser, Page


async def sign_in(browser: Browser, email: str, password: str, code: str) -> Page:
    page = await browser.open("/scrivania")
    form = page.form("Entra").fill({"email": email, "password": password, "code": code})
    return await browser.send(form)


async def test_the_right_password_and_code_lead_to_the_page_that_was_wanted(office: Office) -> None:
    email, secret = await office.with_credentials()
    page = await sign_in(office.browser(), email.upper(), PASSWORD, TOTP(secret).now())
    assert page.path == "/scrivania"
    assert page.heading.startswith("Scrivania")


async def test_a_code_works_once(office: Office) -> None:
    email, secret = await office.with_credentials()
    code = TOTP(secret).now()
    await sign_in(office.browser(), email, PASSWORD, code)
    again = await sign_in(office.browser(), email, PASSWORD, code)
    assert again.status == 422


@pytest.mark.parametrize("email_is_known", [True, False])
async def test_a_stranger_learns_nothing_of_who_has_an_account(office: Office, email_is_known: bool) -> None:
    email, _secret = await office.with_credentials()
    page = await sign_in(office.browser(), email if email_is_known else "nessuno@prova.example", "sbagliata", "123456")
    assert page.status == 422
    assert "E-mail, password o codice non corrispondono" in page.text
    assert page.labelled("Password")["value"] == ""


async def test_after_five_failures_one_has_to_wait_even_with_the_right_password(office: Office) -> None:
    email, secret = await office.with_credentials()
    for _ in range(5):
        await sign_in(office.browser(), email, "sbagliata", "123456")
    page = await sign_in(office.browser(), email, PASSWORD, TOTP(secret).now())
    assert "troppi tentativi" in page.text


async def test_signing_in_ends_the_session_that_the_browser_had(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    former = str(browser.client.cookies.get("backoffice"))
    email, secret = await office.with_credentials()
    form = (await browser.open("/accedi")).form("Entra")
    assert (
        await browser.send(form.fill({"email": email, "password": PASSWORD, "code": TOTP(secret).now()}))
    ).status == 200
    other = office.browser()
    other.client.cookies.set("backoffice", former, domain="prova.test")
    assert (await other.open("/scrivania")).path == "/accedi"
    assert (await browser.open("/scrivania")).path == "/scrivania"


async def test_leaving_ends_the_session_for_good(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    token = browser.client.cookies.get("backoffice")
    await browser.send((await browser.open("/scrivania")).form("Esci"))
    browser.client.cookies.set("backoffice", str(token), domain="prova.test")
    assert (await browser.open("/scrivania")).path == "/accedi"


async def test_a_portal_session_opens_nothing_here(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    token = str(browser.client.cookies.get("backoffice"))
    other = office.browser()
    other.client.cookies.set("portal", token, domain="prova.test")
    assert (await other.open("/scrivania")).path == "/accedi"


async def test_who_works_in_one_office_only_can_choose_that_one(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open("/ufficio")
    assert "In quale ufficio" in page.heading
    assert (await browser.send(page.form("Lavora qui"))).path == "/scrivania"
