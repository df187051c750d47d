"""Renews what we know of the federation, in the background: citizens never wait for it."""

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.configured_parties import (
    NotInFederation,
    client_id,
    loopback_development,
    relying_party,
    trust_anchors,
)
from domain.access.gateways.federation.chains import Chain
from domain.access.gateways.federation.discovery import Federation, enter
from domain.access.gateways.federation.providers import check_fit
from domain.access.gateways.federation.statements import Statement, TrustAnchor
from domain.access.gateways.jose_tokens import TokenRefused
from domain.access.model.own_statement import OwnStatement
from domain.access.model.provider import IdentityProvider
from domain.access.queries.federation_providers import usable_provider
from domain.access.queries.own_configuration import signed_configuration
from domain.access.terms import TransactionStep
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.platform import locks
from domain.platform.observability import log
from domain.platform.outside.http import CallFailed, Client, Transport, new_http_client
from domain.platform.work import Bind, UnitOfWork, unit_of_work

WHO = System("renew federation")
REFUSALS = (CallFailed, TokenRefused)


async def renew_federation(*, bind: Bind | None = None, transport: Transport | None = None) -> int:
    """Ask every trust anchor for its providers, check their chains and keep them; say how many are renewed.

    What cannot be asked or does not hold changes nothing: a chain that we have counts until it expires. Who is no
    longer listed is turned off at once. ``transport`` replaces the network in tests.
    """
    try:
        anchors, _party = trust_anchors(), relying_party()
    except NotInFederation:
        return 0
    renewed = 0
    async with new_http_client(transport) as http:
        for anchor in anchors:
            try:
                renewed += await _renew(anchor, http, bind)
            except REFUSALS as problem:
                log.error("trust_anchor_failed", anchor=anchor.entity_id, reason=str(problem)[:200])
    return renewed


async def _renew(anchor: TrustAnchor, http: Client, bind: Bind | None) -> int:
    now = utcnow()
    federation = await enter(anchor, http, now=now, loopback_development=loopback_development())
    await _renew_own(federation, now, bind)
    listed = await federation.providers()
    found = [chain for one in listed if (chain := await _chain(federation, one, now)) is not None]
    async with unit_of_work(WHO, bind=bind) as work:
        await locks.hold(work, "renew federation")
        for chain in found:
            await _keep(work, chain)
        await _turn_off_others(work, anchor.entity_id, listed)
    return len(found)


async def _chain(federation: Federation, subject: str, now: datetime) -> Chain | None:
    try:
        chain = await federation.chain_of(subject, now=now)
        check_fit(relying_party(), usable_provider(chain))
    except REFUSALS as problem:
        # The name is somebody else's text, but the anchor has signed for who may write it.
        log.error("federation_provider_failed", provider=subject[:200], reason=str(problem)[:200])
        return None
    return chain


async def _renew_own(federation: Federation, now: datetime, bind: Bind | None) -> None:
    """What the anchor says of us; before the enrolment it says nothing."""
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        own = await signed_configuration(work)
    try:
        said, chain = await federation.own_chain(client_id(), own, now=now)
    except REFUSALS as problem:
        log.warning("no_statement_about_us", anchor=federation.anchor.entity_id, reason=str(problem)[:200])
        return
    async with unit_of_work(WHO, bind=bind) as work:
        await _keep_own(work, federation.anchor.entity_id, said, chain)


async def _keep_own(work: UnitOfWork, anchor: str, said: Statement, chain: Chain | None) -> None:
    news = {
        "statement": said.token,
        "chain": chain.to_text() if chain else "",
        "fetched_at": work.now,
        "expires_at": said.expires_at,
    }
    row = OwnStatement(anchor=anchor, created_at=work.now, **news)
    write = insert(OwnStatement).values(**row.model_dump())
    await (await work.session.connection()).execute(write.on_conflict_do_update(index_elements=["anchor"], set_=news))


async def _keep(work: UnitOfWork, chain: Chain) -> None:
    """Write the chain, and into the register too; one that says nothing new waits for half of the old one's life."""
    provider = usable_provider(chain)
    wanted = select(IdentityProvider).where(
        col(IdentityProvider.way) == provider.way, col(IdentityProvider.entity_id) == chain.subject
    )
    row = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if row is not None and _says_the_same(row, chain, work.now):
        return
    if row is None:
        row = IdentityProvider(
            way=provider.way, entity_id=chain.subject, name="", document="", source="", fetched_at=work.now
        )
    row.name, row.document, row.source = provider.name, chain.to_text(), chain.anchor
    row.fetched_at, row.expires_at = work.now, datetime.fromtimestamp(chain.expires_at, UTC)
    row.is_enabled, row.is_saml = True, False
    work.session.add(row)
    await write_transaction(
        work,
        Transaction(
            way=provider.way,
            step=TransactionStep.TRUST_CHAIN,
            issuer=chain.subject,
            body=chain.to_text().encode(),
        ),
    )


def _says_the_same(row: IdentityProvider, chain: Chain, now: datetime) -> bool:
    if row.is_saml or not row.is_enabled or row.source != chain.anchor or row.expires_at is None:
        return False
    held = Chain.of_text(row.document)
    is_young = now - row.fetched_at < (row.expires_at - row.fetched_at) / 2
    return is_young and held.metadata == chain.metadata and held.trust_marks == chain.trust_marks


async def _turn_off_others(work: UnitOfWork, anchor: str, listed: list[str]) -> None:
    others = sa.update(IdentityProvider).where(
        col(IdentityProvider.is_saml).is_(False),
        col(IdentityProvider.source) == anchor,
        col(IdentityProvider.entity_id).not_in(listed),
    )
    await work.session.exec(others.values(is_enabled=False))
