"""What the configuration doctor looks at; each check gives findings and never stops the others."""

from collections.abc import AsyncIterator, Awaitable, Callable

from domain.commands.checks.database import check_database
from domain.commands.checks.finding import Finding
from domain.commands.checks.identity import check_identity_health
from domain.commands.checks.machine import check_clock, check_pdf
from domain.commands.checks.partners import check_identity, check_sms, check_smtp
from domain.commands.checks.store import check_files, check_keys
from domain.platform.settings import Settings

Check = Callable[[Settings], Awaitable[list[Finding]]]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("database", check_database),
    ("chiavi", check_keys),
    ("file", check_files),
    ("posta", check_smtp),
    ("SMS", check_sms),
    ("identità", check_identity),
    ("identità", check_identity_health),
    ("orologio", check_clock),
    ("PDF", check_pdf),
)


async def all_checks(chosen: Settings) -> AsyncIterator[Finding]:
    """Every finding about an installation with these settings."""
    for area, look in CHECKS:
        try:
            found = await look(chosen)
        except Exception as error:
            found = [Finding.problem(area, f"il controllo non è riuscito: {type(error).__name__}", "leggi i registri")]
        for finding in found:
            yield finding
