"""The conversation between a person in charge and the office that follows the case: the doors for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import Case
from domain.casework.queries.cases import case
from domain.casework.terms import CaseStatus
from domain.correspondence.queries.conversations.conversation import ConversationRow, conversation_row, is_kept_from
from domain.correspondence.terms.conversations import About
from domain.kernel.actor import Citizen, Operator
from domain.kernel.languages import SOURCE
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.office_names import office_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import names


@dataclass(frozen=True)
class CaseConversation:
    """Where it stands (None while nobody has written), with which office, about whom."""

    case_id: UUID
    ente_id: UUID
    person_id: UUID
    name: str
    office_id: UUID | None
    office: str
    language: str
    conversation: ConversationRow | None


async def case_conversation(work: UnitOfWork, actor: Citizen | Operator, case_id: UUID) -> CaseConversation:
    """The conversation about a case. Refuses like ``case_to_write_about``."""
    return await _row(work, actor, await case_to_write_about(work, actor, case_id))


async def own_case_conversations(work: UnitOfWork, citizen: Citizen) -> Sequence[CaseConversation]:
    """With whom the citizen, and the people represented by law, may write: an office that follows them."""
    found = await _followed(work, citizen)
    open_to = [one for one in found if not await is_kept_from(work, citizen, one.person_id)]
    return [await _row(work, citizen, one) for one in open_to]


async def case_to_write_about(work: UnitOfWork, actor: Citizen | Operator, case_id: UUID) -> Case:
    """The door behind: the case itself. An operator's reading is noted, with its reason.

    A citizen writes about the own case, and that of somebody represented by law, while an office follows it. Refuses
    NotFound otherwise, and to who acts for a person whose messages are hidden.
    """
    if isinstance(actor, Operator):
        found = await case(work, actor, case_id)
        work.note_reading(
            Reading(
                person_id=found.person_id,
                ente_id=found.ente_id,
                subject=ReadingSubject.CONVERSATION,
                subject_id=found.id,
                purpose=ReadingPurpose.CASE_WORK,
            )
        )
        return found
    own = next((one for one in await _followed(work, actor) if one.id == case_id), None)
    if own is None or await is_kept_from(work, actor, own.person_id):
        raise NotFound
    return own


async def _followed(work: UnitOfWork, citizen: Citizen) -> Sequence[Case]:
    """The cases in charge of the citizen and of the people represented by law, the latest first.

    The program looks: a case is never read by its person, and no more of it than that an office follows is given.
    """
    wanted = select(Case).where(col(Case.person_id).in_(citizen.people), col(Case.status) == CaseStatus.IN_CHARGE)
    async with as_the_program(work, "find who follows a citizen"):
        return (await work.session.exec(wanted.order_by(col(Case.taken_at).desc(), col(Case.id)))).all()


async def _row(work: UnitOfWork, actor: Citizen | Operator, found: Case) -> CaseConversation:
    offices = await office_names(work, [found.office_id] if found.office_id else [])
    known = (await names(work, [found.person_id])).get(found.person_id)
    return CaseConversation(
        found.id,
        found.ente_id,
        found.person_id,
        known.full_name if known else "",
        found.office_id,
        offices[found.office_id].name if found.office_id and found.office_id in offices else "",
        known.language if known else SOURCE.code,
        await conversation_row(work, actor, About.CASE, found.id),
    )
