"""Tells a SAML identity provider that somebody who has just gone out here goes out there too."""

import asyncio
import json
from datetime import datetime, timedelta
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.identities import ProviderSession
from domain.access.gateways.provider_sessions import PROVIDER_SESSION
from domain.access.gateways.saml.configured import service_party
from domain.access.gateways.saml.parties import Binding, Departure, SamlProvider, SamlRequest
from domain.access.gateways.saml.requests import logout_request
from domain.access.gateways.saml.vocabulary import written
from domain.access.model.session import Session
from domain.access.queries.saml_providers import saml_provider
from domain.access.rules.secrets import fingerprint, unseal
from domain.access.terms import Site, TransactionStep
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

WITHIN = timedelta(minutes=10)
WHO = System("sign out")

__all__ = ["BeginSamlSignOut", "Departure", "begin_saml_sign_out"]


class BeginSamlSignOut(BaseModel):
    """The token of a session that has ended here within ten minutes."""

    site: Site
    ambito_id: UUID
    token: str = Field(repr=False)


async def begin_saml_sign_out(command: BeginSamlSignOut, *, bind: Bind | None = None) -> Departure | None:
    """Where the browser goes with our request, once for each session.

    None when there is nothing to ask: another way in, a provider that takes no such messages, too late, or asked.
    """
    async with unit_of_work(WHO, bind=bind) as work:
        session = await _ended(work, command)
        if session is None:
            return None
        provider = await saml_provider(work, session.issuer, session.way)
        told = ProviderSession(**json.loads(unseal(settings().secret, session.provider_session, PROVIDER_SESSION)))
        session.provider_session = ""  # asked once
        if provider is None or not provider.logout or not told.name_id:
            return None
    request = await asyncio.to_thread(_request, provider, told, utcnow())
    async with unit_of_work(WHO, bind=bind) as work:
        await write_transaction(
            work,
            Transaction(
                way=provider.way,
                step=TransactionStep.LOGOUT_REQUEST,
                issuer=provider.entity_id,
                request_id=request.request_id,
                request_instant=written(request.issued_at),
                subject=told.name_id,
                ente_id=command.ambito_id,
                body=request.xml,
            ),
        )
    return request.departure


async def _ended(work: UnitOfWork, command: BeginSamlSignOut) -> Session | None:
    wanted = select(Session).where(
        col(Session.token_hash) == fingerprint(settings().secret, command.token),
        col(Session.site) == command.site,
        col(Session.ended_at) > work.now - WITHIN,
        col(Session.provider_session) != "",
    )
    return (await work.session.exec(wanted.with_for_update())).one_or_none()


def _request(provider: SamlProvider, told: ProviderSession, now: datetime) -> SamlRequest:
    binding = Binding.POST if Binding.POST in provider.logout else Binding.REDIRECT
    return logout_request(service_party(provider.way), provider, told, binding=binding, relay_state="", now=now)
