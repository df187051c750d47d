"""axe-core on the page that is shown: every rule of WCAG 2.2 AA, EN 301 549 and best practice."""

from functools import lru_cache
from pathlib import Path

from playwright.async_api import Page

FILE = Path(__file__).resolve().parents[1] / "vendor" / "axe" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
RUN = """async (tags) => {
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}"""


@lru_cache(maxsize=1)
def _source() -> str:
    return FILE.read_text(encoding="utf-8")


async def violations(page: Page) -> list[str]:
    """What axe finds wrong: the rule and the element, one line each."""
    if not await page.evaluate("typeof axe === 'object'"):
        await page.evaluate(_source())
    return await page.evaluate(RUN, TAGS)
