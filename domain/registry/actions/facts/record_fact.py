"""Something becomes known of a person, from a day on or for some days."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.believe_fact import believe_fact
from domain.registry.actions.facts.follow_facts import SHOWN
from domain.registry.model.known import Origin
from domain.registry.permissions import may_read
from domain.registry.queries.facts.believed import believed
from domain.registry.queries.facts.unknown_codes import unknown_codes
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import NotYourSection, PeriodReversed
from domain.registry.rules.facts.kinds import KINDS, value_of
from domain.registry.rules.timelines import Stretch, until_next
from domain.registry.terms import FactKind, FactSource


class RecordFact(BaseModel):
    """What is known (``value``: the fields of its kind), for which days, from whom, and why it is written down.

    Without ``starts_on`` it holds from today, or since ever for what lasts (a name). ``ends_on`` is the last day;
    without it, it holds until the next thing that is known of the same kind.
    """

    person_id: UUID
    kind: FactKind
    value: dict[str, Any]
    starts_on: date | None = None
    ends_on: date | None = None
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)


async def record_fact(work: UnitOfWork, actor: Actor, command: RecordFact) -> UUID:
    """Believe it from now on; what was believed of those days stays readable as it was. Give back its id.

    Refuses NotFound, NotYourPerson, NotYourSection, PeriodReversed, and Invalid by field: also a first day that is
    yet to come, for what the record shows at once (a name, a death).
    """
    known = await person_on_record(work, actor, command.person_id)
    if not may_read(actor, command.kind):
        raise NotYourSection
    value = value_of(command.kind, command.value)
    if problems := await unknown_codes(work, known.ente_id, value):
        raise Invalid(problems)
    stretch = _stretch(command, work.today)
    if stretch.ends_before is None:
        known_so_far = await believed(work, known.id, command.kind, value.key)
        stretch = until_next(stretch.starts_on, [fact.stretch for fact in known_so_far])
    return (await believe_fact(work, known, value, stretch, Origin.of(actor, command.source, command.reason))).id


def _stretch(command: RecordFact, today: date) -> Stretch:
    starts_on = command.starts_on
    if starts_on is None and not KINDS[command.kind].is_lasting:
        starts_on = today if command.ends_on is None else min(today, command.ends_on)
    if command.kind in SHOWN and starts_on is not None and starts_on > today:
        raise Invalid({"starts_on": _("Questo giorno deve ancora venire. Scrivilo quando sarà successo.")})
    if starts_on is not None and command.ends_on is not None and command.ends_on < starts_on:
        raise PeriodReversed
    return Stretch(starts_on, command.ends_on + timedelta(days=1) if command.ends_on else None)
