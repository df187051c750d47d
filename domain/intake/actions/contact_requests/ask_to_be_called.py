"""Anybody, without signing in, asks to be called back, or reports that somebody needs help."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.intake.events import ContactRequestArrived
from domain.intake.model.contact_request import ContactRequest
from domain.intake.terms import RequestKind
from domain.kernel.actor import Actor
from domain.kernel.email import OptionalEmail
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork


class AskToBeCalled(BaseModel):
    """Who one is, how one is reached, what is needed in one's own words, and in which language one likes to speak.

    ``about`` says who needs help, and where they are found, when it is not for oneself. ``proof_id`` is the code that
    was sent to the contact.
    """

    ente_id: UUID
    kind: RequestKind = RequestKind.MYSELF
    about: Annotated[str, AfterValidator(str.strip), Field(max_length=500)] = ""
    name: Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]
    phone: Annotated[str, AfterValidator(str.strip), Field(max_length=40)] = ""
    email: OptionalEmail = ""
    need: Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=2000)]
    language: str = SOURCE.code
    proof_id: UUID | None = None


async def ask_to_be_called(work: UnitOfWork, actor: Actor, command: AskToBeCalled) -> None:
    """Keep the request for the desk of the ente.

    Refuses NotFound elsewhere, Invalid without telephone and e-mail, and for a report that says not about whom it is.
    """
    enti = getattr(actor, "enti", None)
    if enti is not None and command.ente_id not in enti:
        raise NotFound
    await ente(work, command.ente_id)
    if not command.phone and not command.email:
        raise Invalid({"phone": _("Scrivi il telefono o l'e-mail: ci serve per risponderti.")})
    if command.kind is RequestKind.REPORT and not command.about:
        raise Invalid({"about": _("Scrivi chi ha bisogno di aiuto e dove possiamo trovarlo.")})
    language = command.language if command.language in BY_CODE else SOURCE.code
    asked = ContactRequest(created_at=work.now, **command.model_dump(exclude={"language"}), language=language)
    work.session.add(asked)
    await work.record(ContactRequestArrived(ente_id=asked.ente_id, request_id=asked.id))
