"""Answers and applications as a real person would give them, for tests."""

from typing import Any
from uuid import UUID

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.model.application import Application
from domain.kernel.actor import Citizen, System
from domain.platform.work import UnitOfWork

Values = dict[str, str | list[str]]

ANSWERS: dict[str, Values] = {
    "who": {
        "for_whom": "me",
        "codice_fiscale": "",
        "street": "Via delle Rose 3",
        "city": "Borgo Sereno",
        "phone": "333 123 4567",
        "email": "",
    },
    "home": {"lives_alone": "yes", "has_carer": "no"},
    "isee": {"isee_has": "yes", "isee_amount": "8.400,50"},
    "autonomy": {
        "washing": "helped",
        "dressing": "alone",
        "eating": "alone",
        "moving": "helped",
        "toilet": "alone",
        "going_out": "unable",
        "medicines": "helped",
        "memory": "sometimes",
        "disability": "no",
    },
    "needs": {
        "help_wanted": ["hygiene", "shopping"],
        "days_wanted": ["weekdays"],
        "times_wanted": ["morning"],
        "urgency": "month",
        "own_words": "Dopo la caduta ho paura a fare la doccia.",
    },
    "papers": {"identity.later": "yes"},
    "declarations": {"privacy_read": "yes", "declares_true": "yes", "accepts_checks": "yes"},
}


async def home_care_is_published(work: UnitOfWork, ente_id: UUID) -> UUID:
    """Home care, on offer from today; the id of the version."""
    return await publish_service(
        work,
        System("given"),
        PublishService(ente_id=ente_id, slug=HOME_CARE, card=home_care_card(), form=home_care_form()),
    )


async def a_draft(work: UnitOfWork, citizen: Citizen, *, for_person_id: UUID | None = None) -> Application:
    """A draft for home care, with what we already know in it."""
    return await start_application(work, citizen, StartApplication(service_slug=HOME_CARE, for_person_id=for_person_id))


async def a_filled_draft(
    work: UnitOfWork, citizen: Citizen, *, for_person_id: UUID | None = None, **changes: Any
) -> Application:
    """A draft in which everything is answered; ``changes`` replace the answers of whole steps."""
    draft = await a_draft(work, citizen, for_person_id=for_person_id)
    for key, values in (ANSWERS | changes).items():
        said = dict(values)
        if key == "who" and said.get("codice_fiscale") == "":
            said["codice_fiscale"] = draft.answers.get("codice_fiscale", "")
        saved = await answer_step(work, citizen, AnswerStep(application_id=draft.id, step_key=key, values=said))
        assert saved.problems == {}, (key, saved.problems)
    return draft


async def a_submitted_application(work: UnitOfWork, citizen: Citizen) -> Application:
    """An application that was sent just now."""
    draft = await a_filled_draft(work, citizen)
    return await submit_application(work, citizen, SubmitApplication(application_id=draft.id))
