"""What happens to the rights of people later: copies are drawn up and removed, offices are reminded."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.actions.remind_of_rectifications import RemindOfRectifications
from domain.correspondence.terms.notices import NoticeKind
from domain.documents.actions.destroy_file import destroy_file
from domain.documents.actions.keep_act import keep_act
from domain.kernel.actor import Citizen, System
from domain.kernel.clock import utcnow
from domain.kernel.roles import Role
from domain.kernel.text import _
from domain.organization.queries.enti import ente, family_of
from domain.organization.queries.office_heads import office_heads
from domain.platform.language import say
from domain.platform.pdf.engine import to_pdf
from domain.platform.work import Bind, unit_of_work
from domain.privacy.actions.copies.finish_copy import CopyFile, FinishCopy, finish_copy
from domain.privacy.actions.copies.note_copy_progress import note_copy_progress
from domain.privacy.actions.copies.remove_copy import remove_copy
from domain.privacy.actions.rectifications.tell_of_rectification import tell_of_rectification
from domain.privacy.queries.copies.copies import CopyToDrawUp, copies_to_remove, copy_to_draw_up
from domain.privacy.queries.copies.copy_parts import COPY_PARTS
from domain.privacy.queries.rectifications.rectifications_due import rectifications_due
from domain.privacy.rules.copy_act import copy_act
from domain.privacy.rules.copy_shape import CopyShape, Holder

WHO = System("draw up copy")
LEFT_OUT = (
    _("La cartella sociale e le note di chi ti segue. Chiedile all'ufficio."),
    _("I dati che riguardano il giudice e le avvertenze per gli operatori. Chiedili all'ufficio."),
    _("I dati di altre persone, anche di chi vive con te."),
    _("I file dei documenti: li trovi nell'area personale."),
    _("I messaggi nascosti e i contatti sicuri: li vede solo la persona, nell'area personale."),
)


async def draw_up_copy(copy_id: str, *, bind: Bind | None = None) -> None:
    """Read everything about a person part by part, write both files, keep them, and tell who asked.

    Each part is read in a transaction of its own, as the person it is about. Stopped anywhere and run again, there is
    one copy and one letter; the files of the first try, named by no row, are a harmless orphan.
    """
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        asked = await copy_to_draw_up(work, WHO, UUID(copy_id))
        if asked is None:
            return
        sender, family = await ente(work, asked.ente_id), await family_of(work, asked.ente_id)
    holder = Holder(name=sender.name, address=sender.address, email=sender.email, pec=sender.pec)
    # nobody signs in for this: the account is not looked at
    citizen = Citizen(person_id=asked.person_id, account_id=asked.id, ambito_id=family[0], enti=family)
    found = await _parts(asked, citizen, bind)
    copy = CopyShape(
        copy_id=asked.id,
        made_at=utcnow(),
        language=asked.language,
        holder=holder,
        left_out=tuple(say(one, asked.language) for one in LEFT_OUT),
        **found,
    )
    for_programs = await _kept(copy.model_dump_json(indent=2).encode())
    for_people = await _kept(await asyncio.to_thread(to_pdf, copy_act(copy)))
    async with unit_of_work(WHO, bind=bind) as work:
        await finish_copy(work, WHO, FinishCopy(copy_id=asked.id, json_file=for_programs, pdf_file=for_people))


async def _parts(asked: CopyToDrawUp, citizen: Citizen, bind: Bind | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for done, part in enumerate(COPY_PARTS, start=1):
        async with unit_of_work(citizen, read_only=True, bind=bind) as work:
            found |= await part(work, citizen, asked.language)
        async with unit_of_work(WHO, bind=bind) as work:
            await note_copy_progress(work, WHO, asked.id, done)
    return found


async def _kept(content: bytes) -> CopyFile:
    stored = await keep_act(content)
    return CopyFile(address=stored.address, size=stored.size, sha256=stored.sha256)


async def remove_old_copies(*, bind: Bind | None = None) -> int:
    """Destroy the files of the copies whose days are over; say how many copies.

    The bytes go first: stopped between the two, the next run finds nothing at the address, which is fine.
    """
    who, removed = System("remove old copies"), 0
    while True:
        async with unit_of_work(who, read_only=True, bind=bind) as work:
            found = await copies_to_remove(work, who)
        for copy_id, addresses in found:
            async with unit_of_work(who, bind=bind) as work:
                for address in addresses:
                    await destroy_file(work, who, address)
                await remove_copy(work, who, copy_id)
        removed += len(found)
        if not found:
            return removed


async def tell_of_answer(rectification_id: str, *, bind: Bind | None = None) -> None:
    """Write to who asked for a correction; they may live in another ente, so it runs in no single one."""
    who = System("tell of rectification")
    async with unit_of_work(who, bind=bind) as work:
        await tell_of_rectification(work, who, UUID(rectification_id))


async def remind_offices(*, bind: Bind | None = None) -> None:
    """Queue an e-mail to the heads of the offices that have requests about to be late."""
    who = System("remind offices")
    async with unit_of_work(who, bind=bind) as work:
        for ente_id, count in (await rectifications_due(work, who)).items():
            await notify_operators(work, who, _rectifications_due(ente_id, work.today))
            for head in await office_heads(work, ente_id):
                telling = RemindOfRectifications(ente_id=ente_id, operator_id=head, day=work.today, count=count)
                await work.defer("remind_of_rectifications", telling.model_dump_json())


def _rectifications_due(ente_id: UUID, day: date) -> NotifyOperators:
    return NotifyOperators(
        ente_id=ente_id,
        kind=NoticeKind.RECTIFICATIONS_DUE,
        key=f"rectifications-due:{ente_id}:{day}",
        subject=_("Alcune richieste di correzione dei dati stanno per scadere, o sono già scadute."),
        path="/rettifiche",
        roles=(Role.OFFICE_HEAD,),
    )


JOBS = {
    "draw_up_copy": draw_up_copy,
    "remove_old_copies": remove_old_copies,
    "tell_of_rectification": tell_of_answer,
    "remind_offices_of_rectifications": remind_offices,
}
