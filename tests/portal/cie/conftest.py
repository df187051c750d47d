"""The portal in the federation of CIE."""

from pathlib import Path

import pytest

from domain.access.actions.federation.renew_federation import renew_federation
from tests.portal.conftest import Portal
from tests.support.outside.cie import Cie, a_cie


@pytest.fixture
async def cie(portal: Portal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cie:
    """CIE, whose chain the portal holds."""
    found = a_cie(monkeypatch, tmp_path)
    assert await renew_federation(bind=portal.connection) == 1
    found.asked.clear()
    return found
