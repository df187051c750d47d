"""The e-mails that leave the back office, caught before they reach any server."""

import re
from dataclasses import dataclass, field

import pytest

from domain.correspondence.gateways import smtp
from domain.correspondence.gateways.message import Mail
from domain.platform.settings import settings


@dataclass
class Letters:
    """What was sent, the latest last."""

    sent: list[Mail] = field(default_factory=list)

    def link_to(self, email: str) -> str:
        """The path of the link in the last e-mail to ``email``."""
        mail = [one for one in self.sent if one.recipient == email][-1]
        found = re.search(r"http://localhost:8001(/\S+)", "\n".join(mail.paragraphs))
        assert found is not None, mail.paragraphs
        return found.group(1)


def catch_letters(monkeypatch: pytest.MonkeyPatch) -> Letters:
    """Catch every e-mail from now on."""
    letters = Letters()

    async def send(mail: Mail, _url: str) -> None:
        letters.sent.append(mail)

    monkeypatch.setattr(smtp, "send", send)
    monkeypatch.setattr(settings(), "smtp_url", "smtp://127.0.0.1:1")
    return letters
