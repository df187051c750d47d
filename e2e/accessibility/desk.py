"""What an office does at its desk and with its records, so that every page of it has something to show."""

from collections.abc import AsyncIterator

from e2e.accessibility.doubles import twice
from e2e.accessibility.moving import go, here, href
from e2e.support.visitor import Visitor

OFFICE = "Servizio sociale di Borgo Sereno"
FAMILY = "Stefano Brunelli"
DIFFERENT = "Arben Hoxha"
ARCHIVE = (
    "Cognome;Nome;Codice fiscale;Data di nascita;Sesso\n"
    "Guidi;Tosca;;12/03/1950;F\n"
    "Altobelli;Tecla;;01/02/1961;F\n"
    "Pardi;;;31/02/1970;M\n"
)
MOST_LOOKS = 90
CHOOSE_FIRST = "(one) => { one.selectedIndex = 1; one.closest('details')?.setAttribute('open', '') }"
PLAIN = (
    "/accoglienza?vista=tutte",
    "/accoglienza/cruscotto",
    "/accoglienza/sportelli",
    "/accoglienza/sportelli/messaggi",
    "/anagrafe",
    "/anagrafe/differenze",
    "/anagrafe/persone/nuova",
    "/cerca?q=brunelli",
    "/condivisioni",
    "/conservazione",
    "/amministrazione/codici",
    "/amministrazione/codici/bisogno",
    "/amministrazione/codici/bisogno/voci/nuova",
    "/amministrazione/codici/bisogno/voci/ABITARE",
    "/amministrazione/codici/bisogno/voci/ABITARE/fine",
    "/bozze",
    "/importazioni",
    "/importazioni/nuova",
    "/rettifiche",
)


async def desk_pages(visitor: Visitor) -> list[str]:
    """Work as the head of the office, who is signed in, and give the addresses of everything there is to see."""
    person = await _person(visitor, FAMILY)
    pages = [*PLAIN, *await _desk(visitor, person)]
    async for address in _of_person(visitor, person):
        pages.append(address)
    pages.append(f"{await _person(visitor, DIFFERENT)}/differenze")
    pages += await twice(visitor)
    pages += await _bodies(visitor)
    pages += await _procedures(visitor)
    pages += await _archive(visitor)
    return [*pages, *await _need(visitor)]


async def _person(visitor: Visitor, name: str) -> str:
    page = await go(visitor, f"/cerca?q={name}")
    return await href(page, f"main a[href^='/persone/']:has-text('{name}')")


async def _of_person(visitor: Visitor, person: str) -> AsyncIterator[str]:
    """The record, its facts, its households, its drawings."""
    page = await go(visitor, person)
    yield person
    for kind in ("residenza", "contatti", "nome-e-nascita"):
        yield f"{person}/dati/{kind}"
    page = await go(visitor, f"{person}/dati/residenza")
    yield await href(page, f"main a[href^='{person}/correzioni/']")
    page = await go(visitor, f"{person}/nuclei")
    household = await href(page, f"main a[href^='{person}/nuclei/']:not([href*='nuovo']):not([href*='confronto'])")
    for address in ("nuclei", "nuclei/nuovo", "condivisioni", "tutele", "legami/nuovo", "domande/nuova"):
        yield f"{person}/{address}"
    for address in ("", "/divisione", "/unione"):
        yield household + address
    same = household.rpartition("/")[2]
    yield f"{person}/nuclei/confronto?primo={same}&secondo={same}"
    page = await go(visitor, household)
    member = await href(page, f"main a[href^='{household}/componenti/']")
    yield member.removesuffix("/uscita")
    yield member.removesuffix("/uscita") + "/uscita"
    for drawing in ("genogramma", "ecomappa"):
        yield f"{person}/{drawing}"
    page = await go(visitor, f"{person}/genogramma")
    relation = await href(page, f"main a[href^='{person}/legami/']:not([href*='nuovo'])")
    yield relation.removesuffix("/fine")
    yield relation.removesuffix("/fine") + "/fine"
    yield f"{person}/altre-figure/nuova"


async def _desk(visitor: Visitor, person: str) -> list[str]:
    """A desk that asks everything, a contact that asks for a home, somebody who waits and somebody who was called."""
    page = await go(visitor, "/accoglienza/sportelli")
    desk = await href(page, f"main a[href^='/accoglienza/sportelli/']:has-text('{OFFICE}')")
    await go(visitor, desk)
    for box in await page.locator("input[name=sections]").all():
        await box.check()
    await visitor.press(page.get_by_role("button", name="Salva le scelte"))
    await go(visitor, f"/accoglienza/schede/nuova?persona={person.rpartition('/')[2]}")
    for field in ("channel", "outcome", "civil_status", "citizenship", "housing.kind", "housing.reason"):
        chosen = page.locator(f"main select[name='{field}']")
        if await chosen.count() and not await chosen.input_value():
            await chosen.evaluate(
                "(one) => { one.selectedIndex = 1; one.closest('details')?.setAttribute('open', '') }"
            )
    await page.locator("input[name=reasons]").first.check()
    await page.fill("[name='needs.0.code']", "Solitudine")
    await page.fill("[name='requests.0.code']", "Telesoccorso")
    await visitor.press(page.get_by_role("button", name="Completa la scheda"))
    sheet = here(visitor)
    for _time in range(2):
        await go(visitor, "/accoglienza/attesa")
        await visitor.press(page.get_by_role("button", name="Dai un numero"))
    await visitor.press(page.locator("form[action$='/chiamate'] button"))
    return [desk, f"/accoglienza/schede/nuova?persona={person.rpartition('/')[2]}", sheet, "/accoglienza/attesa"]


async def _bodies(visitor: Visitor) -> list[str]:
    """The organisations, and one that Giovanni's own office keeps."""
    page = await go(visitor, "/organizzazioni")
    body = await href(page, "#rows a")
    asked = ("/organizzazioni", "/organizzazioni?q=nessuna", "/organizzazioni/nuova")
    return [*asked, body, f"{body}/modifica", f"{body}/chiusura"]


async def _need(visitor: Visitor) -> list[str]:
    """The register of who looks for a home: it hears of the contact after the answer, and a busy worker later still."""
    page = visitor.page
    for _time in range(MOST_LOOKS):
        await go(visitor, "/casa/fabbisogni")
        if await page.locator("#rows a", has_text=FAMILY).count():
            break
        await page.wait_for_timeout(1000)
    return ["/casa/fabbisogni", await href(page, f"#rows a:has-text('{FAMILY}')")]


async def _procedures(visitor: Visitor) -> list[str]:
    """The procedure in force, the next version of it with a state that nobody leaves, and the days off."""
    page = await go(visitor, "/procedimenti")
    if not await page.locator("main a[href^='/procedimenti/versioni/']").count():
        return ["/procedimenti", "/procedimenti/nuovo", "/procedimenti/giorni"]
    in_force = await href(page, "main a[href^='/procedimenti/versioni/']")
    await go(visitor, await href(page, "main table a[href^='/procedimenti/']"))
    history = here(visitor)
    await visitor.press(page.locator("form[action$='/bozza'] button"))
    draft = here(visitor)
    await go(visitor, f"{draft}/stati/nuovo")
    await page.fill("[name='name.it']", "Visita a casa")
    await page.locator("select[name=kind]").select_option("waiting_for_office")
    await visitor.press(page.get_by_role("button", name="Salva lo stato"))
    forms = ("/stati/nuovo", "/stati/visita_a_casa", "/passaggi/nuovo", "/regole", "/pubblicazione", "/scarto")
    page = await go(visitor, draft)
    way = await href(page, f"main td a[href^='{draft}/passaggi/']")
    plain = ["/procedimenti", "/procedimenti/nuovo", "/procedimenti/giorni", "/procedimenti/giorni/nuovo"]
    return [*plain, history, in_force, draft, way, *(draft + one for one in forms)]


async def _archive(visitor: Visitor) -> list[str]:
    """A file of another program, tried and not written yet."""
    page = await go(visitor, "/importazioni/nuova")
    await page.fill("[name=source]", "Vecchio archivio")
    file = {"name": "persone.csv", "mimeType": "text/csv", "buffer": ARCHIVE.encode()}
    await page.set_input_files("[name=file]", files=[file])  # pyright: ignore[reportArgumentType]
    await visitor.press(page.get_by_role("button", name="Carica il file"))
    brought = here(visitor)
    for _time in range(MOST_LOOKS):
        await go(visitor, f"{brought}/colonne")
        if "/colonne" in page.url and await page.locator("main form select").count():
            break
        await page.wait_for_timeout(1000)
    return [brought, f"{brought}/colonne", f"{brought}/voci", f"{brought}/righe", f"{brought}/dubbi"]
