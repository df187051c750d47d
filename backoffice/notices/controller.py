"""Notices: what is new for the operator, and what is to be done."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.correspondence.actions.notices.choose_notices import ChooseNotices, choose_notices
from domain.correspondence.actions.notices.read_all_notices import read_all_notices
from domain.correspondence.actions.notices.read_notice import ReadNotice, read_notice
from domain.correspondence.queries.notices import kinds_by_mail, notices_of, unread_notices
from domain.correspondence.terms.notices import NoticeKind
from web.access import operator
from web.forms import bind, show
from web.locale import gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/avvisi"


class NoticeController(Controller):
    """One's own."""

    path = PATH

    @get("/", name="notice.list", **operator())
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The latest first: all, those to read, or of one kind."""
        asked = request.query_params.get("vista", "")
        kind = next((one for one in NoticeKind if one.value == asked), None)
        only_unread = asked != "tutti" and kind is None
        found = await notices_of(work, operator, page_number(request), kind=kind, only_unread=only_unread)
        unread = await unread_notices(work, operator)
        return page(
            request,
            "notices/list.html",
            rows=found.items,
            links=PageLinks(found.number, found.pages, PATH, {"vista": asked} if asked else {}),
            views=_views(unread, kind, asked, only_unread=only_unread),
            has_unread=bool(unread),
            kind=kind,
        )

    @post("/letture", name="notice.readings", **operator())
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Mark all as read."""
        await read_all_notices(work, operator)
        return see_other(request, PATH)


class NoticeReadingController(Controller):
    """Opening one, or only marking it as read."""

    path = f"{PATH}/{{notice_id:uuid}}"

    @post("/apertura", name="notice.opening", **operator())
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, notice_id: FromPath[UUID]
    ) -> Response[Any]:
        """It is read, and its page opens."""
        return see_other(request, await read_notice(work, operator, ReadNotice(notice_id=notice_id)))

    @post("/lettura", name="notice.reading", **operator())
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, notice_id: FromPath[UUID]
    ) -> Response[Any]:
        """It is read; the list goes on."""
        await read_notice(work, operator, ReadNotice(notice_id=notice_id))
        return see_other(request, PATH)


class NoticeChoiceController(Controller):
    """Of which kinds an e-mail comes too."""

    path = f"{PATH}/preferenze"

    @get("/", name="notice.choices", **operator())
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As they are."""
        form = show({"mailed": [kind.value for kind in await kinds_by_mail(work, operator)]})
        kinds = [(kind.value, sentence(kind.label)) for kind in NoticeKind]
        is_saved = request.query_params.get("fatto") == "1"
        return page(request, "notices/choices.html", form=form, kinds=kinds, is_saved=is_saved)

    @post("/", name="notice.choices.update", **operator())
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """From the next notice on."""
        form = await bind(request, ChooseNotices)
        if form.command is not None:
            await choose_notices(work, operator, form.command)
        return see_other(request, f"{PATH}/preferenze?fatto=1")


def _views(
    unread: dict[NoticeKind, int], kind: NoticeKind | None, asked: str, *, only_unread: bool
) -> list[tuple[str, str, int | None, bool]]:
    views = [
        (gettext("Da leggere"), PATH, sum(unread.values()), only_unread),
        (gettext("Tutti"), f"{PATH}?vista=tutti", None, asked == "tutti"),
    ]
    shown = [one for one in NoticeKind if one in unread or one is kind]
    return [
        *views,
        *((sentence(one.label), f"{PATH}?vista={one.value}", unread.get(one), one is kind) for one in shown),
    ]
