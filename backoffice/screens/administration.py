"""The ente and the installation: offices, operators, codes, archives, registers, what is kept and for how long."""

from typing import Any

from backoffice.attestations.controller import AttestationRevocationController, PersonAttestationController
from backoffice.attestations.rules import AttestationRulesController
from backoffice.bandi.applications import BandoApplicationController
from backoffice.bandi.changes import (
    BandoAnnulmentController,
    BandoExtensionController,
    BandoPublicationController,
    BandoRectificationController,
    BandoResultController,
)
from backoffice.bandi.controller import BandoController, BandoWordsController
from backoffice.bandi.criteria import CriterionController, CriterionRemovalController
from backoffice.bandi.score import ScoreController
from backoffice.codes.controller import CodeListController
from backoffice.codes.entries import CodeController
from backoffice.codes.file import CodeFileController
from backoffice.codes.switches import CodeEndController, CodeReturnController
from backoffice.document_kinds.controller import DocumentKindController
from backoffice.drafts.controller import DraftTermController
from backoffice.ente_provider.controller import EnteProviderController, GroupRoleController
from backoffice.imports.columns import ImportColumnController, ImportWordController
from backoffice.imports.controller import ImportController, ImportTemplateController
from backoffice.imports.rows import ImportDoubtController, ImportRowController
from backoffice.imports.writing import ImportUndoController, ImportWritingController
from backoffice.letter_words.controller import LetterWordsController, LetterWordsPreviewController
from backoffice.message_words.controller import (
    MessageHoursController,
    MessageWordsController,
    MessageWordsPreviewController,
)
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
from backoffice.procedures.controller import ProcedureController
from backoffice.procedures.days import DayOffController, DayOffRemovalController
from backoffice.procedures.drafts.publication import PublicationController
from backoffice.procedures.drafts.rules import RulesController
from backoffice.procedures.drafts.starting import DiscardController, DraftController
from backoffice.procedures.drafts.states import StateController, StateRemovalController
from backoffice.procedures.drafts.transitions import TransitionController, TransitionRemovalController
from backoffice.procedures.versions import VersionController
from backoffice.protocollo.annulments import AnnulmentController
from backoffice.protocollo.controller import ProtocolloController
from backoffice.protocollo.days import RegisterDayController
from backoffice.register.openings import RegisterOpeningController
from backoffice.register.searches import RegisterSearchController
from backoffice.retention.controller import RetentionController
from backoffice.services.card import DraftCardController
from backoffice.services.controller import ServiceController
from backoffice.services.draft import DraftMoveController, DraftRemovalController, ServiceDraftController
from backoffice.services.file import DraftFileController
from backoffice.services.form.preview import DraftPreviewController
from backoffice.services.form.questions import DraftQuestionController
from backoffice.services.form.steps import DraftStepController
from backoffice.services.publication import DraftPublicationController
from backoffice.services.requirements.controller import DraftRequirementController
from backoffice.services.requirements.trying import RequirementRemovalController, RequirementTrialController
from backoffice.services.translations import DraftTranslationController
from backoffice.sign_ins.controller import SignInJournalController

HANDLERS: tuple[Any, ...] = (
    LetterWordsController,
    LetterWordsPreviewController,
    DocumentKindController,
    MessageWordsController,
    MessageWordsPreviewController,
    MessageHoursController,
    RetentionController,
    DraftTermController,
    ImportController,
    ImportTemplateController,
    ImportColumnController,
    ImportWordController,
    ImportRowController,
    ImportDoubtController,
    ImportWritingController,
    ImportUndoController,
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
    PasswordPolicyController,
    InvitationController,
    SecondFactorController,
    RenewalController,
    ProtocolloController,
    AnnulmentController,
    RegisterDayController,
    ProcedureController,
    DayOffController,
    DayOffRemovalController,
    VersionController,
    DraftController,
    DiscardController,
    PublicationController,
    RulesController,
    StateController,
    StateRemovalController,
    TransitionController,
    TransitionRemovalController,
    ServiceController,
    ServiceDraftController,
    DraftCardController,
    DraftStepController,
    DraftQuestionController,
    DraftMoveController,
    DraftRemovalController,
    DraftTranslationController,
    DraftPreviewController,
    DraftFileController,
    DraftPublicationController,
    DraftRequirementController,
    RequirementTrialController,
    RequirementRemovalController,
    PersonAttestationController,
    AttestationRevocationController,
    AttestationRulesController,
    BandoController,
    BandoWordsController,
    CriterionController,
    CriterionRemovalController,
    BandoPublicationController,
    BandoExtensionController,
    BandoRectificationController,
    BandoAnnulmentController,
    BandoResultController,
    BandoApplicationController,
    ScoreController,
)
