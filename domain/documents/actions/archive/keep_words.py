"""Keep the words of a document, so that it is found by them."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.documents.model.filing import Filing, FilingWords
from domain.documents.rules.shelving import folded
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class KeepWords(BaseModel):
    """The text of a document; empty where it has none, as a scanned page."""

    filing_id: UUID
    text: str


async def keep_words(work: UnitOfWork, system: System, command: KeepWords) -> None:
    """The Italian roots of the words, and the words as they are without accents; the text itself is not kept twice."""
    filing = (await work.session.exec(select(Filing).where(col(Filing.id) == command.filing_id))).one()
    filing.words_read_at = work.now
    if not command.text:
        return
    words = sa.func.to_tsvector("italian", command.text).op("||")(sa.func.to_tsvector("simple", folded(command.text)))
    row = {"ente_id": filing.ente_id, "person_id": filing.person_id, "filing_id": filing.id}
    empty = FilingWords(**row, words="", created_at=work.now)
    kept = insert(FilingWords).values(empty.model_dump() | {"words": words})
    await work.session.exec(kept.on_conflict_do_update(index_elements=["filing_id"], set_={"words": words}))
