"""From an ISEE above the limit to the notice before a no, and to what the citizen reads."""

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
from domain.intake import jobs
from domain.intake.rules.letter import letter
from domain.kernel.clock import day_of, utcnow
from domain.platform.pdf.act import Act, Paragraph
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


async def test_an_isee_above_the_limit_is_found_confirmed_and_becomes_the_reason_of_the_notice(
    examined: Examined, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Act] = []

    def draw(*given: Any) -> Act:
        drawn.append(letter(*given))
        return drawn[-1]

    monkeypatch.setattr(jobs, "letter", draw)
    head = await examined.head()
    page = await head.open(examined.path)
    for words in ("L'ISEE non supera 10.000 euro.", "Manca", "16.000,00", "Documento visto", "Nella domanda è diverso"):
        assert words in page.text
    done = await head.send(page.form("Conferma"))
    assert "Requisito controllato." in done.text
    assert "Controllato da Carla Capo" in done.text
    await examined.to_examination(head)
    notice = await head.open(f"{examined.path}/passaggi/announce_rejection")
    typed = notice.labelled("Motivi, con parole semplici").get_text().strip()
    assert typed.startswith("Manca un requisito: L'ISEE non supera 10.000 euro.")
    reasons = {"answer.reasons": f"{typed}\nTi aspettiamo allo sportello."}
    await head.send(notice.form("Conferma il passaggio").fill(reasons))
    await examined.office.follow()
    said = "\n".join(block.text for block in drawn[-1].blocks if isinstance(block, Paragraph))
    for words in (
        "L'ISEE non supera 10.000 euro.",
        "Regolamento comunale, articolo 4.",
        "Ti aspettiamo allo sportello.",
    ):
        assert words in said


async def test_what_is_not_known_is_asked_for_or_decided_with_a_reason(examined: Examined) -> None:
    clerk = await examined.clerk()
    await examined.makes(clerk, "start_check")
    page = await clerk.open(examined.path)
    assert "Ha un permesso di soggiorno" in page.text
    request = await clerk.open(page.link("Chiedi questo alla persona"))
    assert request.labelled("Che cosa serve (1)")["value"] == "La persona ha un permesso di soggiorno."
    one = await clerk.open(f"{examined.path}/requisiti/permit")
    refused = await clerk.send(one.form("Salva").fill({"is_met": "true"}))
    assert refused.status == 422
    assert "Scrivi perché: la regola da sola non dice questo." in refused.text
    done = await clerk.send(refused.form("Salva").fill({"is_met": "true", "reason": "L'ho visto allo sportello."}))
    assert "L'ho visto allo sportello." in done.text
    assert (await clerk.open(f"{examined.path}/requisiti/nessuno")).status == 404
