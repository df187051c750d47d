"""A second version of a form changes nothing of what was begun or sent with the first."""

from uuid import UUID

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_of import FormDefinition
from domain.catalogue.queries.published_services import published_service
from domain.catalogue.seeds.forms import money, rent
from domain.catalogue.seeds.starting_services import MONEY_HELP
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.events import ApplicationSubmitted
from domain.intake.queries.application_form import application_form
from domain.intake.queries.application_review import application_review
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.receipt_facts import receipt_facts
from domain.intake.reactions.filing import register_protocollo
from domain.intake.rules.receipt import receipt
from domain.kernel.roles import Role
from domain.platform.pdf.engine import to_pdf
from domain.platform.work import unit_of_work
from e2e.support.pdf_text import text_of
from tests.domain.intake.conftest import Scene
from tests.support.forms import a_filled_form
from tests.support.given import SYSTEM, an_operator


async def _publish(scene: Scene, form: FormDefinition, *, is_second: bool = False) -> UUID:
    card = rent.card() if is_second else money.card()
    command = PublishService(
        ente_id=scene.territory.ambito_id, slug=MONEY_HELP, card=card, form=form, term_days=60 if is_second else 30
    )
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await publish_service(work, SYSTEM, command)


async def _receipt(scene: Scene, application_id: UUID) -> str:
    """The words of the receipt as it would be drawn up now, from the PDF itself."""
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        facts = await receipt_facts(work, SYSTEM, application_id)
    assert facts is not None
    return text_of(to_pdf(receipt(facts)))


async def _read(scene: Scene, application_id: UUID) -> tuple[str, str]:
    """What the citizen and the office read."""
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        review = await application_review(work, scene.rosa, application_id)
        citizen = repr((review.card, review.steps, review.missing))
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        operator = await an_operator(work, scene.territory.office_id, [Role.SOCIAL_WORKER])
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        return citizen, repr(await application_sheet(work, operator, application_id))


async def _sent(scene: Scene) -> UUID:
    """An application of the first version, sent and registered; its receipt not drawn up yet."""
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_filled_form(work, scene.rosa, MONEY_HELP)
        sent = await submit_application(work, scene.rosa, SubmitApplication(application_id=draft.id))
        assert sent.submitted_at
        assert sent.due_on
        event = ApplicationSubmitted(
            ente_id=sent.ente_id,
            application_id=sent.id,
            applicant_id=sent.applicant_id,
            beneficiary_id=sent.beneficiary_id,
            submitted_at=sent.submitted_at,
            due_on=sent.due_on,
            office_id=sent.office_id,
            title=sent.title,
            delegation_id=sent.delegation_id,
        )
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await register_protocollo(work, event)
    return event.application_id


async def test_what_was_sent_reads_the_same_in_page_and_pdf(scene: Scene) -> None:
    await _publish(scene, money.form())
    sent = await _sent(scene)
    pages, pdf = await _read(scene, sent), await _receipt(scene, sent)
    assert "2.401,00" in pdf
    assert "Luce, gas, acqua" in pdf
    await _publish(scene, rent.form(), is_second=True)
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        now = await published_service(work, scene.rosa, MONEY_HELP)
        assert (now.card.title.in_("it"), now.term_days) == ("Aiuto per l'affitto", 60)
    after = await _read(scene, sent)
    assert [text.encode() for text in after] == [text.encode() for text in pages]
    assert (await _receipt(scene, sent)).encode() == pdf.encode()


async def test_a_draft_goes_on_with_the_form_with_which_it_began(scene: Scene) -> None:
    first = await _publish(scene, money.form())
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft_id = (await a_filled_form(work, scene.rosa, MONEY_HELP)).id
    second = await _publish(scene, rent.form(), is_second=True)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        resumed = await start_application(work, scene.rosa, StartApplication(service_slug=MONEY_HELP))
        assert (resumed.id, resumed.service_version_id) == (draft_id, first)
        asked = await application_form(work, scene.rosa, resumed)
        assert [step.key for step in asked.form.steps] == [step.key for step in money.form().steps]
        await submit_application(work, scene.rosa, SubmitApplication(application_id=draft_id))
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        fresh = await start_application(work, scene.rosa, StartApplication(service_slug=MONEY_HELP))
        assert fresh.service_version_id == second
