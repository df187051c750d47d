"""The diary of a case."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.cases.pages import case_page
from domain.casework.actions.record_note import RecordNote, record_note
from domain.casework.queries.case_file import case_file
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import Form, attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DiaryController(Controller):
    """Entries of the diary."""

    path = "/casi/{case_id:uuid}/diario"

    @post("/", name="case.diary", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write an entry; what was typed stays when something is wrong."""
        form: Form[RecordNote] = await bind(request, RecordNote, case_id=case_id)
        if await attempt(work, operator, form, record_note):
            return see_other(request, f"/casi/{case_id}?fatto=nota")
        found = await case_file(work, operator, case_id)
        return await case_page(request, work, operator, found, form, status=422)
