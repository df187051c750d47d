"""An operator hands out an attestation at the desk, and takes one back with a reason."""

from domain.intake.queries.attestations.attestation_rules import attestation_rules
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person


async def test_at_the_desk_one_is_handed_out_and_taken_back(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
    citizen = a_citizen(office.territory, person_id)
    async with unit_of_work(citizen, bind=office.connection) as work:
        year = work.today.year
        await a_submitted_application(work, citizen)
    await office.follow()
    desk = await office.at_work(Role.SOCIAL_WORKER)
    page = await desk.open(f"/persone/{person_id}/attestazioni")
    page = await desk.send(page.form("Attesta le domande dell'anno").fill({"year": str(year)}))
    assert "Attestazione in preparazione" in page.text
    await office.follow()
    page = await desk.open(f"/persone/{person_id}/attestazioni")
    refused = await desk.send(page.form("Annulla l'attestazione").fill({"reason": ""}))
    assert refused.status == 422
    page = await desk.send(page.form("Annulla l'attestazione").fill({"reason": "Rilasciata per errore."}))
    assert "Non vale più" in page.text
    assert "Rilasciata per errore." in page.text


async def test_an_administrator_decides_what_attestations_say(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open("/amministrazione/attestazioni")
    page = await admin.send(page.form("Salva").fill({"is_charge_told": "true"}))
    assert "Scelte salvate" in page.text
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        rules = await attestation_rules(work, [office.territory.comune_id])
    assert rules[office.territory.comune_id].is_charge_told
    assert not rules[office.territory.comune_id].is_registered
