"""What the desk does when something happened elsewhere."""

from domain.access.events import AccountLinked
from domain.intake.events import ApplicationSubmitted
from domain.kernel.actor import System
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.reception.actions.proposals.notify_of_proposal import NotifyOfProposal, notify_of_proposal
from domain.reception.actions.referrals.notify_office import NotifyOffice, notify_office
from domain.reception.actions.referrals.tell_office import TellOffice, tell_office
from domain.reception.actions.sheets.file_papers import FilePapers, file_papers
from domain.reception.actions.sheets.move_sheets import MoveSheets, move_sheets
from domain.reception.actions.sheets.open_for_application import OpenForApplication, open_for_application
from domain.reception.events import CareProposed, SheetAccepted, SheetCompleted, SheetReturned, SheetSent
from domain.reception.terms.passing_on import ReferralStatus


@reacts_to(ApplicationSubmitted)
async def open_sheet_for_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """The office that gets the application finds the contact among its sheets, with nothing to type again."""
    if event.office_id is None:
        return
    command = OpenForApplication(
        ente_id=event.ente_id,
        office_id=event.office_id,
        person_id=event.beneficiary_id,
        application_id=event.application_id,
        submitted_at=event.submitted_at,
    )
    await open_for_application(work, System("open_sheet_for_application", (event.ente_id,)), command)


@reacts_to(SheetCompleted)
async def file_papers_of_sheet(work: UnitOfWork, event: SheetCompleted) -> None:
    """What the person brought stands in the archive."""
    async with as_the_program(work, "file papers") as system:
        await file_papers(work, system, FilePapers(sheet_id=event.sheet_id))


@reacts_to(SheetSent)
async def tell_office_of_sent_sheet(work: UnitOfWork, event: SheetSent) -> None:
    """The office that gets the sheet finds an e-mail, if it has an address."""
    await tell_office(work, TellOffice(referral_id=event.referral_id, news=ReferralStatus.SENT))


@reacts_to(SheetAccepted)
async def tell_office_of_accepted_sheet(work: UnitOfWork, event: SheetAccepted) -> None:
    """The office that sent the sheet reads that it was taken over."""
    await tell_office(work, TellOffice(referral_id=event.referral_id, news=ReferralStatus.ACCEPTED))


@reacts_to(SheetReturned)
async def tell_office_of_returned_sheet(work: UnitOfWork, event: SheetReturned) -> None:
    """The office that sent the sheet reads that it came back."""
    await tell_office(work, TellOffice(referral_id=event.referral_id, news=ReferralStatus.RETURNED))


@reacts_to(SheetSent)
async def notify_of_sent_sheet(work: UnitOfWork, event: SheetSent) -> None:
    """The desk that gets the sheet finds a notice."""
    await notify_office(work, NotifyOffice(referral_id=event.referral_id, news=ReferralStatus.SENT))


@reacts_to(SheetReturned)
async def notify_of_returned_sheet(work: UnitOfWork, event: SheetReturned) -> None:
    """The desk that sent the sheet finds a notice that it came back."""
    await notify_office(work, NotifyOffice(referral_id=event.referral_id, news=ReferralStatus.RETURNED))


@reacts_to(CareProposed)
async def notify_of_proposed_care(work: UnitOfWork, event: CareProposed) -> None:
    """Who takes people in charge finds a notice."""
    await notify_of_proposal(work, NotifyOfProposal(proposal_id=event.proposal_id))


@reacts_to(AccountLinked)
async def move_sheets_of_same_person(work: UnitOfWork, event: AccountLinked) -> None:
    """The contacts follow the person, who may live in another ente."""
    async with as_the_program(work, "move sheets") as system:
        moving = MoveSheets(from_person_id=event.from_person_id, to_person_id=event.to_person_id)
        await move_sheets(work, system, moving)
