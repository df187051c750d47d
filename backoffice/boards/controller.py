"""The screens of an office: for who works at its desk."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.boards.screen import SCREEN_PATH
from backoffice.sheet_reading.roles import RECEIVING
from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.reception.actions.boards.close_board import close_board
from domain.reception.actions.boards.open_board import OpenBoard, open_board
from domain.reception.queries.boards.boards_of import boards_of
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/accoglienza/tabelloni"
USUAL = ["it", "en", "ar"]


class BoardController(Controller):
    """The screens that are open."""

    path = PATH

    @get("/", name="boards", **operator(*RECEIVING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Each with the address that opens it."""
        return await _boards_page(request, work, operator, show({"languages": USUAL}))

    @post("/", name="boards.create", **operator(*RECEIVING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Open another one."""
        form = await bind(request, OpenBoard)
        if await attempt(work, operator, form, open_board, "name"):
            return see_other(request, f"{PATH}?fatto=aperto")
        return await _boards_page(request, work, operator, form, status=422)

    @post("/{board_id:uuid}/chiusura", name="boards.delete", **operator(*RECEIVING))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, board_id: FromPath[UUID]
    ) -> Response[Any]:
        """Close it: its address opens nothing any more."""
        await close_board(work, operator, board_id)
        return see_other(request, f"{PATH}?fatto=chiuso")


async def _boards_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    return page(
        request,
        "boards/list.html",
        status=status,
        form=form,
        boards=await boards_of(work, operator),
        address=f"{settings().backoffice_url.rstrip('/')}{SCREEN_PATH}",
        tongues=[(one.code, one.native_name, None) for one in LANGUAGES],
        language_names={one.code: one.native_name for one in LANGUAGES},
        done=request.query_params.get("fatto", ""),
    )
