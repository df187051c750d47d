"""Writes down that somebody was kept out, after the refusal has undone everything else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.access.actions.sessions.note_sign_in import NoteSignIn, note_sign_in
from domain.access.refusals import NoOfficeToday, SignInFailed, TooManyTries
from domain.access.terms import SignInOutcome
from domain.kernel.actor import System
from domain.kernel.refusals import Refused
from domain.platform.work import Bind, unit_of_work


@asynccontextmanager
async def noting_refusals(noted: NoteSignIn, *, bind: Bind | None = None) -> AsyncIterator[NoteSignIn]:
    """Around a sign-in: a refusal goes on its way, and is in the journal.

    ``noted.outcome`` is what a refusal means here that says nothing more of itself. The caller may fill in who it was
    as soon as that is known.
    """
    try:
        yield noted
    except Refused as refusal:
        async with unit_of_work(System("note refusal"), bind=bind) as work:
            await note_sign_in(work, noted.model_copy(update={"outcome": _outcome(refusal, noted.outcome)}))
        raise


def _outcome(refusal: Refused, otherwise: SignInOutcome) -> SignInOutcome:
    match refusal:
        case TooManyTries():
            return SignInOutcome.THROTTLED
        case NoOfficeToday():
            return SignInOutcome.NO_ROLE
        case SignInFailed() if refusal.kind == "not_an_operator":
            return SignInOutcome.NOT_AN_OPERATOR
        case _:
            return otherwise
