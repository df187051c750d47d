"""A draft like an earlier application: what still answers is taken over, and what does not is said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_of import FormDefinition
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.terms import FieldKind
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.drafts.copy_application import CopyApplication, copy_application
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.queries.application_review import application_review
from domain.intake.queries.drafts.copy_preview import copy_preview
from domain.intake.refusals import DraftThere, NotUnderWay
from domain.intake.rules.answers import cleaned
from domain.intake.rules.drafts.copying import copied
from domain.intake.rules.drafts.earlier import earlier_answers
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import HOME_CARE, a_draft, a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.personas import DAVIDE


def _form(*fields: dict[str, Any]) -> FormDefinition:
    asked = [{"label": {"it": one["key"]}} | one for one in fields]
    return FormDefinition.model_validate({"steps": [{"key": "one", "title": {"it": "Uno"}, "fields": asked}]})


def _options(*values: str) -> list[dict[str, Any]]:
    return [{"value": value, "label": {"it": value}} for value in values]


DAY = {"key": "born", "kind": "date"}
SUM = {"key": "rent", "kind": "money"}
ROWS = {
    "key": "children",
    "kind": "group",
    "max_rows": 5,
    "parts": [{"key": "name", "kind": "text", "label": {"it": "Nome"}}, DAY | {"label": {"it": "Nato"}}],
}
TYPED = {
    "born.day": "2",
    "born.month": "3",
    "born.year": "1948",
    "rent": "1.250,50",
    "children.rows": "2",
    "children.0.name": "Ada",
    "children.0.born.day": "1",
    "children.0.born.month": "1",
    "children.0.born.year": "2015",
    "children.1.name": "Leo",
    "children.1.born.day": "9",
    "children.1.born.month": "12",
    "children.1.born.year": "2018",
}


def test_what_was_sent_comes_back_as_it_would_be_typed_and_means_the_same() -> None:
    form = _form(DAY, SUM, ROWS)
    sent = cleaned(form, TYPED)
    found = copied(form, form, sent)
    again = {name: value for given in found.answers.values() for name, value in given.items()}
    assert again["rent"] == "1250,50"
    assert cleaned(form, again) == sent
    assert found.left == ()


@given(kept=st.sets(st.sampled_from(["a", "b", "c"]), min_size=1), chosen=st.sampled_from(["a", "b", "c"]))
def test_a_choice_is_taken_only_while_it_can_be_made(kept: set[str], chosen: str) -> None:
    old = _form({"key": "way", "kind": "choice", "options": _options("a", "b", "c")})
    new = _form({"key": "way", "kind": "choice", "options": _options(*sorted(kept))})
    found = copied(old, new, {"way": chosen})
    assert ("way" in found.answers) == (chosen in kept)
    assert [field.key for field in found.left] == ([] if chosen in kept else ["way"])


@pytest.mark.parametrize(
    "now",
    [
        {"key": "rent", "kind": "text"},
        {"key": "other", "kind": "money"},
    ],
)
def test_another_kind_or_another_key_is_another_question(now: dict[str, Any]) -> None:
    assert [field.key for field in copied(_form(SUM), _form(now), {"rent": "10.00"}).left] == ["rent"]


def test_more_rows_than_fit_are_not_cut() -> None:
    found = copied(_form(ROWS), _form(ROWS | {"max_rows": 1}), cleaned(_form(ROWS), TYPED))
    assert found.answers == {}
    assert [field.key for field in found.left] == ["children"]


def test_declarations_papers_and_sums_are_never_copied() -> None:
    form = home_care_form()
    kinds = {field.kind for step in form.steps for field in step.fields}
    assert {FieldKind.DECLARATION, FieldKind.DOCUMENT} <= kinds
    answers = {"privacy_read": "yes", "declares_true": "yes", "identity.later": "yes", "phone": "3331234567"}
    found = copied(form, form, answers)
    assert set(found.answers) == {"phone"}
    assert found.left == ()


def test_an_answer_goes_to_the_question_that_means_the_same_under_another_key() -> None:
    old = _form({"key": "tel", "kind": "phone", "prefill": "contact.phone"})
    new = _form({"key": "phone", "kind": "phone", "prefill": "contact.phone"}, {"key": "tel", "kind": "phone"})
    first, last = utcnow().date(), utcnow().date()
    found = earlier_answers(new, [(old, {"tel": "3330000001"}, last), (old, {"tel": "3330000002"}, first)])
    assert found == {"phone": ({"phone": "3330000001"}, last)}


async def test_a_copy_needs_only_declarations_papers_and_what_has_changed(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        whole = home_care_form().model_dump(mode="json")
        for step in whole["steps"]:
            step["fields"] = [one for one in step["fields"] if one["key"] != "own_words"]
        form = FormDefinition.model_validate(whole)
        await publish_service(
            work,
            SYSTEM,
            PublishService(ente_id=scene.territory.ambito_id, slug=HOME_CARE, card=home_care_card(), form=form),
        )
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        preview = await copy_preview(work, scene.rosa, sent.id)
        assert [field.key for field in preview.left] == ["own_words"]
        draft = await copy_application(work, scene.rosa, CopyApplication(application_id=sent.id))
        review = await application_review(work, scene.rosa, draft.id)
    assert set(review.missing) == {"papers", "declarations"}
    assert draft.answers["isee_amount"] == "8400,50"
    assert draft.known_from["isee_amount"]["source"] == "application"
    assert draft.known_from["codice_fiscale"] == {"source": "registry"}
    assert "own_words" not in draft.answers


async def test_a_copy_never_writes_over_a_draft(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
        draft = await a_draft(work, scene.rosa)
        said = AnswerStep(application_id=draft.id, step_key="who", values={"phone": "340 111"})
        await answer_step(work, scene.rosa, said)
    with pytest.raises(DraftThere):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await copy_application(work, scene.rosa, CopyApplication(application_id=sent.id))
    with pytest.raises(NotUnderWay):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await copy_preview(work, scene.rosa, draft.id)


async def test_nobody_copies_the_application_of_another(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await a_submitted_application(work, scene.rosa)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        davide = a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
    with pytest.raises(NotFound):
        async with unit_of_work(davide, bind=scene.connection) as work:
            await copy_application(work, davide, CopyApplication(application_id=sent.id))


async def test_what_was_said_before_is_not_asked_again(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_submitted_application(work, scene.rosa)
        draft = await start_application(work, scene.rosa, StartApplication(service_slug=HOME_CARE))
    assert draft.answers["phone"].replace(" ", "") == "3331234567"
    assert draft.known_from["phone"]["source"] == "application"
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        said = AnswerStep(application_id=draft.id, step_key="who", values={"phone": "340 1112223"})
        changed = (await answer_step(work, scene.rosa, said)).application
    assert "phone" not in changed.known_from
