"""What an office does with applications, services, the protocollo and messages: the addresses of every page of it."""

from e2e.accessibility.moving import go, here, href
from e2e.support.visitor import Visitor

WHOSE = "Maria Rosa Fontanelli"
PLAIN = (
    "/istruttoria",
    "/istruttoria?vista=tutte",
    "/istruttoria/ricorso",
    "/conversazioni",
    "/conversazioni?vista=tutte",
    "/amministrazione/risposte",
    "/amministrazione/risposte/nuova",
    "/protocollo",
    "/protocollo/giorni",
    "/avvisi",
    "/avvisi/preferenze",
    "/amministrazione/lettere",
    "/amministrazione/lettere/decision-granted",
    "/amministrazione/messaggi",
    "/amministrazione/messaggi/decision-taken",
    "/amministrazione/messaggi/orari",
    "/servizi",
    "/archivio/regole",
)
FORMS = ("/scheda", "/requisiti", "/requisiti/nuovo", "/passi/nuovo", "/traduzioni/en", "/file/nuovo", "/pubblicazione")


async def examining_pages(visitor: Visitor) -> list[str]:
    """Begin a service as who is signed in, an administrator and head of an office; what there is to see."""
    return [*PLAIN, *await _application(visitor), *await _line(visitor), *await _service(visitor)]


async def _application(visitor: Visitor) -> list[str]:
    """An application that the office examines, every step that can be made now, and how its person is reached."""
    page = await go(visitor, "/istruttoria?vista=tutte")
    application = await href(page, f"main a[href^='/domande/']:has-text('{WHOSE}')")
    page = await go(visitor, application)
    steps = [str(await one.get_attribute("href")) for one in await page.locator("main a[href*='/passaggi/']").all()]
    checks = [str(await one.get_attribute("href")) for one in await page.locator("main a[href*='/requisiti/']").all()]
    page = await go(visitor, f"/cerca?q={WHOSE.replace(' ', '+')}")
    person = await href(page, "main a[href^='/persone/']")
    page = await go(visitor, f"{person}/isee")
    isee = [str(await one.get_attribute("href")) for one in await page.locator("main a[href*='/isee/']").all()]
    of_person = (*(f"{person}/{one}" for one in ("contatti-sicuri", "messaggi", "domande/nuova", "isee")), *isee[:2])
    of_application = (application, f"{application}/assegnazione", f"{application}/conversazione")
    return [*of_application, *steps, *checks[:1], *of_person, *await _archive(visitor, person)]


async def _archive(visitor: Visitor, person: str) -> list[str]:
    """The documents of the person, and one of them with its forms."""
    page = await go(visitor, f"{person}/documenti")
    paper = await href(page, "#rows a")
    return [f"{person}/documenti", f"{person}/documenti?q=casa&tipo=other", paper, f"{paper}/modifica"]


async def _line(visitor: Visitor) -> list[str]:
    page = await go(visitor, "/protocollo")
    return [await href(page, "#rows a")]


async def _service(visitor: Visitor) -> list[str]:
    """A draft with a step and a question, and all of its forms."""
    page = await go(visitor, "/servizi")
    await page.fill("main [name=title]", "Aiuto di prova")
    await visitor.press(page.get_by_role("button", name="Inizia la bozza"))
    draft = here(visitor)
    await go(visitor, f"{draft}/passi/nuovo")
    await page.fill("main [name=title]", "La tua casa")
    await visitor.press(page.get_by_role("button", name="Salva il passo"))
    await go(visitor, f"{draft}/domande/nuova?passo=la_tua_casa&tipo=choice")
    await page.fill("main [name=label]", "Dove vivi?")
    await page.fill("main [name=options]", "In affitto\nIn casa mia")
    await visitor.press(page.get_by_role("button", name="Salva la domanda"))
    made = ("/passi/la_tua_casa", "/domande/nuova?passo=la_tua_casa", "/domande/dove_vivi", "/anteprima/la_tua_casa")
    asked = "/domande/nuova?passo=la_tua_casa&tipo=money"
    return [draft, *(draft + one for one in (*FORMS, *made, asked))]
