"""What is dangerous asks once more who is there, and loses nothing of what was typed."""

from datetime import timedelta

import pytest
from pyotp.totp import TOTP

from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import PASSWORD, Office
from tests.support.html import Browser, Form, Page
from tests.support.outside.authenticator import Authenticator

LATER = timedelta(minutes=6)


def code_of(secret: str) -> str:
    return TOTP(secret).at(int(utcnow().timestamp()))


async def at_work(office: Office, *roles: Role) -> tuple[Browser, str]:
    """Somebody who has just signed in with password and code."""
    email, secret = await office.with_credentials(roles)
    browser = office.browser()
    form = (await browser.open("/accedi")).form("Entra")
    await browser.send(form.fill({"email": email, "password": PASSWORD, "code": code_of(secret)}))
    return browser, secret


async def prove(browser: Browser, page: Page, secret: str) -> Page:
    assert page.heading == "Conferma che sei tu"
    typed = {"proof_password": PASSWORD, "proof_code": code_of(secret)}
    return await browser.send(page.form("Conferma").fill(typed))


async def typed_operator(office: Office, browser: Browser) -> Form:
    """The form for a new operator, filled in."""
    form = (await browser.open("/operatori/nuovo")).form("Registra")
    facts = {"given_name": "Sara", "family_name": "Nuova", "email": "sara@prova.example", "role": "educator"}
    return form.fill(facts | {"office_id": str(office.territory.office_id)})


async def new_operator(office: Office, browser: Browser) -> Page:
    """Send the form for a new operator, after the proof has grown old."""
    form = await typed_operator(office, browser)
    with as_of(utcnow() + LATER):
        return await browser.send(form)


async def test_within_five_minutes_of_signing_in_nothing_is_asked(office: Office) -> None:
    browser, _secret = await at_work(office, Role.ENTE_ADMIN)
    assert (await browser.send(await typed_operator(office, browser))).heading == "Sara Nuova"


async def test_a_form_sent_later_waits_for_the_proof_and_then_arrives_whole(office: Office) -> None:
    browser, secret = await at_work(office, Role.ENTE_ADMIN)
    page = await new_operator(office, browser)
    assert page.status == 403
    assert "Quello che hai scritto non va perso" in page.text
    assert "Sara Nuova" not in (await browser.open("/operatori")).text
    with as_of(utcnow() + LATER):
        arrived = await prove(browser, page, secret)
    assert (arrived.status, arrived.heading) == (200, "Sara Nuova")
    assert "Educatore" in arrived.text


async def test_a_wrong_code_keeps_what_was_typed_for_the_next_try(office: Office) -> None:
    browser, secret = await at_work(office, Role.ENTE_ADMIN)
    page = await new_operator(office, browser)
    with as_of(utcnow() + LATER):
        wrong = await browser.send(page.form("Conferma").fill({"proof_password": PASSWORD, "proof_code": "000000"}))
        assert wrong.status == 422
        assert PASSWORD not in wrong.answer.text
        assert (await prove(browser, wrong, secret)).heading == "Sara Nuova"


async def test_without_the_proof_nothing_is_done(office: Office) -> None:
    browser, _secret = await at_work(office, Role.ENTE_ADMIN)
    page = await new_operator(office, browser)
    with as_of(utcnow() + LATER):
        again = await browser.client.post(
            "/operatori", data={"_csrf_token": page.one("[name=_csrf_token]")["value"], "given_name": "Sara"}
        )
        assert again.status_code == 403
        assert "Sara Nuova" not in (await browser.open("/operatori")).text


async def test_a_page_is_shown_after_the_proof(office: Office) -> None:
    browser, secret = await at_work(office, Role.AUDITOR)
    path = "/registro/messaggi/00000000-0000-0000-0000-000000000001/apertura"
    with as_of(utcnow() + LATER):
        page = await browser.open(path)
        assert (page.heading, page.path) == ("Conferma che sei tu", "/conferma")
        assert (await prove(browser, page, secret)).path == path


async def test_a_proof_changes_the_cookie_and_the_old_one_opens_nothing(office: Office) -> None:
    browser, secret = await at_work(office, Role.ENTE_ADMIN)
    former = browser.client.cookies["backoffice"]
    with as_of(utcnow() + LATER):
        await prove(browser, await browser.open("/conferma?next=/operatori"), secret)
        assert browser.client.cookies["backoffice"] != former
        thief = office.browser()
        thief.client.cookies.set("backoffice", former, domain="prova.test")
        assert (await thief.open("/operatori")).path == "/accedi"
        assert (await browser.open("/operatori")).heading.startswith("Operatori")


@pytest.mark.parametrize("target", ["https://altrove.example/", "//altrove.example", "javascript:1", ""])
async def test_nobody_is_sent_to_another_site(office: Office, target: str) -> None:
    browser, secret = await at_work(office, Role.ENTE_ADMIN)
    browser.client.follow_redirects = False
    with as_of(utcnow() + LATER):
        page = Page(await browser.client.get("/conferma", params={"next": target}))
        form = page.form("Conferma").fill({"proof_password": PASSWORD, "proof_code": code_of(secret)})
        answer = await browser.client.post(form.action, data=form.fields)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_a_link_cannot_make_the_page_post_anything(office: Office) -> None:
    """Only who has just posted a form is shown a page that posts it on."""
    browser, _secret = await at_work(office, Role.ENTE_ADMIN)
    page = await browser.open("/conferma?next=/operatori/regole&again=1&greatest_age_days=1")
    assert "again" not in page.form("Conferma").action
    assert page.soup.select_one("[name=greatest_age_days]") is None


async def options_of(browser: Browser, page: Page) -> str:
    """What the script of the page would get for its passkey form."""
    where, token = page.one("form[data-passkey]")["data-options-url"], page.one("meta[name=csrf-token]")["content"]
    return (await browser.client.post(str(where), headers={"X-CSRF-Token": str(token)})).text


async def test_a_passkey_proves_too_and_the_form_arrives(office: Office) -> None:
    browser, secret = await at_work(office, Role.ENTE_ADMIN)
    key = Authenticator()
    with as_of(utcnow() + timedelta(minutes=1)):
        page = await prove(browser, await browser.open("/il-mio-accesso/passkey/nuova"), secret)
        form = page.form("Crea la passkey")
        made = key.create(await options_of(browser, page))
        await browser.send(form.fill({"name": "Chiave", "answer": made}))
    with as_of(utcnow() + LATER + LATER):
        form = (await browser.open("/operatori/regole")).form("Salva")
        page = await browser.send(form.fill({"greatest_age_days": "90"}))
        answer = key.get(await options_of(browser, page))
        done = await browser.send(page.form("Usa la passkey").fill({"answer": answer}))
        assert done.path == "/operatori/regole"
        assert done.labelled("giorni")["value"] == "90"
