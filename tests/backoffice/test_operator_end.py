"""The end of a role and of an operator's access."""

from datetime import timedelta

from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.html import Browser, Page


async def the_card(office: Office, admin: Browser, name: str) -> Page:
    return await admin.open((await admin.open("/operatori")).link(name))


async def test_a_role_ends_after_its_last_day_also_in_an_open_session(office: Office) -> None:
    worker = await office.at_work(Role.SOCIAL_WORKER)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    page = await the_card(office, admin, "Anna Prova")
    page = await admin.open(page.link("Metti una fine"))
    page = await admin.send(page.form("Finisci il ruolo"))
    assert "Assistente sociale" in page.text
    assert "Metti una fine" not in page.text
    assert (await worker.open("/scrivania")).path == "/scrivania"
    with as_of(utcnow() + timedelta(days=1)):
        assert (await worker.open("/scrivania")).path == "/accedi"


async def test_a_role_cannot_end_before_it_began(office: Office) -> None:
    await office.at_work(Role.SOCIAL_WORKER)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    page = await the_card(office, admin, "Anna Prova")
    page = await admin.open(page.link("Metti una fine"))
    page = await admin.send(page.form("Finisci il ruolo").fill({"ends_on": "2019-12-31"}))
    assert page.status == 422
    assert "non può finire prima" in page.text


async def test_ending_a_role_asks_who_is_there(office: Office) -> None:
    await office.at_work(Role.SOCIAL_WORKER)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    page = await the_card(office, admin, "Anna Prova")
    page = await admin.open(page.link("Metti una fine"))
    with as_of(utcnow() + timedelta(minutes=6)):
        assert (await admin.send(page.form("Finisci il ruolo"))).heading == "Conferma che sei tu"
        assert "Metti una fine" in (await the_card(office, admin, "Anna Prova")).text


async def test_a_neighbour_ends_nobodys_role(office: Office) -> None:
    await office.at_work(Role.SOCIAL_WORKER)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    form = (await admin.open((await the_card(office, admin, "Anna Prova")).link("Metti una fine"))).form("Finisci")
    neighbour = await office.at_work(
        Role.ENTE_ADMIN, office_id=office.territory.neighbour_office_id, names="Vicina Capo"
    )
    token = (await neighbour.open("/operatori/nuovo")).one("[name=_csrf_token]")["value"]
    refused = await neighbour.client.post(form.action, data={"_csrf_token": token, "ends_on": "2026-01-01"})
    assert refused.status_code in (403, 404)
    assert "Metti una fine" in (await the_card(office, admin, "Anna Prova")).text


async def test_a_disabled_operator_is_out_at_the_next_click_and_comes_back_only_by_signing_in(office: Office) -> None:
    worker = await office.at_work(Role.SOCIAL_WORKER)
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    page = await the_card(office, admin, "Anna Prova")
    page = await admin.send(page.form("Disattiva"))
    assert "Questo operatore è disattivato" in page.text
    assert (await worker.open("/scrivania")).path == "/accedi"
    page = await admin.send(page.form("Riattiva"))
    assert "disattivato" not in page.text
    assert (await worker.open("/scrivania")).path == "/accedi"
    await office.follow()
    journal = await admin.open("/amministrazione/accessi?outcome=disabled")
    assert "fatto da Carla Capo" in journal.text


async def test_nobody_disables_oneself(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN, names="Carla Capo")
    page = await the_card(office, admin, "Carla Capo")
    assert "Disattiva" not in page.text
    token = page.one("[name=_csrf_token]")["value"]
    refused = await admin.client.post(f"{page.path}/disattivazione", data={"_csrf_token": token})
    assert refused.status_code == 422
    assert "Non puoi disattivare te stesso" in refused.text
    assert (await admin.open("/operatori")).status == 200
