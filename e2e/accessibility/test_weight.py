"""Pages that load at once on an old phone and a bad line, and do not jump while they appear."""

from e2e.accessibility.conftest import Gallery, status_of
from e2e.support.scale import Scale, layout_shift, settled

KILOBYTE = 1024
FIRST_VISIT = 60 * KILOBYTE
LATER = 8 * KILOBYTE
SCRIPTS = 20 * KILOBYTE
MOVEMENT = 0.02


async def test_every_page_is_light_and_still(gallery: Gallery) -> None:
    visitor, found = gallery.visitor, []
    scale = await Scale.of(visitor.page)
    for language in ("it", "ar"):
        await visitor.choose_language(language)
        for address in gallery.pages:
            await scale.first_visit()
            await visitor.open(visitor.demo.portal + address, status=status_of(address))
            await settled(visitor.page)
            first, scripts, moved = scale.total, scale.scripts, await layout_shift(visitor.page)
            scale.clear()
            await visitor.open(visitor.demo.portal + address, status=status_of(address))
            later = scale.total
            for what, value, limit in (
                ("first visit", first, FIRST_VISIT),
                ("scripts", scripts, SCRIPTS),
                ("later", later, LATER),
                ("movement", moved, MOVEMENT),
                ("movement, later", await layout_shift(visitor.page), MOVEMENT),
            ):
                if value > limit:
                    found.append(f"{language} {address} {what}: {value}")
            assert first > KILOBYTE
    assert not found, "\n".join(found)
