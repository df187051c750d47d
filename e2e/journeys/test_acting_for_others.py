"""One person acts for another: by a delegation, from its first day to the click after its end, and by a decree."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from domain.kernel.clock import day_of, utcnow
from e2e.conftest import NewVisitor
from e2e.pages.application import Progress, Review
from e2e.pages.rights import Delegations, acting_bar, own_codice_fiscale
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step, answer_step
from e2e.support.answers import FOR_ANOTHER, LATER
from e2e.support.time_passing import decree_ended_yesterday
from e2e.support.visitor import PHONE, Visitor

GUARDIAN, WARD = "Lucia Zanottelli", "Tommaso Zanottelli"


async def begin_for(visitor: Visitor, person: str) -> str:
    """Begin an application for somebody else; the address of its first step."""
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start(for_whom=person)
    return visitor.page.url


async def send_for(visitor: Visitor, person: str) -> str:
    """Answer everything for somebody else and send it, the bar above every page; the application's id."""
    await begin_for(visitor, person)
    while "/passi/" in visitor.page.url:
        assert f"Stai agendo per {person}. Tu sei: Persona delegata" in await acting_bar(visitor), visitor.page.url
        key = await Step(visitor).key()
        await answer_step(visitor, FOR_ANOTHER[key] | (LATER if key == "papers" else {}))
    assert person in await acting_bar(visitor)
    receipt = await Review(visitor).send()
    await receipt.wait_until_ready()
    return receipt.application_id


@pytest.mark.parametrize(
    ("giver_name", "taker_name", "scripts"),
    [("Maria Rosa Fontanelli", "Elena Fabbriciani", True), ("Laura Ventimigli", "Stefano Brunelli", False)],
    ids=["scripts", "no-scripts"],
)
async def test_a_delegation_from_the_offer_to_the_click_after_its_end(
    visitor_with: NewVisitor, giver_name: str, taker_name: str, scripts: bool
) -> None:
    giver, taker = await visitor_with(PHONE, scripts=scripts), await visitor_with(PHONE, scripts=scripts)
    await sign_in(giver, giver_name)
    await sign_in(taker, taker_name)
    await BeforeStarting.open(taker)
    assert not [one for one in await BeforeStarting(taker).people() if giver_name in one]

    until = day_of(utcnow()) + timedelta(days=90)
    code = await own_codice_fiscale(taker)
    await (await Delegations.open(giver)).give(code, taker_name.rpartition(" ")[2], until)
    assert "Delega mandata" in await Delegations(giver).text()
    await taker.open(f"{taker.demo.portal}/area-personale")
    await taker.press(taker.page.locator("main .ss-callout a[href='/deleghe']"))
    await Delegations(taker).accept(giver_name)
    assert "Hai accettato la delega" in await Delegations(taker).text()

    application_id = await send_for(taker, giver_name)
    progress = await Progress.open(giver, application_id)
    assert not await acting_bar(giver), "the person herself acts for nobody"
    assert await progress.documents(), "what was sent for her is hers"
    draft = await begin_for(taker, giver_name)

    await (await Delegations.open(giver)).take_back(taker_name)
    assert "non vale più" in await Delegations(giver).text()
    await taker.press(taker.page.locator("main form[data-autosave] .ss-actions button[value=on]"), status=404)
    for address in (draft, f"{taker.demo.portal}/domande/{application_id}"):
        await taker.open(address, status=404)
    await taker.open(f"{taker.demo.portal}/domande")
    await expect(taker.page.locator("main")).not_to_contain_text(giver_name)


async def test_a_guardian_whose_decree_has_ended_is_out_in_a_session_already_open(phone: Visitor) -> None:
    await sign_in(phone, GUARDIAN)
    draft = await begin_for(phone, WARD)
    assert f"Stai agendo per {WARD}. Tu sei: Tutore" in await acting_bar(phone)
    with decree_ended_yesterday(phone.demo, GUARDIAN, WARD):
        await phone.open(draft, status=404)
        await BeforeStarting.open(phone)
        assert not [one for one in await BeforeStarting(phone).people() if WARD in one]
    await phone.open(draft)
    assert WARD in await acting_bar(phone)
