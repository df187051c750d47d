"""An application: where it stands, the answers, the documents, the clock of L. 241/1990."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.applications.pages import application_page
from domain.documents.queries.document_file import document_file
from domain.kernel.reading import ReadingPurpose
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.downloads import download
from web.work import CurrentOperator, Work


class ApplicationController(Controller):
    """One application."""

    path = "/domande/{application_id:uuid}"

    @get("/", name="application.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """All of it on one page; the reading is noted."""
        return await application_page(request, work, operator, application_id)


class DocumentController(Controller):
    """The files people have sent."""

    path = "/documenti/{document_id:uuid}"

    @get("/", name="document.show", **operator(*DESK_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, document_id: FromPath[UUID]) -> Response[bytes]:
        """The file, to be saved or opened; the reading is noted."""
        document, content = await document_file(work, operator, document_id, purpose=ReadingPurpose.APPLICATION_WORK)
        return download(content, document.file_name, document.media_type)
