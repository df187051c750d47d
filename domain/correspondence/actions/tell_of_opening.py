"""Tells an office head by e-mail that a protected person's file was opened in an emergency: nothing of the person."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Mail
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.kernel.languages import SOURCE
from domain.kernel.text import _
from domain.organization.queries.enti import ente
from domain.organization.queries.operators import OperatorRow, operator_card
from domain.platform.language import say
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

MOST_ATTEMPTS = 10
FIRST_PAUSE_SECONDS = 30


class TellOfOpening(BaseModel):
    """Which opening, which head of an office to tell, and how often it was tried."""

    opening_id: UUID
    ente_id: UUID
    operator_id: UUID
    attempt: int = 0


async def tell_of_opening(command: TellOfOpening, *, bind: Bind | None = None) -> None:
    """Send it. What the server does not take now is tried again, later and later; without a post office nothing."""
    url = settings().smtp_url
    if not url:
        return
    async with unit_of_work(System("tell of opening"), read_only=True, bind=bind) as work:
        sender_name, head = (await ente(work, command.ente_id)).name, await operator_card(work, command.operator_id)
    try:
        await smtp.send(_mail(command, sender_name, head), url)
    except (smtp.Never, smtp.NotNow) as refused:
        log.warning("opening_not_told", opening_id=str(command.opening_id), reason=type(refused).__name__)
        if isinstance(refused, smtp.NotNow) and command.attempt + 1 < MOST_ATTEMPTS:
            again = command.model_copy(update={"attempt": command.attempt + 1})
            async with unit_of_work(System("tell of opening"), bind=bind) as work:
                pause = FIRST_PAUSE_SECONDS * 2**command.attempt
                await work.defer("tell_of_opening", again.model_dump_json(), delay_seconds=pause)


def _mail(command: TellOfOpening, sender_name: str, head: OperatorRow) -> Mail:
    words = (
        _("Ciao %(name)s,", name=head.given_name),
        _("un operatore ha aperto per urgenza la scheda di una persona protetta."),
        _("Entra nel sito degli uffici e guarda chi è stato, quando e perché:"),
    )
    address = settings().backoffice_url.rstrip("/") + "/emergenze/aperture"
    return Mail(
        key=f"opening.{command.opening_id}.{command.operator_id}",
        sender=settings().mail_from,
        sender_name=sender_name,
        recipient=head.email,
        language=SOURCE.code,
        subject=say(_("Aperta una scheda protetta"), SOURCE.code),
        paragraphs=(*(say(one, SOURCE.code) for one in words), address),
        written_at=utcnow(),
    )
