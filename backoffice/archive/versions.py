"""A newer version of a document, and the file of any of them."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.archive.pages import filing_page
from domain.documents.actions.archive.replace_filing import ReplaceFiling, replace_filing
from domain.documents.queries.archive.filing_sheet import archive_file
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.downloads import download
from web.forms import attempt, bind, dates_and_file, show
from web.rendering import see_other
from web.work import CurrentOperator, Work


class VersionController(Controller):
    """The newer version counts; the former one can still be read."""

    path = "/archivio/{filing_id:uuid}/versioni"

    @get("/nuova", name="filing.version.new", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form for its file and its day."""
        form = show({"dated_on": work.today})
        return await filing_page(request, work, operator, filing_id, form, template="archive/version.html")

    @post("/", name="filing.version.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """File it in the place of the former one."""
        sent = await dates_and_file(request, file="file")
        form = await bind(request, ReplaceFiling, filing_id=filing_id, **sent)
        if await attempt(work, operator, form, replace_filing, "file"):
            return see_other(request, f"/archivio/{form.answer}?fatto=versione")
        return await filing_page(request, work, operator, filing_id, form, template="archive/version.html", status=422)


class FilingFileController(Controller):
    """The file itself."""

    path = "/archivio/{filing_id:uuid}/file"

    @get("/", name="filing.file", **operator(*DESK_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]) -> Response[bytes]:
        """To be saved or opened; the reading is noted."""
        document, content = await archive_file(work, operator, filing_id)
        return download(content, document.file_name, document.media_type)
