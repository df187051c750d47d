"""What happens to applications later: their receipt is drawn up and sent."""

import asyncio
from uuid import UUID

from domain.documents.actions.keep_act import keep_act
from domain.intake.actions.contact_requests.forget_contact_requests import forget_contact_requests as forget_requests
from domain.intake.actions.file_receipt import FileReceipt, ReceiptFile, file_receipt
from domain.intake.queries.receipt_facts import receipt_facts
from domain.intake.rules.receipt import receipt, short_receipt
from domain.kernel.actor import System
from domain.platform.pdf.act import Act
from domain.platform.pdf.engine import to_pdf
from domain.platform.work import Bind, unit_of_work

WHO = System("draw up receipt")


async def draw_up_receipt(application_id: str, *, bind: Bind | None = None) -> None:
    """Draw up the receipt of a registered application, keep it, and write to who applied (L. 241/1990 art. 8, 18-bis).

    Read, close, make the PDF, store it, open, write: stopped anywhere and run again, there is one receipt and one
    letter. The applicant may live in another ente than the person who gets the help, so it runs in no single one.
    """
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        facts = await receipt_facts(work, WHO, UUID(application_id))
    if facts is None:
        return
    whole, short = receipt(facts), short_receipt(facts)
    filed = FileReceipt(
        application_id=UUID(application_id),
        protocollo=facts.protocollo,
        whole=await _kept(whole),
        short=await _kept(short),
    )
    async with unit_of_work(WHO, bind=bind) as work:
        await file_receipt(work, WHO, filed)


async def _kept(act: Act) -> ReceiptFile:
    stored = await keep_act(await asyncio.to_thread(to_pdf, act))
    return ReceiptFile(title=act.title, address=stored.address, size=stored.size, sha256=stored.sha256)


async def forget_contact_requests(*, bind: Bind | None = None) -> None:
    """Forget the requests to be called back that were answered some months ago, and very old ones."""
    async with unit_of_work(System("forget contact requests"), bind=bind) as work:
        await forget_requests(work)


JOBS = {"draw_up_receipt": draw_up_receipt, "forget_contact_requests": forget_contact_requests}
