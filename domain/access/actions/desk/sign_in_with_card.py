"""Lets in who holds a card with a chip (TS-CNS, CNS), which the TLS proxy has read."""

import asyncio
import hmac

from pydantic import BaseModel, ConfigDict, Field

from domain.access.actions.admit import Arrival, admit
from domain.access.gateways.cards import CardProof, card_identity
from domain.access.gateways.identities import SignInRefused
from domain.access.refusals import sign_in_failed
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


class SignInWithCard(BaseModel):
    """What the proxy says in its headers, its own proof first, and where the person arrives."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    proof: str = Field(repr=False)
    verdict: str
    certificate: str = Field(repr=False)
    arrival: Arrival


async def sign_in_with_card(command: SignInWithCard, *, bind: Bind | None = None) -> str:
    """The token of a session of level 3.

    Refuses NotFound where cards are off or the headers are not our proxy's, and SignInFailed (card_missing,
    card_expired, card_revoked, card_unknown, unavailable).
    """
    secret, authorities = settings().card_header_secret.get_secret_value(), settings().card_authorities
    if not secret or authorities is None or not hmac.compare_digest(command.proof.encode(), secret.encode()):
        raise NotFound
    proof = CardProof(command.verdict, command.certificate)
    try:
        found = await asyncio.to_thread(card_identity, proof, authorities, settings().card_revocations, utcnow())
    except SignInRefused as refused:
        raise sign_in_failed(refused.kind.value, refused.reason) from None
    async with unit_of_work(System("sign in with card"), bind=bind) as work:
        return await admit(work, found, command.arrival)
