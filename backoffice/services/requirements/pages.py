"""The pages of requirements: all of them with a trial, and each with its boxes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.services.form.conditions import condition_choices, condition_values, condition_words
from domain.catalogue.queries.requirements import FACTS, Fact, FactValue, NotAnAnswer, evaluate, fact_value
from domain.catalogue.queries.service_draft import DraftSheet, fact_fields, service_draft
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.terms import IseeKind
from web.forms import Form, show
from web.locale import sentence
from web.orientation.turns import BADGES
from web.rendering import page

TRIED = "f."


async def list_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    sent: Form[Any] | None = None,
) -> Response[Any]:
    """Every requirement; ``sent`` are the facts on which they are tried, or a form that was refused."""
    draft = await service_draft(work, operator, draft_id)
    asked = [fact for fact in FACTS.values() if any(fact.key in one.facts for one in draft.requirements)]
    form = sent or show()
    tried = _tried(form, asked) if sent and not sent.errors else None
    fields = fact_fields()
    return page(
        request,
        "services/requirements/list.html",
        status=422 if form.errors else 200,
        draft=draft,
        form=form,
        words={one.key: condition_words(one.condition, fields) for one in draft.requirements},
        outcomes=_outcomes(draft, tried) if tried is not None else {},
        boxes=[(TRIED + fact.key, sentence(fact.label), _choices(fact)) for fact in asked],
        badges=BADGES,
    )


async def one_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    key: str | None = None,
    form: Form[Any] | None = None,
) -> Response[Any]:
    """The boxes of a requirement, or of a new one."""
    draft = await service_draft(work, operator, draft_id)
    requirement = draft.requirement(key) if key else None
    fields = fact_fields()
    known: dict[str, Any] = {"seen_revision": draft.revision, "join": "and", "is_blocking": True}
    if requirement:
        mend = requirement.how_to_mend
        known |= condition_values(requirement.condition, fields)
        known |= {"sentence": requirement.sentence.in_("it"), "source": requirement.source.in_("it")}
        known |= {"isee_kind": requirement.isee_kind}
        known |= {"how_to_mend": mend.in_("it") if mend else None, "is_blocking": requirement.is_blocking or None}
    return page(
        request,
        "services/requirements/one.html",
        status=422 if form else 200,
        draft=draft,
        requirement=requirement,
        form=form or show(known),
        isee_kinds=[(one.value, sentence(one.label)) for one in IseeKind],
        **condition_choices(requirement.condition if requirement else None, fields),
    )


def _choices(fact: Fact) -> list[tuple[str, str]]:
    return [(value, sentence(label)) for value, label in fact.choices]


def _tried(form: Form[Any], asked: list[Fact]) -> dict[str, FactValue] | None:
    """The facts that were typed, empty ones unknown; None when one cannot be, and the form says why."""
    found: dict[str, FactValue] = {}
    for fact in asked:
        words = str(form.value(TRIED + fact.key)).strip()
        try:
            found |= {fact.key: fact_value(fact, words)} if words else {}
        except NotAnAnswer as refused:
            form.refuse({TRIED + fact.key: refused.message})
    return None if form.errors else found


def _outcomes(draft: DraftSheet, facts: Mapping[str, FactValue]) -> dict[str, Any]:
    return {result.requirement.key: result.outcome for result in evaluate(draft.requirements, facts)}
