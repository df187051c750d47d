"""What happens to applications later: receipts and letters are drawn up, promises are remembered."""

import asyncio
from datetime import timedelta
from uuid import UUID

from domain.catalogue.actions.bandi.file_result import FileResult, file_result
from domain.documents.actions.keep_act import keep_act
from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.terms import Direction
from domain.intake.actions.attestations.file_attestation import FileAttestation, file_attestation
from domain.intake.actions.attestations.register_attestation import register_attestation
from domain.intake.actions.bandi.recount_bando import RecountBando
from domain.intake.actions.bandi.recount_bando import recount_bando as recount
from domain.intake.actions.contact_requests.forget_contact_requests import forget_contact_requests as forget_requests
from domain.intake.actions.drafts.tend_draft import TendDraft, tend_draft
from domain.intake.actions.examination.file_letter import FileLetter, file_letter
from domain.intake.actions.file_receipt import FileReceipt, ReceiptFile, file_receipt
from domain.intake.actions.papers.remind_of_promise import DAYS_BEFORE, RemindOfPromise, remind_of_promise
from domain.intake.actions.signatures.remind_signers import RemindSigners, remind_signers
from domain.intake.queries.attestations.attestation_facts import attestation_facts
from domain.intake.queries.bandi.result_facts import result_facts
from domain.intake.queries.drafts.drafts_to_tend import drafts_to_tend
from domain.intake.queries.examination.letter_facts import letter_facts
from domain.intake.queries.letters.letter_words import words_of_letter
from domain.intake.queries.papers.promises_to_remind import MOST, promises_to_remind
from domain.intake.queries.receipt_facts import receipt_facts
from domain.intake.queries.signatures.drafts_to_remind import drafts_to_remind
from domain.intake.rules.attestations.paper import attestation
from domain.intake.rules.bandi.result import bando_result
from domain.intake.rules.drafts.lifetime import DraftDue
from domain.intake.rules.letter import letter, letter_fingerprint
from domain.intake.rules.letter_words import letter_subject
from domain.intake.rules.receipt import receipt, short_receipt
from domain.kernel.actor import System
from domain.platform.pdf.act import Act
from domain.platform.pdf.engine import to_pdf
from domain.platform.work import Bind, unit_of_work

WHO = System("draw up receipt")
POINTS_WHO = System("points of a bando")
ATTESTATION_WHO = System("draw up attestation")
REMINDER = System("remind of promises")
LETTER_WHO = System("draw up letter")


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


async def draw_up_letter(application_id: str, passage_id: str, template: str, *, bind: Bind | None = None) -> None:
    """Register the letter of a step in the protocollo, draw it up, keep it, and tell the person that it is there.

    Like the receipt it is stopped anywhere and run again: one number, one letter, one message.
    """
    about, step = UUID(application_id), UUID(passage_id)
    async with unit_of_work(LETTER_WHO, bind=bind) as work:
        found = await letter_facts(work, LETTER_WHO, about, step)
        if found is None:
            return
        words = await words_of_letter(work, found.ente_id, template, found.facts.language)
        number = await register_protocollo(
            work,
            RegisterProtocollo(
                ente_id=found.ente_id,
                person_id=found.person_id,
                about_id=step,
                subject=letter_subject(template),
                direction=Direction.OUTGOING,
                content_sha256=letter_fingerprint(words, found.facts),
            ),
        )
        label, registered_at = number.label, number.registered_at
    kept = await _kept(letter(words, found.facts, label, registered_at))
    filed = FileLetter(
        application_id=about,
        passage_id=step,
        template=template,
        protocollo=label,
        answer_due_on=found.facts.answer_due_on,
        file=kept,
    )
    async with unit_of_work(LETTER_WHO, bind=bind) as work:
        await file_letter(work, LETTER_WHO, filed)


async def _kept(act: Act) -> ReceiptFile:
    stored = await keep_act(await asyncio.to_thread(to_pdf, act))
    return ReceiptFile(title=act.title, address=stored.address, size=stored.size, sha256=stored.sha256)


async def forget_contact_requests(*, bind: Bind | None = None) -> None:
    """Forget the requests to be called back that were answered some months ago, and very old ones."""
    async with unit_of_work(System("forget contact requests"), bind=bind) as work:
        await forget_requests(work)


async def recount_bando(bando_id: str, number: str, *, bind: Bind | None = None) -> None:
    """Count the points of every application again by a version of the bando, a part at a time."""
    after: UUID | None = None
    while True:
        recounted = RecountBando(bando_id=UUID(bando_id), number=int(number), after=after)
        async with unit_of_work(POINTS_WHO, bind=bind) as work:
            after = await recount(work, POINTS_WHO, recounted)
        if after is None:
            return


async def draw_up_bando_result(bando_id: str, *, bind: Bind | None = None) -> None:
    """Draw up the file of a result, keep it, and write down where it is; run again, the newest counts."""
    async with unit_of_work(POINTS_WHO, read_only=True, bind=bind) as work:
        facts = await result_facts(work, POINTS_WHO, UUID(bando_id))
    stored = await keep_act(await asyncio.to_thread(to_pdf, bando_result(facts)))
    filed = FileResult(bando_id=UUID(bando_id), address=stored.address, size=stored.size)
    async with unit_of_work(POINTS_WHO, bind=bind) as work:
        await file_result(work, POINTS_WHO, filed)


async def draw_up_attestation(attestation_id: str, *, bind: Bind | None = None) -> None:
    """Draw up an attestation, register it where the ente wants that, keep it: stopped and run again, there is one."""
    about = UUID(attestation_id)
    async with unit_of_work(ATTESTATION_WHO, bind=bind) as work:
        facts = await attestation_facts(work, ATTESTATION_WHO, about)
        if facts is None:
            return
        number = await register_attestation(work, ATTESTATION_WHO, about)
    kept = await _kept(attestation(facts, number))
    async with unit_of_work(ATTESTATION_WHO, bind=bind) as work:
        await file_attestation(
            work, ATTESTATION_WHO, FileAttestation(attestation_id=about, protocollo=number, file=kept)
        )


async def remind_of_promises(*, bind: Bind | None = None) -> int:
    """Remind people of documents that they have promised for one of the next days; say how many were written to.

    One transaction for each: stopped anywhere and run again, each is written to once.
    """
    async with unit_of_work(REMINDER, read_only=True, bind=bind) as work:
        waiting = await promises_to_remind(work, REMINDER, work.today + timedelta(days=DAYS_BEFORE))
    written = 0
    for application_id in waiting:
        async with unit_of_work(REMINDER, bind=bind) as work:
            written += await remind_of_promise(work, REMINDER, RemindOfPromise(application_id=application_id))
    if len(waiting) == MOST:
        async with unit_of_work(REMINDER, bind=bind) as work:
            await work.defer("remind_of_promises")  # there may be more
    return written


async def tend_drafts(*, bind: Bind | None = None) -> dict[str, int]:
    """Tell people of drafts near their end and delete those at it, each in a transaction of its own; say how many."""
    who, done, last = System("tend drafts"), dict.fromkeys(DraftDue, 0), None
    while True:
        async with unit_of_work(who, read_only=True, bind=bind) as work:
            found = await drafts_to_tend(work, who, last)
        if not found:
            return {kind.value: count for kind, count in done.items()}
        for application_id in found:
            async with unit_of_work(who, bind=bind) as work:
                done[await tend_draft(work, who, TendDraft(application_id=application_id))] += 1
        last = found[-1]


async def remind_signers_of_drafts(*, bind: Bind | None = None) -> int:
    """Remind, once, who was asked to sign a week ago; say for how many drafts."""
    who, done, last = System("remind signers"), 0, None
    while True:
        async with unit_of_work(who, read_only=True, bind=bind) as work:
            found = await drafts_to_remind(work, who, last)
        if not found:
            return done
        for application_id in found:
            async with unit_of_work(who, bind=bind) as work:
                await remind_signers(work, who, RemindSigners(application_id=application_id))
        done, last = done + len(found), found[-1]


JOBS = {
    "recount_bando": recount_bando,
    "draw_up_bando_result": draw_up_bando_result,
    "draw_up_attestation": draw_up_attestation,
    "remind_of_promises": remind_of_promises,
    "remind_signers": remind_signers_of_drafts,
    "tend_drafts": tend_drafts,
    "draw_up_receipt": draw_up_receipt,
    "draw_up_letter": draw_up_letter,
    "forget_contact_requests": forget_contact_requests,
}
