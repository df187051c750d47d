"""A photograph of a question goes one place up among the others."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.intake.model.application import Attachment
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.queries.own_draft import own_draft
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class MovePage(BaseModel):
    """Which photograph, of which question."""

    application_id: UUID
    field: str
    attachment_id: UUID


async def move_page(work: UnitOfWork, actor: Citizen | Operator, command: MovePage) -> None:
    """It changes places with the photograph before it; the first stays, and so does what is not there any more.

    Refuses NotFound, AlreadySubmitted, NotYourPerson.
    """
    application = await own_draft(work, actor, command.application_id)
    pages = [row.id for row in (await attachments_of(work, application)).get(command.field, ()) if row.is_photo]
    at = pages.index(command.attachment_id) if command.attachment_id in pages else 0
    if at == 0:
        return
    wanted = select(Attachment).where(col(Attachment.id).in_(pages[at - 1 : at + 1])).order_by(col(Attachment.place))
    before, moved = (await work.session.exec(wanted)).all()
    before.place, moved.place = moved.place, before.place
    await work.session.flush()  # a page that follows in this transaction lists them in their order
