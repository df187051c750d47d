"""The page of a housing need, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.housing.queries.need_file import need_file
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.rendering import page

DONE = frozenset({"chiuso", "riaperto"})


async def need_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    need_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The need with its history, and what may be decided."""
    file = await need_file(work, operator, need_id)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "housing/show.html",
        status=status,
        form=form,
        file=file,
        need=file.need,
        reasons=[
            (row.code, row.reason if row.reason == row.outcome else f"{row.outcome}: {row.reason}")
            for row in file.closings
        ],
        done=done if done in DONE else "",
    )
