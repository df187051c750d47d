"""Which certificate counts for each kind that is asked, and why the others do not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.isee.isee_records_of import IseeRow, isee_believed_of
from domain.registry.rules.isee import in_force, kinds_that_count, why_not
from domain.registry.terms import IseeKind
from domain.registry.terms.isee import SetAside

MOST_SET_ASIDE = 5


@dataclass(frozen=True)
class IseeChoice:
    """For what is asked (None: the general ISEE) the certificate that counts, None without one, and up to 5 others."""

    asked: IseeKind | None
    used: IseeRow | None
    set_aside: Sequence[tuple[IseeRow, SetAside]]


async def isee_choices(
    work: UnitOfWork, operator: Operator, person_id: UUID, day: date, asked: Collection[IseeKind | None]
) -> Mapping[IseeKind | None, IseeChoice]:
    """By kind, as we believe now. Refuses NotFound; who calls notes the readings."""
    if not asked:
        return {}
    believed = await isee_believed_of(work, operator, person_id)
    return {kind: _choice(believed, day, kind) for kind in asked}


def _choice(believed: Sequence[IseeRow], day: date, asked: IseeKind | None) -> IseeChoice:
    kinds = kinds_that_count(asked)
    used = in_force(believed, day, kinds)
    others = [(one, why_not(one, used, day, kinds)) for one in believed if one is not used]
    return IseeChoice(asked, used, others[:MOST_SET_ASIDE])
