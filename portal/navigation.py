"""Every screen of the portal."""

from typing import Any

from portal.applications.controller import ApplicationController
from portal.applications.late_files import AttachmentController
from portal.applications.review import ReviewController
from portal.applications.submission import ReceiptController, SubmissionController
from portal.applications.withdrawal import WithdrawalController
from portal.documents.controller import DocumentController
from portal.home.controller import HomeController
from portal.logo.controller import LogoController
from portal.pages.controller import TEXT_PAGES
from portal.personal_area.controller import PersonalAreaController
from portal.personal_area.letters import LetterController
from portal.personal_area.readings import ReadingController
from portal.services.controller import ServiceController
from portal.services.ratings import ServiceRatingController
from portal.sign_in.answer import SignInAnswerController
from portal.sign_in.controller import SignInController
from portal.sign_in.session import SessionController, SessionEndController, SignOutController
from portal.steps.controller import StepController
from portal.steps.drafts import DraftController
from portal.steps.removals import AttachmentRemovalController
from portal.uploads.controller import UploadController
from web.language_choice import choose_language

HANDLERS: tuple[Any, ...] = (
    HomeController,
    ServiceController,
    ServiceRatingController,
    *TEXT_PAGES,
    LogoController,
    choose_language,
    SignInController,
    SignInAnswerController,
    SessionController,
    SessionEndController,
    SignOutController,
    ApplicationController,
    StepController,
    DraftController,
    AttachmentRemovalController,
    AttachmentController,
    UploadController,
    ReviewController,
    SubmissionController,
    ReceiptController,
    WithdrawalController,
    DocumentController,
    PersonalAreaController,
    ReadingController,
    LetterController,
)
