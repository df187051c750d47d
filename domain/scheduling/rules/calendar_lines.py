"""The lines of an iCalendar file: a name, parameters and a value each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

_FOLD = re.compile(r"\r?\n[ \t]")
_HEAD = re.compile(r'([A-Za-z0-9-]+)((?:;[^=;:]+=(?:"[^"]*"|[^";:]*))*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([^=;:]+)=("[^"]*"|[^";:]*)')
_DURATION = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@dataclass(frozen=True)
class Line:
    """``NAME;PARAMETER=…:value``; names are in capitals."""

    name: str
    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    def duration(self) -> timedelta:
        """The value as a length of time. Refuses (``ValueError``) what is none, and what is below zero."""
        found = _DURATION.fullmatch(self.value.strip().upper())
        if found is None or found[1] == "-":
            raise ValueError("no duration")
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
        return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a file, those put together that go on in the next; what is no line is passed over."""
    for line in _FOLD.sub("", text).splitlines():
        found = _HEAD.fullmatch(line)
        if found is not None:
            named = {name.upper(): value.strip('"') for name, value in _PARAMETER.findall(found[2])}
            yield Line(found[1].upper(), found[3].strip(), named)
