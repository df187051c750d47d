"""The SAML identity providers that may sign people in now."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from secrets import SystemRandom
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.gateways.saml.parties import SamlProvider
from domain.access.gateways.saml.provider_documents import from_document
from domain.access.model.provider import IdentityProvider
from domain.access.terms import Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ProviderChoice:
    """A provider as people choose it."""

    way: Way
    entity_id: str
    name: str


def saml_ways() -> tuple[Way, ...]:
    """The ways by SAML that the settings turn on."""
    chosen = settings()
    switches = ((Way.SPID, chosen.spid), (Way.CIE, chosen.cie_saml), (Way.EIDAS, chosen.eidas))
    return tuple(way for way, is_on in switches if is_on)


async def saml_providers(work: UnitOfWork, *ways: Way) -> list[ProviderChoice]:
    """The providers of ``ways`` in another order each time: SPID wants none of them to come first."""
    wanted = select(IdentityProvider.way, IdentityProvider.entity_id, IdentityProvider.name).where(*_usable(work, ways))
    found = [
        ProviderChoice(Way(way), entity_id, name) for way, entity_id, name in (await work.session.exec(wanted)).all()
    ]
    SystemRandom().shuffle(found)
    return found


async def saml_provider(work: UnitOfWork, entity_id: str, *ways: Way) -> SamlProvider | None:
    """The provider called ``entity_id``; None when it is unknown, turned off, out of date, or its way is off.

    The first of ``ways`` wins where several know that name.
    """
    if not entity_id.isprintable():  # PostgreSQL keeps no NUL, and no provider is called so
        return None
    wanted = select(IdentityProvider).where(*_usable(work, ways), col(IdentityProvider.entity_id) == entity_id)
    rows = (await work.session.exec(wanted)).all()
    row = min(rows, key=lambda found: ways.index(found.way), default=None)
    return None if row is None else _parsed(row.id, row.fetched_at, row.document)


def _usable(work: UnitOfWork, ways: tuple[Way, ...]) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(IdentityProvider.is_saml).is_(True),
        col(IdentityProvider.is_enabled).is_(True),
        col(IdentityProvider.is_blocked).is_(False),
        col(IdentityProvider.way).in_([way for way in ways if way in saml_ways()]),
        sa.or_(col(IdentityProvider.expires_at).is_(None), col(IdentityProvider.expires_at) > work.now),
    )


@lru_cache(maxsize=256)
def _parsed(_row_id: UUID, _fetched_at: datetime, document: str) -> SamlProvider:
    """Read once in each process: a new copy of the metadata has another time."""
    return from_document(document)
