"""A family whose households and ties are on record, and the pages about it."""

from dataclasses import dataclass

import pytest

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.families import Family, a_family
from tests.support.html import Browser


@dataclass(frozen=True)
class Folder:
    """A family, and a social worker at the pages about it."""

    family: Family
    office: Office
    browser: Browser

    @property
    def davide(self) -> str:
        """Where Davide's pages are."""
        return f"/persone/{self.family.davide}"


@pytest.fixture
async def folder(office: Office) -> Folder:
    """Davide's registry household and the relations of three generations."""
    family = await a_family(office.connection, office.territory)
    await family.all_at_home()
    await family.three_generations()
    return Folder(family, office, await office.at_work(Role.SOCIAL_WORKER))
