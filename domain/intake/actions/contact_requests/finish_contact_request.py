"""An operator has answered a request to be called back."""

from uuid import UUID

from domain.intake.queries.contact_requests import contact_request
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def finish_contact_request(work: UnitOfWork, operator: Operator, request_id: UUID) -> None:
    """It leaves the list of what waits. Refuses NotAllowed, NotFound, RequestDone."""
    (await contact_request(work, operator, request_id, for_update=True)).finish(operator.operator_id, work.now)
