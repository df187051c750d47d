"""An operator closes the second screen: its link and whoever follows see nothing any more."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.intake.model.assistance import SecondScreen
from domain.intake.queries.application_of import desk_application
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def close_screen(work: UnitOfWork, operator: Operator, application_id: UUID) -> None:
    """Close it; asked twice, or without one, nothing happens. Refuses NotAllowed, NotFound."""
    application = await desk_application(work, operator, application_id)
    live = sa.update(SecondScreen).where(
        col(SecondScreen.application_id) == application.id, col(SecondScreen.closed_at).is_(None)
    )
    await work.session.exec(live.values(closed_at=work.now))
