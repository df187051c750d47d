"""Sends somebody to a SAML identity provider: SPID, CIE by SAML, or the eIDAS node."""

import asyncio
import secrets
from uuid import UUID

from pydantic import BaseModel

from domain.access.actions.remember_sign_in import remember_sign_in
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.identities import Level
from domain.access.gateways.saml.configured import service_party
from domain.access.gateways.saml.parties import Binding, Comparison, Departure, SamlProvider, SamlRequest, ServiceParty
from domain.access.gateways.saml.requests import sign_in_request
from domain.access.gateways.saml.vocabulary import written
from domain.access.queries.saml_providers import saml_provider, saml_ways
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.terms import Site, TransactionStep, Way
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

EIDAS_ATTRIBUTES = 99
RETURNS = {Site.PORTAL: 0, Site.BACKOFFICE: 1}
"""The index in our metadata of the address to which a site's answers come."""
STATE_BYTES = 32
"""As hex: 64 characters that never spell an address, within the 80 octets of a RelayState."""


__all__ = ["BeginSamlSignIn", "Departure", "begin_saml_sign_in"]


class BeginSamlSignIn(BaseModel):
    """Which provider, by which way (any that is on when None), and what must be known again at the answer.

    ``browser_token`` is the transaction cookie's, ``binding`` is "post", "redirect" or empty for what the settings
    say; ``former_session_id`` is the session that a success will replace: its cookie does not come with the answer.
    """

    site: Site
    ambito_id: UUID
    entity_id: str
    browser_token: str
    return_path: str
    language: str
    way: Way | None = None
    binding: str = ""
    former_session_id: UUID | None = None


async def begin_saml_sign_in(command: BeginSamlSignIn, *, bind: Bind | None = None) -> Departure:
    """Where the browser goes with our signed request, which waits ten minutes for its answer.

    Refuses NotFound: no such provider now.
    """
    who, ways = System("begin sign in"), saml_ways()
    async with unit_of_work(who, read_only=True, bind=bind) as work:
        wanted = ways if command.way is None else (command.way,)
        provider = await saml_provider(work, command.entity_id, *wanted)
    if provider is None:
        raise NotFound
    party, state = service_party(provider.way), secrets.token_hex(STATE_BYTES)
    request = await asyncio.to_thread(_request, command, provider, party, state)
    async with unit_of_work(who, bind=bind) as work:
        pending = _pending(command, provider, party, request)
        await remember_sign_in(work, pending, state=state, browser_token=command.browser_token)
        await write_transaction(
            work,
            Transaction(
                way=provider.way,
                step=TransactionStep.AUTHN_REQUEST,
                issuer=provider.entity_id,
                request_id=request.request_id,
                request_instant=written(request.issued_at),
                ente_id=command.ambito_id,
                body=request.xml,
            ),
        )
    return request.departure


def _request(command: BeginSamlSignIn, provider: SamlProvider, party: ServiceParty, state: str) -> SamlRequest:
    return sign_in_request(
        party,
        provider,
        level=Level(settings().sign_in_level),
        comparison=Comparison(settings().saml_comparison),
        attribute_set=EIDAS_ATTRIBUTES if provider.way is Way.EIDAS else party.attribute_sets[0].index,
        return_index=RETURNS[command.site],
        binding=_binding(command.binding or settings().saml_binding, provider),
        relay_state=state,
        now=utcnow(),
    )


def _pending(
    command: BeginSamlSignIn, provider: SamlProvider, party: ServiceParty, request: SamlRequest
) -> PendingSignIn:
    return PendingSignIn(
        site=command.site,
        way=provider.way,
        issuer=provider.entity_id,
        level=settings().sign_in_level,
        return_path=command.return_path,
        request_id=request.request_id,
        details={
            "issued_at": request.issued_at.isoformat(),
            "comparison": request.comparison,
            "return_address": party.returns[RETURNS[command.site]],
            "is_fresh": str(int(request.is_fresh)),
            "language": command.language,
            "former_session_id": str(command.former_session_id or ""),
        },
    )


def _binding(wanted: str, provider: SamlProvider) -> Binding:
    """The binding wanted, or the one the provider has."""
    first = Binding.REDIRECT if wanted == "redirect" else Binding.POST
    return first if first in provider.sign_in else next(iter(provider.sign_in))
