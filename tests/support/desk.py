"""The desk and the codes it hands over, for tests: recognitions by the real action, messages as they were sent."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.desk.identify_citizen import IdentifyCitizen, identify_citizen
from domain.access.queries.desk_slips import desk_slip
from domain.access.terms import IdentityDocument
from domain.correspondence.actions import deliver_code
from domain.correspondence.gateways.message import Mail
from domain.correspondence.gateways.sms import TextMessage
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, an_operator

EMAIL = "casa@prova.example"


@dataclass
class Messages:
    """What has left: e-mails and text messages."""

    mails: list[Mail] = field(default_factory=list)
    texts: list[TextMessage] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The six digits of the last message."""
        written = "\n".join(self.mails[-1].paragraphs) if self.mails else self.texts[-1].text
        found = re.search(r"\b\d{6}\b", written)
        assert found is not None, written
        return found[0]


def messages_caught(monkeypatch: pytest.MonkeyPatch, *, is_sms: bool = False) -> Messages:
    """From now on messages are kept here instead of leaving."""
    caught = Messages()

    async def mail(one: Mail, _url: str) -> None:
        caught.mails.append(one)

    async def text(one: TextMessage, _url: str, _token: str) -> None:
        caught.texts.append(one)

    monkeypatch.setattr(deliver_code.smtp, "send", mail)
    monkeypatch.setattr(deliver_code.sms, "send", text)
    monkeypatch.setattr(settings(), "smtp_url", "smtp://posta.prova.example")
    monkeypatch.setattr(settings(), "sms_url", "https://sms.prova.example/messages" if is_sms else "")
    return caught


def recognition(person_id: UUID, **facts: Any) -> IdentifyCitizen:
    """A recognition by an identity card that is in force."""
    known: dict[str, Any] = {
        "document_kind": IdentityDocument.IDENTITY_CARD,
        "document_number": "CA00000AA",
        "document_issuer": "Comune di Prova",
        "document_expires_on": date(2099, 1, 1),
        "email": EMAIL,
    }
    return IdentifyCitizen(person_id=person_id, **known | facts)


async def recognised(connection: AsyncConnection, territory: Territory, person_id: UUID, **facts: Any) -> str:
    """Somebody recognised at the desk; gives back the number of the slip."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        operator = await an_operator(work, territory.office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(operator, bind=connection) as work:
        made = await identify_citizen(work, operator, recognition(person_id, **facts))
        return (await desk_slip(work, operator, made)).number
