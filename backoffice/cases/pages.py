"""The page of a case, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from domain.casework.queries.case_file import CaseFile
from domain.casework.terms import WRITTEN_KINDS, CaseStatus
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import CASE_ROLES
from web.forms import Form
from web.locale import sentence
from web.pagination import PageLinks
from web.rendering import page

DONE = {"presa": "taken", "nota": "noted", "proposta": "proposed"}


def case_page(
    request: Request[Any, Any, Any], operator: Operator, found: CaseFile, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """The case with the form for a new diary entry."""
    waits = any(application.is_waiting for application in found.applications)
    is_mine = found.responsible_id == operator.operator_id
    spoken = BY_CODE.get(found.person.language)
    return page(
        request,
        "cases/show.html",
        block="case_detail",
        status=status,
        case=found,
        form=form,
        may_take=operator.has(*CASE_ROLES) and (found.status is not CaseStatus.IN_CHARGE or (is_mine and waits)),
        may_write=operator.has(*CASE_ROLES),
        done=DONE.get(request.query_params.get("fatto", "")),
        spoken=spoken.native_name if spoken else found.person.language,
        kinds=[(kind.value, sentence(kind.label)) for kind in WRITTEN_KINDS],
        diary_pages=PageLinks(found.diary.number, found.diary.pages, f"/casi/{found.id}", {}),
    )
