"""The e-mails that an office gets about sheets that were passed on: their words, a preview, who gets none."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.desk_messages.page import PATH, WORDS, messages_page
from backoffice.desk_settings.controller import DIRECTING
from backoffice.passed_on.answers import attempt_part, bind_part
from domain.kernel.refusals import NotFound
from domain.kernel.roles import ADMIN_ROLES
from domain.reception.actions.desks.write_message_text import WriteMessageText, write_message_text
from domain.reception.terms.passing_on import ReferralStatus
from web.access import operator
from web.forms import show, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DeskMessageController(Controller):
    """The words of the ente."""

    path = PATH

    @get("/", name="desk_messages", **operator(*DIRECTING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The text of each piece of news, as it is sent."""
        return await messages_page(request, work, operator, show())

    @post("/{news:str}", name="desk_messages.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, news: FromPath[str]
    ) -> Response[Any]:
        """Write a new version."""
        about = _about(news)
        form = await bind_part(request, WriteMessageText, about.value, news=about)
        if await attempt_part(work, operator, form, about.value, write_message_text):
            return see_other(request, f"{PATH}?fatto={news}")
        return await messages_page(request, work, operator, form, status=422)


class DeskMessagePreviewController(Controller):
    """How a text would be sent."""

    path = f"{PATH}/{{news:str}}/anteprima"

    @post("/", name="desk_messages.preview", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, news: FromPath[str]
    ) -> Response[Any]:
        """What was typed, with its blanks filled; nothing is written."""
        _about(news)
        return await messages_page(request, work, operator, await typed(request))


def _about(news: str) -> ReferralStatus:
    try:
        return WORDS[news]
    except KeyError as wrong:
        raise NotFound from wrong
