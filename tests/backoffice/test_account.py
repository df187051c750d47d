"""Il mio accesso: password, app, passkeys and recovery codes, each only after proving again who is there."""

from datetime import timedelta

import pytest
from pyotp.totp import TOTP

from domain.kernel.clock import as_of, utcnow
from tests.backoffice.conftest import PASSWORD, Office
from tests.support.html import Browser, Page
from tests.support.outside.authenticator import Authenticator

PHRASE = "quattro gatti sul tetto blu"


def code_of(secret: str) -> str:
    return TOTP(secret).at(int(utcnow().timestamp()))


async def signed_in(office: Office) -> tuple[Browser, str, str]:
    """A browser with a session from real credentials, the e-mail and the secret."""
    email, secret = await office.with_credentials()
    browser = office.browser()
    form = (await browser.open("/accedi")).form("Entra")
    assert (
        await browser.send(form.fill({"email": email, "password": PASSWORD, "code": code_of(secret)}))
    ).status == 200
    return browser, email, secret


async def prove(browser: Browser, page: Page, secret: str) -> Page:
    """Password and the next code; where one wanted to go."""
    assert page.heading == "Conferma che sei tu"
    return await browser.send(page.form("Conferma").fill({"proof_password": PASSWORD, "proof_code": code_of(secret)}))


@pytest.fixture
def later() -> timedelta:
    """Long enough for the app to show another code."""
    return timedelta(minutes=1)


@pytest.mark.parametrize("path", ["password", "app", "codici", "passkey/nuova"])
async def test_every_change_asks_for_password_and_code_again(office: Office, later: timedelta, path: str) -> None:
    browser, _email, secret = await signed_in(office)
    page = await browser.open(f"/il-mio-accesso/{path}")
    wrong = await browser.send(page.form("Conferma").fill({"proof_password": PASSWORD, "proof_code": "000000"}))
    assert wrong.status == 422
    with as_of(utcnow() + later):
        assert (await prove(browser, page, secret)).path == f"/il-mio-accesso/{path}"


async def test_a_proof_lasts_five_minutes(office: Office, later: timedelta) -> None:
    browser, _email, secret = await signed_in(office)
    with as_of(utcnow() + later):
        await prove(browser, await browser.open("/il-mio-accesso/codici"), secret)
    with as_of(utcnow() + later + timedelta(minutes=4)):
        assert (await browser.open("/il-mio-accesso/codici")).path == "/il-mio-accesso/codici"
    with as_of(utcnow() + later + timedelta(minutes=6)):
        assert (await browser.open("/il-mio-accesso/codici")).heading == "Conferma che sei tu"


async def test_a_post_without_proof_changes_nothing(office: Office) -> None:
    browser, _email, _secret = await signed_in(office)
    token = (await browser.open("/il-mio-accesso")).one("[name=_csrf_token]")["value"]
    typed = {"_csrf_token": token, "password": PHRASE, "again": PHRASE}
    answer = await browser.client.post("/il-mio-accesso/password", data=typed)
    assert answer.url.path == "/conferma"
    answer = await browser.client.post("/il-mio-accesso/codici", data={"_csrf_token": token})
    assert answer.url.path == "/conferma"


async def test_a_new_password_ends_the_other_sessions_and_takes_the_place_of_the_old(
    office: Office, later: timedelta
) -> None:
    browser, email, secret = await signed_in(office)
    with as_of(utcnow() + later):
        other = office.browser()
        form = (await other.open("/accedi")).form("Entra")
        await other.send(form.fill({"email": email, "password": PASSWORD, "code": code_of(secret)}))
    with as_of(utcnow() + 2 * later):
        page = await prove(browser, await browser.open("/il-mio-accesso/password"), secret)
        same = await browser.send(page.form("Salva").fill({"password": PASSWORD, "again": PASSWORD}))
        assert "password di prima" in same.text
        page = await browser.send(page.form("Salva").fill({"password": PHRASE, "again": PHRASE}))
        assert page.path == "/il-mio-accesso"
        assert (await other.open("/scrivania")).path == "/accedi"
        refused = await other.send(form.fill({"email": email, "password": PASSWORD, "code": "000000"}))
    assert refused.status == 422


async def test_another_app_counts_when_its_code_was_typed_and_the_old_one_stops(
    office: Office, later: timedelta
) -> None:
    browser, email, secret = await signed_in(office)
    with as_of(utcnow() + later):
        page = await prove(browser, await browser.open("/il-mio-accesso/app"), secret)
        page = await browser.send(page.form("Mostra il disegno"))
        newer = page.one("code").get_text().replace(" ", "")
        wrong = await browser.send(page.form("Conferma").fill({"code": "000000"}))
        assert wrong.status == 422
        page = await browser.send(wrong.form("Conferma").fill({"code": code_of(newer)}))
        assert page.path == "/il-mio-accesso"
    with as_of(utcnow() + 2 * later):
        stranger = office.browser()
        form = (await stranger.open("/accedi")).form("Entra")
        typed = {"email": email, "password": PASSWORD}
        assert (await stranger.send(form.fill(typed | {"code": code_of(secret)}))).status == 422
        assert (await stranger.send(form.fill(typed | {"code": code_of(newer)}))).status == 200


async def test_few_codes_left_are_a_warning_and_new_ones_are_shown_once(office: Office, later: timedelta) -> None:
    browser, _email, secret = await signed_in(office)
    assert "Non hai codici di riserva" in (await browser.open("/il-mio-accesso")).text
    with as_of(utcnow() + later):
        page = await prove(browser, await browser.open("/il-mio-accesso/codici"), secret)
        page = await browser.send(page.form("Crea nuovi codici"))
        codes = page.one("#codes").get_text().split()
        overview = await browser.open("/il-mio-accesso")
    assert len(set(codes)) == 10
    assert "Creane di nuovi" not in overview.text
    assert not any(code in overview.answer.text for code in codes)


async def test_with_three_codes_left_the_warning_is_back(office: Office, later: timedelta) -> None:
    browser, email, secret = await signed_in(office)
    with as_of(utcnow() + later):
        page = await prove(browser, await browser.open("/il-mio-accesso/codici"), secret)
        codes = (await browser.send(page.form("Crea nuovi codici"))).one("#codes").get_text().split()
        for code in codes[:7]:
            visitor = office.browser()
            form = (await visitor.open("/accedi")).form("Entra")
            await visitor.send(form.fill({"email": email, "password": PASSWORD, "code": code}))
        assert "Ti restano 3 codici" in (await browser.open("/il-mio-accesso")).text


async def ask(browser: Browser, page: Page, form: str) -> str:
    """What the script on the page would get for the passkey form."""
    where = page.one(f"form[action='{form}']")["data-options-url"]
    token = page.one("meta[name=csrf-token]")["content"]
    answer = await browser.client.post(str(where), headers={"X-CSRF-Token": str(token), "Accept": "application/json"})
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_a_passkey_is_added_used_renamed_and_removed(office: Office, later: timedelta) -> None:
    browser, _email, secret = await signed_in(office)
    passkey = Authenticator()
    with as_of(utcnow() + later):
        page = await prove(browser, await browser.open("/il-mio-accesso/passkey/nuova"), secret)
        made = passkey.create(await ask(browser, page, "/il-mio-accesso/passkey"))
        page = await browser.send(page.form("Crea la passkey").fill({"name": "Portatile", "answer": made}))
        assert "Portatile" in page.text
        page = await browser.open(page.link("Portatile"))
        page = await browser.send(page.form("Cambia nome").fill({"name": "Telefono"}))
        assert "Telefono" in page.text
        visitor = office.browser()
        door = await visitor.open("/accedi?next=/il-mio-accesso")
        answer = passkey.get(await ask(visitor, door, "/accedi/passkey"))
        inside = await visitor.send(door.form("Usa la passkey").fill({"answer": answer}))
        assert inside.path == "/il-mio-accesso"
        removal = await browser.open((await browser.open("/il-mio-accesso")).link("Telefono"))
        assert "Non hai passkey" in (await browser.send(removal.form("Togli la passkey"))).text
        answer = passkey.get(await ask(visitor, door, "/accedi/passkey"))
        again = await visitor.send(door.form("Usa la passkey").fill({"answer": answer}))
    assert again.status == 422


async def test_without_scripts_the_page_says_that_the_code_works(office: Office) -> None:
    page = await office.browser().open("/accedi")
    assert "Senza, usa il codice del telefono" in page.one("noscript").get_text()
