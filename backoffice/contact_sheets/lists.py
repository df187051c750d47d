"""The choices on the page of a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.organization.queries.codes import CodeRow
from domain.platform.work import UnitOfWork
from domain.reception.queries.code_words import (
    CATEGORIES,
    CHANNELS,
    CIVIL_STATUS,
    INTERLOCUTORS,
    NEEDS,
    REASONS,
    SERVICES,
    choosable,
    desk_codes,
)
from domain.reception.terms.passing_on import ConsentKind, NoticeWay
from domain.reception.terms.sheets import Dimension, Outcome, Priority, RequestState
from web.locale import countries, gettext, sentence

Choice = tuple[str, str]


@dataclass(frozen=True)
class WrittenLists:
    """Each list as (value, label)."""

    channels: list[Choice]
    interlocutors: list[Choice]
    reasons: list[Choice]
    needs: list[Choice]
    services: list[Choice]
    categories: list[Choice]
    civil_statuses: list[Choice]
    countries: list[Choice]
    sexes: list[Choice]
    sides: list[Choice]
    priorities: list[Choice]
    states: list[Choice]
    outcomes: list[Choice]
    notice_ways: list[Choice]
    consents: list[Choice]
    answers: list[Choice]
    of_sections: Mapping[str, list[Choice]]


async def written_lists(work: UnitOfWork, ente_id: UUID) -> WrittenLists:
    """The lists of the ente that may be chosen from today, and our own words; one question."""
    codes = await desk_codes(work, ente_id)
    return WrittenLists(
        channels=_choices(codes[CHANNELS]),
        interlocutors=_choices(codes[INTERLOCUTORS]),
        reasons=_choices(codes[REASONS]),
        needs=_choices(codes[NEEDS]),
        services=_choices(codes[SERVICES]),
        categories=_choices(codes[CATEGORIES]),
        civil_statuses=_choices(codes[CIVIL_STATUS]),
        countries=countries(),
        sexes=[("F", gettext("Femmina")), ("M", gettext("Maschio"))],
        sides=[
            (Dimension.EXPRESSED.value, sentence(Dimension.EXPRESSED.label)),
            (Dimension.OBSERVED.value, sentence(Dimension.OBSERVED.label)),
            ("both", gettext("Chiesto e visto")),
        ],
        priorities=[(one.value, sentence(one.label)) for one in Priority],
        states=[(str(int(one)), sentence(one.label)) for one in RequestState],
        outcomes=[(one.value, sentence(one.label)) for one in Outcome],
        notice_ways=[(one.value, sentence(one.label)) for one in NoticeWay],
        consents=[(one.value, sentence(one.label)) for one in ConsentKind],
        answers=[("yes", gettext("Sì")), ("no", gettext("No"))],
        of_sections={name: _choices(rows) for name, rows in codes.items()},
    )


def _choices(rows: Sequence[CodeRow]) -> list[Choice]:
    return [(row.code, row.label) for row in choosable(rows)]
