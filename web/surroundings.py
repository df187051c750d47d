"""The parts of a site's surroundings that both sites share: which ente a host shows, which routes are off."""

from typing import Any

from litestar import Request

from domain.kernel.actor import System
from domain.platform.settings import Environment, settings
from domain.platform.switches import routes_off
from domain.platform.work import unit_of_work


async def find_routes_off(request: Request[Any, Any, Any]) -> frozenset[str]:
    """The routes turned off, as ``site:route``."""
    async with unit_of_work(System("switches"), read_only=True, bind=request.app.state.get("bind")) as work:
        return await routes_off(work)


def is_demo() -> bool:
    """Whether the pages must say that nobody here is real."""
    return settings().environment is Environment.DEMO
