"""The providers of the federation that may sign people in now: from our own records, never over the network."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.gateways.configured_parties import loopback_development, way_of
from domain.access.gateways.federation.chains import Chain
from domain.access.gateways.federation.providers import provider_of
from domain.access.gateways.jose_tokens import TokenRefused
from domain.access.gateways.openid.parties import Provider
from domain.access.model.provider import IdentityProvider
from domain.access.terms import Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class FederatedChoice:
    """A provider as people choose it."""

    name: str
    entity_id: str


def is_federation_on() -> bool:
    """Whether the settings put us into a federation."""
    return settings().federation


async def cie_providers(work: UnitOfWork, way: Way = Way.CIE) -> Sequence[FederatedChoice]:
    """The providers that vouch for ``way`` now, by name; none while the federation is off."""
    wanted = (
        select(IdentityProvider.name, IdentityProvider.entity_id)
        .where(*_usable(work), col(IdentityProvider.way) == way)
        .order_by(IdentityProvider.name, IdentityProvider.entity_id)
    )
    return [FederatedChoice(name, entity_id) for name, entity_id in (await work.session.exec(wanted)).all()]


async def federated_provider(work: UnitOfWork, entity_id: str) -> Provider | None:
    """The provider called ``entity_id``; the only one there is when empty. None when unknown, off or out of date."""
    if not entity_id.isprintable():  # a name that the database could not even look for
        return None
    wanted = select(IdentityProvider).where(*_usable(work)).limit(2)
    if entity_id:
        wanted = wanted.where(col(IdentityProvider.entity_id) == entity_id)
    rows = (await work.session.exec(wanted)).all()
    if len(rows) != 1:
        return None
    try:
        return usable_provider(Chain.of_text(rows[0].document))
    except TokenRefused:  # the settings have become stricter since it was written
        return None


async def is_known(work: UnitOfWork, entity_id: str) -> bool:
    """Whether a provider of that name was ever in the federation, also when it cannot be used now."""
    wanted = select(IdentityProvider.id).where(
        col(IdentityProvider.is_saml).is_(False), col(IdentityProvider.entity_id) == entity_id
    )
    return entity_id.isprintable() and (await work.session.exec(wanted.limit(1))).first() is not None


def usable_provider(chain: Chain) -> Provider:
    """The provider of a chain under our settings; refuses TokenRefused."""
    return provider_of(
        chain,
        way_of(chain.anchor),
        complete_userinfo=settings().complete_userinfo,
        loopback_development=loopback_development(),
    )


def _usable(work: UnitOfWork) -> tuple[sa.ColumnElement[bool], ...]:
    anchors = list(settings().trust_anchors) if settings().federation else []
    return (
        col(IdentityProvider.is_saml).is_(False),
        col(IdentityProvider.is_enabled).is_(True),
        col(IdentityProvider.is_blocked).is_(False),
        col(IdentityProvider.source).in_(anchors),
        col(IdentityProvider.expires_at) > work.now,
    )
