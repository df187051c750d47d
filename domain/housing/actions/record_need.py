"""A contact asks for a dwelling: it goes into the person's open need, or opens one."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.housing.events import HousingNeedOpened
from domain.housing.model.housing_need import HousingNeed, HousingNeedStep
from domain.housing.rules.wishes import Wish, wish_of
from domain.housing.terms import NeedStatus, NeedStep
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.reception.queries.sheets.housing_said import HousingSaid, housing_said
from domain.registry.queries.former_records import current_record
from domain.registry.queries.memberships_of import memberships_of
from domain.registry.terms import HouseholdKind


class RecordNeed(BaseModel):
    """The contact that is whole."""

    sheet_id: UUID


async def record_need(work: UnitOfWork, system: System, command: RecordNeed) -> UUID | None:
    """The id of the need; None when the contact asks for no dwelling, or is of nobody known.

    However many contacts arrive at once, there is one open need for each ente and person.
    """
    said = await housing_said(work, system, command.sheet_id)
    wish = wish_of(said.answers, said.contact_on) if said else None
    if said is None or wish is None:
        return None
    person_id = await current_record(work, said.person_id)
    await locks.hold(work, "housing need", said.ente_id, person_id)
    facts: dict[str, Any] = _facts(said, wish) | {"household_id": await _household(work, system, person_id)}
    found = await _open_one(work, said.ente_id, person_id)
    step = NeedStep.ASKED if found is None else NeedStep.ASKED_AGAIN
    if found is None:
        found = HousingNeed(ente_id=said.ente_id, person_id=person_id, said_on=said.contact_on, **facts)
        work.session.add(found)
        await work.record(HousingNeedOpened(ente_id=found.ente_id, need_id=found.id, person_id=person_id))
    else:
        found.say_again(facts, said.contact_on)
    await work.session.flush()  # the history points at the need
    work.session.add(_step(work, found, said, wish, step))
    return found.id


async def _open_one(work: UnitOfWork, ente_id: UUID, person_id: UUID) -> HousingNeed | None:
    wanted = select(HousingNeed).where(
        col(HousingNeed.ente_id) == ente_id,
        col(HousingNeed.person_id) == person_id,
        col(HousingNeed.status) == NeedStatus.OPEN,
    )
    return (await work.session.exec(wanted.with_for_update())).one_or_none()


async def _household(work: UnitOfWork, system: System, person_id: UUID) -> UUID | None:
    """The household of the civil registry in which the person is today, as far as it can be seen from here."""
    for one in await memberships_of(work, system, person_id):
        is_today = (one.starts_on is None or one.starts_on <= work.today) and (
            one.ends_before is None or one.ends_before > work.today
        )
        if one.kind is HouseholdKind.REGISTRY and is_today:
            return one.household_id
    return None


def _facts(said: HousingSaid, wish: Wish) -> dict[str, Any]:
    return {
        "office_id": said.office_id,
        "sheet_id": said.sheet_id,
        "kind": wish.kind,
        "reason": wish.reason,
        "rooms": wish.rooms,
        "people": wish.people,
        "most_rent": wish.most_rent,
        "since_on": wish.since_on,
        "is_reserved": said.is_hidden,
        "is_of_masked_desk": said.is_of_masked_desk,
        "masked_roles": list(said.masked_roles),
    }


def _step(work: UnitOfWork, found: HousingNeed, said: HousingSaid, wish: Wish, step: NeedStep) -> HousingNeedStep:
    words = {"kind": wish.kind.value, "reason": wish.reason.value if wish.reason else None, "rooms": wish.rooms}
    numbers = {"people": wish.people, "most_rent": str(wish.most_rent) if wish.most_rent is not None else None}
    return HousingNeedStep(
        ente_id=found.ente_id,
        need_id=found.id,
        step=step,
        happened_at=work.now,
        operator_id=said.operator_id,
        sheet_id=said.sheet_id,
        said={name: value for name, value in (words | numbers).items() if value is not None},
    )
