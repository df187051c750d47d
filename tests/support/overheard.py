"""Everything that is logged while something happens: as it is said, and as it stands in the log."""

import io
import logging
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog

from domain.platform.observability import configure_logs, log


@dataclass(frozen=True)
class Overheard:
    """``said`` before anything is masked, libraries included, from DEBUG up; ``written`` as the process writes it."""

    said: io.StringIO = field(default_factory=io.StringIO)
    written: io.StringIO = field(default_factory=io.StringIO)

    def _keep(self, _logger: Any, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        self.said.write(f"{entry}\n")
        return entry


@contextmanager
def overheard() -> Iterator[Overheard]:
    """Listen for as long as the block lasts, with the logs of a real process at their most talkative."""
    heard, root, before = Overheard(), logging.getLogger(), structlog.get_config()
    handlers, level = list(root.handlers), root.level
    root.handlers = []  # kept aside: configuring closes those it finds
    configure_logs(as_json=True, level=logging.DEBUG)
    own = root.handlers[0]
    assert isinstance(own, logging.StreamHandler)
    own.setStream(heard.written)
    root.addHandler(logging.StreamHandler(heard.said))
    structlog.configure(
        processors=[heard._keep, *structlog.get_config()["processors"]], cache_logger_on_first_use=False
    )
    log.__dict__.pop("bind", None)  # what it has cached
    try:
        yield heard
    finally:
        root.handlers, root.level = handlers, level
        structlog.configure(**before)
        log.__dict__.pop("bind", None)
