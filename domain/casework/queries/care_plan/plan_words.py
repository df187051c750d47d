"""The words of an ente for its plans: kinds, areas of life, why they end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.casework.terms.care_plans import PLAN_AREAS, PLAN_CLOSINGS, PLAN_KINDS
from domain.organization.queries.codes import CodeRow, codes_of
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class PlanWords:
    """For each list what is offered today (code, label), and the label of every code there ever was."""

    kinds: Sequence[tuple[str, str]]
    areas: Sequence[tuple[str, str]]
    closings: Sequence[tuple[str, str]]
    labels: Mapping[tuple[str, str], str]

    def kind(self, code: str) -> str:
        """The kind of a plan, as the ente calls it."""
        return self.labels.get((PLAN_KINDS, code), code)

    def area(self, code: str) -> str:
        """The area of a goal, as the ente calls it."""
        return self.labels.get((PLAN_AREAS, code), code)

    def closing(self, code: str) -> str:
        """Why a plan has ended, as the ente calls it."""
        return self.labels.get((PLAN_CLOSINGS, code), code)


async def plan_words(work: UnitOfWork, ente_id: UUID) -> PlanWords:
    """All of them; one question."""
    found = await codes_of(work, ente_id, (PLAN_KINDS, PLAN_AREAS, PLAN_CLOSINGS), also_inactive=True)
    return PlanWords(
        kinds=_offered(found[PLAN_KINDS]),
        areas=_offered(found[PLAN_AREAS]),
        closings=_offered(found[PLAN_CLOSINGS]),
        labels={(one.list_name, one.code): one.label for rows in found.values() for one in rows},
    )


def _offered(rows: Sequence[CodeRow]) -> list[tuple[str, str]]:
    return [(row.code, row.label) for row in rows if row.is_active]
