"""Somebody signs the application of another."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import form_of
from domain.intake.events import SignatureGiven
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signature_rows import digest_of
from domain.intake.queries.signatures.own_signatures import own_signature
from domain.intake.refusals import SignedTextChanged, TooYoungToSign
from domain.intake.rules.drafts.signing import ADULT_YEARS
from domain.intake.terms import SignatureWay
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import names


class SignApplication(BaseModel):
    """Which signature, and what was read: the ``digest`` of the page."""

    signature_id: UUID
    digest: str


async def sign_application(work: UnitOfWork, citizen: Citizen, command: SignApplication) -> None:
    """Sign what the page showed, nothing else. When all have signed, the application leaves.

    Refuses NotFound, TooYoungToSign, AlreadySubmitted, SignedTextChanged when it says something else meanwhile.
    """
    asked = await own_signature(work, citizen, command.signature_id)
    me = (await names(work, [citizen.person_id]))[citizen.person_id]
    age = me.age_on(work.today)
    if age is not None and age < ADULT_YEARS:
        raise TooYoungToSign
    async with as_the_program(work, "sign application") as system:  # the draft is another's
        draft = await own_draft(work, system, asked.application_id)
        digest = await digest_of(work, draft, await form_of(work, draft.service_version_id))
    if not digest or digest != command.digest:
        raise SignedTextChanged
    signature = await own_signature(work, citizen, command.signature_id, for_update=True)
    signature.sign(me.full_name, SignatureWay.ONLINE, digest, work.now)
    await work.record(
        SignatureGiven(ente_id=signature.ente_id, application_id=signature.application_id, signature_id=signature.id)
    )
