"""Cases and applications, and who may act for whom."""

from typing import Any

from backoffice.applications.assignment import AssignmentController
from backoffice.applications.controller import ApplicationController, DocumentController
from backoffice.applications.deliveries import DeliveryController
from backoffice.applications.passages import PassageController
from backoffice.applications.printing import ApplicationPrintController
from backoffice.applications.visas import VisaController, VisaRefusalController
from backoffice.assistance.controller import DeskApplicationController
from backoffice.assistance.removals import DeskAttachmentRemovalController
from backoffice.assistance.review import DeskReviewController, DeskSubmissionController
from backoffice.assistance.screen import ScreenClosingController, SecondScreenController
from backoffice.assistance.steps import DeskStepController
from backoffice.care_plans.agreeing.proposals import (
    PlanProposalController,
    PlanTakingBackController,
    PlanVisaController,
)
from backoffice.care_plans.agreeing.sharing import PlanAnswerController, PlanSharingController
from backoffice.care_plans.controller import CarePlanController
from backoffice.care_plans.drawing_up import CarePlanStartController
from backoffice.care_plans.following.checks import CheckListController, PlanCheckController
from backoffice.care_plans.following.ends import (
    PlanClosingController,
    PlanInterruptionController,
    PlanResponsibleController,
)
from backoffice.care_plans.rules import PlanRulesController
from backoffice.care_plans.versions import PlanPrintController, PlanVersionController
from backoffice.care_plans.writing.outline import PlanOutlineController
from backoffice.care_plans.writing.pieces import PlanPieceController, PlanPieceRemovalController
from backoffice.care_plans.writing.timetable import PlanTimetableController
from backoffice.cases.charge import ChargeController
from backoffice.cases.controller import CaseController
from backoffice.cases.diary import DiaryController
from backoffice.checks.controller import CheckController
from backoffice.conversations.controller import ConversationQueueController
from backoffice.conversations.of_application import ApplicationConversationController
from backoffice.conversations.of_case import CaseConversationController
from backoffice.conversations.ready import ReadyAnswerController
from backoffice.conversations.rules import ConversationRulesController
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
    CarePlanController,
    CarePlanStartController,
    PlanOutlineController,
    PlanTimetableController,
    PlanPieceController,
    PlanPieceRemovalController,
    PlanVersionController,
    PlanPrintController,
    PlanProposalController,
    PlanTakingBackController,
    PlanVisaController,
    PlanSharingController,
    PlanAnswerController,
    CheckListController,
    PlanCheckController,
    PlanClosingController,
    PlanInterruptionController,
    PlanResponsibleController,
    PlanRulesController,
    ApplicationController,
    DocumentController,
    ConversationQueueController,
    ApplicationConversationController,
    CaseConversationController,
    ReadyAnswerController,
    ConversationRulesController,
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
    CheckController,
    VisaController,
    VisaRefusalController,
    AssignmentController,
    DeliveryController,
    ApplicationPrintController,
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
