"""The row of an operator's credentials, locked for a change; made at the first call."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.access.model.credential import OperatorCredential
from domain.organization.queries.operators import operator_card
from domain.platform.work import UnitOfWork


async def credential_row(work: UnitOfWork, operator_id: UUID) -> OperatorCredential:
    """The row, still without password and second factor when it is new. Refuses NotFound."""
    found = await _locked(work, operator_id)
    if found is None:
        card = await operator_card(work, operator_id)
        empty = OperatorCredential(
            ente_id=card.ente_id, operator_id=operator_id, password_hash="", totp_secret_sealed=""
        )
        once = insert(OperatorCredential).values(empty.model_dump()).on_conflict_do_nothing()
        await (await work.session.connection()).execute(once)
        found = await _locked(work, operator_id)
    assert found is not None
    return found


async def _locked(work: UnitOfWork, operator_id: UUID) -> OperatorCredential | None:
    wanted = select(OperatorCredential).where(col(OperatorCredential.operator_id) == operator_id)
    return (await work.session.exec(wanted.with_for_update())).one_or_none()
