"""The ente, the service and the drafts with which applications are measured."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import Field, FormDefinition, Step
from domain.catalogue.terms import FieldKind
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.kernel.actor import Citizen, System
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.terms import EnteKind, OfficeKind
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork, unit_of_work
from domain.procedure.actions.days.keep_legal_calendar import keep_legal_calendar
from domain.procedure.seeds.legal_calendar import legal_terms, national_holidays
from domain.procedure.seeds.starting_procedures import publish_starting_procedures

SYSTEM = System("bench")
ENTE_SLUG, SLUG = "misura", "prestazione-di-misura"
STEPS, FIELDS = 5, 6  # as many questions as home care asks
SAID = "Una risposta di lunghezza comune, come la scrive una persona."


async def a_filled_draft(engine: AsyncEngine, citizen: Citizen) -> UUID:
    """A draft of the citizen with every answer, ready to be sent."""
    async with unit_of_work(citizen, bind=engine) as work:
        draft = await start_application(work, citizen, StartApplication(service_slug=SLUG))
        for step in _form().steps:
            saved = await answer_step(
                work,
                citizen,
                AnswerStep(
                    application_id=draft.id, step_key=step.key, values={field.key: SAID for field in step.fields}
                ),
            )
            if saved.problems:
                raise RuntimeError(f"the form of the scenario refuses its answers: {sorted(saved.problems)}")
        return draft.id


async def an_ente(work: UnitOfWork) -> UUID:
    """An ambito with an office that receives applications, its procedures, and the service."""
    ente_id = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.AMBITO, name="Ambito di misura", slug=ENTE_SLUG))
    await open_office(
        work,
        SYSTEM,
        OpenOffice(ente_id=ente_id, kind=OfficeKind.PROFESSIONAL, name="Misura", is_receiving_applications=True),
    )
    await keep_legal_calendar(work, SYSTEM, national_holidays(), legal_terms())
    await publish_starting_procedures(work, SYSTEM, ente_id)
    await publish_service(work, SYSTEM, PublishService(ente_id=ente_id, slug=SLUG, card=_card(), form=_form()))
    return ente_id


def _form() -> FormDefinition:
    words = Localised({"it": "Domanda"})
    return FormDefinition(
        steps=tuple(
            Step(
                key=f"step_{step}",
                title=words,
                fields=tuple(
                    Field(key=f"field_{step}_{field}", kind=FieldKind.TEXT, label=words) for field in range(FIELDS)
                ),
            )
            for step in range(STEPS)
        )
    )


def _card() -> ServiceCard:
    words = Localised({"it": "Prestazione di misura"})
    return ServiceCard(
        title=words,
        summary=words,
        addressed_to=words,
        how_to=words,
        needed=(words,),
        obtained=words,
        times=words,
        conditions=words,
        topic=words,
        area=words,
        costs=words,
    )
