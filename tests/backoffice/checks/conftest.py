"""Rosa has applied where two things are asked, and her certificate says more than the limit."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

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
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.stage import fixtures
from tests.support.stage.on_offer import Applied, applied, services_on_offer
from tests.support.stage.stages import Stage

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


async def certificate_above_the_limit(connection: AsyncConnection) -> Applied:
    """Rosa has applied, and her certificate says 16.000 euros."""
    on_offer = await services_on_offer(connection)
    ambito_id = on_offer.territory.ambito_id
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await publish_starting_procedures(work, SYSTEM, ambito_id)
        command = PublishService(
            ente_id=ambito_id, slug=HOME_CARE, card=home_care_card(), form=home_care_form(), requirements=ASKED
        )
        await publish_service(work, SYSTEM, command)
        rosa = a_citizen(on_offer.territory, await a_person(work, on_offer.territory))
        paper = RecordIsee(
            person_id=rosa.person_id,
            amount=Decimal(16000),
            declared_on=TODAY,
            ends_on=TODAY + timedelta(days=9),
            source=FactSource.DOCUMENT,
        )
        await record_isee(work, SYSTEM, paper)
    return await applied(connection, on_offer, rosa)


standing = fixtures.standing_on(certificate_above_the_limit)


@pytest.fixture
def examined(office: Office, stage: Stage) -> Examined:
    """The application on the desk of the office."""
    return Examined(office, stage.built.rosa, stage.built.application_id)
