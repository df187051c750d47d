"""The copies of a citizen, one file of a copy, and those the program works on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.actions.open_file import open_file
from domain.kernel.actor import Citizen, System
from domain.kernel.clock import day_of
from domain.kernel.page import PAGE_SIZE
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.privacy.model.personal_copy import PersonalCopy
from domain.privacy.permissions import copies_shown_to
from domain.privacy.terms import CopyFormat, CopyStatus
from domain.registry.queries.names import names

MEDIA_TYPES = {CopyFormat.JSON: "application/json", CopyFormat.PDF: "application/pdf"}
AT_ONCE = 200


@dataclass(frozen=True)
class CopyRow:
    """A copy as the portal shows it; sizes in bytes. ``is_own``: asked by who looks, who alone downloads it."""

    id: UUID
    person_id: UUID
    person_name: str
    is_about_me: bool
    is_own: bool
    status: CopyStatus
    parts_done: int
    parts: int
    asked_at: datetime
    expires_at: datetime | None
    json_size: int
    pdf_size: int

    @property
    def is_waiting(self) -> bool:
        """Whether the page must ask again."""
        return self.status is CopyStatus.WAITING


@dataclass(frozen=True)
class CopyToDrawUp:
    """What the job needs to know of a copy."""

    id: UUID
    ente_id: UUID
    person_id: UUID
    language: str


@dataclass(frozen=True)
class DownloadedCopy:
    """A file of a copy, with its name."""

    file_name: str
    media_type: str
    content: bytes


async def own_copies(work: UnitOfWork, citizen: Citizen) -> Sequence[CopyRow]:
    """The last ones about the citizen, and those asked for the people they act for, the latest first; two questions."""
    wanted = select(PersonalCopy).where(copies_shown_to(citizen)).order_by(col(PersonalCopy.created_at).desc())
    found = (await work.session.exec(wanted.limit(PAGE_SIZE))).all()
    people = await names(work, {one.person_id for one in found})
    return [
        CopyRow(
            id=one.id,
            person_id=one.person_id,
            person_name=people[one.person_id].full_name if one.person_id in people else "",
            is_about_me=one.person_id == citizen.person_id,
            is_own=one.asked_by_id == citizen.person_id,
            status=one.status,
            parts_done=one.parts_done,
            parts=one.parts,
            asked_at=one.created_at,
            expires_at=one.expires_at,
            json_size=one.json_size,
            pdf_size=one.pdf_size,
        )
        for one in found
    ]


async def copy_file(work: UnitOfWork, citizen: Citizen, copy_id: UUID, form: CopyFormat) -> DownloadedCopy:
    """A file of a copy that the citizen has asked; that it was taken is noted for the person it is about.

    Refuses NotFound, also when its days are over or the citizen acts for the person no more.
    """
    wanted = select(PersonalCopy).where(
        col(PersonalCopy.id) == copy_id,
        copies_shown_to(citizen),
        col(PersonalCopy.asked_by_id) == citizen.person_id,
        col(PersonalCopy.status) == CopyStatus.READY,
        col(PersonalCopy.expires_at) > work.now,
    )
    copy = (await work.session.exec(wanted)).one_or_none()
    address = (copy.json_address if form is CopyFormat.JSON else copy.pdf_address) if copy else None
    if copy is None or address is None:
        raise NotFound
    mine = copy.person_id == citizen.person_id
    work.note_reading(
        Reading(
            person_id=copy.person_id,
            ente_id=copy.ente_id,
            subject=ReadingSubject.PERSONAL_COPY,
            subject_id=copy.id,
            purpose=ReadingPurpose.OWN_ACCESS if mine else ReadingPurpose.REPRESENTATION,
        )
    )
    name = f"copia-dati-{day_of(copy.created_at).isoformat()}.{form.value}"
    return DownloadedCopy(name, MEDIA_TYPES[form], await open_file(address))


async def copy_to_draw_up(work: UnitOfWork, system: System, copy_id: UUID) -> CopyToDrawUp | None:
    """What is to be drawn up; None when it was already."""
    wanted = select(PersonalCopy).where(col(PersonalCopy.id) == copy_id, col(PersonalCopy.status) == CopyStatus.WAITING)
    found = (await work.session.exec(wanted)).one_or_none()
    return CopyToDrawUp(found.id, found.ente_id, found.person_id, found.language) if found else None


async def copies_to_remove(work: UnitOfWork, system: System) -> Sequence[tuple[UUID, tuple[str, ...]]]:
    """Some of the copies whose days are over, with the addresses of their files."""
    wanted = select(PersonalCopy).where(
        col(PersonalCopy.status) == CopyStatus.READY, col(PersonalCopy.expires_at) <= work.now
    )
    found = (await work.session.exec(wanted.order_by(col(PersonalCopy.expires_at)).limit(AT_ONCE))).all()
    return [(one.id, tuple(at for at in (one.json_address, one.pdf_address) if at)) for one in found]
