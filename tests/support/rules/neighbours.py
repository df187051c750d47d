"""Who may import whom, read from the source itself: the table of the house plan §1, file by file.

The contracts in pyproject.toml say the same with import-linter, over chains of imports; this says it line by line,
so that a new context or site is under the rule before anybody thinks of writing its contract.
"""

from collections.abc import Iterable

from tests.support.rules.source import Source, imports

SITES = frozenset({"portal", "backoffice"})
DOORS = frozenset({"actions", "queries", "events", "terms", "refusals"})
FOUNDATION = frozenset({"kernel", "platform"})
# The settings are values, read once: a screen may know the installation's address or limits.
SITE_PLATFORM = frozenset({"domain.platform.work", "domain.platform.settings"})
# The screens of whoever runs the installation show the platform itself: jobs given up, routes switched off.
OPERATIONS = "backoffice/operations/"
OPERATIONS_PLATFORM = frozenset({"domain.platform.queue.dead_letters", "domain.platform.switches"}) | SITE_PLATFORM
# What is technical and speaks of no person: the kit may also say a Text, write the log, and ask what is switched off.
WEB_PLATFORM = frozenset(
    f"domain.platform.{name}" for name in ("work", "settings", "language", "observability", "readiness", "switches")
)
# Where things are put together, once per process: these files may also read the settings and open the engine.
ASSEMBLY = frozenset(
    {"web/assembly.py", *(f"{site}/{name}.py" for site in ("portal", "backoffice") for name in ("app", "surroundings"))}
)
NEVER_IN_SITES = frozenset({"sqlalchemy", "sqlmodel", "dramatiq", "psycopg"})
NEVER_IN_DOMAIN = frozenset({"litestar", "jinja2", "portal", "backoffice", "web"})
NEVER_IN_KERNEL = frozenset({"sqlalchemy", "sqlmodel", "psycopg", "httpx", "os", "socket", "subprocess", "pathlib"})
ENTRIES = frozenset({"cli", "commands", "worker"})


def _targets(module: str, name: str) -> list[str]:
    """`from domain.intake import model` reaches `domain.intake.model` too."""
    return [module, f"{module}.{name}"] if name else [module]


def _context_of(dotted: str) -> tuple[str, str]:
    parts = [*dotted.split("."), "", ""]
    return (parts[1], parts[2]) if parts[0] == "domain" else ("", "")


def _site_may_not(source: Source, target: str) -> str:
    first = target.split(".", maxsplit=1)[0]
    if first in NEVER_IN_SITES:
        return f"a site does not know {first}"
    if first in SITES - {source.parts[0]}:
        return "a site does not know the other site"
    context, room = _context_of(target)
    allowed = OPERATIONS_PLATFORM if source.path.startswith(OPERATIONS) else SITE_PLATFORM
    if context == "platform" and source.path not in ASSEMBLY and not _within(target, allowed):
        return f"of the platform this screen knows only {', '.join(sorted(allowed))}"
    if context and context not in FOUNDATION and room and room not in DOORS:
        return f"{room} is private to {context}: go through its {', '.join(sorted(DOORS))}"
    return ""


def _within(target: str, allowed: frozenset[str]) -> bool:
    """Whether target is one of the allowed modules, something inside it, or a package above it."""
    return any(target == one or target.startswith(f"{one}.") or one.startswith(f"{target}.") for one in allowed)


def _web_may_not(source: Source, target: str) -> str:
    if target.split(".", maxsplit=1)[0] in SITES:
        return "the web kit does not know the sites"
    context, _room = _context_of(target)
    if context == "platform" and source.path not in ASSEMBLY and not _within(target, WEB_PLATFORM):
        return f"of the platform the web kit knows only {', '.join(sorted(WEB_PLATFORM))}"
    if context and context not in FOUNDATION:
        return "the web kit knows no context"
    return ""


def _domain_may_not(source: Source, target: str) -> str:
    own, first = source.parts[1], target.split(".", maxsplit=1)[0]
    if first in NEVER_IN_DOMAIN:
        return f"the domain knows no {first}"
    if own in ENTRIES:
        return ""
    context, room = _context_of(target)
    if own == "kernel" and (first in NEVER_IN_KERNEL or context not in ("", "kernel")):
        return f"the kernel knows no {target}: pure values, no input or output"
    if own == "platform" and context not in ("", *FOUNDATION):
        return "the platform knows no context"
    # A story goes on where the one below it ended: seeds may name the people and places of lower seeds.
    doors = DOORS | {"seeds"} if source.parts[2:3] == ("seeds",) else DOORS
    if context and context not in FOUNDATION | {own} and room and room not in doors:
        return f"{room} is private to {context}: go through its {', '.join(sorted(DOORS))}"
    return ""


JUDGES = {"portal": _site_may_not, "backoffice": _site_may_not, "web": _web_may_not, "domain": _domain_may_not}


def strangers(sources: Iterable[Source]) -> list[str]:
    """Imports that the table of §1 does not allow."""
    found = []
    for source in sources:
        judge = JUDGES.get(source.parts[0])
        if judge is None or len(source.parts) < 2:
            continue
        for line, module, name in imports(source):
            reasons = [why for target in _targets(module, name) if (why := judge(source, target))]
            if reasons:
                found.append(source.at(line, f"imports {module} {name}".rstrip() + f": {reasons[-1]}"))
    return found
