"""Every screen of the portal."""

from typing import Any

from portal.applications.controller import ApplicationController
from portal.applications.late_files import AttachmentController
from portal.applications.replies import ReplyController
from portal.applications.review import ReviewController
from portal.applications.submission import ReceiptController, SubmissionController
from portal.applications.withdrawal import WithdrawalController
from portal.appointments.changes import AppointmentCancellingController, AppointmentMoveController
from portal.appointments.controller import OwnAppointmentController
from portal.appointments.link import (
    AppointmentController,
    AppointmentFileController,
    AppointmentPaperController,
    AppointmentProofController,
    LateController,
)
from portal.appointments.offers import OfferController
from portal.attestations.controller import AttestationController
from portal.bandi.applying import BandoApplicationController, BandoResultController
from portal.bandi.controller import BandoController
from portal.bandi.simulation import BandoSimulationController
from portal.booking.controller import BookingController, BookingTimeController
from portal.booking.drafts import BookingDraftController
from portal.booking.proof import BookingProofController
from portal.booking.review import (
    BookingConfirmationController,
    BookingOtherTimeController,
    BookingReviewController,
)
from portal.card.controller import CardController
from portal.care_plans.controller import CarePlanAnswerController, OwnCarePlanController
from portal.cie.callback import CieAnswerController
from portal.cie.login import CieLoginController
from portal.code.ask import CodeController
from portal.code.confirm import CodeConfirmController
from portal.contact_choices.controller import ContactChoiceController
from portal.contact_requests.controller import ContactRequestController
from portal.contact_requests.proof import ContactProofController
from portal.conversation.controller import ConversationController
from portal.conversation.of_case import CaseConversationController
from portal.delegations.answers import AcceptanceController, DelegationRefusalController, RevocationController
from portal.delegations.controller import DelegationController
from portal.documents.controller import DocumentController
from portal.documents.papers import PaperController
from portal.drafts.copies import ApplicationCopyController
from portal.drafts.deletion import DraftDeletionController
from portal.drafts.signatures import SignatureController, SignatureRefusalController
from portal.drafts.signing_requests import SigningCancelController, SigningRequestController
from portal.federation.controller import EntityConfigurationController, ResolveController
from portal.home.controller import HomeController
from portal.logo.controller import LogoController
from portal.low_access.controller import LowAccessController
from portal.messages.controller import MessageController, MessageReadingController
from portal.my_data.controller import MyDataController
from portal.my_data.copies import CopyController
from portal.my_data.rectifications import RectificationController
from portal.orientation.controller import OrientationController
from portal.pages.controller import TEXT_PAGES
from portal.people.controller import ChildController, DecreeController, RepresentedPersonController
from portal.personal_area.controller import PersonalAreaController
from portal.personal_area.readings import ReadingController
from portal.replies.letters import LetterOpeningController
from portal.replies.observations import ObservationController
from portal.replies.reviews import DecisionReviewController
from portal.services.controller import ServiceController
from portal.services.ratings import ServiceRatingController
from portal.sessions.controller import OwnSessionController
from portal.sign_in.controller import SignInController
from portal.sign_in.session import SessionController, SessionEndController, SignOutController
from portal.spid.answer import SpidAnswerController
from portal.spid.exit import ProviderExitController
from portal.spid.login import SpidLoginController
from portal.spid.logout import SpidLogoutController
from portal.spid.metadata import CieMetadataController, SpidMetadataController
from portal.steps.controller import StepController
from portal.steps.drafts import DraftController
from portal.steps.removals import AttachmentRemovalController
from portal.together.controller import FollowedStepController
from portal.together.link import ScreenLinkController
from portal.together.photos import PhotoController
from portal.uploads.controller import UploadController
from portal.verification.controller import AttestationCheckController
from web.language_choice import choose_language

HANDLERS: tuple[Any, ...] = (
    HomeController,
    ServiceController,
    ServiceRatingController,
    OrientationController,
    BandoController,
    BandoSimulationController,
    BandoApplicationController,
    BandoResultController,
    *TEXT_PAGES,
    BookingController,
    BookingTimeController,
    BookingDraftController,
    BookingProofController,
    BookingReviewController,
    BookingConfirmationController,
    BookingOtherTimeController,
    OwnAppointmentController,
    AppointmentController,
    AppointmentProofController,
    AppointmentFileController,
    AppointmentPaperController,
    LateController,
    OfferController,
    AppointmentMoveController,
    AppointmentCancellingController,
    LogoController,
    choose_language,
    SignInController,
    CodeController,
    CodeConfirmController,
    CardController,
    LowAccessController,
    ContactRequestController,
    ContactProofController,
    CieLoginController,
    CieAnswerController,
    EntityConfigurationController,
    ResolveController,
    SpidMetadataController,
    CieMetadataController,
    SpidLoginController,
    SpidAnswerController,
    SpidLogoutController,
    ProviderExitController,
    SessionController,
    SessionEndController,
    SignOutController,
    ApplicationController,
    StepController,
    DraftController,
    AttachmentRemovalController,
    AttachmentController,
    ReplyController,
    LetterOpeningController,
    ObservationController,
    DecisionReviewController,
    ConversationController,
    CaseConversationController,
    UploadController,
    ReviewController,
    SubmissionController,
    ReceiptController,
    WithdrawalController,
    DraftDeletionController,
    ApplicationCopyController,
    SigningRequestController,
    SigningCancelController,
    SignatureController,
    SignatureRefusalController,
    DocumentController,
    PaperController,
    PersonalAreaController,
    ReadingController,
    OwnCarePlanController,
    CarePlanAnswerController,
    MyDataController,
    CopyController,
    AttestationController,
    RectificationController,
    OwnSessionController,
    RepresentedPersonController,
    ChildController,
    DecreeController,
    DelegationController,
    AcceptanceController,
    DelegationRefusalController,
    RevocationController,
    MessageController,
    MessageReadingController,
    ContactChoiceController,
    ScreenLinkController,
    FollowedStepController,
    PhotoController,
    AttestationCheckController,
)
