"""The one-time code with which a contact is confirmed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.access.actions.desk.ask_code import AskCode, ask_code
from domain.access.queries.other_ways_in import is_sending_mail, is_sending_sms
from domain.access.refusals import TooManyTries
from domain.platform.settings import settings
from portal.code.cookie import CODE_COOKIE, CODE_SECONDS, code_browser_token
from web.requests.address import address_of
from web.sessions import passing_cookie
from web.visit import Visit


@dataclass(frozen=True)
class ContactCode:
    """A code that was sent, and the browser in which it has to be typed."""

    id: UUID
    browser_token: str

    def remembered(self, answer: Response[Any]) -> Response[Any]:
        """The answer, with the cookie that ties the code to this browser."""
        answer.set_cookie(passing_cookie(CODE_COOKIE, self.browser_token, settings(), seconds=CODE_SECONDS))
        return answer


async def code_for(request: Request[Any, Any, Any], visit: Visit, *, email: str, phone: str) -> ContactCode | None:
    """Have a code sent to the contact; None when nothing can be sent to it: the request counts all the same."""
    contact = email if email and is_sending_mail() else phone if is_sending_sms() else ""
    if not contact:
        return None
    token = code_browser_token(request)
    try:
        command = AskCode(
            contact=contact,
            ambito_id=visit.site.family[0],
            browser_token=token,
            language=visit.language.code,
            return_path="/",
            address=address_of(request),
            is_proof=True,
        )
        return ContactCode(await ask_code(command, bind=request.app.state.get("bind")), token)
    except (ValueError, TooManyTries):  # a number of a landline takes no message
        return None
