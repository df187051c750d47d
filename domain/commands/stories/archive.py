"""Two papers in the archive of Maria Rosa Fontanelli: a report for all, and a private one of the psychologist."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.commands.stories.life import Bind, citizen_called, operator_called
from domain.documents.actions.archive.keep_in_archive import KeepInArchive, keep_in_archive
from domain.documents.jobs import read_words
from domain.documents.queries.archive.filings import ArchiveFilter, filings
from domain.kernel.clock import as_of
from domain.platform.pdf.act import Act, Ente, Paragraph
from domain.platform.pdf.engine import to_pdf
from domain.platform.work import unit_of_work

WHOSE = "Maria Rosa Fontanelli"


@dataclass(frozen=True)
class DemoPaper:
    """``by`` whom it was put in ``folder``, ``days_ago``, and what it says; private where there is a reason."""

    by: str
    folder: str
    title: str
    says: str
    days_ago: int
    private_reason: str = ""


PAPERS = (
    DemoPaper(
        "Sara Bonfante",
        "2",
        "Relazione del reparto di geriatria",
        "La signora torna a casa dopo la caduta. Serve un aiuto per la doccia e per fare la spesa.",
        12,
    ),
    DemoPaper(
        "Claudia Ruspoli",
        "8",
        "Appunti dei colloqui",
        "La signora parla della solitudine dopo la morte del marito. Prossimo colloquio tra due settimane.",
        5,
        "Sono appunti dei colloqui con la psicologa.",
    ),
)


async def fill_archive(ambito_id: UUID, now: datetime, bind: Bind) -> None:
    """Each is put there once, and found by its words."""
    person_id = (await citizen_called(WHOSE, ambito_id, bind)).person_id
    for one in PAPERS:
        operator = await operator_called(one.by, bind)
        with as_of(now - timedelta(days=one.days_ago)):
            async with unit_of_work(operator, bind=bind) as work:
                there = (await filings(work, operator, person_id, ArchiveFilter(folder=one.folder))).items
                if any(row.title == one.title for row in there):
                    continue
                act = Act(title=one.title, language="it", ente=Ente("Valle Serena"), blocks=[Paragraph(one.says)])
                command = KeepInArchive(
                    person_id=person_id,
                    folder=one.folder,
                    title=one.title,
                    dated_on=work.today,
                    is_private=bool(one.private_reason),
                    private_reason=one.private_reason,
                    file_name=f"{one.title.lower()}.pdf",
                    content=await asyncio.to_thread(to_pdf, act),
                )
                await keep_in_archive(work, operator, command)
    await read_words(bind=bind)
