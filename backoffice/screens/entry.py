"""Signing in, one's own access, help."""

from typing import Any

from backoffice.account.app import AppController
from backoffice.account.codes import CodesController
from backoffice.account.controller import AccountController
from backoffice.account.passkeys import NewPasskeyController, PasskeyController
from backoffice.account.password import PasswordController
from backoffice.account.sessions import OwnSessionController
from backoffice.entry.controller import EntryController
from backoffice.entry.enrolment import AppStepController, CodesStepController, FirstPasskeyController
from backoffice.entry.factor import FactorController, PasskeyFactorController
from backoffice.entry.password import PasswordStepController
from backoffice.help.controller import HelpController
from backoffice.invitation.controller import LinkController
from backoffice.proof.controller import PasskeyProofController, ProofController
from backoffice.proof.elsewhere import ElsewhereController
from backoffice.sign_in.cie import CieAnswerController, CieLoginController
from backoffice.sign_in.controller import SignInController
from backoffice.sign_in.ente import EnteSignInController
from backoffice.sign_in.forgotten import ForgottenPasswordController
from backoffice.sign_in.passkey import PasskeySignInController
from backoffice.sign_in.sessions import OfficeChoiceController, SessionController
from backoffice.sign_in.spid import SpidAnswerController, SpidLoginController

HANDLERS: tuple[Any, ...] = (
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
    SessionController,
    OfficeChoiceController,
)
