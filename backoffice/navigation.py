"""Every screen of the back office."""

from typing import Any

from backoffice.account.app import AppController
from backoffice.account.codes import CodesController
from backoffice.account.controller import AccountController
from backoffice.account.passkeys import NewPasskeyController, PasskeyController
from backoffice.account.password import PasswordController
from backoffice.account.sessions import OwnSessionController
from backoffice.applications.controller import ApplicationController, DocumentController
from backoffice.assistance.controller import DeskApplicationController
from backoffice.assistance.removals import DeskAttachmentRemovalController
from backoffice.assistance.review import DeskReviewController, DeskSubmissionController
from backoffice.assistance.screen import ScreenClosingController, SecondScreenController
from backoffice.assistance.steps import DeskStepController
from backoffice.cases.charge import ChargeController
from backoffice.cases.controller import CaseController
from backoffice.cases.diary import DiaryController
from backoffice.civil_registry.controller import CivilRegistryController, UncheckedPersonController
from backoffice.civil_registry.differences import (
    AcceptanceController,
    DifferenceController,
    PersonCheckController,
    PersonDifferenceController,
    RefusalController,
)
from backoffice.codes.controller import CodeListController
from backoffice.codes.entries import CodeController
from backoffice.codes.file import CodeFileController
from backoffice.codes.switches import CodeEndController, CodeReturnController
from backoffice.contact_list.controller import ContactListController
from backoffice.contact_list.counts import ContactCountController
from backoffice.contact_requests.controller import ContactRequestController
from backoffice.contact_sheets.completion import DraftController, ReopeningController, SheetCompletionController
from backoffice.contact_sheets.controller import ContactSheetController
from backoffice.contact_sheets.person import SheetPersonController
from backoffice.desk.controller import DeskController
from backoffice.desk_messages.controller import DeskMessageController, DeskMessagePreviewController
from backoffice.desk_settings.controller import DeskSettingsController
from backoffice.duplicates.controller import DuplicateController
from backoffice.duplicates.decision import DistinctionController, MergeController
from backoffice.duplicates.merges import JoinedRecordController, UndoController
from backoffice.duplicates.of_person import OtherRecordController
from backoffice.emergency.controller import EmergencyController
from backoffice.ente_provider.controller import EnteProviderController, GroupRoleController
from backoffice.entry.controller import EntryController
from backoffice.entry.enrolment import AppStepController, CodesStepController, FirstPasskeyController
from backoffice.entry.factor import FactorController, PasskeyFactorController
from backoffice.entry.password import PasswordStepController
from backoffice.help.controller import HelpController
from backoffice.household_divisions.controller import JoinController, SplitController
from backoffice.households.comparison import HouseholdComparisonController
from backoffice.households.controller import HouseholdController
from backoffice.households.members import MemberController, MemberExitController, MoveController
from backoffice.housing.controller import HousingNeedController
from backoffice.housing.decisions import ClosingController, NeedReopeningController
from backoffice.identification.documents import IdentificationController
from backoffice.identification.people import IdentifiedPersonController
from backoffice.imports.columns import ImportColumnController, ImportWordController
from backoffice.imports.controller import ImportController, ImportTemplateController
from backoffice.imports.rows import ImportDoubtController, ImportRowController
from backoffice.imports.writing import ImportUndoController, ImportWritingController
from backoffice.invitation.controller import LinkController
from backoffice.linking.comparison import CodiceFiscaleController, ComparisonController
from backoffice.linking.controller import UnlinkedAccountController
from backoffice.mandates.answers import MandateAcceptanceController, MandateEndController
from backoffice.mandates.controller import MandateController
from backoffice.operations.jobs import JobController
from backoffice.operations.switches import SwitchController
from backoffice.organization.ente import EnteController, LogoController
from backoffice.organization.offices import OfficeController, OpeningHoursController
from backoffice.organization.operator_access import (
    InvitationController,
    PasswordPolicyController,
    RenewalController,
    SecondFactorController,
)
from backoffice.organization.operator_end import EnablementController, RoleEndController
from backoffice.organization.operators import OperatorController, RoleController
from backoffice.passed_on.proposals import CareProposalAnswerController, CareProposalController
from backoffice.passed_on.referrals import ReferralAnswerController, ReferralController
from backoffice.people.controller import PersonController
from backoffice.people.corrections import CorrectionController, WithdrawalController
from backoffice.people.facts import PersonFactController
from backoffice.person_code.controller import PersonCodeController
from backoffice.proof.controller import PasskeyProofController, ProofController
from backoffice.proof.elsewhere import ElsewhereController
from backoffice.rectifications.answers import (
    RectificationAcceptanceController,
    RectificationExtensionController,
    RectificationRefusalController,
)
from backoffice.rectifications.controller import RectificationController
from backoffice.register.openings import RegisterOpeningController
from backoffice.register.searches import RegisterSearchController
from backoffice.relations.maps import EcoMapController, GenogramController
from backoffice.relations.outsiders import OutsiderController
from backoffice.relations.relations import RelationController, RelationEndController
from backoffice.retention.controller import RetentionController
from backoffice.search.controller import SearchController
from backoffice.sharings.controller import SharedWithUsController, SharingController, SharingEndController
from backoffice.sheet_reading.additions import (
    ConsentController,
    RequestPaperController,
    SheetNeedController,
    SheetNoteController,
)
from backoffice.sheet_reading.controller import SheetReadingController
from backoffice.sign_in.cie import CieAnswerController, CieLoginController
from backoffice.sign_in.controller import SignInController
from backoffice.sign_in.ente import EnteSignInController
from backoffice.sign_in.forgotten import ForgottenPasswordController
from backoffice.sign_in.passkey import PasskeySignInController
from backoffice.sign_in.sessions import OfficeChoiceController, SessionController
from backoffice.sign_in.spid import SpidAnswerController, SpidLoginController
from backoffice.sign_ins.controller import SignInJournalController
from backoffice.titles.checks import TitleEndController, TitleRefusalController, VerificationController
from backoffice.titles.controller import TitleController
from backoffice.titles.of_person import PersonTitleController
from backoffice.waiting.controller import WaitingController
from backoffice.waiting.numbers import CallController, ServedNumberController
from web.language_choice import choose_language

HANDLERS: tuple[Any, ...] = (
    DeskController,
    CaseController,
    ChargeController,
    DiaryController,
    ApplicationController,
    DocumentController,
    DeskApplicationController,
    DeskStepController,
    DeskAttachmentRemovalController,
    DeskReviewController,
    DeskSubmissionController,
    SecondScreenController,
    ScreenClosingController,
    PersonController,
    PersonFactController,
    CorrectionController,
    WithdrawalController,
    TitleController,
    VerificationController,
    TitleRefusalController,
    TitleEndController,
    PersonTitleController,
    HouseholdController,
    HouseholdComparisonController,
    MemberController,
    MemberExitController,
    MoveController,
    SplitController,
    JoinController,
    GenogramController,
    EcoMapController,
    RelationController,
    RelationEndController,
    OutsiderController,
    MandateController,
    MandateAcceptanceController,
    MandateEndController,
    IdentifiedPersonController,
    IdentificationController,
    PersonCodeController,
    DuplicateController,
    OtherRecordController,
    MergeController,
    DistinctionController,
    JoinedRecordController,
    UndoController,
    UnlinkedAccountController,
    ComparisonController,
    CodiceFiscaleController,
    CivilRegistryController,
    UncheckedPersonController,
    DifferenceController,
    PersonDifferenceController,
    PersonCheckController,
    AcceptanceController,
    RefusalController,
    ContactRequestController,
    ContactListController,
    ContactCountController,
    WaitingController,
    CallController,
    ServedNumberController,
    ContactSheetController,
    SheetReadingController,
    SheetCompletionController,
    DraftController,
    ReopeningController,
    SheetPersonController,
    SheetNoteController,
    RequestPaperController,
    SheetNeedController,
    ConsentController,
    ReferralController,
    ReferralAnswerController,
    CareProposalController,
    CareProposalAnswerController,
    DeskSettingsController,
    DeskMessageController,
    DeskMessagePreviewController,
    HousingNeedController,
    ClosingController,
    NeedReopeningController,
    RectificationController,
    RectificationAcceptanceController,
    RectificationRefusalController,
    RectificationExtensionController,
    RetentionController,
    ImportController,
    ImportTemplateController,
    ImportColumnController,
    ImportWordController,
    ImportRowController,
    ImportDoubtController,
    ImportWritingController,
    ImportUndoController,
    SharingController,
    SharingEndController,
    SharedWithUsController,
    EmergencyController,
    SearchController,
    EnteController,
    LogoController,
    EnteProviderController,
    GroupRoleController,
    OfficeController,
    OpeningHoursController,
    OperatorController,
    RoleController,
    RoleEndController,
    EnablementController,
    SignInJournalController,
    CodeListController,
    CodeController,
    CodeEndController,
    CodeReturnController,
    CodeFileController,
    JobController,
    SwitchController,
    RegisterSearchController,
    RegisterOpeningController,
    HelpController,
    SignInController,
    PasskeySignInController,
    SpidLoginController,
    SpidAnswerController,
    CieLoginController,
    CieAnswerController,
    EnteSignInController,
    ForgottenPasswordController,
    LinkController,
    EntryController,
    FactorController,
    PasskeyFactorController,
    PasswordStepController,
    AppStepController,
    FirstPasskeyController,
    CodesStepController,
    AccountController,
    ProofController,
    PasskeyProofController,
    ElsewhereController,
    PasswordController,
    AppController,
    NewPasskeyController,
    PasskeyController,
    CodesController,
    OwnSessionController,
    PasswordPolicyController,
    InvitationController,
    SecondFactorController,
    RenewalController,
    SessionController,
    OfficeChoiceController,
    choose_language,
)
