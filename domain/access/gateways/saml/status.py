"""How a provider says whether it went well, and if not, why: by the numbers of the federation's table of errors."""

import re

from domain.access.gateways.identities import RefusalKind, SignInRefused
from domain.access.gateways.saml.reading import SAMLP, attribute, check_children, only
from domain.access.gateways.saml.vocabulary import SUCCESS
from domain.access.gateways.saml.xml_safety import Node, refused, text_of

KINDS = {
    19: RefusalKind.TOO_MANY_TRIES,
    20: RefusalKind.LEVEL_TOO_LOW,
    21: RefusalKind.TIMED_OUT,
    22: RefusalKind.REFUSED_CONSENT,
    23: RefusalKind.SUSPENDED,
    24: RefusalKind.GENERIC,
    25: RefusalKind.CANCELLED,
    30: RefusalKind.WRONG_KIND,
    # Faults of our request: nobody who signs in can do anything about them.
    **dict.fromkeys((8, 9, *range(11, 19)), RefusalKind.TECHNICAL),
}
CODE = f"{SAMLP}StatusCode"
MESSAGE = f"{SAMLP}StatusMessage"
DETAIL = f"{SAMLP}StatusDetail"

# The inner codes are misspelt in the rules themselves, so only the number in the message counts.
_NUMBER = re.compile(r"error\s*code\s*(?:nr|n)?\.?\s*([0-9]{1,4})\b", re.IGNORECASE)


def is_success(status: Node) -> bool:
    """Whether the provider says that all went well; raises `SignInRefused` when it says two things at once."""
    check_children(status, {CODE, MESSAGE, DETAIL})
    code = only(status, CODE)
    if attribute(code, "Value") != SUCCESS:
        return False
    if len(code) or status.find(DETAIL) is not None or _number(status) is not None:
        raise refused("a success that is none")
    return True


def failure(status: Node) -> SignInRefused:
    """The refusal for a status other than success."""
    number = _number(status)
    kind = RefusalKind.GENERIC if number is None else KINDS.get(number, RefusalKind.GENERIC)
    return SignInRefused(kind, "no error code" if number is None else f"error code {number}")


def _number(status: Node) -> int | None:
    messages = status.findall(MESSAGE)
    if len(messages) > 1:
        raise refused("several status messages")
    found = _NUMBER.search(text_of(messages[0])) if messages else None
    return int(found.group(1)) if found else None
