"""The scene of the archive: Rosa, two offices of her comune, the ambito, a neighbour."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents.actions.archive.keep_in_archive import KeepInArchive, keep_in_archive
from domain.documents.queries.archive.filings import ArchiveFilter, filings
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.documents.gateways.samples import blank_pdf, saved
from tests.support.applications import home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_office, an_operator


def paper(pages: int) -> bytes:
    """A PDF of blank pages, the same whenever it is made."""
    return saved(blank_pdf(pages), deterministic_id=True)


@dataclass(frozen=True)
class Archive:
    """Rosa's archive, and who may look into it."""

    connection: AsyncConnection
    territory: Territory
    rosa_id: UUID
    rosa: Citizen
    worker: Operator
    colleague: Operator
    head: Operator
    clerk: Operator
    elsewhere: Operator
    ambito: Operator
    neighbour: Operator
    follow: Callable[[], Awaitable[int]]

    async def keeps(self, title: str = "Relazione", *, by: Operator | None = None, **facts: Any) -> UUID:
        """The worker, or another, puts a paper of one page in Rosa's archive; gives back the filing."""
        operator = by or self.worker
        facts = {"title": title, "folder": "1", "content": paper(1 + len(title)), "file_name": "foglio.pdf"} | facts
        async with unit_of_work(operator, bind=self.connection) as work:
            command = KeepInArchive.model_validate({"person_id": self.rosa_id, "dated_on": work.today} | facts)
            return await keep_in_archive(work, operator, command)

    async def titles(self, operator: Operator, **wanted: Any) -> list[str]:
        """What the operator finds in it, in order of the titles."""
        async with unit_of_work(operator, read_only=True, bind=self.connection) as work:
            found = await filings(work, operator, self.rosa_id, ArchiveFilter(**wanted))
        assert found.total == len(found.items)
        return sorted(row.title for row in found.items)


@pytest.fixture
async def archive(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Archive:
    """An empty archive."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await home_care_is_published(work, territory.comune_id)
        rosa_id = await a_person(work, territory)
        office, other = territory.office_id, await an_office(work, territory.comune_id)
        return Archive(
            connection,
            territory,
            rosa_id,
            a_citizen(territory, rosa_id),
            worker=await an_operator(work, office, names="Sara Lodi"),
            colleague=await an_operator(work, office, names="Ugo Neri"),
            head=await an_operator(work, office, [Role.OFFICE_HEAD]),
            clerk=await an_operator(work, office, [Role.ACCOUNTANT]),
            elsewhere=await an_operator(work, other, [Role.SOCIAL_WORKER, Role.OFFICE_HEAD]),
            ambito=await an_operator(work, territory.ambito_office_id, [Role.SOCIAL_WORKER]),
            neighbour=await an_operator(work, territory.neighbour_office_id),
            follow=everything_that_follows,
        )
