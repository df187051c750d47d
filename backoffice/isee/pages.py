"""The pages about the ISEE of a person, made the same way wherever they are shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.casework.queries.isee.isee_sheet import IseeDraft, isee_sheet
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.terms import FactSource, IseeKind
from web.forms import Form, show
from web.locale import sentence, short_date
from web.pagination import PageLinks, page_number
from web.rendering import page

DONE = frozenset({"scritto", "corretto", "tolto"})
SOURCES = (FactSource.DOCUMENT, FactSource.PERSON, FactSource.RELATIVE, FactSource.OFFICE)


async def list_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, person_id: UUID
) -> Response[Any]:
    """Which certificate counts, and the history."""
    sheet = await isee_sheet(work, operator, person_id, page=page_number(request))
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "isee/list.html",
        sheet=sheet,
        person=sheet.person,
        pages=PageLinks(sheet.history.number, sheet.history.pages, f"/persone/{person_id}/isee", {}),
        done=done if done in DONE else "",
    )


def form_page(
    request: Request[Any, Any, Any], draft: IseeDraft, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """The form for a certificate: a new one, or one to put right."""
    return page(
        request,
        "isee/form.html",
        status=status,
        form=form,
        draft=draft,
        person=draft.person,
        kinds=[(one.value, sentence(one.label)) for one in IseeKind],
        sources=[(one.value, sentence(one.label)) for one in SOURCES],
        people=_people(draft),
        papers=[(one.id, f"{one.file_name} · {short_date(one.created_at)}") for one in draft.papers],
    )


def _people(draft: IseeDraft) -> list[tuple[str, str]]:
    """Those of the household, and those of the certificate who are not in it any more."""
    people = {one.person_id: one.full_name for one in draft.household}
    people |= dict(draft.row.members) if draft.row else {}
    return [(str(one), name) for one, name in people.items()]


def as_it_stands(draft: IseeDraft, typed: Form[Any] | None = None) -> Form[Any]:
    """The certificate of the draft in the boxes of the form, with what was ``typed`` and refused over it."""
    row = draft.row
    assert row is not None, "only a certificate that is there is put right"
    form = show(
        {
            "kind": row.kind.value,
            "amount": f"{row.amount:.2f}".replace(".", ","),
            "dsu_number": row.dsu_number,
            "declared_on": row.declared_on,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "is_irregular": "true" if row.is_irregular else "",
            "omissions": row.omissions,
            "source": row.source.value,
            "document_id": row.document_id,
            "member_ids": [str(member) for member, _name in row.members],
        }
    )
    if typed is not None:
        form.values |= typed.values
        form.errors = typed.errors
    return form
