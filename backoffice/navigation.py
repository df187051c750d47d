"""Every screen of the back office, and the menu that leads to them."""

from typing import Any

from web.visit import Visit

HANDLERS: tuple[Any, ...] = ()


def navigation(visit: Visit, path: str) -> tuple[Any, ...]:
    """The groups of the menu for who is signed in: (heading, [(label, address, count, is current)])."""
    return ()
