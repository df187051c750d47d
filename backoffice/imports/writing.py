"""An import is written, or taken back: both ask once more who is there."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.imports.controller import PATH
from domain.kernel.roles import ADMIN_ROLES
from domain.legacy.actions.undo_import import UndoImport, undo_import
from domain.legacy.actions.write_archive import WriteArchive, write_archive
from domain.legacy.queries.imports import import_sheet
from web.access import operator
from web.forms import bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ImportWritingController(Controller):
    """After the trial."""

    path = f"{PATH}/{{import_id:uuid}}/scrittura"

    @post("/", name="import.writing", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Have the rows written."""
        await write_archive(work, operator, WriteArchive(import_id=import_id))
        return see_other(request, f"{PATH}/{import_id}")


class ImportUndoController(Controller):
    """What was written goes, but for what somebody has used."""

    path = f"{PATH}/{{import_id:uuid}}/annullamento"

    @get("/", name="import.undo.new", **operator(*ADMIN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """What will go, and why it is asked."""
        sheet = await import_sheet(work, operator, import_id)
        return page(request, "imports/undo.html", sheet=sheet, form=show())

    @post("/", name="import.undo", **operator(*ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Have it taken back."""
        form = await bind(request, UndoImport, import_id=import_id)
        if form.command is not None:
            await undo_import(work, operator, form.command)
            return see_other(request, f"{PATH}/{import_id}")
        sheet = await import_sheet(work, operator, import_id)
        return page(request, "imports/undo.html", status=422, sheet=sheet, form=form)
