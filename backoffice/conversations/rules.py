"""How an office answers what people write."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.correspondence.actions.conversations.set_conversation_rules import (
    SetConversationRules,
    set_conversation_rules,
)
from domain.correspondence.queries.conversations.conversation_rules import conversation_rules
from domain.correspondence.terms.conversations import USUAL_LIMIT
from domain.kernel.roles import ADMIN_ROLES
from domain.organization.queries.offices import OfficeRow, office
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ConversationRulesController(Controller):
    """Of one office."""

    path = "/uffici/{office_id:uuid}/conversazioni"

    @get("/", name="office.conversations", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, office_id: FromPath[UUID]) -> Response[Any]:
        """As it is."""
        kept = await conversation_rules(work, office_id)
        form = show({"reply_days": kept.reply_days, "most_a_day": kept.most_a_day})
        return _page(request, await office(work, office_id), form)

    @post("/", name="office.conversations.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, office_id: FromPath[UUID]
    ) -> Response[Any]:
        """From now on."""
        form = await bind(request, SetConversationRules, office_id=office_id)
        if await attempt(work, operator, form, set_conversation_rules):
            return see_other(request, f"/uffici/{office_id}/conversazioni?fatto=1")
        return _page(request, await office(work, office_id), form, status=422)


def _page(request: Request[Any, Any, Any], shown: OfficeRow, form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(
        request,
        "conversations/rules.html",
        status=status,
        form=form,
        office=shown,
        usual=USUAL_LIMIT,
        done=request.query_params.get("fatto") == "1",
    )
