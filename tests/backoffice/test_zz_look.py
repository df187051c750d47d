"""Temporary: pages to look at."""

from pathlib import Path

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.seeds.settle_people import HOMES, settle_people
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, an_operator

OUT = Path("/tmp/d-look/html")


async def test_look(office: Office) -> None:
    OUT.mkdir(exist_ok=True)
    enti = {home.ente: office.territory.comune_id for home in HOMES}
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        reader = await an_operator(work, office.territory.office_id)
        ids = await settle_people(
            work, SYSTEM, enti, ambito_id=office.territory.ambito_id, readers=[reader.operator_id]
        )
    browser = await office.at_work(Role.SOCIAL_WORKER)
    for name in ("Stefano Brunelli", "Silvia Gherardini", "Luigi Ferraresini", "Giorgio Tassinari", "Giulia Brunelli"):
        for what in ("genogramma", "ecomappa", "nuclei"):
            page = await browser.open(f"/persone/{ids[name]}/{what}")
            assert page.status == 200, page.text[:500]
            (OUT / f"{name.split()[0].lower()}-{what}.html").write_text(page.answer.text)
    base = f"/persone/{ids['Stefano Brunelli']}"
    for what in ("nuclei/nuovo", "legami/nuovo?da=genogramma", "altre-figure/nuova"):
        page = await browser.open(f"{base}/{what}")
        assert page.status == 200, page.text[:500]
        (OUT / f"form-{what.split('/')[0]}.html").write_text(page.answer.text)
    page = await browser.open(f"{base}/nuclei")
    page = await browser.open(page.link("Nucleo anagrafico"))
    assert page.status == 200, page.text[:500]
    (OUT / "form-nucleo.html").write_text(page.answer.text)
    for words, name in (("Dividi il nucleo", "divisione"), ("Unisci a un altro", "unione"), ("Chiara", "componente")):
        other = await browser.open(page.link(words))
        assert other.status == 200, other.text[:500]
        (OUT / f"form-{name}.html").write_text(other.answer.text)
    out = await browser.open(other.link("Esce dal nucleo"))
    assert out.status == 200
