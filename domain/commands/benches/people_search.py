"""How long it takes to find somebody among many by a hard search, against looking a codice fiscale up."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.frame import Target, Tell
from domain.kernel.actor import Operator, System
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.queries.enti import portal_of
from domain.organization.terms import EnteKind
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.queries.finding.find_people import find_people
from domain.registry.seeds.invented.hard_queries import HardQuery, hard_queries
from domain.registry.seeds.invented.settle_crowd import Town, settle_crowd

SYSTEM = System("bench")
SLUG, TOWNS = "misura", ("Misura di Sopra", "Misura di Mezzo", "Misura di Sotto")
AT_LEAST = 0.98
MANY = 1_000_000
CODES = sa.text("SELECT codice_fiscale FROM registry.person WHERE codice_fiscale IS NOT NULL LIMIT :some")
LOOK_UP = sa.text("""
    SELECT id, given_name, family_name, born_on FROM registry.person
    WHERE ambito_id = :ambito AND codice_fiscale = :code""")


class PeopleSearch:
    """Each repetition is another hard search, by an operator of the ambito, who reaches everybody."""

    name = "people-search"
    floor_about = "una sola SELECT con indice su un codice fiscale, nella stessa transazione di lettura"
    targets = (Target("median", 16.0), Target("p95", 28.0))

    def __init__(self, engine: AsyncEngine, people: int = MANY) -> None:
        """Search among ``people`` invented people, whom ``prepare`` settles where they are not there yet."""
        self.engine, self.people = engine, people
        self.queries: Sequence[HardQuery] = ()
        self.codes: Sequence[str] = ()
        self.found: list[bool] = []

    @property
    def about(self) -> str:
        """What is measured; afterwards also how often the right person came first."""
        told = f"ricerca difficile fra {self.people} persone (errori, scambi, altre scritture, omocodie)"
        return f"{told}: la persona giusta è la prima in {self.rate:.1%} dei casi" if self.found else told

    @property
    def rate(self) -> float:
        """How many of the searches so far had the right person first, from 0 to 1."""
        return sum(self.found) / len(self.found)

    async def prepare(self, repetitions: int, tell: Tell) -> None:
        """An ambito with three comuni, the people, and a labelled search for each repetition."""
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            family = await _family(work)
        ambito_id, *comuni = family
        towns = [Town(one, city) for one, city in zip(comuni, TOWNS, strict=True)]
        await settle_crowd(
            self.people,
            towns,
            ambito_id=ambito_id,
            bind=self.engine,
            tell=lambda done: tell(f"Invento le persone: {done} di {self.people}"),
        )
        tell("Preparo le ricerche…")
        self.queries = hard_queries(self.people, repetitions)
        self.operator = Operator(uuid4(), ambito_id, uuid4(), family, family, frozenset({Role.SOCIAL_WORKER}))
        async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
            rows = await (await work.session.connection()).execute(CODES, {"some": repetitions})
            self.codes = rows.scalars().all()

    async def floor(self, number: int) -> None:
        """One equality on an indexed column, as the same operator."""
        async with unit_of_work(self.operator, read_only=True, bind=self.engine) as work:
            asked = {"ambito": self.operator.ente_id, "code": self.codes[number % len(self.codes)]}
            (await (await work.session.connection()).execute(LOOK_UP, asked)).one()

    async def subject(self, number: int) -> None:
        """The search, as a request asks it, with the line that says that an operator has searched."""
        query = self.queries[number]
        async with unit_of_work(self.operator, read_only=True, bind=self.engine) as work:
            rows = await find_people(work, self.operator, query.text)
        self.found.append(bool(rows) and rows[0].id == query.person_id)

    async def check(self) -> None:
        """The right person must come first nearly always: a fast wrong answer is none."""
        if self.rate < AT_LEAST:
            missed = sorted({query.kind for query, hit in zip(self.queries, self.found, strict=True) if not hit})
            raise RuntimeError(f"the right person came first in {self.rate:.1%} of the searches; missed: {missed}")


async def _family(work: UnitOfWork) -> tuple[UUID, ...]:
    try:
        return (await portal_of(work, "", SLUG)).family
    except NotFound:
        pass
    ambito_id = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.AMBITO, name="Ambito di misura", slug=SLUG))
    comuni = [
        await open_ente(
            work,
            SYSTEM,
            OpenEnte(kind=EnteKind.COMUNE, name=city, slug=f"{SLUG}-{place}", ambito_id=ambito_id),
        )
        for place, city in enumerate(TOWNS)
    ]
    return (ambito_id, *comuni)
