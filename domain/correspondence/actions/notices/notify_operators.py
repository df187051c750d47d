"""Tells operators of something to know or to do: one, or everybody of an office or of an ente."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.correspondence.model.notice import Notice, NoticeChoice
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.roles import Role
from domain.kernel.text import Text
from domain.organization.queries.staff import staff_of_ente, staff_of_office
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class NotifyOperators:
    """What happened, to whom: ``operator_id``, or the staff of ``office_id``, or that of the whole ente.

    ``subject`` is a sentence without names of people, ``path`` the page it leads to, ``key`` the occasion: nobody is
    told twice of the same. Of an office or an ente only who holds one of ``roles`` is told, if any is named; who has
    done the thing (``but``) knows it already.
    """

    ente_id: UUID
    kind: NoticeKind
    key: str
    subject: Text
    path: str
    operator_id: UUID | None = None
    office_id: UUID | None = None
    roles: tuple[Role, ...] = ()
    but: UUID | None = None


async def notify_operators(work: UnitOfWork, system: System, command: NotifyOperators) -> int:
    """How many were told now. Each finds it in ``/avvisi``, and by e-mail too if so chosen. For reactions and jobs."""
    told = [one for one in await _recipients(work, command) if one != command.but]
    if not told:
        return 0
    rows = [
        Notice(
            ente_id=command.ente_id,
            operator_id=one,
            kind=command.kind,
            key=command.key,
            msgid=command.subject.msgid,
            values=dict(command.subject.values),
            path=command.path,
            created_at=work.now,
        ).model_dump()
        for one in told
    ]
    once = insert(Notice).values(rows).on_conflict_do_nothing(index_elements=["operator_id", "key"])
    connection = await work.session.connection()
    new = (await connection.execute(once.returning(Notice.id, Notice.operator_id))).all()  # pyright: ignore[reportArgumentType,reportCallIssue]
    by_mail = await _by_mail(work, command.kind, [row.operator_id for row in new])
    for row in new:
        if row.operator_id in by_mail:
            await work.defer("mail_notice", str(row.id))
    return len(new)


async def _recipients(work: UnitOfWork, command: NotifyOperators) -> list[UUID]:
    if command.operator_id is not None:
        return [command.operator_id]
    if command.office_id is not None:
        return list(await staff_of_office(work, command.office_id, command.roles))
    return list(await staff_of_ente(work, command.ente_id, command.roles))


async def _by_mail(work: UnitOfWork, kind: NoticeKind, told: list[UUID]) -> set[UUID]:
    if not told:
        return set()
    wanted = select(NoticeChoice.operator_id).where(
        col(NoticeChoice.operator_id).in_(told), col(NoticeChoice.kind) == kind, col(NoticeChoice.is_mailed)
    )
    return set((await work.session.exec(wanted)).all())
