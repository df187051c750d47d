"""How a person wants to be reached, and how it is safe to: what every message obeys."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.correspondence.rules.when_to_send import DAY_MINUTES, EVERY_DAY, Hours, as_hour
from domain.correspondence.terms import Channel, ContactWay, Sort

WAYS = {Channel.EMAIL: ContactWay.EMAIL, Channel.SMS: ContactWay.SMS}
BY_DEFAULT = frozenset({Channel.EMAIL})
FLAGS = ("is_sender_neutral", "is_phone_shared", "is_mail_shared", "is_hidden")


@dataclass(frozen=True)
class SafeContact:
    """What was chosen (``wanted``, by sort), and what is safe: everything else.

    ``never``: ways not to be used at all. Hours in minutes from midnight, both None for any hour. A shared telephone
    or mailbox is told only that there is a message. ``is_hidden``: nobody who acts for the person reads the messages.
    """

    wanted: Mapping[Sort, frozenset[Channel]] = field(default_factory=dict)
    never: frozenset[ContactWay] = frozenset()
    days: frozenset[int] = EVERY_DAY
    starts: int | None = None
    ends: int | None = None
    is_sender_neutral: bool = False
    is_phone_shared: bool = False
    is_mail_shared: bool = False
    is_hidden: bool = False

    @property
    def is_cautious(self) -> bool:
        """Whether there is anything to be careful about, besides choices of comfort."""
        plain = SafeContact(wanted=self.wanted)
        return self != plain

    @property
    def hours(self) -> Hours | None:
        """The safe hours; None when any hour is."""
        if self.starts is None and self.ends is None and self.days == EVERY_DAY:
            return None
        return Hours(self.starts or 0, DAY_MINUTES if self.ends is None else self.ends, self.days)

    def as_typed(self) -> dict[str, Any]:
        """As the fields of a form have it; a sort that nobody has chosen for has the usual channels."""
        wanted = {f"wanted_{sort.value}": self.wanted.get(sort, BY_DEFAULT) for sort in Sort}
        return {
            **{name: [one.value for one in channels] for name, channels in wanted.items()},
            "never": [way.value for way in self.never],
            "days": [str(day) for day in sorted(self.days)] if self.days != EVERY_DAY else [],
            "starts": as_hour(self.starts) or None,
            "ends": as_hour(self.ends) or None,
            **{name: "true" if getattr(self, name) else None for name in FLAGS},
        }

    def allows(self, channel: Channel) -> bool:
        """Whether the channel may be used at all."""
        return WAYS[channel] not in self.never

    def is_discreet(self, channel: Channel, belongs_to: str) -> bool:
        """Whether a message by ``channel`` says only that there is one: others may read it."""
        shared = self.is_mail_shared if channel is Channel.EMAIL else self.is_phone_shared
        return shared or self.is_sender_neutral or bool(belongs_to)

    def channels(self, sort: Sort, reachable: Collection[Channel]) -> tuple[Channel, ...]:
        """By which of the ``reachable`` channels a message leaves: what was chosen, else e-mail, else what there is.

        Who has chosen none of them for a sort reads it in the personal area alone. Who must be careful is not written
        to by a channel that nobody has chosen.
        """
        possible = [one for one in Channel if one in reachable and self.allows(one)]
        if sort in self.wanted:
            return tuple(one for one in possible if one in self.wanted[sort])
        usual = tuple(one for one in possible if one in BY_DEFAULT)
        return usual if usual or self.is_cautious else tuple(possible)


def joined(found: Collection[SafeContact]) -> SafeContact:
    """Of several profiles of one person (two records were joined) what is safe by all of them; the last choice."""
    profiles = list(found) or [SafeContact()]
    timed = [one for one in profiles if one.starts is not None or one.ends is not None]
    starts = max((one.starts or 0 for one in timed), default=None)
    ends = min((DAY_MINUTES if one.ends is None else one.ends for one in timed), default=None)
    days = frozenset.intersection(*(one.days for one in profiles))
    never = frozenset[ContactWay]().union(*(one.never for one in profiles))
    if not days or (starts is not None and ends is not None and starts >= ends):
        never, starts, ends, days = never | {ContactWay.EMAIL, ContactWay.SMS, ContactWay.CALL}, None, None, EVERY_DAY
    return SafeContact(
        wanted=profiles[-1].wanted,
        never=never,
        days=days,
        starts=starts,
        ends=ends,
        is_sender_neutral=any(one.is_sender_neutral for one in profiles),
        is_phone_shared=any(one.is_phone_shared for one in profiles),
        is_mail_shared=any(one.is_mail_shared for one in profiles),
        is_hidden=any(one.is_hidden for one in profiles),
    )


def hours_to_obey(safe: SafeContact, quiet: Hours, *, is_urgent: bool) -> list[Hours]:
    """When a message to the person may leave. The person's safe hours come before the ente's quiet ones.

    Who is safe only at night is written to at night; what is urgent does not wait for the ente, but for the person.
    """
    if safe.hours is not None:
        return [safe.hours]
    return [] if is_urgent else [quiet]
