"""The protocollo on screen: looking for a line, annulling it, the closed days and the files."""

from datetime import timedelta

from domain.documents.jobs import close_register_days
from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.html import Browser
from tests.support.personas import ROSA


async def the_head(office: Office) -> Browser:
    return await office.at_work(Role.OFFICE_HEAD, names="Carla Capo")


async def test_a_line_is_found_by_its_number_and_opened(office: Office) -> None:
    await office.an_application()
    head = await the_head(office)
    listed = await head.open("/protocollo")
    label = listed.one("#rows .bo-who bdi").get_text()
    found = await head.open(f"/protocollo?label={label.split('/')[1].lstrip('0')}")
    assert ROSA.full_name in found.one("#rows").get_text()
    assert "Nessuna registrazione trovata" in (await head.open("/protocollo?label=1999/1")).text
    page = await head.open(str(found.one("#rows a")["href"]))
    assert label in page.one("h1").get_text()


async def test_what_makes_no_sense_filters_nothing(office: Office) -> None:
    await office.an_application()
    head = await the_head(office)
    page = await head.open("/protocollo?label=abc&starts_on=ieri&direction=laterale")
    assert len(page.soup.select("#rows > li")) == 1


async def test_annulling_asks_for_a_reason_and_an_act_and_leaves_the_line_readable(office: Office) -> None:
    await office.an_application()
    head = await the_head(office)
    page = await head.open(str((await head.open("/protocollo")).one("#rows a")["href"]))
    refused = await head.send(page.form("Annulla la registrazione").fill({"reason": "Registrata due volte"}))
    assert refused.status == 422
    assert refused.form("Annulla la registrazione").fields["reason"] == "Registrata due volte"
    done = await head.send(refused.form("Annulla la registrazione").fill({"act": "Determina 12 del 2026"}))
    assert "annullata" in done.one("h1").get_text()
    assert "Determina 12 del 2026" in done.text
    assert not done.soup.select("main form[action$=annullamento]")
    assert "annullata" in (await head.open("/protocollo?is_annulled=true")).one("#rows").get_text()


async def test_a_clerk_reads_the_register_and_does_not_annul(office: Office) -> None:
    await office.an_application()
    clerk = await office.at_work(Role.ADMIN_CLERK)
    page = await clerk.open(str((await clerk.open("/protocollo")).one("#rows a")["href"]))
    assert not page.soup.select("main form[action$=annullamento]")
    file = await clerk.client.get("/protocollo/file")
    assert file.headers["content-type"].startswith("text/csv")
    assert ROSA.full_name in file.text


async def test_a_social_worker_has_no_register(office: Office) -> None:
    worker = await office.at_work(Role.SOCIAL_WORKER)
    assert (await worker.open("/protocollo")).status == 403
    assert "Protocollo" not in [
        one.get_text(strip=True) for one in (await worker.open("/scrivania")).soup.select("nav a")
    ]


async def test_a_closed_day_is_a_file_to_download(office: Office) -> None:
    await office.an_application()
    with as_of(utcnow() + timedelta(days=1)):
        assert await close_register_days(bind=office.connection) == 1
    head = await the_head(office)
    page = await head.open("/protocollo/giorni")
    assert "1 registrazione" in page.text
    file = await head.client.get(str(page.one("#rows a")["href"]))
    assert file.headers["content-type"] == "application/pdf"
    assert file.content.startswith(b"%PDF")
