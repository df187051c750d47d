"""An administrator decides how old passwords may be in the ente, or wants new ones from everybody."""

from pydantic import BaseModel, Field
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.access.events import PasswordRenewalAsked
from domain.access.model.credential import PasswordPolicy
from domain.kernel.actor import Operator
from domain.organization.queries.administered import check_administers
from domain.platform.work import UnitOfWork


class SetPasswordPolicy(BaseModel):
    """The greatest age in days, 0 for none; ``is_renewal_asked`` wants a new password from everybody, once."""

    greatest_age_days: int = Field(default=0, ge=0, le=3650)
    is_renewal_asked: bool = False


async def set_password_policy(work: UnitOfWork, operator: Operator, command: SetPasswordPolicy) -> None:
    """Decide it for the ente of the active office. Refuses NotAnAdministrator."""
    check_administers(operator, operator.ente_id)
    first = PasswordPolicy(ente_id=operator.ente_id)
    once = insert(PasswordPolicy).values(first.model_dump()).on_conflict_do_nothing(index_elements=["ente_id"])
    await (await work.session.connection()).execute(once)
    wanted = select(PasswordPolicy).where(col(PasswordPolicy.ente_id) == operator.ente_id)
    policy = (await work.session.exec(wanted.with_for_update())).one()
    policy.greatest_age_days = command.greatest_age_days
    if command.is_renewal_asked:
        policy.renewal_asked_at = work.now
        asked = PasswordRenewalAsked(ente_id=operator.ente_id, operator_id=None, by_operator_id=operator.operator_id)
        await work.record(asked)
