"""The messages in the personal area, and how somebody wants to be reached."""

from uuid import UUID

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.queries.contact_profiles import contact_profile
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.correspondence.terms.occasions import Occasion
from domain.platform.work import unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.terms import GuardianshipKind
from tests.portal.conftest import Portal
from tests.support.given import LONG_AGO, SYSTEM, a_citizen
from tests.support.html import Browser
from tests.support.messages import a_message
from tests.support.personas import FATIMA, ROSA, YOUSSEF

MESSAGES = "/area-personale/messaggi"
CHOICES = "/area-personale/come-ti-contattiamo"


async def _guardian_of(portal: Portal) -> tuple[UUID, Browser]:
    """Youssef, and his mother at the site."""
    mother, son = await portal.person(FATIMA), await portal.person(YOUSSEF)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        command = AppointGuardian(
            person_id=son, guardian_id=mother, kind=GuardianshipKind.PARENT, starts_on=LONG_AGO, is_verified=True
        )
        await appoint_guardian(work, SYSTEM, command)
    return son, await portal.signed_in(FATIMA)


async def test_a_new_message_is_counted_until_it_was_read(portal: Portal) -> None:
    person_id = await portal.person(ROSA)
    rosa = await portal.signed_in(ROSA)
    assert "Non ci sono ancora messaggi" in (await rosa.open(MESSAGES)).text
    for occasion in (Occasion.DECISION_TAKEN, Occasion.OFFICE_MESSAGE):
        await a_message(portal.connection, portal.territory.comune_id, person_id, occasion)
    page = await rosa.open(MESSAGES)
    assert "2 messaggi nuovi" in page.soup.get_text()
    assert "Abbiamo deciso sulla tua domanda" in page.text
    page = await rosa.send(page.form("Ho letto"))
    assert "1 messaggio nuovo" in page.soup.get_text()
    page = await rosa.send(page.form("Segna tutti come letti"))
    assert "nuov" not in page.soup.get_text().lower()


async def test_a_mother_reads_what_is_written_to_her_child_unless_it_is_hidden(portal: Portal) -> None:
    son, fatima = await _guardian_of(portal)
    await a_message(portal.connection, portal.territory.comune_id, son)
    page = await fatima.open(MESSAGES)
    assert YOUSSEF.full_name in page.text
    citizen = a_citizen(portal.territory, son)
    async with unit_of_work(citizen, bind=portal.connection) as work:
        await set_contact_profile(work, citizen, SetContactProfile(person_id=son, is_hidden=True))
    await a_message(portal.connection, portal.territory.comune_id, son)
    assert YOUSSEF.full_name not in (await fatima.open(MESSAGES)).one("main").get_text()


async def test_nobody_opens_the_message_of_another(portal: Portal) -> None:
    await portal.person(ROSA)
    letter_id = await a_message(portal.connection, portal.territory.comune_id, await portal.person(FATIMA))
    rosa = await portal.signed_in(ROSA)
    form = (await rosa.open(CHOICES)).form("Salva")
    form.action = f"{MESSAGES}/{letter_id}/lettura"
    assert (await rosa.send(form)).status == 404


async def test_what_was_chosen_is_there_when_one_comes_back(portal: Portal) -> None:
    person_id = await portal.person(ROSA)
    rosa = await portal.signed_in(ROSA)
    form = (await rosa.open(CHOICES)).form("Salva")
    form.fill(
        {
            "wanted_applications": ["sms"],
            "wanted_reminders": None,
            "language": "ar",
            "is_phone_shared": "true",
            "never": ["call", "post"],
            "days": ["0", "1"],
            "starts": "9:30",
            "ends": "12.00",
        }
    )
    page = await rosa.send(form)
    assert page.one("html")["lang"] == "ar"
    again = page.soup.select_one("form[action$=come-ti-contattiamo]")
    assert again is not None
    ticked = {(tag["name"], tag["value"]) for tag in again.select("input[checked]")}
    assert {("wanted_applications", "sms"), ("never", "post"), ("days", "1"), ("is_phone_shared", "true")} <= ticked
    assert not {one for one in ticked if one[0] == "wanted_reminders"}
    citizen = a_citizen(portal.territory, person_id)
    async with unit_of_work(citizen, read_only=True, bind=portal.connection) as work:
        kept = (await contact_profile(work, citizen, person_id)).safe
    assert (kept.starts, kept.ends, kept.days) == (570, 720, frozenset({0, 1}))
    assert kept.never == {ContactWay.CALL, ContactWay.POST}
    assert kept.wanted == {
        Sort.APPLICATIONS: frozenset({Channel.SMS}),
        Sort.APPOINTMENTS: frozenset({Channel.EMAIL}),
        Sort.REMINDERS: frozenset(),
    }


async def test_half_an_hour_range_is_refused_and_nothing_typed_is_lost(rosa: Browser) -> None:
    form = (await rosa.open(CHOICES)).form("Salva").fill({"starts": "9:30", "is_hidden": "true"})
    page = await rosa.send(form)
    assert page.status == 422
    assert "Scrivi due ore" in page.text
    assert page.one("#starts")["value"] == "9:30"
    assert page.one("#is_hidden").has_attr("checked")
    assert page.one("details.ss-details").has_attr("open")
