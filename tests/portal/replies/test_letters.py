"""The letter of a step: registered, kept, told of, and read by Rosa on the page of her application."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from domain.correspondence.queries.letters_to import letters_to
from domain.intake.actions.examination.request_integration import AskedItem
from domain.intake.actions.examination.write_appeal_words import WriteAppealWords, write_appeal_words
from domain.intake.jobs import draw_up_letter
from domain.intake.queries.examination.letter_facts import letter_facts
from domain.intake.rules.letter import LetterFacts, letter, letter_fingerprint
from domain.intake.rules.letter_words import LETTERS, letter_words
from domain.kernel.languages import LANGUAGES
from domain.platform.pdf.act import Act, Items, Note, Paragraph, Stamp
from domain.platform.work import unit_of_work
from domain.procedure.rules.templates.default_procedure import default_procedure, minimal_procedure
from tests.portal.replies.conftest import Examined
from tests.support.given import SYSTEM

FACTS = LetterFacts(
    language="it",
    ente_name="Comune di Prova",
    ente_address=("Via Roma 1",),
    service_title="Aiuto a casa",
    beneficiary_name="Rosa Verdi",
    application_number="2026/0000001",
    office=("Servizi sociali",),
    responsible="Carla Capo",
    answer_due_on=date(2026, 4, 1),
    reasons=[("Motivi", "Il reddito è troppo alto.")],
    items=[("Carta d'identità", "Serve il retro.")],
)
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


def paragraphs(act: Act) -> str:
    return "\n".join(block.text for block in act.blocks if isinstance(block, Paragraph | Note))


@pytest.mark.parametrize("definition", [default_procedure(), minimal_procedure()])
def test_every_letter_that_a_shipped_procedure_names_has_its_words(definition: object) -> None:
    named = {one.letter for one in definition.transitions if one.letter}  # pyright: ignore[reportAttributeAccessIssue]
    assert named
    assert named <= set(LETTERS)


@given(st.sampled_from(sorted(LETTERS)), st.sampled_from([one.code for one in LANGUAGES]))
def test_every_letter_carries_its_number_its_reasons_and_reads_in_every_language(template: str, code: str) -> None:
    act = letter(LETTERS[template], replace(FACTS, language=code), "2026/0000009", AT)
    assert isinstance(act.blocks[0], Stamp)
    assert act.blocks[0].number == "2026/0000009"
    assert "Il reddito è troppo alto." in paragraphs(act)
    assert any(isinstance(block, Items) for block in act.blocks) is LETTERS[template].lists_items


def test_a_notice_of_rejection_gives_ten_days_and_no_appeal() -> None:
    said = paragraphs(letter(LETTERS["rejection_notice"], FACTS, "1", AT))
    assert "dieci giorni" in said
    assert "ricorso" not in said


def test_a_decision_says_how_to_appeal_in_the_words_of_the_ente() -> None:
    plain = paragraphs(letter(LETTERS["decision_rejected"], FACTS, "1", AT))
    assert "chiedi all'ufficio" in plain
    own = replace(FACTS, appeal="Testo dell'ente sul ricorso.")
    assert "Testo dell'ente sul ricorso." in paragraphs(letter(LETTERS["decision_rejected"], own, "1", AT))
    assert letter_fingerprint(LETTERS["decision_rejected"], own) != letter_fingerprint(
        LETTERS["decision_rejected"], FACTS
    )


async def test_rosa_is_told_without_content_and_finds_the_letter_on_her_page(examined: Examined) -> None:
    await examined.asked(AskedItem(question="identity", note="Serve anche il retro."))
    page = await examined.browser.open(examined.path)
    assert "Nella tua domanda manca qualcosa" in page.text
    address = page.link("Nella tua domanda manca qualcosa (PDF)")
    paper = await examined.browser.client.get(address)
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF")
    async with unit_of_work(examined.rosa, read_only=True, bind=examined.portal.connection) as work:
        told = [one for one in await letters_to(work, examined.rosa) if "manca" not in one.subject]
    assert all("retro" not in str(one) for one in told)


async def test_the_letter_goes_out_once_with_a_number_of_the_protocollo(examined: Examined) -> None:
    await examined.moved("start_check", "start_examination")
    await examined.moved("announce_rejection", reasons="Il reddito è troppo alto.")
    step = (await examined.standing()).history[0].id
    await draw_up_letter(str(examined.application_id), str(step), "rejection_notice", bind=examined.portal.connection)
    async with unit_of_work(SYSTEM, read_only=True, bind=examined.portal.connection) as work:
        connection = await work.session.connection()
        counted = sa.text(
            "SELECT (SELECT count(*) FROM documents.protocollo WHERE about_id = :step AND direction = 'outgoing'),"
            " (SELECT count(*) FROM intake.passage_letter WHERE passage_id = :step),"
            " (SELECT count(*) FROM correspondence.letter WHERE key = 'letter-of-step:' || :step)"
        )
        assert tuple((await connection.execute(counted, {"step": step})).one()) == (1, 1, 1)


async def test_the_letter_that_hands_over_a_decision_says_its_reasons_and_how_to_appeal(examined: Examined) -> None:
    async with unit_of_work(examined.head, bind=examined.portal.connection) as work:
        await write_appeal_words(work, examined.head, WriteAppealWords(text="Testo dell'ente sul ricorso."))
    await examined.moved("start_check", "start_examination")
    await examined.moved("first_grant_in_part", reasons="Ci sono meno ore.")
    await examined.moved("notify_granted_in_part")
    step = (await examined.standing()).history[0].id
    async with unit_of_work(SYSTEM, bind=examined.portal.connection) as work:
        connection = await work.session.connection()
        kept = sa.text("SELECT template FROM intake.passage_letter WHERE passage_id = :step")
        assert (await connection.execute(kept, {"step": step})).scalar_one() == "decision_granted_in_part"
        assert await letter_facts(work, SYSTEM, examined.application_id, step) is None
        decided = (await examined.standing()).history[1].id
        found = await letter_facts(work, SYSTEM, examined.application_id, decided)
    assert found
    assert ("Ci sono meno ore.") in [value for _label, value in found.facts.reasons]
    assert found.facts.appeal == "Testo dell'ente sul ricorso."


def test_a_letter_that_the_program_does_not_know_is_a_plain_one() -> None:
    said = paragraphs(letter(letter_words("our_own"), FACTS, "1", AT))
    assert "Ti scriviamo per la domanda" in said
