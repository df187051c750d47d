"""What happens when many people send their application in the same minute: real processes, real requests.

A portal and a worker of their own run as on a small server. Everybody opens the review and sends, at a moment of the
minute of their own; the worker registers and draws up receipts meanwhile. What counts is that nobody is lost, that the
numbers of the protocollo follow each other, and how long sending takes beside sending when nobody else is there.
"""

import asyncio
import random
import re
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.queries.session_actor import session_actor
from domain.access.terms import Site, Way
from domain.commands.benches.frame import Figures, Target, Tell, Verdict, judge
from domain.commands.benches.measured_service import ENTE_SLUG, SYSTEM, a_filled_draft, an_ente
from domain.commands.benches.own_processes import OwnProcesses
from domain.kernel.actor import Citizen
from domain.platform.work import unit_of_work

NAME, MANY, SECONDS, QUIET = "submit-rush", 500, 60.0, 20
TARGETS = (Target("p95", 8.0),)  # 2.6 on two quiet cores: 354 ms beside 136 ms alone
TOKEN = re.compile(rb'name="_csrf_token" value="([^"]+)"')
WAIT_SECONDS = 900
COUNTED = sa.text("""
    SELECT (SELECT count(*) FROM intake.application WHERE status <> 'draft'),
           (SELECT count(*) FROM documents.protocollo),
           (SELECT coalesce(max(number), 0) FROM documents.protocollo),
           (SELECT count(*) FROM intake.application WHERE receipt_id IS NOT NULL)""")


@dataclass(frozen=True)
class _Person:
    cookie: str
    application_id: UUID


@dataclass
class RushOutcome:
    """How long sending took, in milliseconds; what was counted at the end, and what should have been."""

    people: int
    quiet: Figures = field(default_factory=lambda: Figures(0, 0, 0))
    rush: Figures = field(default_factory=lambda: Figures(0, 0, 0))
    registered_after: float = 0.0
    found: dict[str, int] = field(default_factory=dict)
    expected: dict[str, int] = field(default_factory=dict)
    verdicts: Sequence[Verdict] = ()

    @property
    def holds(self) -> bool:
        """Whether nobody was lost and the target was met."""
        return self.found == self.expected and all(verdict.holds for verdict in self.verdicts)

    def as_json(self) -> dict[str, Any]:
        """The outcome for machines."""
        return asdict(self) | {"scenario": NAME, "holds": self.holds}

    def table(self) -> str:
        """The outcome as people read it."""
        lines = [
            f"{NAME}: {self.people} persone mandano la domanda nello stesso minuto, mentre il programma protocolla",
            f"confronto: {QUIET} invii uno dopo l'altro, quando non c'è nessun altro",
            f"{'':<12}{'minimo':>10}{'mediana':>10}{'p95':>10}   ms",
        ]
        for name, figures in (("confronto", self.quiet), ("misura", self.rush)):
            lines.append(f"{name:<12}{figures.best:>10.1f}{figures.median:>10.1f}{figures.p95:>10.1f}")
        lines.append(f"tutte protocollate e con la ricevuta dopo {self.registered_after:.0f} secondi dall'ultimo invio")
        for verdict in self.verdicts:
            mark = "ok      " if verdict.holds else "PROBLEMA"
            lines.append(f"{mark} {verdict.figure}: {verdict.ratio:.1f} volte il confronto, limite {verdict.at_most}")
        for name, wanted in self.expected.items():
            mark = "ok      " if self.found.get(name) == wanted else "PROBLEMA"
            lines.append(f"{mark} {name}: {self.found.get(name)}, attese {wanted}")
        return "\n".join(lines)


class SubmitRush:
    """The people, with a session and a filled draft each, and the minute in which they all send it."""

    def __init__(self, engine: AsyncEngine, people: int, tell: Tell) -> None:
        """Work on the database of ``engine``; the settings around it are those of the processes, too."""
        self.engine, self.people, self.tell = engine, people, tell
        self.outcome = RushOutcome(people)

    async def run(self) -> RushOutcome:
        """Prepare, send some alone, then all in a minute; wait until the worker has done its part, and count."""
        everybody = await self._prepare(self.people + QUIET)
        with (
            TemporaryDirectory(prefix="sportello-bench-logs-") as folder,
            OwnProcesses(self.engine, Path(folder), portal_ente=ENTE_SLUG) as processes,
        ):
            self.tell("Mando alcune domande, una alla volta…")
            alone = [await _send(processes.portal, person) for person in everybody[:QUIET]]
            await self._until_registered(QUIET)
            self.tell(f"Adesso {self.people} persone nello stesso minuto…")
            moments = random.Random(self.people)  # noqa: S311 - when somebody presses a button is no secret
            rush = await asyncio.gather(
                *[_later(moments.uniform(0, SECONDS), processes.portal, person) for person in everybody[QUIET:]]
            )
            last = time.monotonic()
            await self._until_registered(len(everybody))
            self.outcome.registered_after = time.monotonic() - last
        self.outcome.quiet, self.outcome.rush = Figures.of(alone), Figures.of(rush)
        self.outcome.verdicts = judge(TARGETS, self.outcome.quiet, self.outcome.rush)
        await self._count(len(everybody))
        return self.outcome

    async def _prepare(self, count: int) -> list[_Person]:
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            ambito_id = await an_ente(work)
        everybody = []
        for number in range(count):
            async with unit_of_work(SYSTEM, bind=self.engine) as work:
                token = await sign_in_citizen(
                    work, _identity(number), ambito_id=ambito_id, language="it", device="misura"
                )
            found = await session_actor(token, Site.PORTAL, bind=self.engine)
            if found is None or not isinstance(found.actor, Citizen):
                raise RuntimeError("nobody has come in")
            everybody.append(_Person(f"portal={token}", await a_filled_draft(self.engine, found.actor)))
            if number % 50 == 0:
                self.tell(f"Preparo le domande: {number} di {count}")
        return everybody

    async def _counted(self) -> tuple[int, ...]:
        async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
            return tuple((await (await work.session.connection()).execute(COUNTED)).one())

    async def _until_registered(self, count: int) -> None:
        for _second in range(WAIT_SECONDS):
            if (await self._counted())[3] >= count:
                return
            await asyncio.sleep(1)

    async def _count(self, count: int) -> None:
        sent, registered, last, receipts = await self._counted()
        self.outcome.found = {
            "domande inviate": sent,
            "righe del protocollo": registered,
            "ultimo numero": last,
            "ricevute": receipts,
        }
        self.outcome.expected = dict.fromkeys(self.outcome.found, count)


async def _later(seconds: float, portal: str, person: _Person) -> float:
    await asyncio.sleep(seconds)
    return await _send(portal, person)


async def _send(portal: str, person: _Person) -> float:
    """Open the review and send; how many seconds the sending took, with the receipt's page behind it."""
    return await asyncio.to_thread(_sent, portal, person)


def _sent(portal: str, person: _Person) -> float:
    place = f"{portal}/domande/{person.application_id}"
    review = urllib.request.Request(f"{place}/riepilogo", headers={"Cookie": person.cookie})  # noqa: S310 - our portal
    with urllib.request.urlopen(review, timeout=60) as answer:  # noqa: S310
        cookies = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie") or []]
        found = TOKEN.search(answer.read())
    if found is None:
        raise RuntimeError("the review has no button to send")
    headers = {"Cookie": "; ".join([person.cookie, *cookies]), "Content-Type": "application/x-www-form-urlencoded"}
    body = b"_csrf_token=" + found[1]
    started = time.perf_counter()
    sending = urllib.request.Request(f"{place}/invio", data=body, headers=headers, method="POST")  # noqa: S310
    with urllib.request.urlopen(sending, timeout=60) as answer:  # noqa: S310
        answer.read()
    return time.perf_counter() - started


def _identity(number: int) -> Identity:
    return Identity(
        way=Way.EIDAS,
        issuer="https://misura.example",
        subject=f"persona-{number}",
        level=Level.TWO,
        codice_fiscale=None,
        given_name="Prova",
        family_name=f"Numero {number}",
        born_on=date(1950, 1, 1),
    )
