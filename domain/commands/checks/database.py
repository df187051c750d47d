"""The database: reachable, up to date, and the application's role kept small."""

from typing import Any

import psycopg

from domain.commands.checks.finding import Finding
from domain.platform.readiness import newest_migration
from domain.platform.settings import Settings

AREA = "database"
OLDEST = 150000
ROLE = """
    SELECT rolsuper OR rolbypassrls AS may_bypass,
           EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p', 'v', 'm')) AS owns
    FROM pg_roles WHERE rolname = current_user"""
EXPOSED = """
    SELECT string_agg(format('%I.%I', nspname, relname), ', ' ORDER BY nspname, relname)
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind = 'r' AND relrowsecurity AND NOT relforcerowsecurity"""


async def check_database(chosen: Settings) -> list[Finding]:
    """Connect as the application and look at what it finds and may do."""
    if not chosen.database_url:
        return [Finding.problem(AREA, "DATABASE_URL è vuota", "indica un PostgreSQL con il ruolo dell'applicazione")]
    try:
        async with await psycopg.AsyncConnection.connect(chosen.database_url, connect_timeout=5) as connection:
            return [
                await _version(connection),
                await _role(connection),
                await _migrations(connection),
                await _policies(connection),
                await _worker(connection),
            ]
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        return [Finding.problem(AREA, f"non risponde ({reason})", "controlla DATABASE_URL, rete e server")]


async def _one(connection: "psycopg.AsyncConnection[Any]", statement: str) -> Any:
    return await (await connection.execute(statement.encode())).fetchone()


async def _version(connection: "psycopg.AsyncConnection[Any]") -> Finding:
    number = connection.info.server_version
    if number < OLDEST:
        return Finding.problem(
            AREA, f"PostgreSQL {number // 10000} è troppo vecchio", "serve PostgreSQL 15 o più recente"
        )
    return Finding.well(AREA, f"risponde, PostgreSQL {number // 10000}")


async def _role(connection: "psycopg.AsyncConnection[Any]") -> Finding:
    may_bypass, owns = await _one(connection, ROLE)
    if may_bypass:
        return Finding.problem(
            AREA,
            "il ruolo dell'applicazione può aggirare la sicurezza per riga",
            "collegati come sportello_app: ALTER ROLE … NOSUPERUSER NOBYPASSRLS",
        )
    if owns:
        return Finding.problem(
            AREA,
            "il ruolo dell'applicazione possiede delle tabelle",
            "collegati come sportello_app, che non ne possiede",
        )
    return Finding.well(AREA, "il ruolo dell'applicazione non possiede nulla e non aggira la sicurezza per riga")


async def _migrations(connection: "psycopg.AsyncConnection[Any]") -> Finding:
    found = await _one(connection, "SELECT to_regclass('public.alembic_version') IS NOT NULL")
    version = (await _one(connection, "SELECT version_num FROM public.alembic_version"))[0] if found[0] else None
    if version != newest_migration():
        return Finding.problem(
            AREA,
            f"è alla versione {version or 'zero'}, il programma vuole la {newest_migration()}",
            "sportello migrate",
        )
    return Finding.well(AREA, f"aggiornata alla versione {version}")


async def _policies(connection: "psycopg.AsyncConnection[Any]") -> Finding:
    exposed = (await _one(connection, EXPOSED))[0]
    if exposed:
        return Finding.problem(
            AREA,
            f"la sicurezza per riga non vale per il proprietario in {exposed}",
            "ALTER TABLE … FORCE ROW LEVEL SECURITY",
        )
    return Finding.well(AREA, "la sicurezza per riga vale per tutti")


async def _worker(connection: "psycopg.AsyncConnection[Any]") -> Finding:
    statement = "SELECT to_regclass('jobs.worker') IS NOT NULL"
    if not (await _one(connection, statement))[0]:
        return Finding.problem("lavori", "la coda non c'è", "sportello migrate")
    alive, rejected = await _one(
        connection,
        "SELECT (SELECT count(*) FROM jobs.worker WHERE heartbeat_at > now() - interval '90 seconds'),"
        " (SELECT count(*) FROM jobs.queue WHERE state = 'rejected')",
    )
    if not alive:
        return Finding.problem("lavori", "nessun processo lavora la coda", "avvia sportello worker")
    if rejected:
        return Finding.problem("lavori", f"{rejected} lavori abbandonati", "guardali in /amministrazione/lavori")
    return Finding.well("lavori", f"{alive} processi al lavoro, nessun lavoro abbandonato")
