"""A citizen asks for an attestation, downloads it, and who is shown it checks its code."""

from domain.platform.work import unit_of_work
from tests.portal.conftest import Follow, Portal
from tests.support.applications import a_submitted_application
from tests.support.given import a_citizen
from tests.support.personas import ROSA


async def test_from_the_list_to_the_check_and_no_further_for_wrong_codes(
    portal: Portal, everything_that_follows: Follow
) -> None:
    citizen = a_citizen(portal.territory, await portal.person(ROSA))
    async with unit_of_work(citizen, bind=portal.connection) as work:
        application_id = (await a_submitted_application(work, citizen)).id
    await everything_that_follows()
    rosa = await portal.signed_in(ROSA)
    page = await rosa.open("/area-personale/attestazioni")
    refused = await rosa.send(page.form("Attesta che è stata presentata"))
    assert refused.status == 422
    assert "Scegli una domanda." in refused.text
    asked = page.form("Attesta che è stata presentata").fill({"application_id": str(application_id)})
    page = await rosa.send(asked)
    assert "In preparazione" in page.text
    await everything_that_follows()
    page = await rosa.open("/area-personale/attestazioni")
    file = await rosa.client.get(page.link("Scarica l'attestazione (PDF)"))
    assert file.content.startswith(b"%PDF")
    code = page.one("article span[dir=ltr]").get_text()
    visitor = portal.browser()
    looked = await visitor.open(f"/verifica/{code}")
    assert "M. R. B." not in looked.text
    checked = await visitor.send(looked.form("Controlla"))
    assert "Valida" in checked.text
    assert "M. R. B." in checked.text
    assert "Bellandi" not in checked.text
    for _try in range(5):
        wrong = await visitor.send(looked.form("Controlla").fill({"code": "0000-0000-0000-0000"}))
        assert "Non valida" in wrong.text
    held_back = await visitor.send(looked.form("Controlla"))
    assert held_back.status == 429
