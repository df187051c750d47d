"""What can happen at the desk."""

from uuid import UUID

from domain.kernel.event import Event


class SheetCompleted(Event):
    """A contact is written down whole."""

    sheet_id: UUID
    office_id: UUID


class SheetSent(Event):
    """A sheet was sent to another office."""

    referral_id: UUID
    sheet_id: UUID
    to_office_id: UUID


class SheetAccepted(Event):
    """The other office has taken a sheet over."""

    referral_id: UUID
    sheet_id: UUID


class SheetReturned(Event):
    """The other office has given a sheet back."""

    referral_id: UUID
    sheet_id: UUID


class CareProposed(Event):
    """A desk proposes that somebody is taken in charge."""

    proposal_id: UUID
    sheet_id: UUID
    person_id: UUID


class CareProposalRefused(Event):
    """The professional service has said no to a proposal; the reason is kept with it."""

    proposal_id: UUID
    sheet_id: UUID


class CareProposalAccepted(Event):
    """A proposal went into a case."""

    proposal_id: UUID
    sheet_id: UUID
    person_id: UUID
