"""The page of one kind of fact, and the form for a fact, made the same way wherever they are shown again."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from litestar import Request, Response
from pydantic import BaseModel

from backoffice.people.kinds import PATHS, questions_of, told
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, RuleBroken
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.fact_fields import Shape, fact_fields
from domain.registry.queries.facts.facts_of import fact_history
from domain.registry.queries.person_card import person_card
from domain.registry.terms import FactKind, FactSource
from web.forms import Form, bind, typed
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page

M = TypeVar("M", bound=BaseModel)


async def bind_fact(request: Request[Any, Any, Any], asked: FactKind, model: type[M], **fixed: Any) -> Form[M]:
    """The command that was asked, with the fields of the kind together as its ``value``; or the errors."""
    form = await typed(request)
    value: dict[str, Any] = {
        field.name: bool(form.value(field.name)) if field.shape is Shape.YES_NO else form.value(field.name)
        for field in fact_fields(asked)
    }
    return await bind(request, model, value=value, **fixed)


async def try_fact(work: UnitOfWork, form: Form[Any], doing: Callable[[], Awaitable[Any]]) -> bool:
    """Whether ``doing`` was done; what it refuses about the answers stands beside them, and nothing is kept."""
    try:
        await doing()
    except Invalid as refusal:
        form.refuse(refusal)
    except RuleBroken as refusal:
        form.errors["ends_on"] = sentence(refusal.message)
    else:
        return True
    await work.discard()
    return False


async def fact_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    kind: FactKind,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """What was ever written of the kind, and the form for something new."""
    card = await person_card(work, operator, person_id)
    history = await fact_history(work, operator, person_id, kind, page_number(request))
    path = f"/persone/{person_id}/dati/{PATHS[kind]}"
    return page(
        request,
        "people/facts.html",
        status=status,
        person=card,
        kind=kind,
        path=path,
        form=form,
        questions=await questions_of(work, card.ente_id, kind),
        sources=[(source.value, sentence(source.label)) for source in FactSource],
        history=history,
        words=await told(work, card.ente_id, history.items),
        pages=PageLinks(history.number, history.pages, path, {}),
    )
