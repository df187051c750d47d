"""Writes into the log why somebody was not let in, under a number that their page shows too."""

from uuid import uuid4

from domain.access.refusals import SignInFailed
from domain.platform.observability import log


def note_refused_sign_in(failure: SignInFailed) -> str:
    """The number under which the reason stands in the log; nothing of the person does."""
    number = uuid4().hex[:8]
    # a technical one is a fault of ours that stops everybody: it must be seen
    tell = log.error if failure.kind == "technical" else log.warning
    tell("sign_in_refused", number=number, kind=failure.kind, reason=failure.reason)
    return number
