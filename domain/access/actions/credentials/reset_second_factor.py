"""An administrator takes away the second factor of an operator who has lost it."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.actions.credentials.end_other_sessions import end_other_sessions
from domain.access.events import SecondFactorRemoved
from domain.access.model.credential import Passkey, RecoveryCode, SecondFactorReset
from domain.access.refusals import OwnCredentials
from domain.kernel.actor import Operator, System
from domain.organization.queries.administered import check_administers
from domain.organization.queries.operators import operator_card
from domain.platform.work import Bind, unit_of_work


class ResetSecondFactor(BaseModel):
    """Whose, and why: the reason is kept."""

    operator_id: UUID
    reason: str = Field(min_length=5, max_length=500)


async def reset_second_factor(operator: Operator, command: ResetSecondFactor, *, bind: Bind | None = None) -> None:
    """App, passkeys, recovery codes and sessions end; the next sign-in begins with a new second factor.

    Refuses NotFound, NotAnAdministrator, OwnCredentials: nobody takes away their own.
    """
    async with unit_of_work(operator, read_only=True, bind=bind) as work:
        ente_id = (await operator_card(work, command.operator_id)).ente_id
    check_administers(operator, ente_id)
    if operator.operator_id == command.operator_id:
        raise OwnCredentials
    async with unit_of_work(System("reset second factor"), bind=bind) as work:
        credential = await credential_row(work, command.operator_id)
        credential.totp_secret_sealed, credential.totp_waiting_sealed = "", None
        for table in (Passkey, RecoveryCode):
            await work.session.exec(sa.delete(table).where(col(table.operator_id) == command.operator_id))
        await end_other_sessions(work, command.operator_id)
        kept = SecondFactorReset(
            ente_id=ente_id,
            operator_id=command.operator_id,
            by_operator_id=operator.operator_id,
            reason=command.reason,
        )
        work.session.add(kept)
        facts = kept.model_dump(include={"ente_id", "operator_id", "by_operator_id"})
        await work.record(SecondFactorRemoved(reset_id=kept.id, **facts))
