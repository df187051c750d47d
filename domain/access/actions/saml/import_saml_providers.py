"""Fetches the SAML identity providers that the federations publish now, and keeps the last good copy."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.access.gateways.saml.parties import SamlProvider
from domain.access.gateways.saml.provider_documents import to_document
from domain.access.gateways.saml.provider_metadata import MetadataRefused, read_providers
from domain.access.model.provider import IdentityProvider
from domain.access.terms import Way
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.observability import log
from domain.platform.outside.http import CallFailed, call, new_http_client
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

LARGEST_REGISTRY = 8 * 1024 * 1024
"""Octets of a registry; SPID's has some 200 KiB."""
METADATA_TYPES = "application/samlmetadata+xml, application/xml, text/xml"


@dataclass(frozen=True)
class _Source:
    """Where providers of ``way`` come from: a file of this machine, trusted as it is, or a signed registry."""

    way: Way
    place: str | Path

    @property
    def name(self) -> str:
        return str(self.place)


async def import_saml_providers(*, only_files: bool = False, bind: Bind | None = None) -> int:
    """Read every source the settings name; say how many providers are known from them now.

    A registry must be signed by ``saml_registry_certificate``. A source that cannot be read, or has nobody in it,
    changes nothing: the last good copy stays. Who has left a source, and every provider of a source that the settings
    name no more, is turned off. ``only_files`` asks nobody over the network.
    """
    read = 0
    for source in _sources():
        if only_files and not isinstance(source.place, Path):
            continue
        found = await _read(source)
        if not found:
            log.error("saml_source_unread", way=source.way.value, source=source.name)
            continue
        async with unit_of_work(System("import providers"), bind=bind) as work:
            await _keep(work, source, found)
        read += len(found)
    async with unit_of_work(System("import providers"), bind=bind) as work:
        await _turn_off_others(work)
    return read


def _sources() -> Iterator[_Source]:
    chosen = settings()
    for way in (Way.SPID, Way.CIE, Way.EIDAS):
        if (address := chosen.saml_registry_urls.get(way.value)) and chosen.saml_registry_certificate is not None:
            yield _Source(way, address)
        for file in chosen.saml_metadata_files.get(way.value, []):
            yield _Source(way, file)


async def _read(source: _Source) -> list[SamlProvider]:
    try:
        if isinstance(source.place, Path):
            octets, signers = source.place.read_bytes(), None
        else:
            octets, signers = await _fetched(source.place), _signers()
        return await asyncio.to_thread(read_providers, octets, way=source.way, signers=signers)
    except (OSError, ValueError, CallFailed, MetadataRefused) as problem:
        log.warning("saml_source_refused", way=source.way.value, source=source.name, reason=str(problem)[:200])
        return []


def _signers() -> list[bytes]:
    """Those who may sign a registry: more than one while they change."""
    file = settings().saml_registry_certificate
    found = x509.load_pem_x509_certificates(file.read_bytes()) if file else []
    return [one.public_bytes(Encoding.DER) for one in found]


async def _fetched(address: str) -> bytes:
    async with new_http_client() as http:
        answer = await call(
            http,
            "GET",
            address,
            loopback_development=settings().loopback_development,
            accept=METADATA_TYPES,
            largest=LARGEST_REGISTRY,
        )
    if answer.status != 200:
        raise CallFailed(f"status {answer.status}")
    return answer.body


async def _keep(work: UnitOfWork, source: _Source, found: list[SamlProvider]) -> None:
    await locks.hold(work, "import providers")
    for provider in found:
        news = {
            "name": provider.name,
            "document": to_document(provider),
            "source": source.name,
            "fetched_at": work.now,
            "expires_at": provider.valid_until,
            "is_enabled": True,
            "is_saml": True,
        }
        row = IdentityProvider(way=source.way, entity_id=provider.entity_id, created_at=work.now, **news)
        write = insert(IdentityProvider).values(**row.model_dump())
        await (await work.session.connection()).execute(
            write.on_conflict_do_update(index_elements=["way", "entity_id"], set_=news)
        )
    left = sa.update(IdentityProvider).where(
        col(IdentityProvider.is_saml),
        col(IdentityProvider.way) == source.way,
        col(IdentityProvider.source) == source.name,
        col(IdentityProvider.entity_id).not_in([provider.entity_id for provider in found]),
    )
    await work.session.exec(left.values(is_enabled=False))


async def _turn_off_others(work: UnitOfWork) -> None:
    known = [(source.way, source.name) for source in _sources()]
    others = sa.update(IdentityProvider).where(
        col(IdentityProvider.is_saml),
        sa.tuple_(col(IdentityProvider.way), col(IdentityProvider.source)).not_in(known),
    )
    await work.session.exec(others.values(is_enabled=False))
