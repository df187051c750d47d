"""Where one is signed in, and ending it from elsewhere."""

from datetime import timedelta

from pyotp.totp import TOTP

from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import PASSWORD, Office
from tests.support.html import Browser

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)
MINUTE = timedelta(minutes=1)


async def enter(office: Office, email: str, secret: str, device: str) -> Browser:
    browser = office.browser()
    browser.client.headers["user-agent"] = device
    form = (await browser.open("/accedi")).form("Entra")
    code = TOTP(secret).at(int(utcnow().timestamp()))
    assert (await browser.send(form.fill({"email": email, "password": PASSWORD, "code": code}))).status == 200
    return browser


async def test_every_device_is_shown_in_words_and_this_one_is_marked(office: Office) -> None:
    email, secret = await office.with_credentials()
    computer = await enter(office, email, secret, FIREFOX)
    with as_of(utcnow() + MINUTE):
        await enter(office, email, secret, PHONE)
        page = await computer.open("/il-mio-accesso/sessioni")
    assert "Firefox su Linux questo dispositivo" in page.text
    assert "Safari su iPhone" in page.text
    assert "Mozilla" not in page.text


async def test_a_closed_session_opens_nothing_from_the_next_click_on(office: Office) -> None:
    email, secret = await office.with_credentials()
    computer = await enter(office, email, secret, FIREFOX)
    with as_of(utcnow() + MINUTE):
        phone = await enter(office, email, secret, PHONE)
        assert (await phone.open("/scrivania")).path == "/scrivania"
        page = await computer.open("/il-mio-accesso/sessioni")
        page = await computer.send(page.form("Chiudi questo accesso"))
        assert "iPhone" not in page.text
        assert (await phone.open("/scrivania")).path == "/accedi"
        assert (await computer.open("/scrivania")).path == "/scrivania"


async def test_all_the_others_are_closed_at_once(office: Office) -> None:
    email, secret = await office.with_credentials()
    computer = await enter(office, email, secret, FIREFOX)
    with as_of(utcnow() + MINUTE):
        phone = await enter(office, email, secret, PHONE)
    with as_of(utcnow() + 2 * MINUTE):
        further = await enter(office, email, secret, FIREFOX)
        page = await computer.open("/il-mio-accesso/sessioni")
        await computer.send(page.form("Chiudi tutti gli altri"))
        assert (await phone.open("/scrivania")).path == (await further.open("/scrivania")).path == "/accedi"
        assert (await computer.open("/scrivania")).path == "/scrivania"


async def test_nobody_closes_the_session_of_another(office: Office) -> None:
    email, secret = await office.with_credentials()
    victim = await enter(office, email, secret, FIREFOX)
    with as_of(utcnow() + MINUTE):
        await enter(office, email, secret, PHONE)
        page = await victim.open("/il-mio-accesso/sessioni")
        action = page.form("Chiudi questo accesso").action
        other = await office.at_work(Role.ENTE_ADMIN, names="Altra Persona")
        token = (await other.open("/il-mio-accesso/sessioni")).one("[name=_csrf_token]")["value"]
        refused = await other.client.post(action, data={"_csrf_token": token})
        assert refused.status_code == 404
        assert "iPhone" in (await victim.open("/il-mio-accesso/sessioni")).text


async def test_the_time_before_is_told(office: Office) -> None:
    email, secret = await office.with_credentials()
    first = await enter(office, email, secret, FIREFOX)
    assert "Ultimo accesso" not in (await first.open("/il-mio-accesso/sessioni")).text
    with as_of(utcnow() + MINUTE):
        second = await enter(office, email, secret, FIREFOX)
        assert "Ultimo accesso prima di questo" in (await second.open("/il-mio-accesso/sessioni")).text
