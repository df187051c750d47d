"""How long it takes to send an application: the whole action in its transaction, against one plain commit."""

from datetime import date
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import Field, FormDefinition, Step
from domain.catalogue.terms import FieldKind
from domain.commands.benches.frame import Target, Tell
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.kernel.actor import Citizen, System
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.terms import EnteKind, OfficeKind
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.actions.register_person import RegisterPerson, register_person

SYSTEM = System("bench")
SLUG = "prestazione-di-misura"
STEPS, FIELDS = 5, 6  # as many questions as home care asks
SAID = "Una risposta di lunghezza comune, come la scrive una persona."
ROWS = sa.text("""
    INSERT INTO bench.floor (id, kind, body)
    VALUES (:first, 'application', :answers), (:second, 'event', :fact), (:third, 'message', :fact)""")
SENT = sa.text("SELECT count(*) FROM intake.application WHERE status <> 'draft'")


class Submission:
    """Sends one draft at each repetition; every draft is of another citizen, as on a real day."""

    name = "submission"
    about = "invio di una domanda con 30 risposte, evento e messaggio in coda compresi"
    floor_about = "un solo INSERT di tre righe simili, e il suo commit"
    targets = (Target("median", 25.0), Target("p95", 25.0))

    def __init__(self, engine: AsyncEngine) -> None:
        """Work on the database of ``engine``, where a table ``bench.floor`` waits for the floor's rows."""
        self.engine = engine
        self.drafts: list[tuple[Citizen, UUID]] = []

    async def prepare(self, repetitions: int, tell: Tell) -> None:
        """An ente with an office and a service, and as many citizens with a draft that is filled in."""
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            ente_id = await _an_ente(work)
        for number in range(repetitions):
            self.drafts.append(await self._a_draft(ente_id, number))
            if number % 25 == 0:
                tell(f"Preparo le domande: {number} di {repetitions}")

    async def floor(self, number: int) -> None:
        """Three rows, one statement, one commit."""
        del number
        async with self.engine.begin() as connection:
            await connection.execute(
                ROWS,
                {"first": uuid4(), "second": uuid4(), "third": uuid4(), "answers": SAID * STEPS * FIELDS, "fact": SAID},
            )

    async def subject(self, number: int) -> None:
        """The action, in the transaction in which a request runs it."""
        citizen, application_id = self.drafts[number]
        async with unit_of_work(citizen, bind=self.engine) as work:
            await submit_application(work, citizen, SubmitApplication(application_id=application_id))

    async def check(self) -> None:
        """Every draft must have been sent."""
        async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
            sent = (await (await work.session.connection()).execute(SENT)).scalar_one()
        if sent != len(self.drafts):
            raise RuntimeError(f"{sent} applications sent out of {len(self.drafts)}")

    async def _a_draft(self, ente_id: UUID, number: int) -> tuple[Citizen, UUID]:
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            person_id = await register_person(
                work,
                SYSTEM,
                RegisterPerson(
                    ambito_id=ente_id,
                    ente_id=ente_id,
                    given_name="Prova",
                    family_name=f"Numero {number}",
                    born_on=date(1950, 1, 1),
                ),
            )
        citizen = Citizen(person_id, uuid4(), ente_id, (ente_id,))
        async with unit_of_work(citizen, bind=self.engine) as work:
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
        return citizen, draft.id


async def _an_ente(work: UnitOfWork) -> UUID:
    ente_id = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.AMBITO, name="Ambito di misura", slug="misura"))
    await open_office(
        work,
        SYSTEM,
        OpenOffice(ente_id=ente_id, kind=OfficeKind.PROFESSIONAL, name="Misura", is_receiving_applications=True),
    )
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
