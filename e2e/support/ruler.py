"""Whether a page scrolls sideways: on the narrowest phone, with large text, with text spaced for bad readers."""

from playwright.async_api import Page

NARROW = {"width": 320, "height": 800}
# WCAG 1.4.12; set through the style sheet's own interface, as no page of ours lets a style be written into it
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-block-end: 2em !important }"
)
LARGE = ":root { font-size: 200% !important }"
WEAR = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
TOO_WIDE = """() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width && (box.right > root.clientWidth + 1 || box.left < -1);
    });
    const names = wide.slice(-3).map((one) => one.outerHTML.slice(0, 120));
    return [`${root.scrollWidth} of ${root.clientWidth} pixels`, ...names];
}"""


async def scrolls_sideways(page: Page) -> list[str]:
    """What sticks out, one line for each circumstance and element; the page is left as it was."""
    found: list[str] = []
    before = page.viewport_size
    await page.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType]
    found += [f"320 px: {line}" for line in await page.evaluate(TOO_WIDE)]
    await page.evaluate(WEAR, SPACING)
    found += [f"320 px, text spaced: {line}" for line in await page.evaluate(TOO_WIDE)]
    if before:
        await page.set_viewport_size(before)
    await page.evaluate(WEAR, LARGE)
    found += [f"text at 200%: {line}" for line in await page.evaluate(TOO_WIDE)]
    await page.evaluate(WEAR, "")
    return found
