"""An appointment as a PDF to take along."""

import asyncio

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import ente
from domain.platform.language import SpokenInstant
from domain.platform.pdf.engine import PdfUnavailable, to_pdf
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.queries.booking.appointment_sheet import AppointmentSheet, appointment_sheet
from domain.scheduling.refusals import PaperUnavailable
from domain.scheduling.rules.paper import PaperFacts, appointment_act
from domain.scheduling.terms import Manner


async def appointment_paper(work: UnitOfWork, actor: Actor, token: str, proof: str, language: str) -> bytes:
    """The PDF in the language, an accessible one (PDF/UA-1). Drawn in a thread, and kept nowhere.

    Refuses NotFound, also to who has shown nothing yet, and PaperUnavailable.
    """
    sheet = await appointment_sheet(work, actor, token, proof)
    if sheet is None:
        raise NotFound
    async with as_the_program(work, "appointment paper"):
        name = (await ente(work, sheet.office.ente_id)).name
    try:
        return await asyncio.to_thread(to_pdf, appointment_act(_facts(sheet, name, language)))
    except PdfUnavailable as missing:
        raise PaperUnavailable from missing


def _facts(sheet: AppointmentSheet, ente_name: str, language: str) -> PaperFacts:
    is_there = sheet.manner is Manner.IN_PERSON
    return PaperFacts(
        language=language,
        ente_name=ente_name,
        when=SpokenInstant(sheet.starts_at).in_(language),
        need=sheet.need.get(language) or sheet.need.get("it", ""),
        manner=sheet.manner.label,
        office=sheet.office.name,
        address=", ".join(one for one in (sheet.office.address, sheet.place) if one) if is_there else "",
        phone=sheet.office.phone,
        code=sheet.code,
        to_bring=sheet.bring(language),
    )
