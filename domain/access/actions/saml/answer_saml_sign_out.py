"""Hears what a SAML identity provider says about signing out: its request to end a session, or its answer to ours."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.bindings import REQUEST, RESPONSE, issuer_of
from domain.access.gateways.saml.configured import NoParty, service_party
from domain.access.gateways.saml.logout import LogoutAsked, read_logout_request, read_logout_response
from domain.access.gateways.saml.parties import Binding, Departure, SamlProvider, SamlRequest, ServiceParty
from domain.access.gateways.saml.requests import logout_response
from domain.access.gateways.saml.vocabulary import written
from domain.access.gateways.saml.xml_safety import decode_message
from domain.access.model.provider import UsedAnswer
from domain.access.model.session import Session
from domain.access.queries.saml_providers import saml_provider, saml_ways
from domain.access.refusals import sign_in_failed
from domain.access.rules.secrets import fingerprint
from domain.access.terms import SessionEnd, TransactionStep
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

WHO = System("answer sign out")
HEARD_FOR = timedelta(minutes=15)
"""Longer than a request is read at all: it cannot come twice."""

__all__ = ["AnswerSamlSignOut", "Departure", "answer_saml_sign_out"]


class AnswerSamlSignOut(BaseModel):
    """The query exactly as it came (by link), or every pair of the form (by POST), doubled ones too."""

    query: str | None = Field(default=None, repr=False)
    fields: tuple[tuple[str, str], ...] = Field(default=(), repr=False)
    ambito_id: UUID

    @property
    def binding(self) -> Binding:
        """How it came."""
        return Binding.POST if self.query is None else Binding.REDIRECT

    @property
    def raw(self) -> str | Mapping[str, str]:
        """The message as the readers take it; a form with doubled fields is no message."""
        if self.query is not None:
            return self.query
        found = dict(self.fields)
        return found if len(found) == len(self.fields) else {}

    @property
    def is_request(self) -> bool:
        """Whether it asks; else it answers."""
        names = [name for name, _ in self.fields] if self.query is None else self.query.replace("=", "&").split("&")
        return REQUEST in names


async def answer_saml_sign_out(command: AnswerSamlSignOut, *, bind: Bind | None = None) -> Departure | None:
    """Ends the sessions of whom the provider signs out, and says where the browser brings our answer.

    It is answered also when there is no such session. None when it was the answer to a request of ours: nothing is
    left to do. Refuses SignInFailed: not signed by a provider of ours, not for us, not recent, or heard before.
    """
    try:
        provider, party = await _sender(command, bind)
        if command.is_request:
            return await _signed_out(command, provider, party, bind)
        await _heard(command, provider, party, bind)
    except SignInRefused as refused:
        raise sign_in_failed(refused.kind.value, refused.reason) from refused
    except NoParty:
        raise sign_in_failed("technical", "we are not configured") from None
    return None


async def _sender(command: AnswerSamlSignOut, bind: Bind | None) -> tuple[SamlProvider, ServiceParty]:
    parameter = REQUEST if command.is_request else RESPONSE
    issuer = await asyncio.to_thread(issuer_of, command.binding, command.raw, parameter=parameter)
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        provider = await saml_provider(work, issuer, *saml_ways())
    if provider is None:
        raise sign_in_failed("untrusted", "no provider of ours")
    return provider, service_party(provider.way)


async def _signed_out(
    command: AnswerSamlSignOut, provider: SamlProvider, party: ServiceParty, bind: Bind | None
) -> Departure:
    asked = await asyncio.to_thread(read_logout_request, command.binding, command.raw, provider, party, utcnow())
    answer = await asyncio.to_thread(_response, command, asked, provider, party)
    async with unit_of_work(WHO, bind=bind) as work:
        await _hear_once(work, provider, asked)
        await _end_sessions(work, provider, asked)
        for entry in _entries(command, asked, answer, provider):
            await write_transaction(work, entry)
    return answer.departure


def _response(
    command: AnswerSamlSignOut, asked: LogoutAsked, provider: SamlProvider, party: ServiceParty
) -> SamlRequest:
    """Our answer the way the request came, or the other way where the provider takes it only so."""
    binding = command.binding if command.binding in provider.logout else next(iter(provider.logout), command.binding)
    return logout_response(
        party,
        provider,
        in_response_to=asked.request_id,
        binding=binding,
        relay_state=asked.relay_state,
        now=utcnow(),
    )


async def _hear_once(work: UnitOfWork, provider: SamlProvider, asked: LogoutAsked) -> None:
    used = UsedAnswer(
        created_at=work.now,
        issuer=provider.entity_id,
        answer_hash=fingerprint(settings().secret, f"logout {asked.request_id}"),
        expires_at=work.now + HEARD_FOR,
    )
    once = insert(UsedAnswer).values(**used.model_dump()).on_conflict_do_nothing().returning(col(UsedAnswer.id))
    if (await (await work.session.connection()).execute(once)).first() is None:
        raise sign_in_failed("untrusted", "logout request heard before")


async def _end_sessions(work: UnitOfWork, provider: SamlProvider, asked: LogoutAsked) -> None:
    theirs = sa.update(Session).where(
        col(Session.name_hash) == fingerprint(settings().secret, asked.name_id),
        col(Session.issuer) == provider.entity_id,
        col(Session.ended_at).is_(None),
    )
    await work.session.exec(theirs.values(ended_at=work.now, end_reason=SessionEnd.PROVIDER, provider_session=""))


def _entries(
    command: AnswerSamlSignOut, asked: LogoutAsked, answer: SamlRequest, provider: SamlProvider
) -> tuple[Transaction, Transaction]:
    request = Transaction(
        way=provider.way,
        step=TransactionStep.LOGOUT_REQUEST,
        issuer=provider.entity_id,
        request_id=asked.request_id,
        request_instant=written(asked.issue_instant),
        subject=asked.name_id,
        name_qualifier=asked.name_qualifier[:256],
        is_success=True,
        ente_id=command.ambito_id,
        body=_bytes(command, REQUEST),
    )
    ours = {
        "step": TransactionStep.LOGOUT_RESPONSE,
        "response_id": answer.request_id,
        "response_instant": written(answer.issued_at),
        "body": answer.xml,
    }
    return request, request.model_copy(update=ours)


async def _heard(command: AnswerSamlSignOut, provider: SamlProvider, party: ServiceParty, bind: Bind | None) -> None:
    answered = await asyncio.to_thread(read_logout_response, command.binding, command.raw, provider, party, utcnow())
    async with unit_of_work(WHO, bind=bind) as work:
        await write_transaction(
            work,
            Transaction(
                way=provider.way,
                step=TransactionStep.LOGOUT_RESPONSE,
                issuer=provider.entity_id,
                request_id=answered.in_response_to[:256],
                is_success=answered.is_done,
                ente_id=command.ambito_id,
                body=_bytes(command, RESPONSE),
            ),
        )


def _bytes(command: AnswerSamlSignOut, parameter: str) -> bytes:
    """The message as it came: the whole query, whose characters are what is signed, or the XML of the form."""
    raw = command.raw
    return raw.encode() if isinstance(raw, str) else decode_message(raw[parameter])
