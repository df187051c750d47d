"""ISEE certificates: how their number is written, until when they hold, which of several counts on a day."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol, TypeVar

from domain.kernel.text import Text, _
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import IseeKind
from domain.registry.terms.isee import SetAside

CURRENT_MONTHS = 6
GENERAL_KINDS = (IseeKind.ORDINARY, IseeKind.CURRENT)
"""Those of the whole household, that count where a service does not ask for one of the special kinds."""
_DSU = re.compile(r"INPS-ISEE-(19|20)\d{2}-\d{8}[A-Z]-\d{2}")
_NO_DSU = _("Scrivi il numero come sta sul foglio, per esempio INPS-ISEE-2026-12345678A-00.")
_YET_TO_COME = _("Questo giorno deve ancora venire. Controlla la data sul foglio.")
_NO_WORDS = _("Scrivi quali omissioni o differenze ci sono, come stanno sul foglio.")


class Certificate(Protocol):
    """What is known of a certificate."""

    @property
    def kind(self) -> IseeKind: ...  # noqa: D102 - as the class says

    @property
    def stretch(self) -> Stretch: ...  # noqa: D102

    @property
    def declared_on(self) -> date | None: ...  # noqa: D102

    @property
    def known_from(self) -> datetime: ...  # noqa: D102


C = TypeVar("C", bound=Certificate)


def tidy_number(typed: str) -> str:
    """The number of a declaration, in capitals and without spaces."""
    return re.sub(r"\s", "", typed).upper()


def last_day_of(kind: IseeKind, declared_on: date) -> date:
    """Until when a certificate usually holds: the last day of the year, six months for a current one.

    Only a proposal: who writes the certificate down may set another day (docs/adr/0040).
    """
    if kind is not IseeKind.CURRENT:
        return date(declared_on.year, 12, 31)
    months = declared_on.month - 1 + CURRENT_MONTHS
    year, month = declared_on.year + months // 12, months % 12 + 1
    return date(year, month, min(declared_on.day, monthrange(year, month)[1]))


def problems_of(
    dsu_number: str, declared_on: date | None, today: date, *, is_irregular: bool, omissions: str
) -> dict[str, Text]:
    """What is wrong with a certificate as it was typed, by field; the number may be missing, not misshapen."""
    found: dict[str, Text] = {}
    if dsu_number and not _DSU.fullmatch(dsu_number):
        found["dsu_number"] = _NO_DSU
    if declared_on is not None and declared_on > today:
        found["declared_on"] = _YET_TO_COME
    if is_irregular and not omissions.strip():
        found["omissions"] = _NO_WORDS
    return found


def in_force(certificates: Iterable[C], day: date, kinds: tuple[IseeKind, ...] = GENERAL_KINDS) -> C | None:
    """The certificate of one of ``kinds`` that counts on ``day``; None without one.

    A current one (DPCM 159/2013 art. 9) stands in for the others while it holds; of several, the one declared last.
    """
    found = [one for one in certificates if one.kind in kinds and one.stretch.has(day)]
    return max(
        found,
        key=lambda one: (one.kind is IseeKind.CURRENT, one.declared_on or date.min, one.known_from),
        default=None,
    )


def kinds_that_count(asked: IseeKind | None) -> tuple[IseeKind, ...]:
    """Which certificates answer a request for ``asked``: that kind alone; the general ones where none is named.

    Whether a current one may stand in for a special kind no source of ours says (docs/adr/0048): it does not.
    """
    return GENERAL_KINDS if asked is None else (asked,)


def why_not(one: Certificate, used: Certificate | None, day: date, kinds: tuple[IseeKind, ...]) -> SetAside:
    """Why ``one`` does not count on ``day`` where ``used`` does, or where none does."""
    if one.kind not in kinds:
        return SetAside.OTHER_KIND
    if used is None or not one.stretch.has(day):
        return SetAside.NOT_THEN
    is_current = used.kind is IseeKind.CURRENT and one.kind is not IseeKind.CURRENT
    return SetAside.CURRENT_COUNTS if is_current else SetAside.NEWER_COUNTS
