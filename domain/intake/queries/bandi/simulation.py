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
from domain.intake.rules.rows import group_of, with_row, without_row
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Simulation:
    """The questions with what was answered, what is wrong with it by box, and the points; None before any answer."""

    questions: StepQuestions | None
    answers: Mapping[str, Any]
    problems: Mapping[str, Text]
    score: Score | None


@dataclass(frozen=True)
class RowChange:
    """A row to add to a group of questions, or to take out (``row`` from 0)."""

    group: str
    row: int | None = None


def simulation(
    work: UnitOfWork,
    content: BandoContent,
    form: FormDefinition,
    typed: Typed | None,
    language: str,
    change: RowChange | None = None,
) -> Simulation:
    """The same function as for the points of an application, on the answers as typed.

    What cannot be understood is a problem; what is not answered gives no points, and is no problem: one tries out.
    With ``change`` the rows change and nothing is counted yet. Refuses NotFound for a group that is not there.
    """
    asked = asked_for_points(content.criteria, form)
    whole = asked.step(STEP)
    if whole is None:
        return Simulation(None, {}, {}, points_of(content, form, {}) if typed is not None else None)
    answers: Mapping[str, Any] = _kept(whole, typed or {})
    if change is not None:
        answers = {**answers, **_changed(asked, answers, change)}
    now = visible_step(asked, STEP, answers)
    shown = now or whole.model_copy(update={"fields": ()})
    questions = StepQuestions(asked, shown, with_computed(asked, answers), language)
    if typed is None or change is not None:
        return Simulation(questions, answers, {}, None)
    problems = check_step(_optional(now), answers, today=work.today) if now else {}
    return Simulation(questions, answers, problems, None if problems else points_of(content, form, answers))


def _changed(asked: FormDefinition, answers: Mapping[str, Any], change: RowChange) -> Mapping[str, Any]:
    group = group_of(asked, change.group)
    return with_row(group, answers) if change.row is None else without_row(group, answers, change.row)


def _kept(step: Step, typed: Typed) -> dict[str, str | list[str]]:
    if too_long(step, typed):
        return {}
    return kept(step, frozenset(field.key for field in step.fields), typed)


def _optional(step: Step) -> Step:
    return step.model_copy(update={"fields": tuple(one.model_copy(update={"required": False}) for one in step.fields)})
