"""What was said between us and a provider in one sign-in, for the register of transactions."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from domain.access.gateways.jose_tokens import TokenRefused, unverified_claims
from domain.access.terms import TransactionStep


@dataclass(frozen=True)
class Message:
    """A message as sent or received; ``token_id`` is the ``jti`` of the token in it, where it names one."""

    step: TransactionStep
    body: bytes = field(repr=False)
    token_id: str = ""


@dataclass
class Journal:
    """The messages of one sign-in or sign-out, in the order in which they went to and fro."""

    messages: list[Message] = field(default_factory=list)

    def note(self, step: TransactionStep, body: bytes, token: str = "") -> None:
        """Write down a message, with the id of a signed token in it."""
        self.messages.append(Message(step, body, token_id(token) if token else ""))

    def note_form(self, step: TransactionStep, address: str, form: dict[str, str]) -> None:
        """Write down a form that we send, and where to."""
        body = f"POST {address}\n\n{urlencode(form)}".encode()
        self.note(step, body, form.get("client_assertion", ""))


def token_id(token: str) -> str:
    """The ``jti`` of a signed token, believed by nobody: to find it again. Empty where it has none."""
    try:
        found = unverified_claims(token).get("jti", "")
    except TokenRefused:
        return ""
    return found[:200] if isinstance(found, str) and found.isprintable() else ""
