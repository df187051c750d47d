"""Points of an application to a bando: those that were tried out, counted again with a reason, and who reads them."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.catalogue.actions.bandi.conclude_bando import ConcludeBando, conclude_bando
from domain.catalogue.actions.bandi.keep_criterion import keep_criterion
from domain.catalogue.actions.bandi.rectify_bando import RectifyBando, rectify_bando
from domain.catalogue.queries.bandi.bando_in_force import bando_in_force
from domain.catalogue.queries.bandi.open_bandi import public_bando
from domain.catalogue.queries.form_of import form_of
from domain.documents.actions.open_file import open_file
from domain.intake.actions.bandi.correct_answer import CorrectAnswer, correct_answer
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.bandi.bando_applications import BandoFilter, bando_applications
from domain.intake.queries.bandi.result_facts import result_facts
from domain.intake.queries.bandi.scores_of import application_score, correctable_answers, own_score
from domain.intake.queries.bandi.simulation import simulation
from domain.intake.refusals import NotCorrectable
from domain.kernel.actor import Operator, Visitor
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork, unit_of_work
from domain.privacy.queries.copies.parts.applications import copied_applications
from tests.domain.intake.conftest import Scene
from tests.support.bandi import AFTER, DURING, a_filled_bando_draft, low_isee, revision
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import FATIMA

Follow = Callable[[], Awaitable[int]]


async def sent(scene: Scene, bando_id: UUID) -> UUID:
    """Rosa's application, sent while the bando is open: she lives alone, and her ISEE is 8.400,50."""
    with as_of(DURING):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            draft = await a_filled_bando_draft(work, scene.rosa, bando_id)
            await submit_application(work, scene.rosa, SubmitApplication(application_id=draft.id))
            return draft.id


async def test_the_points_are_counted_when_it_is_sent_and_are_those_that_were_tried_out(
    scene: Scene, bando_id: UUID
) -> None:
    application_id = await sent(scene, bando_id)
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        own = await own_score(work, scene.rosa, application_id)
        assert own is not None
        assert {line.key: line.points for line in own.score.lines} == {"vive_da_solo": 300, "isee_basso": 250}
        [copied] = (await copied_applications(work, scene.rosa, "it"))["applications"]
        assert {line.name: str(line.points) for line in copied.points.criteria} == {
            "vive_da_solo": "3",
            "isee_basso": "2.5",
        }
    typed = {"lives_alone": "yes", "isee_has": "yes", "isee_amount": "8.400,50"}
    visitor = Visitor(scene.territory.family)
    async with unit_of_work(visitor, read_only=True, bind=scene.connection) as work:
        bando = await bando_in_force(work, bando_id)
        form = await form_of(work, bando.service_version_id)
        tried = simulation(work, bando.content, form, typed, "it")
        assert tried.score == own.score
        wrong = simulation(work, bando.content, form, typed | {"isee_amount": "tanto"}, "it")
        assert (wrong.score, set(wrong.problems)) == (None, {"isee_amount"})


async def test_a_corrected_answer_is_counted_again_with_its_reason_and_what_was_sent_stays(
    scene: Scene, bando_id: UUID, planner: Operator, everything_that_follows: Follow
) -> None:
    application_id = await sent(scene, bando_id)
    with as_of(DURING + timedelta(days=1)):
        async with unit_of_work(planner, bind=scene.connection) as work:
            command = CorrectAnswer(
                application_id=application_id,
                question="isee_amount",
                values={"isee_amount": "12.000"},
                reason="L'ISEE nella banca dati è un altro.",
            )
            assert await correct_answer(work, planner, command) == 300
            with pytest.raises(NotCorrectable):
                await correct_answer(work, planner, command.model_copy(update={"question": "street"}))
            with pytest.raises(Invalid):
                await correct_answer(work, planner, command.model_copy(update={"values": {"isee_amount": "boh"}}))
    await everything_that_follows()
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        own = await own_score(work, scene.rosa, application_id)
        assert own is not None
        assert [(one.points, one.reason) for one in own.history] == [(300, command.reason), (550, "")]
        assert own.history[0].by == ""  # the person reads why, not which colleague
    async with unit_of_work(planner, read_only=True, bind=scene.connection) as work:
        answers = {one.field.key: one.answer for one in await correctable_answers(work, planner, application_id, "it")}
        assert "12.000" in answers["isee_amount"]
        assert (await application_score(work, planner, application_id)).history[0].by == "Anna Prova"


async def test_a_rectification_counts_everybody_again_and_corrections_stay(
    scene: Scene, bando_id: UUID, planner: Operator, everything_that_follows: Follow
) -> None:
    application_id = await sent(scene, bando_id)
    with as_of(DURING):
        async with unit_of_work(planner, bind=scene.connection) as work:
            seen = await revision(work, planner, bando_id)
            changed = low_isee(bando_id, seen).model_copy(
                update={"key": "isee_basso", "question": "", "condition": None, "points": "9"}
            )
            with pytest.raises(Invalid):
                await keep_criterion(work, planner, changed)
            await work.discard()
            bands = tuple(one.model_copy(update={"points": "7"}) for one in low_isee(bando_id, seen).bands)
            await keep_criterion(
                work, planner, low_isee(bando_id, seen).model_copy(update={"key": "isee_basso", "bands": bands})
            )
            note = "Errore nella tabella, determina n. 31."
            await rectify_bando(work, planner, RectifyBando(bando_id=bando_id, seen_revision=seen + 1, note=note))
        await everything_that_follows()
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        own = await own_score(work, scene.rosa, application_id)
        assert own is not None
        assert (own.score.points, own.history[0].bando_number, len(own.history)) == (1000, 2, 2)


async def test_the_office_finds_the_applications_with_their_points_and_filters_them(
    scene: Scene, bando_id: UUID, planner: Operator
) -> None:
    application_id = await sent(scene, bando_id)
    async with unit_of_work(planner, read_only=True, bind=scene.connection) as work:
        _bando, found = await bando_applications(work, planner, bando_id, BandoFilter())
        assert [(row.id, row.points, row.is_corrected) for row in found.items] == [(application_id, 550, False)]
        for wanted, count in ((BandoFilter(least_points=550), 1), (BandoFilter(least_points=551), 0)):
            assert (await bando_applications(work, planner, bando_id, wanted))[1].total == count
        assert (await bando_applications(work, planner, bando_id, BandoFilter(is_corrected=True)))[1].total == 0


async def test_the_result_names_nobody_and_is_kept_as_a_file(
    scene: Scene, bando_id: UUID, planner: Operator, everything_that_follows: Follow
) -> None:
    await sent(scene, bando_id)
    with as_of(AFTER):
        await everything_that_follows()
        async with unit_of_work(planner, bind=scene.connection) as work:
            await conclude_bando(work, planner, ConcludeBando(bando_id=bando_id, result="Ecco il risultato."))
        await everything_that_follows()
        async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
            facts = await result_facts(work, SYSTEM, bando_id)
            assert [one.points for one in facts.rows] == [550]
            assert "Rosa" not in repr(facts)
            found = await public_bando(work, SYSTEM, "bando-per-l-aiuto-a-casa", scene.territory.family)
    assert (await open_file(found.result_address)).startswith(b"%PDF")


async def test_nobody_gives_points_to_oneself_and_a_stranger_reads_none(scene: Scene, bando_id: UUID) -> None:
    application_id = await sent(scene, bando_id)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        stranger = a_citizen(scene.territory, await a_person(work, scene.territory, FATIMA))
        neighbour = await an_operator(work, scene.territory.neighbour_office_id)
    counted = sa.text("SELECT count(*) FROM intake.bando_score")
    for actor, seen in ((scene.rosa, 1), (stranger, 0), (neighbour, 0), (SYSTEM, 1)):
        async with unit_of_work(actor, read_only=True, bind=scene.connection) as work:
            assert (await (await work.session.connection()).execute(counted)).scalar_one() == seen
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await refused_by_postgresql(
            work,
            "INSERT INTO intake.bando_score SELECT gen_random_uuid(), created_at, ente_id, application_id, person_id,"
            " bando_id, bando_number, 99, given, 99999, corrections, corrected, reason, by_id, counted_at"
            " FROM intake.bando_score",
        )
        await refused_by_postgresql(
            work, f"UPDATE intake.bando_score SET points = 1 WHERE person_id = '{application_id}'"
        )


async def refused_by_postgresql(work: UnitOfWork, statement: str) -> None:
    connection = await work.session.connection()
    with pytest.raises(ProgrammingError, match=r"row-level security|permission denied"):
        async with connection.begin_nested():
            await connection.execute(sa.text(statement))
