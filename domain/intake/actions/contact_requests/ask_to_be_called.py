"""Anybody, without signing in, asks to be called back."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.intake.model.contact_request import ContactRequest
from domain.kernel.actor import Actor
from domain.kernel.email import OptionalEmail
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork


class AskToBeCalled(BaseModel):
    """Who one is, how one is reached, what is needed in one's own words, and in which language one likes to speak."""

    ente_id: UUID
    name: Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]
    phone: Annotated[str, AfterValidator(str.strip), Field(max_length=40)] = ""
    email: OptionalEmail = ""
    need: Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=2000)]
    language: str = SOURCE.code


async def ask_to_be_called(work: UnitOfWork, actor: Actor, command: AskToBeCalled) -> None:
    """Keep the request for the desk of the ente. Refuses Invalid without telephone and e-mail, NotFound elsewhere."""
    enti = getattr(actor, "enti", None)
    if enti is not None and command.ente_id not in enti:
        raise NotFound
    await ente(work, command.ente_id)
    if not command.phone and not command.email:
        raise Invalid({"phone": _("Scrivi il telefono o l'e-mail: ci serve per risponderti.")})
    language = command.language if command.language in BY_CODE else SOURCE.code
    asked = ContactRequest(created_at=work.now, **command.model_dump(exclude={"language"}), language=language)
    work.session.add(asked)
