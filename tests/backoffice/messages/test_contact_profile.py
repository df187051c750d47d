"""How a person is safely reached, seen and set at the desk; what was written to them."""

from uuid import UUID

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person
from tests.support.messages import a_message, with_contact


async def _rosa(office: Office) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await a_person(work, office.territory)


async def test_what_is_dangerous_stands_on_top_of_the_persons_page(office: Office) -> None:
    rosa = await _rosa(office)
    worker = await office.at_work(Role.SOCIAL_WORKER)
    page = await worker.open(f"/persone/{rosa}")
    assert "Contattare solo così" not in page.text
    page = await worker.open(page.link("Contatti sicuri"))
    chosen = {"never": ["call"], "days": ["0", "2"], "starts": "9:00", "ends": "12:30", "is_phone_shared": "true"}
    page = await worker.send(page.form("Salva").fill(chosen | {"why": "Il marito controlla il telefono."}))
    assert page.path == f"/persone/{rosa}"
    for told in (
        "Contattare solo lunedì, mercoledì, dalle 9:00 alle 12:30.",
        "Mai in questi modi: Telefonate.",
        "Il telefono lo vedono anche altri",
    ):
        assert told in page.text
    page = await worker.open(f"/persone/{rosa}/contatti-sicuri")
    assert "Scritto da Anna Prova" in page.text
    assert page.labelled("Perché").get_text().strip() == "Il marito controlla il telefono."
    assert page.labelled("Dalle ore")["value"] == "9:00"


async def test_hours_that_cannot_be_are_refused_and_nothing_typed_is_lost(office: Office) -> None:
    rosa = await _rosa(office)
    worker = await office.at_work(Role.SOCIAL_WORKER)
    form = (await worker.open(f"/persone/{rosa}/contatti-sicuri")).form("Salva")
    page = await worker.send(form.fill({"starts": "12:00", "ends": "9:00", "why": "Così"}))
    assert page.status == 422
    assert "Scrivi due ore" in page.one("#ends-error").get_text()
    assert page.labelled("Perché").get_text().strip() == "Così"


async def test_the_office_sees_how_far_each_message_has_come_and_not_its_words(office: Office) -> None:
    rosa = await _rosa(office)
    await with_contact(office.connection, rosa, email="rosa@prova.example")
    await a_message(office.connection, office.territory.comune_id, rosa)
    worker = await office.at_work(Role.SOCIAL_WORKER)
    page = await worker.open((await worker.open(f"/persone/{rosa}")).link("Messaggi"))
    assert "Decisione presa" in page.text
    assert "In attesa" in page.text
    assert "rosa@prova.example" not in page.text
    assert "Abbiamo deciso" not in page.text


async def test_an_operator_of_elsewhere_sees_nothing(office: Office) -> None:
    rosa = await _rosa(office)
    other = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    for path in ("contatti-sicuri", "messaggi"):
        assert (await other.open(f"/persone/{rosa}/{path}")).status == 404
