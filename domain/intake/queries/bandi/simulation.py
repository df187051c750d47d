"""Trying out how many points one would have: anybody may, nothing is kept, nothing is noted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.catalogue.queries.bandi.bando_in_force import BandoContent, Score
from domain.catalogue.queries.form_of import FormDefinition, Step
from domain.intake.queries.application_form import StepQuestions
from domain.intake.rules.answers import check_step, visible_step, with_computed
from domain.intake.rules.bandi.points import STEP, asked_for_points, points_of
from domain.intake.rules.kept import Typed, kept, too_long
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Simulation:
    """The questions with what was answered, what is wrong with it by box, and the points; None before any answer."""

    questions: StepQuestions | None
    answers: Mapping[str, Any]
    problems: Mapping[str, Text]
    score: Score | None


def simulation(
    work: UnitOfWork, content: BandoContent, form: FormDefinition, typed: Typed | None, language: str
) -> Simulation:
    """The same function as for the points of an application, on the answers as typed.

    What cannot be understood is a problem; what is not answered gives no points, and is no problem: one tries out.
    """
    asked = asked_for_points(content.criteria, form)
    whole = asked.step(STEP)
    if whole is None:
        return Simulation(None, {}, {}, points_of(content, form, {}) if typed is not None else None)
    answers = _kept(whole, typed or {})
    now = visible_step(asked, STEP, answers)
    questions = StepQuestions(
        asked, now or whole.model_copy(update={"fields": ()}), with_computed(asked, answers), language
    )
    if typed is None:
        return Simulation(questions, answers, {}, None)
    trying = _optional(now) if now else None
    problems = check_step(trying, answers, today=work.today) if trying else {}
    return Simulation(questions, answers, problems, None if problems else points_of(content, form, answers))


def _kept(step: Step, typed: Typed) -> dict[str, str | list[str]]:
    if too_long(step, typed):
        return {}
    return kept(step, frozenset(field.key for field in step.fields), typed)


def _optional(step: Step) -> Step:
    return step.model_copy(update={"fields": tuple(one.model_copy(update={"required": False}) for one in step.fields)})
