"""The whole file of an application as a PDF, for the office."""

import asyncio
from uuid import UUID

from domain.intake.queries.printing.print_facts import PrintFacts, print_facts
from domain.intake.queries.printing.what_happened import decision_part, procedure_part, requests_part
from domain.intake.queries.printing.what_was_asked import answers_part, checks_part, points_part
from domain.intake.queries.printing.what_was_written import documents_part, letters_part, messages_part
from domain.intake.refusals import PrintUnavailable
from domain.intake.rules.printing.paper_words import CODE, day, instant, said
from domain.intake.rules.printing.print_act import PrintCover, print_act
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.text import Text, _
from domain.platform.pdf.act import Act
from domain.platform.pdf.engine import PdfUnavailable, to_pdf
from domain.platform.work import UnitOfWork

PARTS = (
    answers_part,
    checks_part,
    points_part,
    procedure_part,
    requests_part,
    decision_part,
    letters_part,
    messages_part,
    documents_part,
)
"""In the order of the paper; what the application does not have is left out."""


async def application_print(work: UnitOfWork, operator: Operator, application_id: UUID) -> bytes:
    """The PDF (PDF/UA-1) with what ``operator`` may read; their name and the hour are at the foot of every page.

    It is drawn in a thread, and kept nowhere: its length is bounded. The readings are noted. Refuses NotAllowed,
    NotFound, PrintUnavailable.
    """
    act = await printed_file(work, operator, application_id)
    try:
        return await asyncio.to_thread(to_pdf, act)
    except PdfUnavailable as missing:
        raise PrintUnavailable from missing


async def printed_file(work: UnitOfWork, operator: Operator, application_id: UUID) -> Act:
    """The same before it is a PDF."""
    facts = await print_facts(work, operator, application_id)
    parts = [part for make in PARTS if (part := make(facts)) is not None]
    cover = PrintCover(
        ente_name=facts.ente.name,
        ente_address=tuple(one for one in (facts.ente.address, facts.ente.phone, facts.ente.pec) if one),
        protocollo=facts.sheet.protocollo or "",
        registered_at=facts.registered_at,
        rows=_rows(facts),
        printed_by=facts.printed_by,
        office=facts.office,
        printed_at=work.now,
    )
    return print_act(cover, parts)


def _rows(facts: PrintFacts) -> list[tuple[Text, str]]:
    sheet, standing = facts.sheet, facts.standing
    applicant = f"{sheet.applicant_name} – {said(sheet.acting.label)}" if sheet.acting else sheet.applicant_name
    language = BY_CODE.get(sheet.language)
    return [
        (_("Servizio"), sheet.title),
        (_("Per chi è la domanda"), sheet.beneficiary_name),
        (_("Chi ha fatto la domanda"), applicant),
        (_("Come è stata presentata"), said(sheet.how_entered) if sheet.how_entered else ""),
        (_("Chi altro ha firmato"), "\n".join(said(one) for one in sheet.signed)),
        (_("Lingua della persona"), language.native_name if language else sheet.language),
        (_("Data e ora di invio"), instant(sheet.submitted_at)),
        (_("Presa in carico"), instant(sheet.taken_at)),
        (_("Stato della domanda"), said(sheet.status.label)),
        (_("A che punto è il procedimento"), standing.state.name.in_(CODE) if standing else ""),
        (_("Chi segue la domanda"), standing.responsible if standing else ""),
        (_("Ultimo giorno per la risposta"), day(sheet.due_on)),
    ]
