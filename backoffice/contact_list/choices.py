"""The choices of the filters, and the words of the rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.kernel.actor import Operator
from domain.organization.queries.codes import CodeRow
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from domain.reception.queries.code_words import CHANNELS, NEEDS, labels
from domain.reception.terms.sheets import Outcome
from web.locale import sentence

Choice = tuple[str, str]


@dataclass(frozen=True)
class ListChoices:
    """Each as (value, label); ``channel_names`` by code."""

    offices: list[Choice]
    channels: list[Choice]
    outcomes: list[Choice]
    needs: list[Choice]
    channel_names: Mapping[str, str]


async def list_choices(work: UnitOfWork, operator: Operator, codes: Mapping[str, list[CodeRow]]) -> ListChoices:
    """Offices in reach, the ente's channels and classes of needs, our outcomes."""
    offices = await offices_of_all(work, operator, operator.enti)
    classes = [row for row in codes[NEEDS] if row.parent is None]
    return ListChoices(
        offices=[(str(row.id), row.name) for row in offices],
        channels=[(row.code, row.label) for row in codes[CHANNELS]],
        outcomes=[(one.value, sentence(one.label)) for one in Outcome],
        needs=[(row.code, row.label) for row in classes],
        channel_names=labels(codes[CHANNELS]),
    )
