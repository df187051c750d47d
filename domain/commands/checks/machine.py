"""The machine: a clock that tells the time, and a library that makes PDFs."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import psycopg

from domain.commands.checks.finding import Finding
from domain.kernel.clock import utcnow
from domain.platform.pdf.engine import pdf_available
from domain.platform.settings import Settings

FURTHEST = timedelta(seconds=5)


async def check_clock(chosen: Settings) -> list[Finding]:
    """Compare our clock with the database's: terms of the law run on both, and TOTP codes last thirty seconds."""
    try:
        ZoneInfo("Europe/Rome")
    except ZoneInfoNotFoundError:
        return [Finding.problem("orologio", "manca il fuso orario italiano", "su Debian: apt-get install tzdata")]
    if not chosen.database_url:
        return []
    try:
        async with await psycopg.AsyncConnection.connect(chosen.database_url, connect_timeout=5) as connection:
            row = await (await connection.execute("SELECT clock_timestamp()")).fetchone()
    except psycopg.OperationalError:
        return []  # the check of the database has said so
    distance = abs(utcnow() - row[0]) if row else timedelta(0)
    if distance > FURTHEST:
        return [
            Finding.problem(
                "orologio",
                f"segna {distance.total_seconds():.0f} secondi diversi dal database",
                "attiva la sincronizzazione NTP su tutte e due le macchine",
            )
        ]
    return [Finding.well("orologio", "segna la stessa ora del database")]


async def check_pdf(_chosen: Settings) -> list[Finding]:
    """See whether receipts and acts can be made here."""
    if problem := await asyncio.to_thread(pdf_available):
        return [Finding.problem("PDF", "non si possono fare", problem)]
    return [Finding.well("PDF", "si possono fare")]
