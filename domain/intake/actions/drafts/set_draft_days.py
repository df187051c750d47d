"""An ente decides for how long it keeps drafts."""

from typing import Annotated

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.intake.model.draft_term import DraftTerm
from domain.intake.rules.drafts.lifetime import FEWEST_DAYS, MOST_DAYS
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import ADMIN_ROLES
from domain.platform import locks
from domain.platform.work import UnitOfWork


class SetDraftDays(BaseModel):
    """How many days after the last saving."""

    kept_days: Annotated[int, Field(ge=FEWEST_DAYS, le=MOST_DAYS)]


async def set_draft_days(work: UnitOfWork, operator: Operator, command: SetDraftDays) -> None:
    """For the drafts of the operator's ente, also those there are: each is announced a week before its end.

    Refuses NotAllowed to all but administrators.
    """
    if not operator.has(*ADMIN_ROLES):
        raise NotAllowed
    await locks.hold(work, "draft term", operator.ente_id)
    wanted = select(DraftTerm).where(col(DraftTerm.ente_id) == operator.ente_id)
    term = (await work.session.exec(wanted)).one_or_none()
    decided = {"kept_days": command.kept_days, "decided_by_id": operator.operator_id, "decided_at": work.now}
    if term is None:
        work.session.add(DraftTerm(ente_id=operator.ente_id, **decided))
        return
    for name, value in decided.items():
        setattr(term, name, value)
