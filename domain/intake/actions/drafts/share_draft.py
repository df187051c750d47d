"""What was begun at the desk is gone on with at home."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.model.application import Application
from domain.intake.queries.own_draft import own_draft
from domain.intake.refusals import OnPaper
from domain.intake.terms import Channel
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ShareDraft(BaseModel):
    """Which draft of the desk."""

    application_id: UUID


async def share_draft(work: UnitOfWork, operator: Operator, command: ShareDraft) -> Application:
    """From now on the applicant finds it among their applications, after signing in, and the desk still sees it.

    Refuses NotAllowed, NotFound, AlreadySubmitted, and OnPaper for what is copied from a signed paper.
    """
    draft = await own_draft(work, operator, command.application_id)
    if draft.channel is Channel.PAPER:
        raise OnPaper
    draft.share(work.now)
    return draft
