"""Requirements are written in lines over facts; what is published keeps them."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.designing.add_draft_requirement import AddDraftRequirement, add_draft_requirement
from domain.catalogue.actions.designing.change_draft_requirement import (
    ChangeDraftRequirement,
    change_draft_requirement,
)
from domain.catalogue.actions.designing.draft_service import DraftService, draft_service
from domain.catalogue.actions.designing.publish_draft import PublishDraft, publish_draft
from domain.catalogue.actions.designing.remove_draft_requirement import (
    RemoveDraftRequirement,
    remove_draft_requirement,
)
from domain.catalogue.actions.designing.translate_draft import TranslateDraft, translate_draft
from domain.catalogue.queries.requirements import requirements_of
from domain.catalogue.queries.service_draft import service_draft
from domain.catalogue.refusals import QuestionNotWhole, ServiceDraftChanged
from domain.catalogue.rules.designing.lines import Line, Lines, as_lines
from domain.catalogue.rules.designing.requirement import TypedRequirement, as_requirement, fact_fields
from domain.catalogue.rules.requirements import MOST_REQUIREMENTS
from domain.catalogue.seeds.requirements import starting_requirements
from domain.catalogue.seeds.starting_services import MONEY_HELP
from domain.catalogue.terms import Comparison
from domain.kernel.refusals import Invalid, NotFound
from domain.platform.work import unit_of_work
from tests.domain.catalogue.designing.test_drafts import a_planner

LIMIT = Lines(lines=(Line(question="isee", comparison=Comparison.AT_MOST, value="9.000,00"),))
TYPED: dict[str, Any] = {
    "sentence": "ISEE fino a 9.000 euro.",
    "source": "Regolamento, articolo 5.",
    "condition": LIMIT,
}


def test_lines_over_facts_become_a_condition_and_lines_again() -> None:
    made = as_requirement(TypedRequirement(**TYPED), ())
    assert made.condition == {"<=": [{"var": "isee"}, 900000]}
    assert (made.key, made.is_blocking, made.how_to_mend) == ("isee_fino_a_9_000_euro", False, None)
    lines = as_lines(made.condition, fact_fields())
    assert lines is not None
    assert lines.lines[0].value == "9000,00"


@pytest.mark.parametrize("slug", sorted(starting_requirements()))
def test_every_shipped_requirement_can_be_changed_on_the_page(slug: str) -> None:
    for one in starting_requirements()[slug]:
        assert as_lines(one.condition, fact_fields()) is not None


@pytest.mark.parametrize(
    ("lines", "box"),
    [
        ((), "line.1.question"),
        ((Line(question="", value="3"),), "line.1.question"),
        ((Line(question="shoe_size", value="3"),), "line.1.question"),
        ((Line(question="age", value="tanti"),), "line.1.value"),
        ((Line(question="lives_here", comparison=Comparison.AT_LEAST, value="Sì"),), "line.1.comparison"),
        ((Line(question="citizenship_kind", value="Marte"),), "line.1.value"),
    ],
)
def test_a_condition_that_cannot_be_is_refused_beside_its_box(lines: tuple[Line, ...], box: str) -> None:
    with pytest.raises(QuestionNotWhole) as refused:
        as_requirement(TypedRequirement.model_validate(TYPED | {"condition": Lines(lines=lines)}), ())
    assert list(refused.value.fields) == [box]


def test_a_key_is_never_a_word_of_an_address() -> None:
    assert as_requirement(TypedRequirement.model_validate(TYPED | {"sentence": "Nuovo"}), ()).key == "nuovo_2"


async def test_requirements_are_added_changed_translated_removed_and_published(connection: AsyncConnection) -> None:
    planner = await a_planner(connection)
    async with unit_of_work(planner, bind=connection) as work:
        draft_id = await draft_service(work, planner, DraftService(ente_id=planner.ente_id, slug=MONEY_HELP))
        fixed = {"draft_id": draft_id}
        await add_draft_requirement(work, planner, AddDraftRequirement(seen_revision=1, **fixed, **TYPED))
        stale = AddDraftRequirement(seen_revision=1, **fixed, **TYPED)
        with pytest.raises(ServiceDraftChanged):
            await add_draft_requirement(work, planner, stale)
        key = (await service_draft(work, planner, draft_id)).requirements[-1].key
        words = {"requirements.3.sentence": "ISEE up to 9,000 euros."}
        await translate_draft(work, planner, TranslateDraft(seen_revision=2, language="en", words=words, **fixed))
        changed = TYPED | {"sentence": "ISEE basso.", "is_blocking": True, "condition": None, "how_to_mend": "Parlaci."}
        command = ChangeDraftRequirement(seen_revision=3, requirement_key=key, **fixed, **changed)
        await change_draft_requirement(work, planner, command)
        gone = RemoveDraftRequirement(seen_revision=4, requirement_key="lives_here", **fixed)
        await remove_draft_requirement(work, planner, gone)
        with pytest.raises(NotFound):
            await remove_draft_requirement(work, planner, gone.model_copy(update={"seen_revision": 5}))
        version_id = await publish_draft(work, planner, PublishDraft(seen_revision=6, **fixed))
    async with unit_of_work(planner, read_only=True, bind=connection) as work:
        found = await requirements_of(work, version_id)
    assert [one.key for one in found] == ["has_money_trouble", "has_isee", key]
    assert found[-1].sentence.root == {"it": "ISEE basso.", "en": "ISEE up to 9,000 euros."}
    assert found[-1].condition == {"<=": [{"var": "isee"}, 900000]}


async def test_requirements_do_not_grow_without_end(connection: AsyncConnection) -> None:
    planner = await a_planner(connection)
    async with unit_of_work(planner, bind=connection) as work:
        draft_id = await draft_service(work, planner, DraftService(ente_id=planner.ente_id, title="Buono spesa"))
        for number in range(MOST_REQUIREMENTS):
            command = AddDraftRequirement(draft_id=draft_id, seen_revision=number + 1, **TYPED)
            await add_draft_requirement(work, planner, command)
        one_more = AddDraftRequirement(draft_id=draft_id, seen_revision=MOST_REQUIREMENTS + 1, **TYPED)
        with pytest.raises(Invalid):
            await add_draft_requirement(work, planner, one_more)
