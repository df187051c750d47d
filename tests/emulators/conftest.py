"""Scenes with the demo identity providers."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.emulators.saml_scene import SamlScene, make_saml_scene


@pytest.fixture
async def saml_with(tmp_path: Path) -> AsyncIterator[Callable[..., SamlScene]]:
    """Make scenes: of another way, or with a misbehaviour."""
    made: list[SamlScene] = []

    def make(*arguments: object) -> SamlScene:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(make_saml_scene(folder, *arguments))  # pyright: ignore[reportArgumentType]
        return made[-1]

    yield make
    for scene in made:
        await scene.http.aclose()


@pytest.fixture
def saml(saml_with: Callable[..., SamlScene]) -> SamlScene:
    """SPID, well-behaved."""
    return saml_with()
