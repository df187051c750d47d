"""The texts of the e-mails between offices, as an ente uses them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from domain.kernel.languages import SOURCE
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.reception.model.message_text import MessageText
from domain.reception.rules.message_texts import BLANKS, STARTING, filled, paragraphs
from domain.reception.terms.passing_on import ReferralStatus

__all__ = ["BLANKS", "MessageTextRow", "message_texts"]


@dataclass(frozen=True)
class MessageTextRow:
    """The text in force; version 0 is the one the program starts with."""

    news: ReferralStatus
    number: int
    subject: str
    body: str

    def about(self, *, link: str, days: int, ente: str) -> tuple[str, tuple[str, ...]]:
        """Subject and paragraphs with the blanks filled."""
        values = {"link": link, "giorni": str(days), "ente": ente}
        return filled(self.subject, values), paragraphs(filled(self.body, values))


async def message_texts(work: UnitOfWork, ente_id: UUID) -> dict[ReferralStatus, MessageTextRow]:
    """The text in force for each piece of news; one question. Within the ambito they are no secret."""
    latest = (
        select(MessageText)
        .where(col(MessageText.ente_id) == ente_id)
        .ext(distinct_on(col(MessageText.news)))
        .order_by(col(MessageText.news), col(MessageText.number).desc())
    )
    chosen = {row.news: row for row in (await work.session.exec(latest)).all()}
    return {news: _row(news, chosen.get(news)) for news in ReferralStatus}


def _row(news: ReferralStatus, row: MessageText | None) -> MessageTextRow:
    if row is not None:
        return MessageTextRow(news, row.number, row.subject, row.body)
    start = STARTING[news]
    return MessageTextRow(news, 0, say(start.subject, SOURCE.code), say(start.body, SOURCE.code))
