"""The unit of work: what is committed, what is undone, what PostgreSQL refuses."""

from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import InternalError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import System
from domain.kernel.refusals import RuleBroken
from domain.organization.model.ente import Ente
from domain.organization.terms import EnteKind
from domain.platform.work import unit_of_work


def an_ente() -> Ente:
    return Ente(kind=EnteKind.COMUNE, name="Comune di Prova", slug=f"prova-{uuid4().hex[:6]}")


async def count(connection: AsyncConnection) -> int:
    async with unit_of_work(System("count"), read_only=True, bind=connection) as work:
        return (
            await (await work.session.connection()).execute(sa.text("SELECT count(*) FROM organization.ente"))
        ).scalar_one()


async def test_what_is_returned_is_kept(connection: AsyncConnection) -> None:
    async with unit_of_work(System("test"), bind=connection) as work:
        work.session.add(an_ente())
    assert await count(connection) == 1


async def test_what_is_raised_is_undone(connection: AsyncConnection) -> None:
    with pytest.raises(RuleBroken):
        async with unit_of_work(System("test"), bind=connection) as work:
            work.session.add(an_ente())
            await work.session.flush()
            raise RuleBroken
    assert await count(connection) == 0


async def test_a_reading_unit_cannot_write(connection: AsyncConnection) -> None:
    with pytest.raises(InternalError, match="read-only transaction"):
        async with unit_of_work(System("test"), read_only=True, bind=connection) as work:
            work.session.add(an_ente())
            await work.session.flush()
