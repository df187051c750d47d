"""Pairs of records that look like one person's are put on the review list."""

from collections.abc import Iterable
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.merge import DuplicateCandidate
from domain.registry.model.person import Person
from domain.registry.queries.merging.record_facts import record_facts
from domain.registry.rules.duplicates import WORTH_A_LOOK, likeness
from domain.registry.terms.records import DuplicateStatus


class NotePairs(BaseModel):
    """Which pairs to compare; ``at_least`` is the score from which they are listed."""

    pairs: tuple[tuple[UUID, UUID], ...]
    at_least: int = WORTH_A_LOOK


async def note_pairs(work: UnitOfWork, command: NotePairs) -> int:
    """Compare the pairs and list those that are alike enough; says how many are. What somebody decided stays decided.

    The caller is the program, or has shown that who asks may know of all the records.
    """
    ordered = {(min(pair), max(pair)) for pair in command.pairs if pair[0] != pair[1]}
    facts = await record_facts(work, {one for pair in ordered for one in pair})
    enti = await _enti(work, {first for first, _second in ordered})
    rows = []
    for first, second in sorted(ordered & {(a, b) for a, b in ordered if a in facts and b in facts}):
        found = likeness(facts[first], facts[second])
        if found.score >= command.at_least:
            row = DuplicateCandidate(
                ente_id=enti[first],
                first_id=first,
                second_id=second,
                score=found.score,
                reasons=[reason.value for reason in found.reasons],
            )
            rows.append(row.model_dump())
    if rows:
        again = insert(DuplicateCandidate).values(rows)
        fresh = {"score": again.excluded.score, "reasons": again.excluded.reasons}
        still_open = col(DuplicateCandidate.status) == DuplicateStatus.OPEN
        key = ["first_id", "second_id"]
        await work.session.exec(again.on_conflict_do_update(index_elements=key, set_=fresh, where=still_open))
    return len(rows)


async def _enti(work: UnitOfWork, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    found = await work.session.exec(select(Person.id, Person.ente_id).where(col(Person.id).in_(set(ids))))
    return dict(found.all())
