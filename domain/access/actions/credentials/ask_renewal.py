"""An administrator wants an operator to choose another password."""

from uuid import UUID

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.events import PasswordRenewalAsked
from domain.kernel.actor import Operator
from domain.organization.queries.administered import check_administers
from domain.organization.queries.operators import operator_card
from domain.platform.work import UnitOfWork


async def ask_renewal(work: UnitOfWork, operator: Operator, operator_id: UUID) -> None:
    """The operator's next sign-in leads to a new password, and nowhere else. Refuses NotFound, NotAnAdministrator."""
    ente_id = (await operator_card(work, operator_id)).ente_id
    check_administers(operator, ente_id)
    (await credential_row(work, operator_id)).is_renewal_asked = True
    asked = PasswordRenewalAsked(ente_id=ente_id, operator_id=operator_id, by_operator_id=operator.operator_id)
    await work.record(asked)
