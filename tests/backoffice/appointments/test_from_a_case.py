"""Who follows a case books from it, comes back to it, and finds the appointment there."""

from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from tests.backoffice.appointments.test_coming_back import BOOKED, LINK, NEXT, book
from tests.backoffice.conftest import Office
from tests.support.personas import ROSA
from tests.support.scheduling.expecting import an_expecting_office, at
from tests.support.stage import fixtures
from tests.support.stage.on_offer import rosa_has_applied

standing = fixtures.standing_on(rosa_has_applied)


async def test_from_a_case(office: Office) -> None:
    expecting = await an_expecting_office(office.connection, office.territory.office_id)
    with as_of(at(8)):
        browser = await office.at_work(Role.SOCIAL_WORKER)
        case = await browser.open((await browser.open("/scrivania")).link(ROSA.family_name))
        assert "Non ha appuntamenti nel tuo ufficio." in case.text
        back = await book(browser, await browser.open(case.link(LINK)), expecting.need_id)
        assert BOOKED in back.text
        booked = back.one(f"{NEXT} a")
        assert "Prenotato" in booked.get_text(" ")
