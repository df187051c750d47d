"""How sign-in is doing: how old the registries are, how long chains and our certificate still last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.gateways.saml.keys import KeysRefused, certificate_end, load_pairs
from domain.access.model.provider import IdentityProvider
from domain.access.queries.saml_providers import saml_ways
from domain.platform.observability import CERTIFICATE_DAYS, CHAIN_SECONDS, REGISTRY_AGE
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class KnownProvider:
    """A provider that we know: what it is called, and whether people may come in by it now."""

    way: str
    entity_id: str
    name: str
    source: str
    fetched_at: datetime
    expires_at: datetime | None
    is_enabled: bool
    is_blocked: bool
    is_saml: bool


@dataclass(frozen=True)
class IdentityHealth:
    """Registries and their ages (None: never read), chains and what is left of them, days left to our certificate.

    ``certificate_left`` is None when there is none to be had.
    """

    registries: Mapping[str, timedelta | None]
    chains: Mapping[str, timedelta]
    certificate_left: timedelta | None


async def known_providers(work: UnitOfWork) -> list[KnownProvider]:
    """Every provider we know, by way and name. For the System."""
    wanted = select(IdentityProvider).order_by(IdentityProvider.way, IdentityProvider.name, IdentityProvider.entity_id)
    names = KnownProvider.__dataclass_fields__
    return [KnownProvider(**{name: getattr(row, name) for name in names}) for row in (await work.session.exec(wanted))]


async def identity_health(work: UnitOfWork) -> IdentityHealth:
    """What the settings turn on, as it stands now. For the System."""
    source, fetched_at = col(IdentityProvider.source), col(IdentityProvider.fetched_at)
    read = sa.select(source, sa.func.max(fetched_at)).where(col(IdentityProvider.is_saml)).group_by(source)
    last = {row[0]: row[1] for row in (await (await work.session.connection()).execute(read)).all()}
    ways = {way.value for way in saml_ways()}
    registries = [address for way, address in settings().saml_registry_urls.items() if way in ways]
    return IdentityHealth(
        registries={one: work.now - last[one] if one in last else None for one in registries},
        chains=await _chains(work) if settings().federation else {},
        certificate_left=_certificate_left(work.now) if ways else None,
    )


async def measure_identity(work: UnitOfWork) -> None:
    """Set the gauges for /metrics to what is so now. For the System."""
    found = await identity_health(work)
    REGISTRY_AGE.clear()
    for source, age in found.registries.items():
        REGISTRY_AGE.labels(source).set(age.total_seconds() if age is not None else float("inf"))
    CHAIN_SECONDS.clear()
    for provider, left in found.chains.items():
        CHAIN_SECONDS.labels(provider).set(left.total_seconds())
    if found.certificate_left is not None:
        CERTIFICATE_DAYS.set(found.certificate_left / timedelta(days=1))


async def _chains(work: UnitOfWork) -> dict[str, timedelta]:
    wanted = select(IdentityProvider.entity_id, IdentityProvider.expires_at).where(
        col(IdentityProvider.is_saml).is_(False),
        col(IdentityProvider.is_enabled),
        col(IdentityProvider.source).in_(list(settings().trust_anchors)),
    )
    rows = (await work.session.exec(wanted)).all()
    return {entity_id: expires_at - work.now for entity_id, expires_at in rows if expires_at is not None}


def _certificate_left(now: datetime) -> timedelta | None:
    folder = settings().identity_keys_folder
    try:
        return None if folder is None else certificate_end(load_pairs(folder)[0]) - now
    except (KeysRefused, OSError):
        return None
