"""A place that somebody gives back is offered in order: one at a time, few times, never at the last moment."""

from datetime import timedelta

import pytest

from domain.kernel.actor import Visitor
from domain.kernel.clock import as_of
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.actions.waiting.accept_offer import AcceptOffer, accept_offer
from domain.scheduling.actions.waiting.refuse_offer import RefuseOffer, refuse_offer
from domain.scheduling.jobs import end_unanswered_offers
from domain.scheduling.refusals import OfferExpired
from domain.scheduling.rules.links import proof_of
from tests.support.queue import drain
from tests.support.scheduling.appointments import BOOKED_AT, Receiving, at

HOUR = timedelta(hours=1)
LONG_BEFORE = at(10) - timedelta(days=8)


async def _three_in_line(office: Receiving) -> None:
    """Uno gives back the 10th; Due and Tre have later places and would come earlier, Quattro would not."""
    gone = await office.book(at(10), "Uno")
    for number, (name, day, wants) in enumerate((("Tre", 12, True), ("Due", 15, True), ("Quattro", 16, False))):
        booked_at = BOOKED_AT + (2 - number) * HOUR if wants else BOOKED_AT - HOUR
        await office.book(at(day), name, booked_at=booked_at, wants_earlier=wants)
    with as_of(LONG_BEFORE):
        await office.do(cancel_appointment, CancelAppointment(appointment_id=gone))
        await drain(office.bind)  # pyright: ignore[reportArgumentType]


async def test_the_first_who_booked_is_asked_and_who_says_yes_has_one_appointment(office: Receiving) -> None:
    await _three_in_line(office)
    assert ("Due", "offered", at(10)) in await office.standing()
    offer = await office.offer_to("Due")
    assert offer is not None
    with as_of(LONG_BEFORE + HOUR):
        await office.take(offer, "Due")
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
        assert await office.standing() == [
            ("Due", "booked", at(10)),
            ("Tre", "booked", at(12)),
            ("Quattro", "booked", at(16)),
        ]
        with pytest.raises(OfferExpired):
            await office.take(offer, "Due")


async def test_who_says_no_or_nothing_keeps_what_they_have_and_the_next_is_asked(office: Receiving) -> None:
    await _three_in_line(office)
    offer = await office.offer_to("Due")
    assert offer is not None
    visitor, proof = Visitor(office.territory.family), proof_of(settings().secret, offer, "Due")
    with as_of(LONG_BEFORE + HOUR):
        await office.do(refuse_offer, RefuseOffer(appointment_id=offer, proof=proof), visitor)
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    second = await office.offer_to("Tre")
    assert second is not None
    assert ("Due", "booked", at(15)) in await office.standing()
    with as_of(LONG_BEFORE + 24 * HOUR):
        assert await end_unanswered_offers(bind=office.bind) == 0
    with as_of(LONG_BEFORE + 26 * HOUR):
        with pytest.raises(OfferExpired):
            await office.take(second, "Tre")
        assert await end_unanswered_offers(bind=office.bind) == 1
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    found = await office.standing()
    assert ("Tre", "booked", at(12)) in found
    assert ("Due", "offered", at(10)) in found  # a day later Due may be asked once more


async def test_nobody_is_asked_at_the_last_moment(office: Receiving) -> None:
    gone = await office.book(at(10), "Uno")
    await office.book(at(15), "Due", wants_earlier=True)
    with as_of(at(10) - 48 * HOUR):
        await office.do(cancel_appointment, CancelAppointment(appointment_id=gone))
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    assert await office.offer_to("Due") is None


async def test_an_offer_goes_when_the_appointment_it_stands_for_is_given_up(office: Receiving) -> None:
    await _three_in_line(office)
    (had,) = (
        await office.asked("SELECT id FROM scheduling.appointment WHERE family_name = 'Due' AND state = 'booked'")
    )[0]
    with as_of(LONG_BEFORE + HOUR):
        await office.do(cancel_appointment, CancelAppointment(appointment_id=had))
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    found = await office.standing()
    assert ("Tre", "offered", at(10)) in found
    assert not [one for one in found if one[0] == "Due"]


async def test_an_offer_opens_to_nobody_who_does_not_know_the_name(office: Receiving) -> None:
    await _three_in_line(office)
    offer = await office.offer_to("Due")
    assert offer is not None
    wrong = proof_of(settings().secret, offer, "Tre")
    with as_of(LONG_BEFORE + HOUR), pytest.raises(NotFound):
        await office.do(accept_offer, AcceptOffer(appointment_id=offer, proof=wrong), Visitor(office.territory.family))
