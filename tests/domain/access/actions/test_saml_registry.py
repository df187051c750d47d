"""The register of SAML providers: read daily, believed only when signed, and the last good copy stays."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
import structlog
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access import jobs
from domain.access.actions.saml import import_saml_providers as importing
from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.xml_safety import etree
from domain.access.queries.saml_providers import saml_provider, saml_providers
from domain.access.queries.stale_saml_sources import stale_saml_sources
from domain.access.terms import Way
from domain.kernel.clock import utcnow
from domain.platform.outside.http import new_http_client
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM
from tests.support.saml.federation import METADATA, Federation, enrolled
from tests.support.saml.keys import pair
from tests.support.saml.provider import AnsweringProvider

ADDRESS = "https://registro.example.it/idps.xml"
POSTE, ARUBA = (Federation(AnsweringProvider(f"https://{name}.example.it")) for name in ("uno", "due"))


class Registry:
    """The federation's register, as it answers now."""

    def __init__(self) -> None:
        self.members, self.signer, self.status = [POSTE, ARUBA], "registry", 200

    def __call__(self, _request: httpx.Request) -> httpx.Response:
        inside = "".join(one.metadata() for one in self.members)
        root = etree.fromstring(f'<EntitiesDescriptor xmlns="{METADATA}" ID="_all">{inside}</EntitiesDescriptor>')
        return httpx.Response(self.status, content=etree.tostring(sign_enveloped(root, pair(self.signer))))


@pytest.fixture
async def registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Registry]:
    """A register that the settings name, with its certificate pinned."""
    found, file = Registry(), tmp_path / "registry.pem"
    file.write_bytes(x509.load_der_x509_certificate(pair("registry").certificate).public_bytes(Encoding.PEM))
    monkeypatch.setattr(importing, "new_http_client", lambda: new_http_client(httpx.MockTransport(found)))
    with enrolled(monkeypatch, saml_registry_urls={"spid": ADDRESS}, saml_registry_certificate=file):
        yield found


async def known(connection: AsyncConnection) -> set[str]:
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        return {one.entity_id for one in await saml_providers(work, Way.SPID)}


BOTH = {"https://uno.example.it", "https://due.example.it"}


async def test_the_members_of_a_signed_register_may_sign_in(connection: AsyncConnection, registry: Registry) -> None:
    assert await import_saml_providers(bind=connection) == 2
    assert await known(connection) == BOTH
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        found = await saml_provider(work, "https://uno.example.it", Way.SPID)
        assert found is not None
        assert found.certificates == (POSTE.provider.pair.certificate,)
        assert await saml_provider(work, "https://uno.example.it", Way.CIE) is None


async def test_who_leaves_may_not_sign_anybody_in_and_who_comes_back_may(
    connection: AsyncConnection, registry: Registry
) -> None:
    await import_saml_providers(bind=connection)
    registry.members = [ARUBA]
    await import_saml_providers(bind=connection)
    assert await known(connection) == {"https://due.example.it"}
    registry.members = [POSTE, ARUBA]
    await import_saml_providers(bind=connection)
    assert await known(connection) == BOTH


@pytest.mark.parametrize("trouble", ["stranger", "down", "empty"])
async def test_the_last_good_copy_stays(connection: AsyncConnection, registry: Registry, trouble: str) -> None:
    await import_saml_providers(bind=connection)
    if trouble == "stranger":
        registry.signer, registry.members = "stranger", [POSTE]
    elif trouble == "down":
        registry.status = 503
    else:
        registry.members = []
    with structlog.testing.capture_logs() as logs:
        assert await import_saml_providers(bind=connection) == 0
    assert "saml_source_unread" in [line["event"] for line in logs]
    assert await known(connection) == BOTH


async def test_without_a_pinned_certificate_nothing_is_fetched(
    connection: AsyncConnection, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "saml_registry_certificate", None)
    assert await import_saml_providers(bind=connection) == 0
    assert await known(connection) == set()


async def test_a_source_that_the_settings_name_no_more_counts_no_more(
    connection: AsyncConnection, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    await import_saml_providers(bind=connection)
    monkeypatch.setattr(settings(), "saml_registry_urls", {})
    await import_saml_providers(bind=connection)
    assert await known(connection) == set()


async def test_files_alone_are_read_without_the_network(
    connection: AsyncConnection, registry: Registry, tmp_path: Path
) -> None:
    file = tmp_path / "one.xml"
    file.write_text(POSTE.metadata())
    settings().saml_metadata_files["spid"] = [file, tmp_path / "missing.xml"]
    registry.status = 500
    assert await import_saml_providers(only_files=True, bind=connection) == 1
    assert await known(connection) == {"https://uno.example.it"}


async def test_a_register_not_read_for_two_days_is_an_alarm(
    connection: AsyncConnection, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    with structlog.testing.capture_logs() as logs:
        await jobs.refresh_saml_registry(bind=connection)
    assert "saml_registry_stale" not in [line["event"] for line in logs]
    later = utcnow() + timedelta(hours=49)
    monkeypatch.setattr("domain.platform.work.utcnow", lambda: later)
    registry.status = 503
    with structlog.testing.capture_logs() as logs:
        await jobs.retry_saml_registry(bind=connection)
    assert [line["source"] for line in logs if line["event"] == "saml_registry_stale"] == [ADDRESS]
    registry.status = 200
    assert await jobs.retry_saml_registry(bind=connection) == 2
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        assert await stale_saml_sources(work) == {}
    assert await jobs.retry_saml_registry(bind=connection) == 0, "a fresh one is not asked again"
