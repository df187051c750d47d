"""The page of the queue, made the same way wherever it is shown again."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response

from backoffice.conversations.filters import AGES, PATH, VIEWS, Asked
from domain.correspondence.queries.conversations.queue import (
    QueuedConversation,
    conversations_queue,
    waiting_conversations,
)
from domain.correspondence.terms.conversations import About
from domain.intake.queries.applications_to_check import applications_by_id
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.kernel.text import Text, _
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.locale import language_code, ngettext, sentence
from web.pagination import PageLinks
from web.rendering import page

VIEW_LABELS: dict[str, Text] = {
    "da-rispondere": _("Da rispondere"),
    "risposte": _("Con la risposta"),
    "senza-risposta": _("Non serve risposta"),
    "tutte": _("Tutte"),
}
FIRST = next(iter(VIEWS))
FOLLOWED = _("Caso seguito dall'ufficio")


@dataclass(frozen=True)
class ShownConversation:
    """A conversation, its page, and what it is about in words."""

    row: QueuedConversation
    href: str
    title: str
    language: str


async def queue_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    chosen: Asked,
    form: Form[Any],
    *,
    status: int = 200,
    number: int = 1,
) -> Response[Any]:
    """One page of a view."""
    found = await conversations_queue(work, operator, chosen.wanted, number)
    about = [one.subject_id for one in found.items if one.about is About.APPLICATION]
    known = await applications_by_id(work, operator, about)
    titles = {key: one.title.in_(language_code()) for key, one in known.items()}
    offices = await offices_of_all(work, operator, operator.enti)
    waiting = await waiting_conversations(work, operator)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "conversations/list.html",
        status=status,
        form=form,
        rows=[_shown(one, titles.get(one.subject_id, "")) for one in found.items],
        total=found.total,
        pages=PageLinks(found.number, found.pages, PATH, chosen.query),
        chosen=chosen,
        views=[
            (sentence(VIEW_LABELS[one]), f"{PATH}?vista={one}", waiting if one == FIRST else None, one == chosen.view)
            for one in VIEWS
        ],
        filters=[
            ("ufficio", sentence(_("Ufficio")), [(str(one.id), one.name) for one in offices if one.is_open]),
            ("lingua", sentence(_("Lingua")), [(one.code, one.native_name) for one in LANGUAGES]),
            ("giorni", sentence(_("Aspetta da almeno")), [(one, _days(int(one))) for one in AGES]),
        ],
        may_write_ready=operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES),
        done=int(done) if done.isdecimal() and len(done) < 4 else None,
        address=PageLinks(1, 1, PATH, chosen.query).url(found.number),
    )


def _days(number: int) -> str:
    return ngettext("%(num)s giorno", "%(num)s giorni", number)


def _shown(row: QueuedConversation, title: str) -> ShownConversation:
    is_case = row.about is About.CASE
    place = "casi" if is_case else "domande"
    spoken = BY_CODE.get(row.language)
    return ShownConversation(
        row,
        f"/{place}/{row.subject_id}/conversazione",
        sentence(FOLLOWED) if is_case else title,
        spoken.native_name if spoken else row.language,
    )
