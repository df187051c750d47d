"""The queue of what people have written, and what needs no answer."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.conversations.filters import PATH, asked
from backoffice.conversations.queue_page import queue_page
from domain.correspondence.actions.conversations.set_aside_conversations import (
    MOST,
    SetAsideConversations,
    set_aside_conversations,
)
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.forms import attempt, show, typed
from web.pagination import PageLinks, page_number
from web.rendering import see_other
from web.requests.sent_message import ids_of
from web.work import CurrentOperator, Work

LONGEST = 400


class ConversationQueueController(Controller):
    """What waits for an answer, the longest wait first; what was answered; all."""

    path = PATH

    @get("/", name="conversations", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A view, filtered and paged."""
        return await queue_page(request, work, operator, asked(request), show(), number=page_number(request))

    @post("/senza-risposta", name="conversation.aside", **operator(*DESK_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that were chosen need no answer, for a reason."""
        form, chosen = await typed(request), asked(request)
        reason = str(form.value("reason"))[:LONGEST]
        form.command = SetAsideConversations(conversation_ids=ids_of(form.value("chosen"))[:MOST], reason=reason)
        if await attempt(work, operator, form, set_aside_conversations):
            return see_other(request, PageLinks(1, 1, PATH, {**chosen.query, "fatto": str(form.answer)}).url(1))
        return await queue_page(request, work, operator, chosen, form, status=422, number=page_number(request))
