"""Reads what providers post to us, or says why it cannot be the answer to anything."""

from typing import Any

from litestar import Request

from domain.access.refusals import sign_in_failed
from web.providers.form import Fields, NotAForm, posted_form

__all__ = ["Fields", "posted_fields"]


async def posted_fields(request: Request[Any, Any, Any]) -> Fields:
    """Every pair of the form, doubled ones too. Refuses SignInFailed (untrusted): what came is no form of theirs."""
    try:
        return await posted_form(request)
    except NotAForm as wrong:
        raise sign_in_failed("untrusted", str(wrong)) from None
