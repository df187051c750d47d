"""The office asks for what is missing, item by item, on the page of the step."""

from domain.intake.queries.examination.integration_items import ItemRow, integration_items
from domain.platform.work import unit_of_work
from tests.backoffice.examination.conftest import Examined
from tests.support.html import Browser, Page


async def asked_of_rosa(examined: Examined) -> list[ItemRow]:
    async with unit_of_work(examined.rosa, read_only=True, bind=examined.office.connection) as work:
        return list(await integration_items(work, examined.rosa, examined.application_id, language="it"))


async def ready_to_ask(examined: Examined, browser: Browser) -> Page:
    await examined.makes(browser, "start_check")
    return await browser.open(f"{examined.path}/passaggi/request_integration")


async def test_the_items_that_were_ticked_and_written_are_asked_and_the_term_waits(examined: Examined) -> None:
    clerk = await examined.clerk()
    form = (await ready_to_ask(examined, clerk)).form("Conferma il passaggio")
    typed = {
        "answer.missing": "Mancano due cose.",
        "item.identity": "true",
        "why.identity": "Serve il retro della carta.",
        "item.phone": "true",
        "free.1": "Il nome del medico",
        "free_kind.1": "true",
    }
    done = await clerk.send(form.fill(typed))
    assert "Passaggio fatto" in done.text
    assert "Manca ancora" in done.text
    rows = {one.label: one for one in await asked_of_rosa(examined)}
    assert {one.kind.value for one in rows.values()} == {"document", "answer"}
    assert rows["Il nome del medico"].kind.value == "answer"
    assert [one.note for one in rows.values() if one.question == "identity"] == ["Serve il retro della carta."]
    standing = await examined.standing()
    assert standing.deadline.is_suspended
    assert standing.answer_due_on


async def test_a_request_for_nothing_is_refused_and_nothing_typed_is_lost(examined: Examined) -> None:
    clerk = await examined.clerk()
    form = (await ready_to_ask(examined, clerk)).form("Conferma il passaggio")
    refused = await clerk.send(form.fill({"answer.missing": "Manca qualcosa."}))
    assert refused.status == 422
    assert "Scegli almeno una cosa che manca." in refused.text
    assert "Manca qualcosa." in refused.text
    assert (await examined.standing()).state.key == "formal_check"


async def test_what_was_ticked_is_still_ticked_when_the_step_is_refused(examined: Examined) -> None:
    clerk = await examined.clerk()
    form = (await ready_to_ask(examined, clerk)).form("Conferma il passaggio")
    refused = await clerk.send(form.fill({"item.phone": "true"}))
    assert refused.status == 422
    assert refused.one("[name='item.phone']").has_attr("checked")
    assert refused.one("details[open] [name='item.phone']")
    assert not await asked_of_rosa(examined)


async def test_a_fresh_page_complains_of_nothing(examined: Examined) -> None:
    page = await ready_to_ask(examined, await examined.clerk())
    assert not page.soup.select(".ss-error")
    assert "None" not in page.text
