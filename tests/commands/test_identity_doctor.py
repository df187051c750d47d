"""`sportello check` looks after sign-in too."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from domain.cli import run
from tests.commands.enrolled import a_provider, enrolled, forget_settings, owner

__all__ = ["enrolled", "owner"]


def test_the_doctor_tells_an_old_registry_an_ending_certificate_and_open_keys(
    enrolled: pytest.MonkeyPatch,
    owner: "psycopg.Connection[Any]",
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def check() -> str:
        forget_settings()
        run(["check"])
        return capsys.readouterr().out

    registry = "https://registry.example/idps.xml"
    enrolled.setenv("SPORTELLO_SAML_REGISTRY_URLS", f'{{"spid": "{registry}"}}')
    assert "manca la cartella delle chiavi" in check()
    run(["identity", "keys", "make"])
    said = check()
    assert "ok        identità: le chiavi di SPID e CIE le leggiamo solo noi" in said
    assert "non è mai stato letto" in said
    assert "ok        identità: il certificato SAML vale ancora" in said
    a_provider(owner, source=registry, fetched_at=datetime.now(UTC) - timedelta(hours=49))
    assert f"il registro {registry} è vecchio di 2 giorni" in check()
    owner.execute("UPDATE access.identity_provider SET fetched_at = now()")
    (tmp_path / "keys" / "saml-1.key.pem").chmod(0o640)
    said = check()
    assert f"ok        identità: il registro {registry} è di 0 ore fa" in said
    assert "PROBLEMA  identità: altri possono leggere saml-1.key.pem" in said
