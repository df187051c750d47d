"""What we tell the federation: who we are, and the chains that we hold. Nothing of it asks anybody else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.gateways.configured_parties import NotInFederation, client_id, filed_trust_marks, our_entity
from domain.access.gateways.federation.chains import Chain
from domain.access.gateways.federation.own_statement import LIFE, OurEntity, sign_configuration, sign_resolved
from domain.access.gateways.federation.trust_marks import is_living, mark_type
from domain.access.gateways.jose_tokens import unverified_claims
from domain.access.model.own_statement import OwnStatement
from domain.access.model.provider import IdentityProvider
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass
class _Signed:
    """The configuration as signed last in this process: signing takes milliseconds, and anybody may ask."""

    entity: OurEntity | None = field(default=None, repr=False)
    marks: list[dict[str, Any]] = field(default_factory=list)
    at: datetime | None = None
    token: str = field(default="", repr=False)

    def holds(self, entity: OurEntity, marks: list[dict[str, Any]], now: datetime) -> bool:
        """Whether it says the same still, and has more than half of its life before it."""
        return self.at is not None and self.entity == entity and self.marks == marks and now - self.at < LIFE / 2


_signed = _Signed()


async def own_configuration(work: UnitOfWork) -> str | None:
    """Our entity configuration, signed; None while we are in no federation."""
    try:
        return await signed_configuration(work)
    except NotInFederation:
        return None


async def signed_configuration(work: UnitOfWork) -> str:
    """Our entity configuration, signed. Refuses NotInFederation."""
    entity = our_entity()
    marks = await _trust_marks(work)
    if not _signed.holds(entity, marks, work.now):
        _signed.token = sign_configuration(entity, marks, now=work.now)
        _signed.entity, _signed.marks, _signed.at = entity, marks, work.now
    return _signed.token


async def resolved(work: UnitOfWork, subject: str, anchors: Sequence[str], kinds: Sequence[str] = ()) -> str | None:
    """Our signed answer about ``subject`` under one of ``anchors``, from a chain we hold; None when we hold none."""
    try:
        entity = our_entity()
    except NotInFederation:
        return None
    if not subject.isprintable():  # a name that the database could not even look for
        return None
    usable = [one for one in anchors if one in settings().trust_anchors]
    text = await (_own(work, usable) if subject == client_id() else _provider(work, subject, usable))
    chain = Chain.of_text(text) if text else None
    if chain is None or (kinds and chain.kind not in kinds):
        return None
    return sign_resolved(entity, chain, now=work.now)


async def _trust_marks(work: UnitOfWork) -> list[dict[str, Any]]:
    wanted = select(OwnStatement.statement).where(
        col(OwnStatement.anchor).in_(list(settings().trust_anchors)), col(OwnStatement.expires_at) > work.now
    )
    said = [unverified_claims(token) for token in (await work.session.exec(wanted.order_by(OwnStatement.anchor))).all()]
    # They were checked when they were fetched; what they hold is for the federation to judge.
    marks: list[dict[str, Any]] = [*filed_trust_marks(), *(mark for one in said for mark in one.get("trust_marks", []))]
    living = {
        mark_type(mark): mark for mark in marks if is_living(mark.get("trust_mark"), subject=client_id(), now=work.now)
    }
    return list(living.values())


async def _own(work: UnitOfWork, anchors: Sequence[str]) -> str | None:
    wanted = select(OwnStatement.chain).where(
        col(OwnStatement.anchor).in_(anchors), col(OwnStatement.expires_at) > work.now, col(OwnStatement.chain) != ""
    )
    return (await work.session.exec(wanted.limit(1))).first()


async def _provider(work: UnitOfWork, subject: str, anchors: Sequence[str]) -> str | None:
    conditions: tuple[sa.ColumnElement[bool], ...] = (
        col(IdentityProvider.is_saml).is_(False),
        col(IdentityProvider.is_enabled).is_(True),
        col(IdentityProvider.entity_id) == subject,
        col(IdentityProvider.source).in_(anchors),
        col(IdentityProvider.expires_at) > work.now,
    )
    return (await work.session.exec(select(IdentityProvider.document).where(*conditions).limit(1))).first()
