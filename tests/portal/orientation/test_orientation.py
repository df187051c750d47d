"""Somebody without a name asks what help there is for them."""

from tests.support.html import Browser, Page


async def answered(visitor: Browser, page: Page, value: str) -> Page:
    return await visitor.send(page.form("Rispondi e continua").fill({"value": value}))


async def started(visitor: Browser) -> Page:
    page = await visitor.open((await visitor.open("/")).link("Capire quali aiuti"))
    return await visitor.send(page.form("Inizia"))


async def test_answers_lead_to_the_services_with_why_and_the_address_tells_nothing(visitor: Browser) -> None:
    page = await started(visitor)
    assert page.heading == "Vive in uno dei Comuni di questa zona?"
    page = await answered(visitor, page, "yes")
    assert page.heading == "Quanti anni ha?"
    page = await answered(visitor, page, "30")
    page = await visitor.send(page.form("Non lo so o preferisco non dirlo"))
    page = await visitor.send(page.form("Vedi subito i servizi"))
    assert page.heading == "I servizi per te"
    assert str(page.answer.url).endswith("/orientamento")
    assert page.answer.headers["cache-control"] == "no-store"
    assert "Risposta a «Vive in questa zona»: Sì." in page.text
    assert "Per saperlo serve: «Ha bisogno di aiuto a casa»." in page.text
    assert "La risposta arriva entro 30 giorni dalla domanda. Decide: " in page.text
    assert "Il codice fiscale della persona che ha bisogno di aiuto" in page.text, "the papers of home care"
    assert page.link("Aiuto a casa") == "/servizi/assistenza-domiciliare"
    assert "set-cookie" not in page.answer.headers, "nothing is kept in the browser"


async def test_a_wrong_number_is_asked_again_with_what_was_typed(visitor: Browser) -> None:
    page = await answered(visitor, await started(visitor), "yes")
    page = await answered(visitor, page, "ottanta")
    assert page.status == 422
    assert "Scrivi un numero." in page.text
    assert page.labelled("Età in anni")["value"] == "ottanta"


async def test_one_goes_back_and_changes_an_answer(visitor: Browser) -> None:
    page = await answered(visitor, await started(visitor), "yes")
    page = await visitor.send(page.form("Torna alla domanda prima"))
    assert page.labelled("Sì").has_attr("checked")
    page = await answered(visitor, page, "no")
    page = await visitor.send(page.form("Vedi subito i servizi"))
    assert "Servizi per cui adesso manca qualcosa" in page.text
    assert "Chiedi ai servizi sociali del Comune dove vive." in page.text
    page = await visitor.send(page.form("Cambia : Vive in questa zona"))
    assert page.heading == "Vive in uno dei Comuni di questa zona?"
