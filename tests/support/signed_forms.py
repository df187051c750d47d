"""A service whose application a second person signs, for tests."""

from typing import Any
from uuid import UUID

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_of import FormDefinition
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.model.application import Application
from domain.kernel.actor import Citizen, System
from domain.platform.work import UnitOfWork

SIGNED = "affido-prova"
STEP = "all"


def _said(words: str) -> dict[str, str]:
    return {"it": words}


def signed_form() -> FormDefinition:
    """A few questions, a paper, a declaration, and the other parent, if there is one."""
    asked: list[dict[str, Any]] = [
        {"key": "reason", "kind": "text", "label": _said("Perché lo chiedi?")},
        {"key": "two", "kind": "yes_no", "label": _said("C'è un altro genitore?")},
        {
            "key": "other_parent",
            "kind": "codice_fiscale",
            "label": _said("Codice fiscale dell'altro genitore"),
            "only_if": {"==": [{"var": "two"}, "yes"]},
            "is_signer": True,
        },
        {"key": "identity", "kind": "document", "label": _said("Documento"), "document_kind": "identity_card"},
        {"key": "true", "kind": "declaration", "label": _said("Verità"), "text": _said("Dichiaro che è tutto vero.")},
    ]
    return FormDefinition.model_validate({"steps": [{"key": STEP, "title": _said("Domande"), "fields": asked}]})


async def a_signed_service_is_published(work: UnitOfWork, ente_id: UUID) -> UUID:
    """On offer from today; the id of the version."""
    command = PublishService(ente_id=ente_id, slug=SIGNED, card=home_care_card(), form=signed_form())
    return await publish_service(work, System("given"), command)


async def a_draft_to_sign(work: UnitOfWork, citizen: Citizen, other_code: str, **more: Any) -> Application:
    """Everything is answered; who has ``other_code`` must sign."""
    draft = await start_application(work, citizen, StartApplication(service_slug=SIGNED, **more))
    return await says(work, citizen, draft.id, other_parent=other_code)


async def says(work: UnitOfWork, citizen: Citizen, application_id: UUID, **changes: str) -> Application:
    """The whole page sent again, with other answers."""
    usual = {"reason": "Per il bambino", "two": "yes", "identity.later": "yes", "true": "yes"}
    said: dict[str, str | list[str]] = {**usual, **changes}
    saved = await answer_step(work, citizen, AnswerStep(application_id=application_id, step_key=STEP, values=said))
    assert saved.problems == {}, saved.problems
    return saved.application
