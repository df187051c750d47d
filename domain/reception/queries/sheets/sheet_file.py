"""A contact sheet as an operator opens it: each part as far as it may be seen. Every opening is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.code_words import NEEDS, SERVICES, desk_codes, labels
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.queries.passed_on import ProposalRow, ReferralRow, proposals_of, referrals_of
from domain.reception.queries.sheets.door import may_write, place_of, sheet
from domain.reception.queries.sheets.sheet_parts import (
    NeedSides,
    NoteRow,
    RequestRow,
    needs_of,
    notes_of,
    requests_of,
)
from domain.reception.queries.sheets.sheet_words import (
    AccessPart,
    AnswerRow,
    ClosurePart,
    access_of,
    answers_of,
    closure_of,
)
from domain.reception.rules.sight import sights
from domain.reception.terms.desks import OPTIONAL_SECTIONS, Section, Sight
from domain.reception.terms.sheets import SheetStatus
from domain.registry.queries.person_card import PersonCard, card_within

PLAIN = (
    "id",
    "ente_id",
    "office_id",
    "desk_point",
    "status",
    "contact_on",
    "is_anonymous",
    "is_automatic",
    "is_hidden",
    "alias",
    "application_id",
    "completed_at",
    "reopened_at",
    "version",
)


@dataclass(frozen=True)
class SheetFile:
    """The whole sheet. A part that ``sights`` does not show is None, and empty where it is a list."""

    id: UUID
    ente_id: UUID
    office_id: UUID
    office: str
    desk_point: str
    author: str
    author_id: UUID | None
    status: SheetStatus
    contact_on: date
    is_anonymous: bool
    is_automatic: bool
    is_hidden: bool
    alias: str
    application_id: UUID | None
    completed_at: datetime | None
    reopened_at: datetime | None
    version: int
    may_write: bool
    sights: Mapping[Section, Sight]
    person: PersonCard | None
    access: AccessPart | None
    reporter: Mapping[str, str]
    reporter_body_id: UUID | None
    references: Sequence[Mapping[str, str]]
    needs: Sequence[NeedSides]
    requests: Sequence[RequestRow]
    sections: Mapping[Section, Sequence[AnswerRow]]
    notes: Sequence[NoteRow]
    closure: ClosurePart | None
    referrals: Sequence[ReferralRow]
    proposals: Sequence[ProposalRow]

    def shows(self, section: Section) -> bool:
        """Whether the section may be read."""
        return self.sights[section] is Sight.VISIBLE


async def sheet_file(
    work: UnitOfWork, operator: Operator, sheet_id: UUID, purpose: str = ReadingPurpose.DESK_HELP
) -> SheetFile:
    """The sheet ``sheet_id``, in a fixed number of questions. Refuses NotFound.

    The reading is noted with its ``purpose``; a refused attempt too, without saying whose sheet it was.
    """
    try:
        found = await sheet(work, operator, sheet_id)
    except NotFound:
        _note(work, None, operator.ente_id, sheet_id, purpose, is_granted=False)
        raise
    if found.person_id is not None:
        _note(work, found.person_id, found.ente_id, sheet_id, purpose, is_granted=True)
    return await _file(work, operator, found)


def _note(
    work: UnitOfWork, person_id: UUID | None, ente_id: UUID, sheet_id: UUID, purpose: str, *, is_granted: bool
) -> None:
    work.note_reading(
        Reading(
            person_id=person_id,
            ente_id=ente_id,
            subject=ReadingSubject.CONTACT_SHEET.value,
            subject_id=sheet_id,
            purpose=str(purpose),
            is_granted=is_granted,
        )
    )


async def _file(work: UnitOfWork, operator: Operator, found: ContactSheet) -> SheetFile:
    desk, codes = await desk_of(work, found.office_id), await desk_codes(work, found.ente_id)
    seen = sights(operator.roles, await place_of(work, operator, found, desk))
    shown = {section for section, sight in seen.items() if sight is Sight.VISIBLE}
    author = await operator_names(work, [found.operator_id] if found.operator_id else [])
    office = (await office_names(work, [found.office_id])).get(found.office_id)
    plain = {name: getattr(found, name) for name in PLAIN}
    return SheetFile(
        **plain,
        office=office.name if office else "",
        author=author.get(found.operator_id, "") if found.operator_id else "",
        author_id=found.operator_id,
        may_write=may_write(operator, found),
        sights=seen,
        person=await card_within(work, operator, found.person_id) if found.person_id else None,
        access=access_of(found, codes) if Section.ACCESS in shown else None,
        reporter=found.reporter if Section.REPORTER in shown else {},
        reporter_body_id=found.reporter_body_id if Section.REPORTER in shown else None,
        references=found.reference_contacts if Section.REPORTER in shown else [],
        needs=await needs_of(work, found.id, labels(codes[NEEDS])) if Section.NEEDS in shown else [],
        requests=await requests_of(work, found.id, labels(codes[SERVICES])) if Section.REQUESTS in shown else [],
        sections={
            one: answers_of(found, one, codes) for one in OPTIONAL_SECTIONS if one in shown and one in found.sections
        },
        notes=await notes_of(work, operator, found, desk) if Section.NOTES in shown else [],
        closure=closure_of(found, codes) if Section.CLOSURE in shown else None,
        referrals=await referrals_of(work, found.id),
        proposals=await proposals_of(work, found.id),
    )
