"""The pages of one relation."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card
from domain.registry.queries.relations.relation_map import RelationRow
from domain.registry.queries.relations.relation_row import relation_row
from domain.registry.terms import FactSource
from domain.registry.terms.relations import RELATION_ASPECTS
from web.forms import Form
from web.locale import sentence
from web.rendering import page


async def relation_in(work: UnitOfWork, operator: Operator, person_id: UUID, relation_id: UUID) -> RelationRow:
    """The relation, whose reading is noted on the person. Refuses NotFound."""
    return await relation_row(work, operator, person_id, relation_id)


async def relation_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    row: RelationRow,
    form: Form[Any],
    *,
    status: int = 200,
    template: str = "relations/relation.html",
) -> Response[Any]:
    """One relation, and a form about it."""
    return page(
        request,
        template,
        status=status,
        form=form,
        person=await person_card(work, operator, person_id),
        row=row,
        kinds=[(one.value, sentence(one.label)) for one in RELATION_ASPECTS[row.kind.aspect]],
        sources=[(one.value, sentence(one.label)) for one in FactSource],
    )
