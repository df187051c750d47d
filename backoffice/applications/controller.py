"""An application: the answers, the documents, the clock of L. 241/1990."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from domain.casework.queries.case_of_application import case_of_application
from domain.documents.queries.document_file import document_file
from domain.intake.queries.application_sheet import application_sheet
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.kernel.reading import ReadingPurpose
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.downloads import download
from web.locale import language_code
from web.rendering import page
from web.work import CurrentOperator, Work


class ApplicationController(Controller):
    """One application."""

    path = "/domande/{application_id:uuid}"

    @get("/", name="application.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """All of it on one page; the reading is noted."""
        sheet = await application_sheet(work, operator, application_id, language=language_code())
        case_id = await case_of_application(work, operator, application_id)
        spoken = BY_CODE.get(sheet.language)
        return page(
            request,
            "applications/show.html",
            block="application",
            sheet=sheet,
            case_id=case_id,
            language_names={one.code: one.native_name for one in LANGUAGES},
            spoken=spoken.native_name if spoken else sheet.language,
        )


class DocumentController(Controller):
    """The files people have sent."""

    path = "/documenti/{document_id:uuid}"

    @get("/", name="document.show", **operator(*DESK_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, document_id: FromPath[UUID]) -> Response[bytes]:
        """The file, to be saved or opened; the reading is noted."""
        document, content = await document_file(work, operator, document_id, purpose=ReadingPurpose.APPLICATION_WORK)
        return download(content, document.file_name, document.media_type)
