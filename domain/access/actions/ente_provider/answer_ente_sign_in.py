"""Hears the answer of the ente's own identity provider: in steps, since no transaction may wait for the network."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.admit import Admitted
from domain.access.actions.end_session import end_session
from domain.access.actions.ente_provider.grant_group_roles import grant_group_roles
from domain.access.actions.entry.open_office_session import OpenOfficeSession, open_office_session
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.actions.take_sign_in import take_sign_in
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.ente_provider import Endpoints, EnteIdentity, EnteParty, code_in, exchange
from domain.access.gateways.identities import SignInRefused
from domain.access.queries.ente_provider.providers import open_provider
from domain.access.refusals import sign_in_failed
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.terms import SessionEnd, SignInOutcome, Site, TransactionStep, Way
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.organization.queries.operators import OperatorRow, operator_by_codice_fiscale, operator_by_email
from domain.platform.outside.http import new_http_client
from domain.platform.work import Bind, UnitOfWork, unit_of_work

WHO = System("answer sign in")


class AnswerEnteSignIn(BaseModel):
    """To which provider's address the browser came back, with every pair of the query; its transaction token."""

    provider_id: UUID
    parameters: tuple[tuple[str, str], ...] = Field(repr=False)
    browser_token: str = Field(repr=False)
    device: str = ""
    former_session_id: UUID | None = None


async def answer_ente_sign_in(command: AnswerEnteSignIn, *, bind: Bind | None = None) -> Admitted:
    """Opens the session of an operator of that ente who exists and is enabled, in place of the one before.

    Refuses SignInFailed, and NoOfficeToday. The groups of the table give their roles for today; none other counts.
    """
    states = [value for name, value in command.parameters if name == "state"]
    async with unit_of_work(WHO, bind=bind) as work:
        pending = await take_sign_in(
            work,
            Site.BACKOFFICE,
            (Way.ENTE,),
            state=states[0] if len(states) == 1 else "",
            browser_token=command.browser_token,
        )
    noted = NoteSignIn(outcome=SignInOutcome.PROVIDER_REFUSED, way=Way.ENTE, device=command.device)
    async with noting_refusals(noted, bind=bind):
        async with unit_of_work(WHO, read_only=True, bind=bind) as work:
            found = await open_provider(work, command.provider_id)
        if found is None or pending.details["provider_id"] != str(command.provider_id):
            raise sign_in_failed("untrusted", "answer at the address of another provider")
        noted.ente_id, party = found
        identity, token = await _identify(command, pending, party)
        async with unit_of_work(WHO, bind=bind) as work:
            operator = await _operator(work, identity, noted.ente_id)
            noted.operator_id = operator.id
            return await _let_in(work, command, pending, identity, operator, token)


async def _identify(command: AnswerEnteSignIn, pending: PendingSignIn, party: EnteParty) -> tuple[EnteIdentity, str]:
    known = pending.details
    endpoints = Endpoints(known["authorization"], known["token"], known["keys"], known["names_issuer"] == "1")
    try:
        if party.issuer != pending.issuer:
            raise sign_in_failed("untrusted", "the provider was changed meanwhile")
        code = code_in(command.parameters, party, endpoints)
        async with new_http_client() as http:
            return await exchange(
                party,
                endpoints,
                http,
                code=code,
                code_verifier=known["code_verifier"],
                nonce=known["nonce"],
                is_fresh=known["is_fresh"] == "1",
                now=utcnow(),
            )
    except SignInRefused as refused:
        raise sign_in_failed(refused.kind.value, refused.reason) from None


async def _operator(work: UnitOfWork, identity: EnteIdentity, ente_id: UUID) -> OperatorRow:
    """Who it is: by codice fiscale, else by an e-mail that the provider has verified. Never somebody new."""
    by_code = await operator_by_codice_fiscale(work, identity.codice_fiscale) if identity.codice_fiscale else None
    by_email = await operator_by_email(work, identity.email) if identity.email else None
    found = by_code or by_email
    if by_code and by_email and by_code.id != by_email.id:
        raise sign_in_failed("untrusted", "codice fiscale and e-mail of two operators")
    if found is None or found.ente_id != ente_id or not found.is_enabled:
        raise sign_in_failed("not_an_operator", "no enabled operator of this ente")
    return found


async def _let_in(
    work: UnitOfWork,
    command: AnswerEnteSignIn,
    pending: PendingSignIn,
    identity: EnteIdentity,
    operator: OperatorRow,
    id_token: str,
) -> Admitted:
    await grant_group_roles(work, command.provider_id, operator, identity.groups)
    opening = OpenOfficeSession(operator_id=operator.id, way=Way.ENTE, device=command.device, issuer=pending.issuer)
    token = await open_office_session(work, opening)
    if command.former_session_id is not None:
        await end_session(work, command.former_session_id, SessionEnd.REPLACED)
    await write_transaction(  # last: the chain of the register stays locked until the commit
        work,
        Transaction(
            way=Way.ENTE,
            step=TransactionStep.TOKEN_RESPONSE,
            issuer=pending.issuer,
            request_id=pending.request_id,
            request_instant=pending.asked_at.isoformat(timespec="seconds") if pending.asked_at else "",
            subject=identity.subject,
            codice_fiscale=identity.codice_fiscale,
            is_success=True,
            ente_id=operator.ente_id,
            body=id_token.encode(),
        ),
    )
    return Admitted(token, pending.return_path)
