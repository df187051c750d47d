"""Annul a document that was filed by mistake: no list shows it any more, and it is not destroyed."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.documents.permissions import may_annul_filing
from domain.documents.queries.archive.door import filing_to_change
from domain.documents.refusals import NotTheOfficeThatFiled
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class AnnulFiling(BaseModel):
    """Which one, and why."""

    filing_id: UUID
    annulment_reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


async def annul_filing(work: UnitOfWork, operator: Operator, command: AnnulFiling) -> None:
    """The bytes stay until the term of documents is over, as of every other.

    Refuses NotFound, NotTheOfficeThatFiled.
    """
    found = await filing_to_change(work, operator, command.filing_id)
    if not may_annul_filing(operator, found):
        raise NotTheOfficeThatFiled
    found.annul(operator.operator_id, command.annulment_reason, work.now)
