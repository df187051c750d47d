"""An ente writes the text of an e-mail between offices in its own words."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.reception.model.message_text import MessageText
from domain.reception.permissions import may_write_messages
from domain.reception.queries.desks.message_texts import message_texts
from domain.reception.refusals import NotTheEnteAdmin
from domain.reception.rules.message_texts import unknown_blanks
from domain.reception.terms.passing_on import ReferralStatus

LINK = "{link}"


class WriteMessageText(BaseModel):
    """Which piece of news, and its words; blanks in braces are filled when it is sent."""

    news: ReferralStatus
    subject: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    body: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


async def write_message_text(work: UnitOfWork, operator: Operator, command: WriteMessageText) -> int:
    """The number of the new version, for the operator's ente; the same words again are the same version.

    Refuses NotTheEnteAdmin, and Invalid on a blank that does not exist or a text without the link.
    """
    if not may_write_messages(operator):
        raise NotTheEnteAdmin
    if problems := _problems(command):
        raise Invalid(problems)
    await locks.hold(work, "message text", operator.ente_id, command.news.value)
    latest = (await message_texts(work, operator.ente_id))[command.news]
    if (latest.subject, latest.body) == (command.subject, command.body):
        return latest.number
    text = MessageText(
        ente_id=operator.ente_id,
        news=command.news,
        number=latest.number + 1,
        subject=command.subject,
        body=command.body,
        written_by_id=operator.operator_id,
    )
    work.session.add(text)
    return text.number


def _problems(command: WriteMessageText) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for field, text in (("subject", command.subject), ("body", command.body)):
        if unknown := unknown_blanks(text):
            found[field] = _("Non conosciamo questa parola tra parentesi graffe: %(name)s.", name=unknown[0])
    if "body" not in found and LINK not in command.body:
        found["body"] = _("Lascia nel testo la parola {link}: diventa l'indirizzo della scheda.")
    return found
