"""The desk: contacts, who waits, sheets passed on, housing needs."""

from typing import Any

from backoffice.appointments.booking import BookingController
from backoffice.appointments.check_in import CheckInController
from backoffice.appointments.controller import DaySheetController
from backoffice.appointments.marks import (
    AppointmentArrivalController,
    AppointmentSheetController,
    DayMarkController,
)
from backoffice.appointments.moving import MovingController
from backoffice.appointments.series import SeriesController
from backoffice.appointments.show import AppointmentController
from backoffice.boards.controller import BoardController
from backoffice.boards.screen import ScreenController
from backoffice.booking_invitations.controller import InvitationController
from backoffice.booking_invitations.settling import InvitationClosureController, InvitationWithdrawalController
from backoffice.contact_list.controller import ContactListController
from backoffice.contact_list.counts import ContactCountController
from backoffice.contact_requests.controller import ContactRequestController
from backoffice.contact_sheets.completion import DraftController, ReopeningController, SheetCompletionController
from backoffice.contact_sheets.controller import ContactSheetController
from backoffice.contact_sheets.person import SheetPersonController
from backoffice.desk.controller import DeskController
from backoffice.desk_messages.controller import DeskMessageController, DeskMessagePreviewController
from backoffice.desk_settings.controller import DeskSettingsController
from backoffice.housing.controller import HousingNeedController
from backoffice.housing.decisions import ClosingController, NeedReopeningController
from backoffice.notices.controller import NoticeChoiceController, NoticeController, NoticeReadingController
from backoffice.orientation.controller import OrientationController
from backoffice.passed_on.proposals import CareProposalAnswerController, CareProposalController
from backoffice.passed_on.referrals import ReferralAnswerController, ReferralController
from backoffice.sheet_reading.additions import (
    ConsentController,
    RequestPaperController,
    SheetNeedController,
    SheetNoteController,
)
from backoffice.sheet_reading.controller import SheetReadingController
from backoffice.waiting.controller import WaitingController
from backoffice.waiting.numbers import CallController, ServedNumberController

HANDLERS: tuple[Any, ...] = (
    NoticeController,
    NoticeReadingController,
    NoticeChoiceController,
    DeskController,
    ContactRequestController,
    OrientationController,
    ContactListController,
    ContactCountController,
    WaitingController,
    CallController,
    ServedNumberController,
    DaySheetController,
    CheckInController,
    AppointmentArrivalController,
    DayMarkController,
    AppointmentSheetController,
    AppointmentController,
    BookingController,
    SeriesController,
    MovingController,
    InvitationController,
    InvitationWithdrawalController,
    InvitationClosureController,
    BoardController,
    ScreenController,
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
)
