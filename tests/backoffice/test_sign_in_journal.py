"""The journal of accesses: who came in, who did not, and what administrators see of it."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from pyotp.totp import TOTP
from sqlalchemy.exc import ProgrammingError

from domain.kernel.clock import as_of, day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import PASSWORD, Office
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page

PATH = "/amministrazione/accessi"


async def try_to_enter(office: Office, email: str, password: str, code: str) -> Page:
    browser = office.browser()
    form = (await browser.open("/accedi")).form("Entra")
    return await browser.send(form.fill({"email": email, "password": password, "code": code}))


def lines_of(page: Page) -> list[str]:
    """What each line of the journal says."""
    return [" ".join(one.get_text(" ").split()) for one in page.soup.select("main .bo-rows > li")]


def one_line(page: Page, *words: str) -> bool:
    """Whether a line says all of this."""
    return any(all(word in line for word in words) for line in lines_of(page))


async def the_admin(office: Office, role: Role = Role.ENTE_ADMIN) -> Browser:
    return await office.at_work(role, names="Carla Capo")


async def test_a_sign_in_and_a_refused_one_are_both_there(office: Office) -> None:
    email, secret = await office.with_credentials()
    await try_to_enter(office, email, "sbagliata ma lunga", "000000")
    await try_to_enter(office, email, PASSWORD, TOTP(secret).now())
    page = await (await the_admin(office)).open(PATH)
    assert one_line(page, "Non entrato: dati sbagliati", "Anna Prova")
    assert one_line(page, "Entrato", "Anna Prova", "Password e codice")


async def test_an_unknown_name_is_never_kept_as_typed(office: Office) -> None:
    await try_to_enter(office, "nessuno@altrove.example", "una password qualunque", "000000")
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        rows = await (await work.session.connection()).execute(sa.text("SELECT * FROM access.operator_sign_in"))
        kept = str(rows.all())
    assert "nessuno" not in kept
    assert "qualunque" not in kept
    ambito = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    assert "Nome che nessun operatore ha" in (await ambito.open(PATH)).text
    assert "Nome che nessun operatore ha" not in (await (await the_admin(office)).open(PATH)).text


async def test_throttling_is_seen(office: Office) -> None:
    email, _secret = await office.with_credentials()
    for _number in range(6):
        await try_to_enter(office, email, "sbagliata ma lunga", "000000")
    assert "troppi tentativi" in (await (await the_admin(office)).open(PATH)).text


async def test_an_administrator_sees_the_own_ente_only(office: Office) -> None:
    neighbour = await office.at_work(
        Role.ENTE_ADMIN, office_id=office.territory.neighbour_office_id, names="Vicina Capo"
    )
    email, secret = await office.with_credentials()
    await try_to_enter(office, email, PASSWORD, TOTP(secret).now())
    assert "Anna Prova" not in (await neighbour.open(PATH)).text
    ambito = await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)
    assert "Anna Prova" in (await ambito.open(PATH)).text


async def test_who_administers_nothing_does_not_come_here(office: Office) -> None:
    assert (await (await office.at_work(Role.SOCIAL_WORKER)).open(PATH)).status == 403


async def test_the_list_is_filtered(office: Office) -> None:
    email, secret = await office.with_credentials()
    await try_to_enter(office, email, "sbagliata ma lunga", "000000")
    await try_to_enter(office, email, PASSWORD, TOTP(secret).now())
    admin = await the_admin(office)
    page = await admin.open(f"{PATH}?outcome=wrong_credentials")
    titles = [one.get_text() for one in page.soup.select(".bo-row .bo-who")]
    assert len(titles) == 1
    assert "dati sbagliati" in titles[0]
    tomorrow = day_of(utcnow()) + timedelta(days=1)
    assert "Nessun accesso trovato" in (await admin.open(f"{PATH}?starts_on={tomorrow}")).text
    chosen = next(one for one in page.soup.select("#operator_id option") if "Anna" in one.get_text())
    only = await admin.open(f"{PATH}?operator_id={chosen['value']}")
    assert "Carla" not in " ".join(one.get_text() for one in only.soup.select(".bo-row"))


@pytest.mark.parametrize("query", ["operator_id=x", "outcome=x", "starts_on=x", "pagina=x", "operator_id=%00"])
async def test_a_filter_that_makes_no_sense_filters_nothing(office: Office, query: str) -> None:
    page = await (await the_admin(office)).open(f"{PATH}?{query}")
    assert page.status == 200
    assert "Carla Capo" in page.text


async def test_what_happens_to_credentials_is_there_too(office: Office) -> None:
    admin = await the_admin(office)
    form = (await admin.open("/operatori/nuovo")).form("Registra")
    facts = {"given_name": "Sara", "family_name": "Nuova", "email": "sara@prova.example", "role": "educator"}
    await admin.send(form.fill(facts | {"office_id": str(office.territory.office_id)}))
    await office.follow()
    assert "Invito mandato · Sara Nuova" in (await admin.open(PATH)).text


async def test_the_file_leaves_only_after_a_proof_and_holds_the_lines(office: Office) -> None:
    email, secret = await office.with_credentials((Role.ENTE_ADMIN,))
    browser = office.browser()
    form = (await browser.open("/accedi")).form("Entra")
    await browser.send(form.fill({"email": email, "password": PASSWORD, "code": TOTP(secret).now()}))
    page = await browser.open(f"{PATH}?outcome=signed_in")
    with as_of(utcnow() + timedelta(minutes=6)):
        asked = await browser.send(page.form("Scarica"))
        assert (asked.status, asked.heading) == (403, "Conferma che sei tu")
        code = TOTP(secret).at(int(utcnow().timestamp()))
        sent = await browser.send(asked.form("Conferma").fill({"proof_password": PASSWORD, "proof_code": code}))
    assert sent.answer.headers["content-type"].startswith("text/csv")
    lines = sent.answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Quando;Operatore;")
    assert len(lines) == 2
    assert ";Anna Prova;Entrato;Password e codice;" in lines[1]


async def test_nobody_changes_the_journal(office: Office) -> None:
    await the_admin(office)
    for statement in ("UPDATE access.operator_sign_in SET device = ''", "DELETE FROM access.operator_sign_in"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with unit_of_work(SYSTEM, bind=office.connection) as work:
                await (await work.session.connection()).execute(sa.text(statement))
