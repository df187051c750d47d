"""Tells the provider, after a sign-out, that the access token is over: CIE demands it."""

from datetime import timedelta
from uuid import UUID

from domain.access.actions.end_session import REVOCATION
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.configured_parties import NotInFederation, relying_party
from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.openid.connect import revoke
from domain.access.gateways.openid.journal import Journal
from domain.access.gateways.openid.parties import Provider
from domain.access.gateways.provider_sessions import access_token_of
from domain.access.model.session import Session
from domain.access.queries.federation_providers import federated_provider
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.platform.observability import log
from domain.platform.outside.http import Transport, new_http_client
from domain.platform.work import Bind, unit_of_work

WHO = System("revoke access token")
MOST_TRIES = 6
FIRST_PAUSE = timedelta(seconds=30)


async def revoke_access_token(
    session_id: str, tries: int = 0, *, bind: Bind | None = None, transport: Transport | None = None
) -> None:
    """Revoke the token of an ended session; again later, and later, when the provider does not answer.

    The session itself ended long before. After the last try the token is forgotten: it has expired by then.
    """
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        session = await work.session.get(Session, UUID(session_id))
        if session is None or session.ended_at is None or not session.provider_session:
            return
        sealed, issuer, site, ente_id = session.provider_session, session.issuer, session.site, session.ente_id
        provider = await federated_provider(work, issuer)
    token = access_token_of(sealed)
    journal, is_done = Journal(), False
    if provider is not None and token:
        try:
            async with new_http_client(transport) as http:
                await revoke(relying_party(site), provider, http, access_token=token, now=utcnow(), journal=journal)
            is_done = True
        except (SignInRefused, NotInFederation, OSError, ValueError) as problem:
            log.warning("revocation_failed", tries=tries + 1, reason=str(problem)[:200])
    await _afterwards(session_id, tries + 1, provider, journal, ente_id, is_done=is_done, bind=bind)


async def _afterwards(
    session_id: str,
    tries: int,
    provider: Provider | None,
    journal: Journal,
    ente_id: UUID,
    *,
    is_done: bool,
    bind: Bind | None,
) -> None:
    async with unit_of_work(WHO, bind=bind) as work:
        if is_done or tries >= MOST_TRIES:
            session = await work.session.get_one(Session, UUID(session_id))
            session.provider_session = ""
        else:
            await work.defer(
                REVOCATION, session_id, tries, delay_seconds=FIRST_PAUSE.total_seconds() * 2 ** (tries - 1)
            )
        for message in journal.messages if provider else ():
            assert provider is not None
            await write_transaction(
                work,
                Transaction(
                    way=provider.way,
                    step=message.step,
                    issuer=provider.issuer,
                    request_id=session_id,
                    assertion_id=message.token_id,
                    is_success=is_done,
                    ente_id=ente_id,
                    body=message.body,
                ),
            )
