"""Changing and reading the lists, for tests."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Actor, Operator
from domain.organization.actions.codes.add_code import AddCode, add_code
from domain.organization.actions.codes.change_code import ChangeCode, change_code
from domain.organization.actions.codes.switch_code_off import SwitchCodeOff, switch_code_off
from domain.organization.actions.codes.switch_code_on import SwitchCodeOn, switch_code_on
from domain.organization.queries.codes import CodeRow, codes_of, known_code
from domain.platform.work import unit_of_work

TODAY = date(2026, 11, 28)


async def a_code(connection: AsyncConnection, actor: Operator, label: str, **facts: object) -> str:
    known = {"ente_id": actor.ente_id, "list_name": "bisogno", "label": label}
    async with unit_of_work(actor, bind=connection) as work:
        return await add_code(work, actor, AddCode.model_validate(known | facts))


async def changed(connection: AsyncConnection, actor: Operator, code: str, **facts: object) -> None:
    known = {"ente_id": actor.ente_id, "list_name": "bisogno", "code": code}
    async with unit_of_work(actor, bind=connection) as work:
        await change_code(work, actor, ChangeCode.model_validate(known | facts))


async def off(connection: AsyncConnection, actor: Operator, code: str, day: date, list_name: str = "bisogno") -> None:
    command = SwitchCodeOff(ente_id=actor.ente_id, list_name=list_name, code=code, first_day_off=day)
    async with unit_of_work(actor, bind=connection) as work:
        await switch_code_off(work, actor, command)


async def on(connection: AsyncConnection, actor: Operator, code: str, day: date) -> None:
    command = SwitchCodeOn(ente_id=actor.ente_id, list_name="bisogno", code=code, starts_on=day)
    async with unit_of_work(actor, bind=connection) as work:
        await switch_code_on(work, actor, command)


async def listed(connection: AsyncConnection, actor: Actor, ente_id: object, name: str = "bisogno", **more: object):
    async with unit_of_work(actor, read_only=True, bind=connection) as work:
        rows = (await codes_of(work, ente_id, [name], **more))[name]  # pyright: ignore[reportArgumentType]
    return {row.code: row for row in rows}


async def known(connection: AsyncConnection, actor: Operator, code: str, list_name: str = "bisogno") -> CodeRow | None:
    async with unit_of_work(actor, read_only=True, bind=connection) as work:
        return await known_code(work, actor.ente_id, list_name, code)
