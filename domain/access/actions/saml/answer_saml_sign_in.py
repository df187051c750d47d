"""Hears the answer of a SAML identity provider: who somebody is, or why not."""

import asyncio
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.access.actions.admit import Admitted, Arrival, admit
from domain.access.actions.take_sign_in import take_sign_in
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.identities import Level, SignInRefused
from domain.access.gateways.saml.configured import NoParty, service_party
from domain.access.gateways.saml.parties import Comparison, SamlAnswer, SamlAsked, SamlFacts, SamlProvider
from domain.access.gateways.saml.response import check_response, read_facts
from domain.access.gateways.saml.vocabulary import written
from domain.access.gateways.saml.xml_safety import decode_message
from domain.access.model.provider import UsedAnswer
from domain.access.queries.saml_providers import saml_provider
from domain.access.refusals import SignInFailed, sign_in_failed
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.rules.secrets import fingerprint
from domain.access.terms import Site, TransactionStep, Way
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.kernel.refusals import Refused
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

WAYS = (Way.SPID, Way.CIE, Way.EIDAS)
WHO = System("answer sign in")
LONGEST = 256
"""Characters that the register's index keeps of what an answer says of itself; its bytes are kept whole."""


class AnswerSamlSignIn(BaseModel):
    """Every pair of the form that came, doubled ones too; the browser's transaction token; where it came to."""

    fields: tuple[tuple[str, str], ...] = Field(repr=False)
    browser_token: str = Field(repr=False)
    site: Site
    ambito_id: UUID
    language: str
    device: str = ""


async def answer_saml_sign_in(command: AnswerSamlSignIn, *, bind: Bind | None = None) -> Admitted:
    """Opens the session, in place of the one that the browser had when it left.

    Refuses SignInFailed, whose ``return_path`` and ``language`` are those of the request where one was waiting. The
    register keeps every answer to a request of ours, also a refused one; a session is opened only together with
    its entry.
    """
    state = _only(command, "RelayState")
    async with unit_of_work(WHO, bind=bind) as work:
        pending = await take_sign_in(work, command.site, WAYS, state=state, browser_token=command.browser_token)
        provider = await saml_provider(work, pending.issuer, pending.way)
    message = _only(command, "SAMLResponse")
    octets = message.encode(errors="replace")  # for the register, should it not even be base64
    try:
        octets = decode_message(message)
        answer = await _checked(octets, pending, provider)
        return await _admitted(answer, octets, pending, command, bind)
    except SignInRefused as refused:
        failure = sign_in_failed(refused.kind.value, refused.reason)
    except SignInFailed as refused:
        failure = refused
    await _keep_refused(octets, pending, command, bind)
    failure.return_path, failure.language = pending.return_path, pending.details["language"]
    raise failure


def _only(command: AnswerSamlSignIn, name: str) -> str:
    """The one value of ``name``; empty when there is none or more than one: neither fits anything of ours."""
    found = [value for key, value in command.fields if key == name]
    return found[0] if len(found) == 1 else ""


async def _checked(octets: bytes, pending: PendingSignIn, provider: SamlProvider | None) -> SamlAnswer:
    if provider is None:
        raise sign_in_failed("unavailable", "not in the federation any more")
    try:
        party = service_party(pending.way)
    except NoParty:
        raise sign_in_failed("technical", "we are not configured") from None
    return await asyncio.to_thread(check_response, octets, _asked(pending, provider), party, utcnow())


def _asked(pending: PendingSignIn, provider: SamlProvider) -> SamlAsked:
    return SamlAsked(
        request_id=pending.request_id,
        issued_at=datetime.fromisoformat(pending.details["issued_at"]),
        provider=provider,
        return_address=pending.details["return_address"],
        level=Level(pending.level),
        comparison=Comparison(pending.details["comparison"]),
        is_fresh=pending.details["is_fresh"] == "1",
    )


async def _admitted(
    answer: SamlAnswer, octets: bytes, pending: PendingSignIn, command: AnswerSamlSignIn, bind: Bind | None
) -> Admitted:
    former = pending.details["former_session_id"]
    arrival = Arrival(
        site=command.site,
        ambito_id=command.ambito_id,
        language=pending.details["language"],
        device=command.device,
        former_session_id=UUID(former) if former else None,
    )
    try:
        async with unit_of_work(WHO, bind=bind) as work:
            await _use_once(work, answer)
            token = await admit(work, answer.identity, arrival)
            # last: its chain stays locked until the commit
            await write_transaction(work, _entry(answer.facts, octets, pending, command, answer=answer))
    except SignInFailed:
        raise
    except Refused as refused:  # somebody whom the site does not let in: said on the same page as all refusals
        failure = sign_in_failed("technical", type(refused).__name__)
        failure.message = refused.message
        raise failure from refused
    return Admitted(token, pending.return_path)


async def _use_once(work: UnitOfWork, answer: SamlAnswer) -> None:
    once = (
        insert(UsedAnswer)
        .values(
            **UsedAnswer(
                created_at=work.now,
                issuer=answer.identity.issuer,
                answer_hash=fingerprint(settings().secret, answer.facts.assertion_id),
                expires_at=answer.expires_at,
            ).model_dump()
        )
        .on_conflict_do_nothing()
        .returning(col(UsedAnswer.id))
    )
    if (await (await work.session.connection()).execute(once)).first() is None:
        raise sign_in_failed("untrusted", "assertion used before")


async def _keep_refused(octets: bytes, pending: PendingSignIn, command: AnswerSamlSignIn, bind: Bind | None) -> None:
    facts = await asyncio.to_thread(read_facts, octets)
    async with unit_of_work(WHO, bind=bind) as work:
        await write_transaction(work, _entry(facts, octets, pending, command))


def _entry(
    facts: SamlFacts,
    octets: bytes,
    pending: PendingSignIn,
    command: AnswerSamlSignIn,
    *,
    answer: SamlAnswer | None = None,
) -> Transaction:
    """The answer as the register keeps it, beside its request."""
    return Transaction(
        way=pending.way,
        step=TransactionStep.AUTHN_RESPONSE,
        issuer=pending.issuer,
        request_id=pending.request_id,
        request_instant=written(datetime.fromisoformat(pending.details["issued_at"])),
        response_id=facts.response_id[:LONGEST],
        response_instant=facts.response_instant[:LONGEST],
        assertion_id=facts.assertion_id[:LONGEST],
        subject=facts.subject,
        name_qualifier=facts.name_qualifier[:LONGEST],
        codice_fiscale=(answer.identity.codice_fiscale or "") if answer else "",
        is_success=answer is not None,
        ente_id=command.ambito_id,
        body=octets,
    )
