"""The page of one conversation, made the same way for applications and cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response

from domain.correspondence.queries.conversations.conversation import ConversationRow, messages_of
from domain.correspondence.queries.conversations.ready_answers import ready_answers
from domain.documents.queries.documents_by_id import DocumentRow
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.page import Page
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.pagination import PageLinks, page_number
from web.rendering import page

DONE = frozenset({"risposta", "nota"})


@dataclass(frozen=True)
class Talked:
    """What the conversation is about: whose, the page it belongs to, what may be enclosed."""

    name: str
    title: str
    back: str
    path: str
    language: str
    conversation: ConversationRow | None
    files: Sequence[DocumentRow]


async def conversation_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    talked: Talked,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The messages, the latest first, and room for an answer."""
    found = talked.conversation
    messages = await messages_of(work, operator, found.id, page_number(request)) if found else Page((), 1, 1, 0)
    language = found.language if found else talked.language
    spoken = BY_CODE.get(language)
    ready = await ready_answers(work, operator)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "conversations/show.html",
        status=status,
        form=form,
        talked=talked,
        conversation=found,
        messages=messages.items,
        links=PageLinks(messages.number, messages.pages, talked.path, {}),
        unread=sum(one.side == "citizen" and not one.is_read for one in messages.items),
        spoken=language,
        spoken_name=spoken.native_name if spoken else language,
        is_foreign=language != SOURCE.code,
        ready=[(one, one.is_in(language)) for one in ready],
        ready_options=[(str(one.id), one.name) for one in ready],
        enclosable=[(str(one.id), f"{one.file_name} – {one.title}") for one in talked.files],
        done=done if done in DONE else "",
    )
