"""From an ISEE above the limit to the notice before a no."""

from typing import Any

import pytest

from domain.intake import jobs
from domain.intake.rules.letter import letter
from domain.platform.pdf.act import Act, Paragraph
from tests.backoffice.examination.conftest import Examined


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
    for words in ("non supera 10.000 euro.", "Non va bene", "16.000,00", "Documento visto", "Nella domanda è diverso"):
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
