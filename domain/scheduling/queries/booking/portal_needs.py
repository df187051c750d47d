"""Why people can ask to be seen, as the portal shows it: in plain words, one line for each."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaNeed, Need
from domain.scheduling.terms import Manner

MOST = 500


@dataclass(frozen=True)
class NeedRow:
    """A need; ``ids`` are those of all the enti of the portal that call it so."""

    slug: str
    ids: tuple[UUID, ...]
    name: Mapping[str, str]
    explanation: Mapping[str, str]
    to_bring: Mapping[str, Sequence[str]]
    service_slug: str | None
    minutes: int
    manners: tuple[Manner, ...]
    is_discreet: bool

    def in_(self, words: Mapping[str, str], code: str) -> str:
        """The words in the language ``code``, or in Italian."""
        return words.get(code) or words.get(SOURCE.code, "")


async def portal_needs(
    work: UnitOfWork, enti: Sequence[UUID], *, search: str = "", service_slug: str = ""
) -> Sequence[NeedRow]:
    """What can be booked online in ``enti``, in their order; one question.

    With ``search`` those that speak of it in any language, the most words first; with ``service_slug`` those of that
    service, where there are any.
    """
    rows = _one_each(await _offered(work, enti))
    if service_slug and (about := [one for one in rows if one.service_slug == service_slug]):
        return about
    if not search.strip():
        return rows
    scored = [(_likeness(one, search), one) for one in rows]
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score > 0]


async def portal_need(work: UnitOfWork, enti: Sequence[UUID], slug: str) -> NeedRow:
    """The need called ``slug``. Refuses NotFound."""
    found = [one for one in _one_each(await _offered(work, enti)) if one.slug == slug]
    if not found:
        raise NotFound
    return found[0]


async def _offered(work: UnitOfWork, enti: Sequence[UUID]) -> Sequence[Need]:
    has_time = (
        select(AgendaNeed.id)
        .join(Agenda, col(Agenda.id) == col(AgendaNeed.agenda_id))
        .where(col(AgendaNeed.need_id) == col(Need.id), col(Agenda.is_open))
        .exists()
    )
    wanted = select(Need).where(col(Need.ente_id).in_(enti), col(Need.is_offered), col(Need.is_online), has_time)
    return (await work.session.exec(wanted.order_by(col(Need.position), col(Need.slug)).limit(MOST))).all()


def _one_each(found: Sequence[Need]) -> list[NeedRow]:
    together: dict[str, list[Need]] = {}
    for one in found:
        together.setdefault(one.slug, []).append(one)
    return [
        NeedRow(
            slug,
            tuple(one.id for one in same),
            same[0].name,
            same[0].explanation,
            same[0].to_bring,
            same[0].service_slug,
            same[0].minutes,
            tuple(map(Manner, same[0].manners)),
            same[0].is_discreet,
        )
        for slug, same in together.items()
    ]


def _likeness(row: NeedRow, search: str) -> int:
    said = _plain(" ".join([*row.name.values(), *row.explanation.values()]))
    return sum(word in said for word in re.findall(r"\w{3,}", _plain(search)))


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
