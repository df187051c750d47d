"""Make a document private: from now on one office alone knows that it is there."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.documents.permissions import may_restrict
from domain.documents.queries.archive.door import filing_to_change, versions_to_change
from domain.documents.refusals import NotTheOfficeThatFiled
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class RestrictFiling(BaseModel):
    """Which one, and why: the reason is read by who sees the document."""

    filing_id: UUID
    private_reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


async def restrict_filing(work: UnitOfWork, operator: Operator, command: RestrictFiling) -> None:
    """With its former versions. Refuses NotFound, NotTheOfficeThatFiled."""
    found = await filing_to_change(work, operator, command.filing_id)
    if not may_restrict(operator, found):
        raise NotTheOfficeThatFiled
    for filing, document in await versions_to_change(work, found):
        document.private_to_id = operator.office_id
        filing.restrict(operator.office_id, command.private_reason)
