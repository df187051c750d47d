"""What a new sheet starts with: what the operator chose the last time."""

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.terms.sheets import SheetStatus


async def sheet_defaults(work: UnitOfWork, operator: Operator) -> dict[str, str]:
    """Today, and the channel and the desk point of the operator's last complete sheet in this office."""
    statement = (
        select(ContactSheet.channel, ContactSheet.desk_point)
        .where(
            col(ContactSheet.operator_id) == operator.operator_id,
            col(ContactSheet.office_id) == operator.office_id,
            col(ContactSheet.status) != SheetStatus.DRAFT,
        )
        .order_by(col(ContactSheet.created_at).desc())
        .limit(1)
    )
    channel, desk_point = (await work.session.exec(statement)).first() or (None, "")
    return {"contact_on": work.today.isoformat(), "channel": channel or "", "desk_point": desk_point}
