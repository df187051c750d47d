"""What an office does with agendas and appointments: booking from a free time, moving, closing, telling who comes."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from domain.kernel.clock import ROME, day_of, utcnow
from e2e.accessibility.moving import go, here, href
from e2e.support.visitor import Visitor

AGENDA = "Colloqui"
AHEAD = timedelta(weeks=3)
"""Far enough that no journey has to do with that day."""
PLAIN = (
    "/agende/nuova",
    "/amministrazione/motivi",
    "/amministrazione/motivi/nuovo",
    "/amministrazione/risorse",
    "/amministrazione/risorse/nuova",
    "/amministrazione/prenotazioni",
)
OF_AGENDA = ("", "/modifica", "/orari", "/aperture/nuova")


async def receiving_pages(visitor: Visitor) -> list[str]:
    """Book the first free time of a week that is far ahead, then close it, as the head of the office."""
    page = await go(visitor, "/agende")
    agenda = await href(page, f"main .bo-rows a:has-text('{AGENDA}')")
    week = f"/agende?settimana={(day_of(utcnow()) + AHEAD).isoformat()}&agenda={agenda.rpartition('/')[2]}"
    page = await go(visitor, week)
    free = str(await page.locator("main table a[href^='/appuntamenti/nuovo?']").first.get_attribute("href"))
    starts_at = datetime.fromisoformat(parse_qs(urlsplit(free).query)["alle"][0])
    page = await go(visitor, free)
    if not await page.locator("input[name=slot]").count():
        await page.locator("select[name=motivo]").select_option(index=1)
        await visitor.press(page.get_by_role("button", name="Mostra gli orari liberi"))
    times = page.url.removeprefix(visitor.demo.backoffice)
    await page.fill("[name=given_name]", "Chi telefona")
    await visitor.press(page.get_by_role("button", name="Prenota", exact=True))
    appointment = here(visitor)
    closed = await _closed(visitor, agenda.rpartition("/")[2], starts_at)
    return [
        *PLAIN,
        *(agenda + one for one in OF_AGENDA),
        free,
        times,
        appointment,
        f"{appointment}/spostamento",
        *closed,
    ]


async def _closed(visitor: Visitor, agenda_id: str, starts_at: datetime) -> list[str]:
    """The agenda is closed at the time: before, once it is written, and while who was expected is told."""
    hour = starts_at.astimezone(ROME)
    ends = hour + timedelta(minutes=30)
    asked = f"/agende/chiusure/nuova?di=agenda-{agenda_id}&dal={hour.date()}&dalle={hour:%H:%M}&alle={ends:%H:%M}"
    page = await go(visitor, asked)
    await visitor.press(page.get_by_role("button", name="Chiudi in queste ore"))
    told = await href(page, "main a[href$='/avvisi']")
    return [asked, told.removesuffix("/avvisi"), told, f"{told}?avviati=1"]
