"""What an office does with individual plans: the addresses of every page of it."""

from e2e.accessibility.moving import go, href
from e2e.support.visitor import Visitor

WHOSE = "Fontanelli"
PLAIN = ("/progetti?vista=tutti", "/progetti/verifiche?vista=tutti&quando=tutte", "/progetti/regole")
ASKED = (
    "",
    "/motivi",
    "/tempi",
    "/parti/obiettivi/nuova",
    "/parti/azioni/nuova",
    "/parti/persone/nuova",
    "/condivisione",
    "/risposta",
    "/versioni/1",
    "/chiusura",
    "/interruzione",
)


async def planning_pages(visitor: Visitor) -> list[str]:
    """The lists, the rules, and the plan of the demonstration that waits for its person's answer."""
    page = await go(visitor, PLAIN[0])
    plan = await href(page, f"#rows a:has-text('{WHOSE}')")
    return [*PLAIN, *(f"{plan}{one}" for one in ASKED)]
