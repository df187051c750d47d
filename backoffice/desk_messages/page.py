"""The page of the e-mails between offices, made the same way wherever it is shown again."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import offices_of_all
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.reception.queries.desk_access import may_write_messages
from domain.reception.queries.desks.message_texts import BLANKS, MessageTextRow, message_texts
from domain.reception.terms.passing_on import ReferralStatus
from web.forms import Form
from web.rendering import page

PATH = "/accoglienza/sportelli/messaggi"
WORDS = {
    "inviata": ReferralStatus.SENT,
    "ricevuta": ReferralStatus.ACCEPTED,
    "restituita": ReferralStatus.RETURNED,
}
EXAMPLE_DAYS = 3


async def messages_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """The texts of the operator's ente, each as it looks when it arrives, and the offices without e-mail."""
    own = await ente(work, operator.ente_id)
    texts = await message_texts(work, operator.ente_id)
    link = f"{settings().backoffice_url.rstrip('/')}/accoglienza/schede/{UUID(int=0)}"
    shown = []
    for word, news in WORDS.items():
        text = _typed(form, texts[news])
        for name, value in (("subject", text.subject), ("body", text.body)):
            form.values.setdefault(f"{news.value}.{name}", value)
        subject, lines = text.about(link=link, days=EXAMPLE_DAYS, ente=own.name)
        shown.append((word, text, subject, lines))
    offices = await offices_of_all(work, operator, operator.enti)
    return page(
        request,
        "desk_messages/list.html",
        status=status,
        form=form,
        shown=shown,
        blanks=BLANKS,
        may_write=may_write_messages(operator),
        without=[row.name for row in offices if row.is_open and not row.email],
        done=request.query_params.get("fatto", "") in WORDS,
    )


def _typed(form: Form[Any], kept: MessageTextRow) -> MessageTextRow:
    """The text as it was typed, for the preview; what was not typed is as it is kept."""
    typed = {name: str(form.value(f"{kept.news.value}.{name}")).strip() for name in ("subject", "body")}
    return replace(kept, **{name: text for name, text in typed.items() if text})
