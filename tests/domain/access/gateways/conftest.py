"""A relying party and a demo provider, right ones unless a test asks for others."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.domain.access.gateways.scene import Scene, make_scene


@pytest.fixture
async def scene_with(tmp_path: Path) -> AsyncIterator[Callable[..., Scene]]:
    """Make scenes with a misbehaviour, other algorithms or another view of the provider."""
    made: list[Scene] = []

    def make(*arguments: object, **options: object) -> Scene:
        made.append(make_scene(tmp_path, *arguments, **options))  # pyright: ignore[reportArgumentType]
        return made[-1]

    yield make
    for scene in made:
        await scene.http.aclose()


@pytest.fixture
def scene(scene_with: Callable[..., Scene]) -> Scene:
    """Both ends, well-behaved."""
    return scene_with()
