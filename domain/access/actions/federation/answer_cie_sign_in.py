"""Hears a federation provider's answer, in steps, since no transaction may wait for the network."""

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.admit import Admitted, Arrival, admit
from domain.access.actions.take_sign_in import take_sign_in
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.configured_parties import NotInFederation, relying_party
from domain.access.gateways.identities import Identity, Level, RefusalKind, SignInRefused
from domain.access.gateways.openid.connect import check_response, exchange
from domain.access.gateways.openid.journal import Journal, Message
from domain.access.gateways.openid.parties import Provider
from domain.access.queries.federation_providers import federated_provider
from domain.access.refusals import SignInFailed, sign_in_failed
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.terms import Site, TransactionStep, Way
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.kernel.refusals import Refused
from domain.platform.observability import log
from domain.platform.outside.http import Transport, new_http_client
from domain.platform.work import Bind, UnitOfWork, unit_of_work

WAYS = (Way.CIE, Way.SPID)
WHO = System("answer sign in")
LONGEST_QUERY = 8192
REGISTER_CLOSED = "register cannot be written"


class AnswerCieSignIn(BaseModel):
    """What the browser brought back (every pair of the query, doubled ones too), its transaction token, where to."""

    parameters: tuple[tuple[str, str], ...] = Field(repr=False)
    browser_token: str = Field(repr=False)
    ambito_id: UUID
    language: str
    site: Site = Site.PORTAL
    device: str = ""
    former_session_id: UUID | None = None


async def answer_cie_sign_in(
    command: AnswerCieSignIn, *, bind: Bind | None = None, transport: Transport | None = None
) -> Admitted:
    """Opens the session, in place of the one that the browser had.

    Refuses SignInFailed, whose ``return_path`` is that of the request where one was waiting: cancelled, expired,
    answered before, another browser, not authentic. The register keeps every message, also of what is refused; when
    it cannot be written nobody comes in. ``transport`` replaces the network in tests.
    """
    states = [value for name, value in command.parameters if name == "state"]
    state = states[0] if len(states) == 1 else ""
    async with unit_of_work(WHO, bind=bind) as work:
        pending = await take_sign_in(work, command.site, WAYS, state=state, browser_token=command.browser_token)
    journal = Journal()
    journal.note(TransactionStep.AUTHORIZATION_RESPONSE, urlencode(command.parameters).encode()[:LONGEST_QUERY])
    try:
        identity = await _identify(command, pending, state, journal, bind=bind, transport=transport)
        return await _admitted(command, pending, identity, journal, bind)
    except SignInRefused as refused:
        failure = sign_in_failed(refused.kind.value, refused.reason)
    except SignInFailed as refused:
        failure = refused
    if failure.reason != REGISTER_CLOSED:
        async with unit_of_work(WHO, bind=bind) as work:
            await _keep(work, command, pending, journal, None)
    failure.return_path, failure.language = pending.return_path, pending.details.get("language", "")
    raise failure


async def _identify(
    command: AnswerCieSignIn,
    pending: PendingSignIn,
    state: str,
    journal: Journal,
    *,
    bind: Bind | None,
    transport: Transport | None,
) -> Identity:
    provider = await _provider(pending, bind)
    code = check_response(command.parameters, state=state, issuer=provider.issuer, names_issuer=provider.way is Way.CIE)
    try:
        party = relying_party(command.site)
    except (NotInFederation, OSError, ValueError) as problem:
        raise SignInRefused(RefusalKind.TECHNICAL, type(problem).__name__) from None
    async with new_http_client(transport) as http:
        return await exchange(
            party,
            provider,
            http,
            code=code,
            code_verifier=pending.details["code_verifier"],
            nonce=pending.details["nonce"],
            level=Level(pending.level),
            now=utcnow(),
            journal=journal,
        )


async def _provider(pending: PendingSignIn, bind: Bind | None) -> Provider:
    if not {"nonce", "code_verifier"} <= pending.details.keys():
        raise SignInRefused(RefusalKind.UNTRUSTED, "request of another protocol")
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        provider = await federated_provider(work, pending.issuer)
    if provider is None or provider.way is not pending.way:
        raise SignInRefused(RefusalKind.UNAVAILABLE, "the provider has left since it was asked")
    return provider


async def _admitted(
    command: AnswerCieSignIn, pending: PendingSignIn, identity: Identity, journal: Journal, bind: Bind | None
) -> Admitted:
    arrival = Arrival(
        site=command.site,
        ambito_id=command.ambito_id,
        language=pending.details.get("language") or command.language,
        device=command.device,
        former_session_id=command.former_session_id,
    )
    try:
        async with unit_of_work(WHO, bind=bind) as work:
            token = await admit(work, identity, arrival)
            # last: the chain of the register stays locked until the commit
            await _keep(work, command, pending, journal, identity)
    except SignInFailed:
        raise
    except Refused as refused:  # somebody whom the site does not let in: said on the same page as all refusals
        failure = sign_in_failed("technical", type(refused).__name__)
        failure.message = refused.message
        raise failure from None
    return Admitted(token, pending.return_path)


async def _keep(
    work: UnitOfWork, command: AnswerCieSignIn, pending: PendingSignIn, journal: Journal, identity: Identity | None
) -> None:
    """Write the messages down. Refuses SignInFailed when that is impossible, whatever the cause: nobody comes in."""
    try:
        for message in journal.messages:
            await write_transaction(work, _entry(command, pending, message, identity))
    except Exception as problem:
        log.error("register_closed", reason=type(problem).__name__)
        raise sign_in_failed("technical", REGISTER_CLOSED) from None


def _entry(
    command: AnswerCieSignIn, pending: PendingSignIn, message: Message, identity: Identity | None
) -> Transaction:
    return Transaction(
        way=pending.way,
        step=message.step,
        issuer=pending.issuer,
        request_id=pending.request_id,
        request_instant=_written(pending.asked_at),
        assertion_id=message.token_id,
        subject=identity.subject if identity else "",
        codice_fiscale=(identity.codice_fiscale or "") if identity else "",
        is_success=identity is not None,
        ente_id=command.ambito_id,
        body=message.body,
    )


def _written(instant: datetime | None) -> str:
    return instant.isoformat(timespec="seconds") if instant else ""
