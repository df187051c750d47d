"""Cases and applications, and who may act for whom."""

from typing import Any

from backoffice.applications.assignment import AssignmentController
from backoffice.applications.controller import ApplicationController, DocumentController
from backoffice.applications.deliveries import DeliveryController
from backoffice.applications.passages import PassageController
from backoffice.applications.visas import VisaController, VisaRefusalController
from backoffice.assistance.controller import DeskApplicationController
from backoffice.assistance.removals import DeskAttachmentRemovalController
from backoffice.assistance.review import DeskReviewController, DeskSubmissionController
from backoffice.assistance.screen import ScreenClosingController, SecondScreenController
from backoffice.assistance.steps import DeskStepController
from backoffice.cases.charge import ChargeController
from backoffice.cases.controller import CaseController
from backoffice.cases.diary import DiaryController
from backoffice.drafts.handing_over import HandingOverController
from backoffice.drafts.signatures import DeskSigningController, PaperSignatureController
from backoffice.examination.appeal import AppealWordsController
from backoffice.examination.controller import QueueController
from backoffice.examination.kept_filters import SavedFilterController, SavedFilterRemovalController
from backoffice.examination.many import ManyAssignmentController, ManyPassageController
from backoffice.mandates.answers import MandateAcceptanceController, MandateEndController
from backoffice.mandates.controller import MandateController
from backoffice.rectifications.answers import (
    RectificationAcceptanceController,
    RectificationExtensionController,
    RectificationRefusalController,
)
from backoffice.rectifications.controller import RectificationController
from backoffice.titles.checks import TitleEndController, TitleRefusalController, VerificationController
from backoffice.titles.controller import TitleController
from backoffice.titles.of_person import PersonTitleController

HANDLERS: tuple[Any, ...] = (
    CaseController,
    ChargeController,
    DiaryController,
    ApplicationController,
    DocumentController,
    DeskApplicationController,
    DeskStepController,
    HandingOverController,
    DeskSigningController,
    PaperSignatureController,
    DeskAttachmentRemovalController,
    DeskReviewController,
    DeskSubmissionController,
    SecondScreenController,
    ScreenClosingController,
    PassageController,
    VisaController,
    VisaRefusalController,
    AssignmentController,
    DeliveryController,
    QueueController,
    AppealWordsController,
    SavedFilterController,
    SavedFilterRemovalController,
    ManyAssignmentController,
    ManyPassageController,
    TitleController,
    VerificationController,
    TitleRefusalController,
    TitleEndController,
    PersonTitleController,
    MandateController,
    MandateAcceptanceController,
    MandateEndController,
    RectificationController,
    RectificationAcceptanceController,
    RectificationRefusalController,
    RectificationExtensionController,
)
