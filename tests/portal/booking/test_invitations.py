"""Somebody is invited to book: they find it in their area, and choose a time with need and office chosen already."""

from datetime import timedelta
from uuid import UUID

from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.inviting.invite_to_book import InviteToBook, invite_to_book
from domain.scheduling.queries.inviting.invitable import invitable_places
from tests.portal.booking.conftest import NEED
from tests.portal.conftest import Follow, Portal
from tests.support.given import SYSTEM, an_operator
from tests.support.personas import ROSA


async def _invited(portal: Portal, person_id: UUID) -> None:
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        operator = await an_operator(work, portal.territory.office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(operator, bind=portal.connection) as work:
        (place,) = [one for one in await invitable_places(work, operator) if one.need["it"] == NEED]
        until = day_of(utcnow()) + timedelta(days=14)
        where = {"need_id": place.need_id, "office_id": place.office_id}
        asked = InviteToBook(person_id=person_id, book_by_on=until, note="Vieni con tua figlia", **where)
        await invite_to_book(work, operator, asked)


async def test_rosa_books_from_her_area_and_is_waited_for_no_more(
    portal: Portal, everything_that_follows: Follow
) -> None:
    await _invited(portal, await portal.person(ROSA))
    rosa = await portal.signed_in(ROSA)
    home = await rosa.open("/area-personale")
    assert "Ti invitiamo a prenotare un appuntamento Puoi farlo fino a questo giorno:" in home.text
    listed = await rosa.open("/area-personale/appuntamenti")
    for words in (NEED, "Vieni con tua figlia"):
        assert words in listed.text
    times = await rosa.open(listed.link("Scegli il giorno e l'ora"))
    assert (times.status, times.heading) == (200, "Scegli il giorno e l'ora"), "need and office are chosen"
    contacts = await rosa.open(str(times.one("main a.btn-primary[rel=nofollow]")["href"]))
    review = await rosa.send(contacts.form("Continua").fill({"email": "rosa@posta.example"}))
    await rosa.send(review.form("Conferma l'appuntamento"))
    await everything_that_follows()
    after = await rosa.open("/area-personale/appuntamenti")
    assert "Ti invitiamo" not in after.text
    assert NEED in after.text, "the appointment"
