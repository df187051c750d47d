"""The registry: people, households, drawings, records of one person, the civil registry."""

from typing import Any

from backoffice.archive.controller import FilingController, PersonArchiveController
from backoffice.archive.file import ArchiveListController
from backoffice.archive.marks import FilingAnnulmentController, FilingOpeningController, FilingPrivacyController
from backoffice.archive.rules import FolderRuleController
from backoffice.archive.versions import FilingFileController, VersionController
from backoffice.civil_registry.controller import CivilRegistryController, UncheckedPersonController
from backoffice.civil_registry.differences import (
    AcceptanceController,
    DifferenceController,
    PersonCheckController,
    PersonDifferenceController,
    RefusalController,
)
from backoffice.contact_profile.controller import ContactProfileController, PersonMessageController
from backoffice.duplicates.controller import DuplicateController
from backoffice.duplicates.decision import DistinctionController, MergeController
from backoffice.duplicates.merges import JoinedRecordController, UndoController
from backoffice.duplicates.of_person import OtherRecordController
from backoffice.emergency.controller import EmergencyController
from backoffice.external_bodies.controller import BodyController
from backoffice.external_bodies.ends import BodyEndController, BodyReturnController
from backoffice.external_bodies.file import BodyChoiceController, BodyFileController
from backoffice.household_divisions.controller import JoinController, SplitController
from backoffice.households.comparison import HouseholdComparisonController
from backoffice.households.controller import HouseholdController
from backoffice.households.members import MemberController, MemberExitController, MoveController
from backoffice.identification.documents import IdentificationController
from backoffice.identification.people import IdentifiedPersonController
from backoffice.isee.controller import IseeController, IseeWithdrawalController
from backoffice.linking.comparison import CodiceFiscaleController, ComparisonController
from backoffice.linking.controller import UnlinkedAccountController
from backoffice.people.controller import PersonController
from backoffice.people.corrections import CorrectionController, WithdrawalController
from backoffice.people.facts import PersonFactController
from backoffice.person_code.controller import PersonCodeController
from backoffice.relations.maps import EcoMapController, GenogramController
from backoffice.relations.outsiders import OutsiderController
from backoffice.relations.relations import RelationController, RelationEndController
from backoffice.search.controller import SearchController
from backoffice.sharings.controller import SharedWithUsController, SharingController, SharingEndController

HANDLERS: tuple[Any, ...] = (
    ContactProfileController,
    PersonMessageController,
    PersonController,
    PersonFactController,
    CorrectionController,
    WithdrawalController,
    IseeController,
    IseeWithdrawalController,
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
    SharingController,
    SharingEndController,
    SharedWithUsController,
    EmergencyController,
    SearchController,
    BodyController,
    BodyEndController,
    BodyReturnController,
    BodyFileController,
    BodyChoiceController,
    PersonArchiveController,
    ArchiveListController,
    FilingController,
    FilingFileController,
    VersionController,
    FilingPrivacyController,
    FilingOpeningController,
    FilingAnnulmentController,
    FolderRuleController,
)
