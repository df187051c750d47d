"""An office gets an e-mail about a sheet that was passed on: a link and a number of days, nothing about anybody."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.correspondence.actions.write_to_office import WriteToOffice
from domain.kernel.clock import day_of
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import office
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program
from domain.reception.model.passing_on import Referral
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.desks.message_texts import message_texts
from domain.reception.terms.passing_on import ReferralStatus


class TellOffice(BaseModel):
    """Which sending, and what happened to it."""

    referral_id: UUID
    news: ReferralStatus


async def tell_office(work: UnitOfWork, command: TellOffice) -> None:
    """Queue the e-mail in the words of the office's ente; an office without an address is passed over. For reactions.

    The days are those since the contact for a sheet that was sent, and those it took to answer for the other news.
    """
    referral = await work.session.get_one(Referral, command.referral_id)
    is_sent = command.news is ReferralStatus.SENT
    there = await office(work, referral.to_office_id if is_sent else referral.from_office_id)
    if not there.email:
        return
    days = await _since_contact(work, referral) if is_sent else _until_answer(work, referral)
    text = (await message_texts(work, there.ente_id))[command.news]
    link = f"{settings().backoffice_url.rstrip('/')}/accoglienza/schede/{referral.sheet_id}"
    subject, paragraphs = text.about(link=link, days=days, ente=(await ente(work, there.ente_id)).name)
    writing = WriteToOffice(
        key=f"{referral.id}.{command.news.value}",
        office_id=there.id,
        subject=subject,
        paragraphs=paragraphs,
        written_at=work.now,
    )
    await work.defer("write_to_office", writing.model_dump_json())


async def _since_contact(work: UnitOfWork, referral: Referral) -> int:
    wanted: Any = sa.select(col(ContactSheet.contact_on)).where(col(ContactSheet.id) == referral.sheet_id)
    async with as_the_program(work, "days since a contact"):  # the sheet may be of somebody the other ente hides
        contact_on = (await (await work.session.connection()).execute(wanted)).scalar_one()
    return max(0, (work.today - contact_on).days)


def _until_answer(work: UnitOfWork, referral: Referral) -> int:
    return max(0, (day_of(referral.answered_at or work.now) - day_of(referral.created_at)).days)
