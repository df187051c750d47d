"""The page of one conversation, made the same way for applications and cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.correspondence.queries.conversations.conversation import ConversationRow, messages_of
from domain.correspondence.queries.conversations.conversation_rules import conversation_rules
from domain.documents.queries.documents_by_id import documents_by_id
from domain.kernel.actor import Citizen
from domain.kernel.page import Page
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.requests.sent_message import KEPT, ids_of


@dataclass(frozen=True)
class Talked:
    """What the conversation is about: its title, the page it belongs to, with which office."""

    title: str
    back: str
    path: str
    office_id: UUID | None
    office: str
    language: str
    conversation: ConversationRow | None
    may_write: bool = True
    acting: Any = None
    upload: Mapping[str, Any] = field(default_factory=dict)


async def conversation_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    talked: Talked,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The messages, the latest first, and room for one more."""
    found = talked.conversation
    messages = await messages_of(work, citizen, found.id, page_number(request)) if found else Page((), 1, 1, 0)
    kept = await documents_by_id(work, ids_of(form.value(KEPT)))
    return page(
        request,
        "conversation/show.html",
        status=status,
        form=form,
        talked=talked,
        acting=talked.acting,
        messages=messages.items,
        links=PageLinks(messages.number, messages.pages, talked.path, {}),
        unread=sum(one.side == "office" and not one.is_read for one in messages.items),
        spoken=found.language if found else talked.language,
        kept=[(str(one.id), one.file_name) for one in kept.values()],
        reply_days=(await conversation_rules(work, talked.office_id)).reply_days,
        is_sent=request.query_params.get("fatto") == "inviato",
    )
