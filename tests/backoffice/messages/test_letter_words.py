"""The ente writes its letters: in its own words, language by language, and back to ours."""

from uuid import uuid4

import pytest

from domain.intake.queries.letters.letter_words import words_of_letter
from domain.intake.rules.letter import LetterFacts, letter
from domain.kernel.clock import utcnow
from domain.kernel.roles import Role
from domain.platform.pdf.act import Paragraph
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM

PATH = "/amministrazione/lettere/decision-granted"
OWN = {
    "title": "Buone notizie da {ente}",
    "opening": "Cara {persona},\n\nla domanda {domanda} per {servizio} è accolta al 100%.",
    "closing": "Passa a salutarci.",
}


async def drawn(office: Office, language: str) -> tuple[str, list[str]]:
    """The title of the letter that would leave now, and its paragraphs."""
    facts = LetterFacts(
        language=language,
        ente_name="Comune di Prova",
        ente_address=(),
        service_title="Aiuto a casa",
        beneficiary_name="Rosa Prova",
        application_number="7/2026",
        office=(),
        responsible="",
        answer_due_on=None,
        reasons=(),
        items=(),
    )
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        words = await words_of_letter(work, office.territory.comune_id, "decision_granted", language)
    act = letter(words, facts, "9/2026", utcnow())
    return act.title, [block.text for block in act.blocks if isinstance(block, Paragraph)]


async def test_the_words_of_the_ente_are_in_its_letters_from_today(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    page = await head.open(PATH)
    assert page.labelled("Titolo")["value"] == "La risposta alla tua domanda è sì"
    saved = await head.send(page.form("Salva il testo").fill(OWN))
    assert "Testo salvato" in saved.text
    title, lines = await drawn(office, "it")
    assert title == "Buone notizie da Comune di Prova"
    assert lines[:2] == ["Cara Rosa Prova,", "la domanda 7/2026 per Aiuto a casa è accolta al 100%."]
    assert "Passa a salutarci." in lines
    assert (await drawn(office, "en"))[0] == "The answer to your application is yes"
    assert "Italiano" in (await head.open("/amministrazione/lettere")).text


async def test_a_tag_that_no_letter_can_fill_is_refused_and_nothing_is_lost(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open(PATH)
    wrong = OWN | {"opening": "Scadenza: {scadenza}"}
    refused = await admin.send(page.form("Salva il testo").fill(wrong))
    assert refused.status == 422
    assert "scadenza" in refused.text
    assert refused.labelled("Prima dei motivi").get_text().strip() == wrong["opening"]
    assert (await drawn(office, "it"))[0] == "La risposta alla tua domanda è sì"


async def test_the_preview_writes_nothing_and_our_words_come_back(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD)
    page = await head.open(PATH)
    looked = await head.send(page.form("Guarda l'anteprima").fill(OWN))
    assert "Cara Nome e cognome," in looked.text
    assert (await drawn(office, "it"))[0] == "La risposta alla tua domanda è sì"
    saved = await head.send(looked.form("Salva il testo").fill(OWN))
    back = await head.send(saved.form("Torna al testo di partenza"))
    assert "vale di nuovo il testo di partenza" in back.text
    assert (await drawn(office, "it"))[0] == "La risposta alla tua domanda è sì"


@pytest.mark.parametrize("role", [Role.ADMIN_CLERK, Role.SOCIAL_WORKER])
async def test_who_does_not_head_an_office_does_not_write_letters(office: Office, role: Role) -> None:
    browser = await office.at_work(role)
    assert (await browser.open(PATH)).status == 403
    assert (await browser.client.post(f"{PATH}/partenza")).status_code == 403
    assert (await (await office.at_work(Role.OFFICE_HEAD)).open(f"/amministrazione/lettere/{uuid4()}")).status == 404
