"""Double clicks, the back button, two windows, a session that ends, other people's addresses."""

import asyncio

from playwright.async_api import expect

from e2e.conftest import NewVisitor
from e2e.pages.application import Receipt, Review
from e2e.pages.office import operator_sign_in
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import SignIn, sign_in
from e2e.pages.step import Step, answer_everything
from e2e.support.running_demo import RunningDemo
from e2e.support.time_passing import refused_readings, session_grows_old
from e2e.support.visitor import PHONE, Visitor


async def at_the_first_step(visitor: Visitor, name: str) -> Step:
    """Signed in, on the first page of questions of a new application."""
    await sign_in(visitor, name)
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start()
    return Step(visitor)


def sent_by(demo: RunningDemo, application_id: str) -> tuple[int, int]:
    """How many numbers of protocollo and how many events of sending the application has."""
    with demo.database() as owner:
        row = owner.execute(
            "SELECT (SELECT count(*) FROM documents.protocollo WHERE about_id = %(id)s::uuid),"
            " (SELECT count(*) FROM platform.event WHERE kind LIKE '%%:ApplicationSubmitted'"
            "  AND body->>'application_id' = %(id)s::text)",
            {"id": application_id},
        ).fetchone()
        assert row
        return row[0], row[1]


async def test_a_double_click_sends_once_and_the_back_button_leads_to_the_receipt(phone: Visitor) -> None:
    await at_the_first_step(phone, "Mamadou Ndiaye")
    await answer_everything(phone)
    async with phone.page.expect_navigation(url="**/ricevuta"):
        await Review(phone).send_button.dblclick()
    application_id = Receipt(phone).application_id
    await Receipt(phone).wait_until_ready()
    assert sent_by(phone.demo, application_id) == (1, 1)
    await phone.page.go_back()  # pages about people are not kept by the browser: it asks again
    assert phone.page.url.endswith(f"/domande/{application_id}")
    assert sent_by(phone.demo, application_id) == (1, 1)


async def test_two_posts_at_once_without_scripts_send_once(visitor_with: NewVisitor) -> None:
    visitor = await visitor_with(PHONE, scripts=False)
    await at_the_first_step(visitor, "Lucia Zanottelli")
    await answer_everything(visitor)
    form = visitor.page.locator("main form[action$='/invio']")
    address = visitor.demo.portal + str(await form.get_attribute("action"))
    token = await form.locator("[name=_csrf_token]").input_value()
    answers = await asyncio.gather(
        *[visitor.context.request.post(address, form={"_csrf_token": token}) for _twice in range(2)]
    )
    assert [answer.url.rpartition("/")[2] for answer in answers] == ["ricevuta", "ricevuta"]
    await visitor.open(answers[0].url)
    await Receipt(visitor).wait_until_ready()
    assert sent_by(visitor.demo, Receipt(visitor).application_id) == (1, 1)


async def test_a_session_that_ends_in_the_middle_of_a_form_loses_nothing(phone: Visitor) -> None:
    step = await at_the_first_step(phone, "Grace Okafor")
    await step.answer({"street": "Via Nuova 77", "phone": "333 000 7777"})
    session_grows_old(phone.demo, "Grace Okafor", minutes=45)
    await step.go_on()
    assert "/accedi" in phone.page.url
    await SignIn(phone).sign_in_as("Grace Okafor")
    assert "/passi/1" in phone.page.url
    assert await step.value("street") == "Via Nuova 77"
    assert await step.value("phone") == "333 000 7777"


async def test_two_windows_with_different_answers_let_the_person_choose(phone: Visitor) -> None:
    first = await at_the_first_step(phone, "Oksana Melnyk")
    address = phone.page.url
    other_page = await phone.context.new_page()
    other = Visitor(other_page, phone.watch, phone.demo, phone.has_scripts)
    await other.open(address)
    await first.answer({"street": "Via della Prima 1"})
    await first.go_on()
    second = Step(other)
    await second.answer({"street": "Via della Seconda 2"})
    await second.go_on(status=409)
    rows = await other_page.locator("main table").inner_text()
    assert "Via della Prima 1" in rows
    assert "Via della Seconda 2" in rows
    await other.press(other_page.locator("main form button[value=on]"))
    await other.open(address)
    assert await Step(other).value("street") == "Via della Seconda 2"


async def test_another_citizens_address_is_not_found_and_the_attempt_is_noted(visitor_with: NewVisitor) -> None:
    owner, stranger = await visitor_with(PHONE), await visitor_with(PHONE)
    await at_the_first_step(owner, "Carmen Quispe")
    application_id = owner.page.url.split("/domande/")[1].split("/")[0]
    await sign_in(stranger, "Mei Lin")
    for tail in ("", "/passi/1", "/riepilogo", "/ricevuta"):
        await stranger.open(f"{stranger.demo.portal}/domande/{application_id}{tail}", status=404)
    assert refused_readings(stranger.demo, application_id, "Mei Lin") == 4


async def test_a_plain_operator_may_not_open_pages_of_administrators(desktop: Visitor) -> None:
    await operator_sign_in(desktop, "Luca Perini")
    for path in ("/operatori", "/ente", "/amministrazione/lavori", "/amministrazione/interruttori"):
        await desktop.open(desktop.demo.backoffice + path, status=403)
        await expect(desktop.page.locator("h1")).to_be_visible()
