"""Times in addresses and buttons: which agenda, when, how. Nothing there says who asks."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from domain.kernel.refusals import NotFound
from domain.scheduling.terms import Manner

FORM = "%Y%m%dT%H%MZ"


@dataclass(frozen=True)
class Choice:
    """A time that was chosen."""

    agenda_id: UUID
    starts_at: datetime
    manner: Manner

    def __str__(self) -> str:
        """As a button has it."""
        return f"{self.agenda_id}.{moment_word(self.starts_at)}.{self.manner.value}"


def moment_word(moment: datetime) -> str:
    """An instant as it stands in an address."""
    return moment.astimezone(UTC).strftime(FORM)


def choice_of(word: str) -> Choice:
    """What a button says. Refuses NotFound for what is none of ours."""
    try:
        agenda, moment, manner = word.split(".")
        return Choice(UUID(agenda), datetime.strptime(moment, FORM).replace(tzinfo=UTC), Manner(manner))
    except ValueError as wrong:
        raise NotFound from wrong
