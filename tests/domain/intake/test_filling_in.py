"""Filling in a draft: it is prefilled, kept raw, checked, and nobody else's."""

import pytest
import sqlalchemy as sa

from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.queries.application_form import application_form
from domain.intake.queries.application_review import application_review
from domain.intake.queries.own_applications import own_application, own_applications
from domain.intake.refusals import DraftChanged, NotYourPerson
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import ANSWERS, HOME_CARE, a_draft, a_filled_draft
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE, ROSA, YOUSSEF
from tests.support.questions import Questions


async def test_a_draft_knows_what_the_comune_knows(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
    assert draft.answers["codice_fiscale"] == ROSA.codice_fiscale
    assert draft.answers["for_whom"] == "me"
    assert draft.ente_id == scene.territory.comune_id


async def test_starting_again_goes_on_with_the_same_draft(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        first = await a_draft(work, scene.rosa)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        assert (await a_draft(work, scene.rosa)).id == first.id


async def test_nobody_applies_for_a_stranger(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        davide = await a_person(work, scene.territory, DAVIDE)
    with pytest.raises(NotYourPerson):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await start_application(work, scene.rosa, StartApplication(service_slug=HOME_CARE, for_person_id=davide))


async def test_a_guardian_from_another_comune_applies_for_the_ward(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        ward = await a_person(work, scene.territory, YOUSSEF)
        guardian_id = await a_person(work, scene.territory, DAVIDE, ente_id=scene.territory.neighbour_id)
    guardian = a_citizen(scene.territory, guardian_id, acts_for=(ward,))
    async with unit_of_work(guardian, bind=scene.connection) as work:
        draft = await a_draft(work, guardian, for_person_id=ward)
        review = await application_review(work, guardian, draft.id)
    assert draft.ente_id == scene.territory.comune_id
    assert draft.answers["for_whom"] == "other"
    assert draft.answers["other_codice_fiscale"] == YOUSSEF.codice_fiscale
    who = {row.key: row.value for row in review.steps[0].answers}
    assert who["other_born_on"] == "14 settembre 2010"


async def test_wrong_answers_are_kept_and_explained(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        saved = await answer_step(
            work,
            scene.rosa,
            AnswerStep(
                application_id=draft.id,
                step_key="who",
                values={
                    "for_whom": "other",
                    "relation": "parent",
                    "other_name": "Ada",
                    "other_codice_fiscale": "ABC",
                    "other_born_on.day": "31",
                    "other_born_on.month": "febbraio",
                    "other_born_on.year": "1940",
                    "phone": "boh",
                    "not_asked": "x",
                },
            ),
        )
    assert set(saved.problems) == {"other_codice_fiscale", "other_born_on", "phone", "street", "city"}
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        kept = (await own_application(work, scene.rosa, draft.id)).answers
    assert kept["other_codice_fiscale"] == "ABC"
    assert kept["other_born_on.month"] == "febbraio"
    assert "not_asked" not in kept


async def test_what_is_unticked_is_forgotten_and_what_is_hidden_is_kept(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_filled_draft(
            work,
            scene.rosa,
            home={
                "lives_alone": "no",
                "people_count": "2",
                "lives_with": ["spouse"],
                "has_carer": "no",
                "home_problems": ["stairs"],
            },
        )
        await answer_step(
            work,
            scene.rosa,
            AnswerStep(application_id=draft.id, step_key="home", values={"lives_alone": "yes", "has_carer": "no"}),
        )
        assert draft.answers["home_problems"] == []
        assert draft.answers["people_count"] == "2"
        shown = {field.key for step in (await application_form(work, scene.rosa, draft)).steps for field in step.fields}
    assert "people_count" not in shown


async def test_a_second_window_does_not_overwrite_the_first(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        seen = draft.version
        command = AnswerStep(application_id=draft.id, step_key="isee", values=ANSWERS["isee"], seen_version=seen)
        await answer_step(work, scene.rosa, command)
        with pytest.raises(DraftChanged):
            await answer_step(work, scene.rosa, command)


async def test_letters_that_no_database_keeps_do_no_harm(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
        await answer_step(
            work,
            scene.rosa,
            AnswerStep(application_id=draft.id, step_key="needs", values={"own_words": "ciao\0 \ud800 🙂"}),
        )
    assert draft.answers["own_words"] == "ciao ? 🙂"


async def test_another_citizens_draft_is_not_found_and_the_attempt_is_noted(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft(work, scene.rosa)
    davide = await _davide(scene)
    with pytest.raises(NotFound):
        async with unit_of_work(davide, read_only=True, bind=scene.connection) as work:
            await own_application(work, davide, draft.id)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        noted = (
            await (await work.session.connection()).execute(
                sa.text(
                    "SELECT person_id, is_granted FROM platform.reading"
                    " WHERE citizen_id = :davide AND subject_id = :draft"
                ),
                {"davide": davide.person_id, "draft": draft.id},
            )
        ).all()
    assert [tuple(row) for row in noted] == [(None, False)]


async def test_row_level_security_alone_hides_applications_and_drafts(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_draft(work, scene.rosa)
    davide = await _davide(scene)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        operator = await an_operator(work, scene.territory.office_id)
    every = sa.text("SELECT count(*) FROM intake.application")
    for actor, seen in ((davide, 0), (operator, 0), (scene.rosa, 1)):
        async with unit_of_work(actor, read_only=True, bind=scene.connection) as work:
            assert (await (await work.session.connection()).execute(every)).scalar_one() == seen


async def test_the_list_needs_five_questions(scene: Scene, questions: Questions) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await a_draft(work, scene.rosa)
        with questions(at_most=5):
            [row] = await own_applications(work, scene.rosa)
    assert row.title.in_("it").startswith("Aiuto a casa")
    assert row.beneficiary_name == ROSA.full_name
    assert not row.is_for_another


async def _davide(scene: Scene) -> Citizen:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
