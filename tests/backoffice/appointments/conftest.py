"""An office that expects people today."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.kernel.clock import utcnow
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.expected_people import Expecting, an_agenda, an_appointment
from tests.support.given import SYSTEM, a_person


class Expected:
    """Appointments in the first comune's office."""

    def __init__(self, office: Office, scene: Expecting, rosa_id: UUID) -> None:
        self.office, self.scene, self.rosa_id = office, scene, rosa_id

    async def add(self, starts_at: datetime | None = None, **facts: Any) -> UUID:
        async with unit_of_work(SYSTEM, bind=self.office.connection) as work:
            return await an_appointment(work, self.scene, starts_at or utcnow() - timedelta(minutes=5), **facts)


@pytest.fixture
async def expected(office: Office) -> Expected:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        rosa = await a_person(work, office.territory)
        scene = await an_agenda(work, office.territory.comune_id, office.territory.office_id)
    return Expected(office, scene, rosa)
