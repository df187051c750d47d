"""The receipt says everything, in the reader's language, with the law's words in Italian."""

from datetime import UTC, date, datetime

from domain.catalogue.seeds.home_care_form import home_care_form
from domain.intake.rules.receipt import ReceiptFacts, ReceivedFile, receipt, short_receipt
from domain.intake.rules.summary import summary
from domain.platform.pdf.act import Facts, Heading, Items, Paragraph, Stamp
from domain.platform.pdf.engine import to_pdf
from tests.support.applications import ANSWERS

AT = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


def the_facts(language: str, *files: ReceivedFile) -> ReceiptFacts:
    answers = {key: value for values in ANSWERS.values() for key, value in values.items()}
    return ReceiptFacts(
        language=language,
        ente_name="Comune di Prova",
        ente_address=("Via Roma 1",),
        service_title="Aiuto a casa",
        applicant_name="Rosa Bellandi",
        beneficiary_name="Rosa Bellandi",
        protocollo="2026/0000007",
        registered_at=AT,
        submitted_at=AT,
        office=("Sportello sociale", "010 1234"),
        due_on=date(2026, 12, 22),
        term_days=30,
        steps=summary(home_care_form(), answers, language, {"identity": [one.file_name for one in files]}),
        files=files,
    )


def test_an_italian_receipt_says_when_to_whom_and_what() -> None:
    act = receipt(the_facts("it", ReceivedFile("Documento", "carta.jpg", "ab" * 32)))
    [stamp] = [block for block in act.blocks if isinstance(block, Stamp)]
    assert (stamp.number, stamp.date) == ("2026/0000007", "22 novembre 2026, 09:05")
    rows = dict(row for block in act.blocks if isinstance(block, Facts) for row in block.rows)
    assert rows["Ultimo giorno per la risposta"] == "martedì 22 dicembre 2026"
    assert rows["Si lava?"] == "Sì, ma con un aiuto"
    assert rows["Documento d'identità o permesso di soggiorno"] == "carta.jpg"
    [files] = [block for block in act.blocks if isinstance(block, Items)]
    assert "ab" * 32 in files.items[0]
    assert len([block for block in act.blocks if isinstance(block, Heading)]) == 7 + 2


def test_an_arabic_receipt_runs_from_right_to_left_and_quotes_the_law_in_italian() -> None:
    act = receipt(the_facts("ar"))
    assert (act.language, act.direction) == ("ar", "rtl")
    law = [block for block in act.blocks if isinstance(block, Paragraph) and block.language == "it"]
    assert "n. 241" in law[0].text
    assert to_pdf(act).startswith(b"%PDF")


def test_an_unknown_language_is_answered_in_italian_and_chinese_has_its_own_tag() -> None:
    assert receipt(the_facts("xx")).language == "it"
    assert receipt(the_facts("zh")).language == "zh-Hans"


def test_what_travels_by_email_tells_nothing_of_what_was_answered() -> None:
    act = short_receipt(the_facts("it", ReceivedFile("Documento", "carta.jpg", "ab" * 32)))
    everything = str(act.blocks)
    assert "2026/0000007" in everything
    for told in ("Si lava?", "doccia", "carta.jpg", "8.400"):
        assert told not in everything
