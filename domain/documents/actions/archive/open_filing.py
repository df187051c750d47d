"""End the privacy of a document: whoever follows the person sees it again."""

from uuid import UUID

from domain.documents.permissions import may_restrict
from domain.documents.queries.archive.door import filing_to_change, versions_to_change
from domain.documents.refusals import NotTheOfficeThatFiled
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def open_filing(work: UnitOfWork, operator: Operator, filing_id: UUID) -> None:
    """Refuses NotFound to who does not see it, NotTheOfficeThatFiled."""
    found = await filing_to_change(work, operator, filing_id)
    if not may_restrict(operator, found):
        raise NotTheOfficeThatFiled
    for filing, document in await versions_to_change(work, found):
        document.private_to_id = None
        filing.open()
