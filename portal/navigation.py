"""Every screen of the portal."""

from typing import Any

from portal.home.controller import HomeController

HANDLERS: tuple[Any, ...] = (HomeController,)
