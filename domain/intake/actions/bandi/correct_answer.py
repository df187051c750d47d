"""The office corrects an answer on which points hang; the points are counted again."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.catalogue.queries.bandi.bando_in_force import bando_in_force
from domain.catalogue.queries.form_of import FormDefinition, Step, form_of
from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.intake.actions.bandi.score_application import ScoreApplication, score_application
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.refusals import NotCorrectable
from domain.intake.rules.answers import check_step, cleaned
from domain.intake.rules.bandi.points import correctable
from domain.intake.rules.kept import kept
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork


class CorrectAnswer(BaseModel):
    """Which question of which application, what is right by the names of its boxes, and on what that rests."""

    application_id: UUID
    question: str
    values: Annotated[dict[str, str | list[str]], Field(max_length=40)]
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=1000)]


async def correct_answer(work: UnitOfWork, operator: Operator, command: CorrectAnswer) -> int:
    """The points now, in hundredths. What was sent stays as it was sent: the correction stands beside it.

    Who applied is told that there is news, and reads why. Refuses NotAllowed, NotFound, NotCorrectable for an answer
    that gives no points, Invalid for a value that cannot be.
    """
    application = await application_to_handle(work, operator, command.application_id, for_update=True)
    if application.bando_id is None:
        raise NotCorrectable
    bando = await bando_in_force(work, application.bando_id)
    form = await form_of(work, application.service_version_id)
    field = next((one for one in correctable(bando.content.criteria, form) if one.key == command.question), None)
    if field is None:
        raise NotCorrectable
    step = Step(key="corrected", title=field.label, fields=(field.model_copy(update={"only_if": None}),))
    boxes = kept(step, frozenset({field.key}), command.values)
    if problems := check_step(step, boxes, today=work.today):
        raise Invalid(problems)
    right = cleaned(FormDefinition(steps=(step,)), boxes)
    counted = await score_application(
        work,
        application,
        ScoreApplication(
            bando_number=bando.number,
            corrections={field.key: right.get(field.key, "")},
            corrected=field.label.in_(SOURCE.code),
            reason=command.reason,
            by_id=operator.operator_id,
        ),
    )
    await send_letter(
        work,
        SendLetter(
            key=f"points-corrected:{application.id}:{counted.turn}",
            ente_id=application.ente_id,
            person_id=application.applicant_id,
            language=application.language,
            occasion=Occasion.STATE_CHANGED,
            path=f"/domande/{application.id}",
        ),
    )
    return counted.points
