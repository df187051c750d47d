"""What somebody has chosen while they book, in words: need, office, place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.organization.queries.offices import OfficeRow, office
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, Need


@dataclass(frozen=True)
class ChosenTime:
    """What goes with a time: for what, where, and what to bring."""

    need_id: UUID
    need_slug: str
    need: Mapping[str, str]
    to_bring: Mapping[str, Sequence[str]]
    office: OfficeRow
    place: str

    def bring(self, code: str) -> Sequence[str]:
        """What to bring, in the language ``code`` or in Italian."""
        return self.to_bring.get(code) or self.to_bring.get(SOURCE.code, ())


async def chosen_time(work: UnitOfWork, need_id: UUID, agenda_id: UUID) -> ChosenTime:
    """What goes with a time of an agenda. Refuses NotFound."""
    need = await work.session.get(Need, need_id)
    agenda = await work.session.get(Agenda, agenda_id)
    if need is None or agenda is None:
        raise NotFound
    at = await office(work, agenda.office_id)
    return ChosenTime(need.id, need.slug, need.name, need.to_bring, at, agenda.place)
