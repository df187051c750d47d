"""Other people sign an application before it is sent."""

from domain.intake.actions.signatures.submit_signed import SubmitSigned, submit_signed
from domain.intake.actions.signatures.tell_of_signatures import TellOfSignatures, tell_of_signatures
from domain.intake.events import SignatureGiven, SignatureRefused, SignaturesAsked
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program


@reacts_to(SignaturesAsked)
async def tell_who_signs(work: UnitOfWork, event: SignaturesAsked) -> None:
    """Those whom we know find a message; who has asked does not learn which these are."""
    async with as_the_program(work, "tell who signs") as system:
        await tell_of_signatures(work, system, TellOfSignatures(application_id=event.application_id))


@reacts_to(SignatureRefused)
async def tell_of_refused_signature(work: UnitOfWork, event: SignatureRefused) -> None:
    """Who has asked for it is told that there is a reason to read."""
    told = TellOfSignatures(application_id=event.application_id, refused_id=event.signature_id)
    async with as_the_program(work, "tell of refused signature") as system:
        await tell_of_signatures(work, system, told)


@reacts_to(SignatureGiven)
async def send_what_all_have_signed(work: UnitOfWork, event: SignatureGiven) -> None:
    """With the last signature the application leaves by itself."""
    signed = SubmitSigned(application_id=event.application_id, signature_id=event.signature_id)
    async with as_the_program(work, "send what all have signed") as system:
        await submit_signed(work, system, signed)
