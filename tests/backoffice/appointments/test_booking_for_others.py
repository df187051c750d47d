"""An operator books for somebody, in two steps."""

from uuid import UUID

from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, an_office
from tests.support.personas import ROSA
from tests.support.scheduling.expecting import Expecting, at

NEW = "/appuntamenti/nuovo"


async def test_somebody_known_is_booked_from_their_page_and_moved_and_cancelled(
    office: Office, expecting: Expecting, rosa: UUID
) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        link = (await browser.open(f"/persone/{rosa}")).link("Prenota")
        times = await browser.open(f"{link}&motivo={expecting.need_id}")
        assert ROSA.full_name in times.text
        nothing = await browser.send(times.form("Prenota"))
        assert nothing.status == 422
        assert "Scegli un orario." in nothing.text
        slot = str(nothing.one("input[name=slot]")["value"])
        shown = await browser.send(nothing.form("Prenota").fill({"slot": slot, "note": "Ha paura del cane"}))
        assert "14 dicembre 2026, ore 09:00" in shown.heading
        assert "Ha paura del cane" in shown.text
        moving = await browser.open(shown.link("Sposta"))
        slots = [str(one["value"]) for one in moving.soup.select("input[name=slot]")]
        assert slot not in slots, "the time that is taken is not offered"
        moved = await browser.send(moving.form("Sposta qui").fill({"slot": slots[0]}))
        assert "ore 09:30" in moved.heading
        assert "Disdetto" in (await browser.send(moved.form("Disdici"))).text


async def test_who_books_for_another_office_reads_that_it_is_done(office: Office, expecting: Expecting) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        other_id = await an_office(work, office.territory.comune_id)
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR, office_id=other_id)
        times = await browser.open(f"{NEW}?motivo={expecting.need_id}")
        slot = str(times.one("input[name=slot]")["value"])
        booked = await browser.send(times.form("Prenota").fill({"slot": slot, "given_name": "Una signora"}))
        assert "Appuntamento prenotato in un altro ufficio" in booked.text
        receiving = await office.at_work(Role.DESK_OPERATOR)
        assert "Una signora" in (await receiving.open("/appuntamenti")).text


async def test_who_does_not_say_who_they_are_has_a_series_without_what_is_taken(
    office: Office, expecting: Expecting
) -> None:
    with as_of(at(8)):
        browser = await office.at_work(Role.DESK_OPERATOR)
        times = await browser.open(f"{NEW}?motivo={expecting.need_id}")
        slot = str(times.one("input[name=slot]")["value"])
        wanted = {"slot": slot, "given_name": "La signora del mercato", "every_weeks": "1", "times": "3"}
        series = await browser.send(times.form("Prenota").fill(wanted))
        assert "21 dicembre 2026, ore 09:00" in series.text
        booked = await browser.send(series.form("Prenota 3 appuntamenti"))
        assert "La signora del mercato" in booked.text
        again = await browser.send(
            (await browser.open(f"{NEW}?motivo={expecting.need_id}"))
            .form("Prenota")
            .fill(wanted | {"slot": slot.replace("T08:00", "T08:30"), "times": "2"})
        )
        assert "Prenota 2 appuntamenti" in again.text
