"""Every route of a site, who may use it, and a frozen list of them so that none vanishes unnoticed.

Write the list anew after a deliberate change: `.venv/bin/python -m tests.support.rules.routes`.
"""

import importlib
import inspect
import os
from collections.abc import Iterator
from pathlib import Path

from litestar import Litestar
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler

from tests.support.rules.source import ROOT

FROZEN = ROOT / "tests" / "architecture" / "routes.txt"
SITES = ("portal", "backoffice")
OPEN = "public"
KNOWN = frozenset({OPEN, "citizen", "operator", "companion"})


def handlers(app: Litestar) -> Iterator[tuple[str, str, BaseRouteHandler]]:
    """(path, methods, handler) of every route. The OPTIONS answers that Litestar adds by itself are left out."""
    for route in app.routes:
        found = getattr(route, "route_handlers", None) or [route.route_handler]  # pyright: ignore[reportAttributeAccessIssue]
        for handler in found:
            methods = (
                sorted(map(str, handler.http_methods))
                if isinstance(handler, HTTPRouteHandler)
                else [type(route).__name__]
            )
            if methods == ["OPTIONS"] and handler.fn.__module__.startswith("litestar."):
                continue
            yield route.path_format, "|".join(methods), handler


def access_of(handler: BaseRouteHandler) -> str:
    """The access the route names; empty where it names none."""
    return str(handler.opt.get("access") or "")


def guards_of(handler: BaseRouteHandler) -> str:
    """The guards that stand before the route, with the roles each asks for: `_operator(ente_admin)`."""
    told = []
    for guard in (guard for layer in handler.ownership_layers for guard in layer.guards or ()):
        closed = inspect.getclosurevars(guard).nonlocals if inspect.isfunction(guard) else {}
        roles = sorted(str(getattr(role, "value", role)) for role in closed.get("roles", ()))
        name = getattr(guard, "__qualname__", type(guard).__name__).split(".")[0]
        told.append(f"{name}({','.join(roles)})" if roles else name)
    return "+".join(told) or "none"


def _where(handler: BaseRouteHandler) -> str:
    function = handler.fn
    return f"{function.__module__}.{function.__qualname__}"


def unguarded(app: Litestar) -> list[str]:
    """Routes that name no access, name it only for the whole site at once, or name one that no guard stands for."""
    found = []
    if "access" in app.opt:
        found.append("the site names an access for all its routes: a new one would be open by accident")
    for path, methods, handler in handlers(app):
        access, where = access_of(handler), f"{methods} {path} ({_where(handler)})"
        if not access:
            found.append(f'{where}: no opt["access"]')
        elif access not in KNOWN:
            found.append(f"{where}: {access!r} is none of {', '.join(sorted(KNOWN))}")
        elif access != OPEN and not handler.resolve_guards():
            found.append(f"{where}: says {access}, but no guard is there to check it")
    return found


def lines(site: str, app: Litestar) -> list[str]:
    """One line per route: site, methods, path, handler, access, guards with their roles."""
    return sorted(
        f"{site} {methods} {path} {_where(handler)} access={access_of(handler) or 'NONE'} guards={guards_of(handler)}"
        for path, methods, handler in handlers(app)
    )


def frozen(file: Path = FROZEN) -> list[str]:
    """The kept list."""
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def differences(kept: list[str], now: list[str]) -> list[str]:
    """Routes that vanished, came, or changed who may use them."""
    gone = [f"vanished: {line}" for line in kept if line not in now]
    return gone + [f"new: {line}" for line in now if line not in kept]


def site(name: str) -> Litestar:
    """One of the two sites, assembled as in production."""
    return importlib.import_module(f"{name}.app").create_app()


def main() -> None:
    """Writes the list of both sites."""
    os.environ.setdefault("SPORTELLO_ENVIRONMENT", "test")
    importlib.import_module("tests.conftest")
    found = [line for name in SITES for line in lines(name, site(name))]
    FROZEN.write_text("\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
