"""Tells an office head by e-mail that requests to put data right are about to be late: nothing of the people."""

from datetime import date
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

MOST_ATTEMPTS = 6
FIRST_PAUSE_SECONDS = 60


class RemindOfRectifications(BaseModel):
    """Of how many requests, on which day, which head of an office of the ente hears, and how often it was tried."""

    ente_id: UUID
    operator_id: UUID
    day: date
    count: int
    attempt: int = 0


async def remind_of_rectifications(command: RemindOfRectifications, *, bind: Bind | None = None) -> None:
    """Send it. What the server does not take now is tried again, later and later; without a post office nothing."""
    url = settings().smtp_url
    if not url:
        return
    who = System("remind of rectifications")
    async with unit_of_work(who, read_only=True, bind=bind) as work:
        sender_name, head = (await ente(work, command.ente_id)).name, await operator_card(work, command.operator_id)
    try:
        await smtp.send(_mail(command, sender_name, head), url)
    except (smtp.Never, smtp.NotNow) as refused:
        log.warning("rectifications_not_reminded", ente_id=str(command.ente_id), reason=type(refused).__name__)
        if isinstance(refused, smtp.NotNow) and command.attempt + 1 < MOST_ATTEMPTS:
            again = command.model_copy(update={"attempt": command.attempt + 1})
            async with unit_of_work(who, bind=bind) as work:
                pause = FIRST_PAUSE_SECONDS * 2**command.attempt
                await work.defer("remind_of_rectifications", again.model_dump_json(), delay_seconds=pause)


def _mail(command: RemindOfRectifications, sender_name: str, head: OperatorRow) -> Mail:
    words = (
        _("Ciao %(name)s,", name=head.given_name),
        _(
            "alcune richieste di correzione dei dati stanno per scadere, o sono già scadute: %(count)s.",
            count=command.count,
        ),
        _("Entra nel sito degli uffici e rispondi:"),
    )
    address = settings().backoffice_url.rstrip("/") + "/rettifiche"
    return Mail(
        key=f"rectifications.{command.ente_id}.{command.operator_id}.{command.day.isoformat()}",
        sender=settings().mail_from,
        sender_name=sender_name,
        recipient=head.email,
        language=SOURCE.code,
        subject=say(_("Richieste di correzione in scadenza"), SOURCE.code),
        paragraphs=(*(say(one, SOURCE.code) for one in words), address),
        written_at=utcnow(),
    )
