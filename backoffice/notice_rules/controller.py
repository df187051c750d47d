"""When people are reminded of appointments, and how freed places are offered."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.kernel.roles import ADMIN_ROLES
from domain.scheduling.actions.waiting.set_notice_rules import SetNoticeRules, set_notice_rules
from domain.scheduling.queries.waiting.notice_rules import notice_rules
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/promemoria"
PLAIN = ("offer_hours", "lead_hours", "pause_hours", "most_offers", "closing_hours")


class NoticeRulesController(Controller):
    """Of one's ente."""

    path = PATH

    @get("/", name="notice_rules", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As they are."""
        kept = await notice_rules(work, operator.ente_id)
        shown = {name: getattr(kept, name) for name in PLAIN}
        shown["reminder_hours"] = ", ".join(map(str, kept.reminder_hours))
        return _page(request, show(shown))

    @post("/", name="notice_rules.update", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """From now on."""
        form = await bind(request, SetNoticeRules)
        if await attempt(work, operator, form, set_notice_rules):
            return see_other(request, f"{PATH}?fatto=1")
        return _page(request, form, status=422)


def _page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    done = "fatto" in request.query_params
    return page(request, "notice_rules/edit.html", status=status, form=form, done=done)
