"""An ente says how, to whom and by when its decisions are appealed, and whether opening a letter counts."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.intake.model.appeal_words import AppealWords
from domain.intake.permissions import may_write_letters
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork


class WriteAppealWords(BaseModel):
    """The text, line by line; empty takes it away. ``is_received_on_opening``: who opens a letter has received it."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""
    is_received_on_opening: bool = False


async def write_appeal_words(work: UnitOfWork, operator: Operator, command: WriteAppealWords) -> None:
    """For the letters of the operator's ente from now on. Refuses NotAllowed to all but heads and administrators."""
    if not may_write_letters(operator):
        raise NotAllowed
    wanted = select(AppealWords).where(col(AppealWords.ente_id) == operator.ente_id).with_for_update()
    kept = (await work.session.exec(wanted)).one_or_none()
    if kept is None:
        kept = AppealWords(
            ente_id=operator.ente_id, text=command.text, written_by_id=operator.operator_id, written_at=work.now
        )
        work.session.add(kept)
    kept.text, kept.written_by_id, kept.written_at = command.text, operator.operator_id, work.now
    kept.is_received_on_opening = command.is_received_on_opening
