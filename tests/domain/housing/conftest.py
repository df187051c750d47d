"""A desk that asks about housing, and what follows when a contact is whole."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from domain.housing.queries.need_file import NeedFile, need_file
from domain.housing.queries.need_list import NeedFilter, NeedRow, need_list
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.queries.desks.desk_of import desk_of
from tests.domain.reception.conftest import Desk, desk

__all__ = ["desk"]
WISH = {"kind": "rent", "reason": "eviction", "rooms": "3", "people": "4", "most_rent": "450,50", "since": "2020-03-01"}


@dataclass
class Register:
    """The desk, and the register as somebody reads it."""

    desk: Desk
    worker: Operator
    follow: Callable[[], Awaitable[int]]

    async def says(self, person_id: UUID | None, operator: Operator | None = None, **facts: Any) -> UUID:
        """A complete contact that asks for a dwelling; what follows has happened."""
        given = {"sections": {"housing": WISH | facts.pop("wish", {})}} | facts
        sheet_id = await self.desk.complete(person_id, operator, **given)
        await self.follow()
        return sheet_id

    async def rows(self, operator: Operator | None = None, **wanted: Any) -> list[NeedRow]:
        """The list as ``operator`` sees it."""
        reader = operator or self.worker
        async with unit_of_work(reader, read_only=True, bind=self.desk.connection) as work:
            return list((await need_list(work, reader, NeedFilter(**wanted))).items)

    async def file(self, need_id: UUID, operator: Operator | None = None) -> NeedFile:
        """The need as ``operator`` opens it."""
        reader = operator or self.worker
        async with unit_of_work(reader, read_only=True, bind=self.desk.connection) as work:
            return await need_file(work, reader, need_id)

    async def masks(self, **choices: Any) -> None:
        """The desk's head decides who reads its sheets; housing is asked about."""
        head = await self.desk.as_role(Role.OFFICE_HEAD)
        async with unit_of_work(head, bind=self.desk.connection) as work:
            version = (await desk_of(work, head.office_id)).version
            given = {"seen_version": version, "sections": ("housing", "first_assessment"), "required": ()} | choices
            await set_desk(work, head, SetDesk(office_id=head.office_id, **given))


@pytest.fixture
async def register(desk: Desk, everything_that_follows: Callable[[], Awaitable[int]]) -> Register:
    """A desk that asks about housing, and a social worker at it."""
    made = Register(desk, await desk.as_role(Role.SOCIAL_WORKER), everything_that_follows)
    await made.masks()
    return made
