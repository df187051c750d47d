"""The page of a pair, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from backoffice.duplicates.words import link_rows, said
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.registry.queries.merging.duplicate_sheet import DuplicateSheet
from web.forms import Form
from web.rendering import page

FORMER, KEPT = "former", "kept"


def duplicate_page(
    request: Request[Any, Any, Any],
    operator: Operator,
    sheet: DuplicateSheet,
    form: Form[Any],
    apart: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The two records with what differs to choose; ``form`` is of joining, ``apart`` of telling apart."""
    for one in sheet.fields:  # what is proposed, until somebody has chosen
        form.values.setdefault(f"choice_{one.field.value}", FORMER if one.takes_former else KEPT)
    return page(
        request,
        "duplicates/show.html",
        status=status,
        sheet=sheet,
        form=form,
        apart=apart or Form(),
        same=[(one.field.label, said(one, one.kept)) for one in sheet.fields if not one.differs and one.kept],
        choices=[
            (f"choice_{one.field.value}", one.field.label, said(one, one.former), said(one, one.kept))
            for one in sheet.fields
            if one.differs
        ],
        moving=link_rows(sheet.links, moving=True),
        staying=link_rows(sheet.links, moving=False),
        is_other_ente=sheet.former.ente_id != sheet.kept.ente_id,
        may_join=not sheet.needs_head or operator.has(Role.OFFICE_HEAD),
    )
