"""An operator says: I call this person back."""

from uuid import UUID

from domain.intake.queries.contact_requests import contact_request
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def take_contact_request(work: UnitOfWork, operator: Operator, request_id: UUID) -> None:
    """The colleagues see who does it; it may be taken over. Refuses NotAllowed, NotFound, RequestDone."""
    (await contact_request(work, operator, request_id, for_update=True)).take(operator.operator_id, work.now)
