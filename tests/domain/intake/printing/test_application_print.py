"""The whole file of an application on paper: what each reader gets, who printed it, and that it was printed."""

import io
from collections.abc import Awaitable, Callable

import pikepdf
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents.gateways.pdf_words import words_of_pdf
from domain.kernel.reading import ReadingSubject
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.pdf.act import Act, Facts
from domain.platform.work import unit_of_work
from domain.privacy.queries.readings_of import readings_of
from tests.support.filed import Filed, a_filed_application, examined
from tests.support.stage.cheap import print_cheaply


@pytest.fixture
async def filed(
    connection: AsyncConnection,
    monkeypatch: pytest.MonkeyPatch,
    everything_that_follows: Callable[[], Awaitable[int]],
) -> Filed:
    """Rosa's application, as it came."""
    print_cheaply(monkeypatch)
    return await a_filed_application(connection, everything_that_follows)


def said(act: Act) -> str:
    """What it says, block by block, and what is at the foot of its pages."""
    return "\n".join([act.mark, *(str(one) for one in act.blocks)])


def rows(act: Act) -> dict[str, str]:
    """Every label with its value."""
    return dict(row for block in act.blocks if isinstance(block, Facts) for row in block.rows)


async def test_the_paper_holds_the_whole_file_and_each_reader_gets_only_what_is_theirs(filed: Filed) -> None:
    await examined(filed)
    content = await filed.printed(filed.worker)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        pages = len(pdf.pages)
    whole = " ".join(words_of_pdf(content).split())
    for words in (
        "Fascicolo della domanda",
        "1. Le risposte",
        "Rosa",
        "Regolamento, articolo 4.",
        "Come si conta il termine",
        "Il termine si ferma",
        "Il nome del medico",
        "Dottor Grilli",
        "Chiamata due volte.",
        "Ci sono meno ore.",
        "Quando rispondete?",
        "SHA-256",
    ):
        assert words in whole, words
    assert whole.count("Stampato da Anna Segue") == pages
    assert said(await filed.act(filed.clerk)).count("Stampato da Ugo Sportello") == 1


async def test_who_does_not_follow_cases_reads_nothing_of_health_on_the_paper(filed: Filed) -> None:
    await examined(filed)
    of_worker, of_clerk = [rows(await filed.act(one)) for one in (filed.worker, filed.clerk)]
    assert of_worker["Ha un'invalidità riconosciuta"].startswith("Sì\n")
    assert "Ha un'invalidità riconosciuta" not in of_clerk
    assert of_clerk["Risultato"] == "Va bene"


async def test_that_it_was_printed_is_noted_and_nobody_else_prints_it(filed: Filed) -> None:
    await filed.act(filed.clerk)
    async with unit_of_work(filed.rosa, read_only=True, bind=filed.connection) as work:
        noted = [str(one.subject) for one in (await readings_of(work, filed.rosa)).items]
    assert str(ReadingSubject.APPLICATION_PRINT.label) in noted
    with pytest.raises(NotAllowed):
        await filed.act(filed.auditor)
    with pytest.raises(NotFound):
        await filed.act(filed.neighbour)
