"""Rosa has applied where two things are asked, and her certificate says more than the limit."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.requirements import Requirement
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.kernel.clock import day_of, utcnow
from domain.platform.work import unit_of_work
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee
from domain.registry.terms import FactSource
from tests.backoffice.conftest import Office
from tests.backoffice.examination.conftest import Examined
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person

TODAY = day_of(utcnow())


def asked(key: str, words: str, condition: dict[str, Any]) -> Requirement:
    return Requirement(
        key=key,
        sentence=Localised({"it": words}),
        condition=condition,
        source=Localised({"it": "Regolamento comunale, articolo 4."}),
        how_to_mend=Localised({"it": "Se il reddito è sceso, chiedi un ISEE corrente."}),
    )


ASKED = (
    asked("isee_below", "L'ISEE non supera 10.000 euro.", {"<=": [{"var": "isee"}, 1_000_000]}),
    asked("permit", "La persona ha un permesso di soggiorno.", {"==": [{"var": "has_permit"}, "yes"]}),
)


@pytest.fixture
async def examined(office: Office) -> Examined:
    """Rosa has applied, and her certificate says 16.000 euros."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await publish_starting_procedures(work, SYSTEM, office.territory.ambito_id)
        command = PublishService(
            ente_id=office.territory.ambito_id,
            slug=HOME_CARE,
            card=home_care_card(),
            form=home_care_form(),
            requirements=ASKED,
        )
        await publish_service(work, SYSTEM, command)
        rosa = a_citizen(office.territory, await a_person(work, office.territory))
        paper = RecordIsee(
            person_id=rosa.person_id,
            amount=Decimal(16000),
            declared_on=TODAY,
            ends_on=TODAY + timedelta(days=9),
            source=FactSource.DOCUMENT,
        )
        await record_isee(work, SYSTEM, paper)
    async with unit_of_work(rosa, bind=office.connection) as work:
        application_id = (await a_submitted_application(work, rosa)).id
    await office.follow()
    return Examined(office, rosa, application_id)
