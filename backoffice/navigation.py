"""Every screen of the back office."""

from typing import Any

from backoffice.screens import administration, agendas, casework, desk, entry, notices, people
from web.language_choice import choose_language

HANDLERS: tuple[Any, ...] = (
    *desk.HANDLERS,
    *agendas.HANDLERS,
    *casework.HANDLERS,
    *notices.HANDLERS,
    *people.HANDLERS,
    *administration.HANDLERS,
    *entry.HANDLERS,
    choose_language,
)
