"""A desk proposes that somebody is taken in charge."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.organization.queries.codes import known_code
from domain.platform.work import UnitOfWork
from domain.reception.events import CareProposed
from domain.reception.model.passing_on import CareProposal
from domain.reception.queries.code_words import CATEGORIES
from domain.reception.queries.destinations import check_destination
from domain.reception.queries.sheets.door import sheet_to_write
from domain.reception.refusals import AnonymousHasNoCase, SheetNotComplete
from domain.reception.terms.passing_on import ProposalUrgency


class ProposeCare(BaseModel):
    """To which office, in which social category, how soon."""

    sheet_id: UUID
    to_office_id: UUID
    category: str
    urgency: ProposalUrgency = ProposalUrgency.ORDINARY
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


async def propose_care(work: UnitOfWork, operator: Operator, command: ProposeCare) -> UUID:
    """Propose it; gives back the id.

    Refuses NotFound, NotAtThisDesk, AnonymousHasNoCase, SheetNotComplete, OfficeCannotKnow, AlreadyOnItsWay, and
    Invalid on a category that the ente does not have.
    """
    found = await sheet_to_write(work, operator, command.sheet_id)
    if found.person_id is None:
        raise AnonymousHasNoCase if found.is_anonymous else SheetNotComplete
    if not found.is_complete:
        raise SheetNotComplete
    if await known_code(work, found.ente_id, CATEGORIES, command.category) is None:
        raise Invalid({"category": _("Scegli una delle risposte.")})
    to_office = await check_destination(work, operator, found, command.to_office_id)
    proposal = CareProposal(
        ente_id=found.ente_id,
        sheet_id=found.id,
        person_id=found.person_id,
        to_ente_id=to_office.ente_id,
        to_office_id=to_office.id,
        proposed_by_id=operator.operator_id,
        category=command.category,
        urgency=command.urgency,
        note=command.note,
    )
    work.session.add(proposal)
    await work.session.flush()  # a second open one must be refused here
    await work.record(
        CareProposed(
            ente_id=to_office.ente_id, proposal_id=proposal.id, sheet_id=found.id, person_id=proposal.person_id
        )
    )
    return proposal.id
