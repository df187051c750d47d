"""Sign-in over time: registries grow old, chains and certificates end, clocks drift, keys get readable."""

import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from domain.access.queries.providers.identity_health import IdentityHealth, identity_health
from domain.access.queries.saml_providers import saml_ways
from domain.commands.checks.finding import Finding
from domain.commands.checks.kernel_clock import is_synchronised
from domain.kernel.actor import System
from domain.platform.database import new_engine
from domain.platform.settings import Settings
from domain.platform.work import unit_of_work

AREA = "identità"
OLDEST_REGISTRY = timedelta(hours=48)
LEAST_CHAIN = timedelta(hours=2)
# Days before the end of our certificate, and what to do then: the federations take weeks to read a new one.
ALARMS = (
    (7, "cambialo oggi: docs/runbooks/identity-key-roll-over.md"),
    (30, "annuncia la chiave nuova questa settimana: docs/runbooks/identity-key-roll-over.md"),
    (60, "prepara il cambio: docs/runbooks/identity-key-roll-over.md"),
)
REFRESH = "sportello identity providers refresh, poi leggi i registri del worker"


async def check_identity_health(chosen: Settings) -> list[Finding]:
    """Look at what the settings turn on; nothing is said of what is off."""
    if not (chosen.spid or chosen.cie_saml or chosen.eidas or chosen.federation):
        return []
    found = [*key_files(chosen.identity_keys_folder), *clock()]
    engine = new_engine(chosen)
    try:
        async with unit_of_work(System("check"), read_only=True, bind=engine) as work:
            health = await identity_health(work)
    except (SQLAlchemyError, OSError):
        return found  # the check of the database has said so
    finally:
        await engine.dispose()
    return [*found, *ages(health), *ends(health)]


def ages(health: IdentityHealth) -> Iterator[Finding]:
    """Registries and chains."""
    for source, age in health.registries.items():
        if age is None:
            yield Finding.problem(AREA, f"il registro {source} non è mai stato letto", REFRESH)
        elif age > OLDEST_REGISTRY:
            yield Finding.problem(AREA, f"il registro {source} è vecchio di {age.days} giorni", REFRESH)
        else:
            yield Finding.well(AREA, f"il registro {source} è di {_hours(age)} ore fa")
    for provider, left in health.chains.items():
        if left < LEAST_CHAIN:
            state = "è scaduta" if left <= timedelta(0) else f"scade tra {int(left.total_seconds() // 60)} minuti"
            yield Finding.problem(AREA, f"la catena di {provider} {state}", REFRESH)
        else:
            yield Finding.well(AREA, f"la catena di {provider} vale ancora {_hours(left)} ore")


def ends(health: IdentityHealth) -> Iterator[Finding]:
    """The certificate with which we sign SAML."""
    if not saml_ways():
        return
    left = health.certificate_left
    if left is None:
        yield Finding.problem(AREA, "manca il certificato SAML", "sportello identity keys make")
        return
    for days, mend in ALARMS:
        if left < timedelta(days=days):
            state = "è scaduto" if left <= timedelta(0) else f"scade tra {left.days} giorni"
            yield Finding.problem(AREA, f"il certificato SAML {state}", mend)
            return
    yield Finding.well(AREA, f"il certificato SAML vale ancora {left.days} giorni")


def key_files(folder: Path | None) -> list[Finding]:
    """Whether the keys are there, and readable by us alone."""
    if folder is None or not folder.is_dir():
        return [Finding.problem(AREA, "manca la cartella delle chiavi", "indica SPORTELLO_IDENTITY_KEYS_FOLDER")]
    secret = [folder, *folder.glob("*.key.pem"), *folder.glob("*.jwk.json")]
    if len(secret) == 1:
        return [Finding.problem(AREA, "la cartella delle chiavi è vuota", "sportello identity keys make")]
    open_ones = [file.name for file in secret if stat.S_IMODE(file.stat().st_mode) & 0o077]
    if open_ones:
        mend = f"chmod -R go= {folder}; se altri le hanno potute leggere: docs/runbooks/identity-key-lost.md"
        return [Finding.problem(AREA, f"altri possono leggere {', '.join(sorted(open_ones))}", mend)]
    return [Finding.well(AREA, "le chiavi di SPID e CIE le leggiamo solo noi")]


def clock() -> list[Finding]:
    """Whether the clock follows the time of the world: SAML refuses answers a minute away."""
    if is_synchronised() is False:
        mend = "attiva la sincronizzazione NTP (su Debian: systemd-timesyncd o chrony)"
        return [
            Finding.problem("orologio", "nessuno lo tiene all'ora esatta; SPID e CIE rifiutano oltre un minuto", mend)
        ]
    return []


def _hours(span: timedelta) -> int:
    return int(span.total_seconds() // 3600)
