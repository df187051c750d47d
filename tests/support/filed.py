"""An application with everything in it, for tests of its file on paper and in a copy of one's data."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.requirements import Requirement
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.catalogue.terms import Outcome
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.intake.actions.examination.answer_item import AnswerItem, answer_item
from domain.intake.actions.examination.check_requirement import CheckRequirement, check_requirement
from domain.intake.actions.examination.request_integration import AskedItem, RequestIntegration, request_integration
from domain.intake.queries.examination.integration_items import integration_items
from domain.intake.queries.printing.application_print import application_print, printed_file
from domain.intake.terms import ItemKind
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role
from domain.platform.pdf.act import Act
from domain.platform.work import unit_of_work
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.terms import FactKind
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.proceedings import Follow, fires

CERTIFICATE = "La persona ha un certificato."
HEALTH = {"certificate": "invalidità civile", "is_severe": True}


@dataclass(frozen=True)
class Filed:
    """Rosa's application, examined, and those who look at it."""

    connection: AsyncConnection
    follow: Follow
    territory: Territory
    rosa: Citizen
    worker: Operator
    clerk: Operator
    auditor: Operator
    neighbour: Operator
    application_id: UUID

    async def act(self, operator: Operator) -> Act:
        """The same before it is a PDF."""
        async with unit_of_work(operator, read_only=True, bind=self.connection) as work:
            return await printed_file(work, operator, self.application_id)

    async def printed(self, operator: Operator) -> bytes:
        """The PDF, as the operator gets it."""
        async with unit_of_work(operator, read_only=True, bind=self.connection) as work:
            return await application_print(work, operator, self.application_id)


async def a_filed_application(connection: AsyncConnection, follow: Follow) -> Filed:
    """Rosa has applied for a service with a requirement about health, of which there is a paper."""
    asked = Requirement(
        key="certificate",
        sentence=Localised({"it": CERTIFICATE}),
        condition={"==": [{"var": "has_disability_certificate"}, "yes"]},
        source=Localised({"it": "Regolamento, articolo 4."}),
    )
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        card, form = home_care_card(), home_care_form()
        served = PublishService(
            ente_id=territory.comune_id, slug=HOME_CARE, card=card, form=form, requirements=(asked,)
        )
        await publish_service(work, SYSTEM, served)
        await publish_starting_procedures(work, SYSTEM, territory.ambito_id)
        rosa = a_citizen(territory, await a_person(work, territory))
        disabled = RecordFact(person_id=rosa.person_id, kind=FactKind.DISABILITY, value=HEALTH)
        await record_fact(work, SYSTEM, disabled)
        office = territory.office_id
        worker = await an_operator(work, office, (Role.SOCIAL_WORKER, Role.OFFICE_HEAD), names="Anna Segue")
        clerk = await an_operator(work, office, (Role.DESK_OPERATOR,), names="Ugo Sportello")
        auditor = await an_operator(work, office, (Role.AUDITOR,), names="Ada Controlla")
        neighbour = await an_operator(work, territory.neighbour_office_id, names="Ivo Vicino")
    async with unit_of_work(rosa, bind=connection) as work:
        application_id = (await a_submitted_application(work, rosa)).id
    await follow()
    return Filed(connection, follow, territory, rosa, worker, clerk, auditor, neighbour, application_id)


async def examined(filed: Filed) -> None:
    """The office asks, Rosa answers and writes, the office finds and decides."""
    worker, rosa, connection, follow = filed.worker, filed.rosa, filed.connection, filed.follow
    await fires(connection, follow, worker, filed.application_id, "start_check")
    async with unit_of_work(worker, bind=connection) as work:
        asked = RequestIntegration(
            application_id=filed.application_id,
            transition="request_integration",
            items=(AskedItem(label="Il nome del medico", kind=ItemKind.ANSWER),),
            fields={"missing": "Manca il medico."},
            note="Chiamata due volte.",
        )
        await request_integration(work, worker, asked)
    await follow()
    async with unit_of_work(rosa, bind=connection) as work:
        [item] = await integration_items(work, rosa, filed.application_id, language="it")
        command = AnswerItem(application_id=filed.application_id, item_id=item.id, text="Dottor Grilli")
        await answer_item(work, rosa, command)
        told = WriteAboutApplication(application_id=filed.application_id, text="Quando rispondete?")
        await write_about_application(work, rosa, told)
    await follow()
    async with unit_of_work(worker, bind=connection) as work:
        found = CheckRequirement(
            application_id=filed.application_id, requirement="certificate", is_met=True, seen=Outcome.MET
        )
        await check_requirement(work, worker, found)
    await fires(connection, follow, worker, filed.application_id, "first_grant_in_part", reasons="Ci sono meno ore.")
    await fires(connection, follow, worker, filed.application_id, "notify_granted_in_part")
