"""What can happen to an application."""

from datetime import date, datetime
from uuid import UUID

from domain.intake.terms import Outcome
from domain.kernel.event import Event
from domain.kernel.titles import Title


class ApplicationSubmitted(Event):
    """A person sent an application, to ``office_id`` if one is competent; ``due_on`` is the last day for the answer.

    ``applicant_id`` acted, by ``title`` and, when delegated, ``delegation_id``, for ``beneficiary_id``.
    """

    application_id: UUID
    applicant_id: UUID
    beneficiary_id: UUID
    submitted_at: datetime
    due_on: date
    office_id: UUID | None = None
    title: Title | None = None
    delegation_id: UUID | None = None


class SignaturesAsked(Event):
    """Other people are asked to sign a draft."""

    application_id: UUID


class SignatureGiven(Event):
    """One of them has signed what the application says now."""

    application_id: UUID
    signature_id: UUID


class SignatureRefused(Event):
    """One of them does not sign, and has said why."""

    application_id: UUID
    signature_id: UUID


class ApplicationRegistered(Event):
    """An application got its protocollo number."""

    application_id: UUID


class ApplicationWithdrawn(Event):
    """A person gave up an application: ``withdrawn_by_id`` did, by ``title``."""

    application_id: UUID
    withdrawn_by_id: UUID | None = None
    title: Title | None = None


class ApplicationDecided(Event):
    """An application has its answer: ``passage_id`` is the step of the proceeding in which it was decided."""

    application_id: UUID
    beneficiary_id: UUID
    service_id: UUID
    outcome: Outcome
    decided_at: datetime
    passage_id: UUID


class ApplicationDeadlineMoved(Event):
    """The last day for the answer is another one."""

    application_id: UUID
    due_on: date


class ContactRequestArrived(Event):
    """Somebody who has not signed in waits for an answer."""

    request_id: UUID


class ApplicationReopened(Event):
    """The answer is looked at again, because the person has asked for it."""

    application_id: UUID
    beneficiary_id: UUID


class ApplicationAssigned(Event):
    """A colleague answers for the application from now on: ``assigned_by_id`` gave it, perhaps to oneself."""

    application_id: UUID
    responsible_id: UUID
    assigned_by_id: UUID


class LetterOpened(Event):
    """Somebody opened the letter of the step ``passage_id`` on the portal, first, and the ente counts the day."""

    application_id: UUID
    passage_id: UUID
    opened_on: date
