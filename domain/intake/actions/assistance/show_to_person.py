"""An operator shows a step of the application on a second screen of the person."""

from uuid import UUID, uuid4

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.catalogue.queries.form_of import form_of
from domain.intake.model.application import Application
from domain.intake.model.assistance import SCREEN_LIFE, SecondScreen
from domain.intake.queries.assistance.desk_screen import live_screen, screen_token
from domain.intake.queries.own_draft import own_draft
from domain.intake.rules.confirming import REVIEW
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint
from domain.platform.work import UnitOfWork


class ShowToPerson(BaseModel):
    """Which step of which application; the word for the review shows everything together."""

    application_id: UUID
    step_key: str


async def show_to_person(work: UnitOfWork, operator: Operator, command: ShowToPerson) -> UUID:
    """The id of the screen that shows the step: the one that is followed, or a new one whose link waits half an hour.

    A link that nobody has opened stays the same while it holds. Refuses NotAllowed, NotFound, AlreadySubmitted.
    """
    application = await own_draft(work, operator, command.application_id)  # locked: so there is one screen
    form = await form_of(work, application.service_version_id)
    if command.step_key != REVIEW and form.step(command.step_key) is None:
        raise NotFound
    screen = await live_screen(work, application.id, for_update=True)
    if screen is None:
        return await _new(work, operator, application, command.step_key)
    screen.turn_to(command.step_key, work.now)
    return screen.id


async def _new(work: UnitOfWork, operator: Operator, application: Application, step_key: str) -> UUID:
    former = sa.update(SecondScreen).where(
        col(SecondScreen.application_id) == application.id, col(SecondScreen.closed_at).is_(None)
    )
    await work.session.exec(former.values(closed_at=work.now))
    screen_id = uuid4()
    work.session.add(
        SecondScreen(
            id=screen_id,
            ente_id=application.ente_id,
            application_id=application.id,
            person_id=application.beneficiary_id,
            operator_id=operator.operator_id,
            step_key=step_key,
            token_hash=fingerprint(settings().secret, screen_token(screen_id)),
            expires_at=work.now + SCREEN_LIFE,
        )
    )
    return screen_id
