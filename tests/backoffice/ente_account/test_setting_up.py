"""An administrator connects the ente's provider; who came by it proves again there."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.backoffice.ente_account.conftest import enter, leave, sara, set_up
from tests.support.outside.ente_provider import CLIENT_ID, CLIENT_SECRET, EnteIdp


@pytest.mark.parametrize(
    "issuer",
    [
        "http://login.comune.example.it",
        "https://127.0.0.1",
        "https://localhost",
        "https://a@b.example.it",
        "x",
        "https://login.comune.example.it/?a=b",
        "https://login.comune.example.it/#a",
        "https://interno.local",
    ],
)
async def test_an_issuer_that_we_must_not_call_is_refused(office: Office, issuer: str) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    form = (await admin.open("/ente/accesso")).form("Salva")
    facts = {"name": "Uffici", "issuer": issuer, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    page = await admin.send(form.fill(facts))
    assert page.status == 422
    assert CLIENT_SECRET not in page.answer.text


async def test_the_secret_is_never_shown_and_another_issuer_needs_its_own(office: Office, idp: EnteIdp) -> None:
    page = await set_up(office)
    assert CLIENT_SECRET not in page.answer.text
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    page = await admin.open("/ente/accesso")
    moved = await admin.send(page.form("Salva").fill({"issuer": "https://login.altri.example.it"}))
    assert moved.status == 422
    kept = await admin.send(page.form("Salva").fill({"name": "Altro nome"}))
    assert kept.labelled("Nome da mostrare")["value"] == "Altro nome"


async def test_setting_it_up_asks_who_is_there(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    form = (await admin.open("/ente/accesso")).form("Salva")
    with as_of(utcnow() + timedelta(minutes=6)):
        assert (await admin.send(form)).heading == "Conferma che sei tu"


async def test_an_ente_administrator_cannot_give_more_by_a_group_than_by_hand(office: Office, idp: EnteIdp) -> None:
    await set_up(office)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    form = (await admin.open("/ente/accesso")).form("Aggiungi")
    typed = {"group_value": "capi", "role": "ambito_admin", "office_id": str(office.territory.office_id)}
    assert (await admin.send(form.fill(typed))).status == 422
    typed = {"group_value": "capi", "role": "educator", "office_id": str(office.territory.neighbour_office_id)}
    assert (await admin.send(form.fill(typed))).status in (403, 404)
    assert "capi" not in (await admin.open("/ente/accesso")).text


async def test_who_came_so_proves_again_there_and_finds_the_form(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Dora Capo")
    row = {"group_value": "capi", "role": "ente_admin", "office_id": str(office.territory.office_id)}
    await admin.send((await admin.open("/ente/accesso")).form("Aggiungi").fill(row))
    idp.claims["groups"] = ["capi"]
    browser = office.browser()
    await enter(browser, idp)
    form = (await browser.open("/operatori/regole")).form("Salva").fill({"greatest_age_days": "77"})
    with as_of(utcnow() + timedelta(minutes=6)):
        asked = await browser.send(form)
        assert asked.heading == "Conferma che sei tu"
        proof = asked.form("Conferma con Account del tuo ente")
        sent = await browser.client.post(proof.action, data=proof.fields, follow_redirects=False)
        away = await browser.client.get(sent.headers["location"], follow_redirects=False)
        address = away.headers["location"]
        assert "prompt=login" in address
        path = urlsplit(parse_qs(urlsplit(address).query)["redirect_uri"][0]).path
        back = await browser.open(f"{path}?{idp.come_back(address)}")
        assert back.heading == "Hai confermato chi sei"
        done = await browser.send(back.form("Continua"))
        assert done.labelled("giorni")["value"] == "77"


async def test_a_stale_login_at_the_provider_is_no_proof(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"] = ["assistenti"]
    browser = office.browser()
    await enter(browser, idp)
    idp.claims["auth_time"] = int(utcnow().timestamp()) - 3600
    address = await leave(browser, "&di-nuovo=1")
    path = urlsplit(parse_qs(urlsplit(address).query)["redirect_uri"][0]).path
    assert (await browser.open(f"{path}?{idp.come_back(address)}")).status == 403
