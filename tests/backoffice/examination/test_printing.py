"""The whole file of an application, taken from its page; and the choice that opening a letter counts."""

from domain.intake.queries.letters.opening_counts import opening_counts
from domain.platform.work import unit_of_work
from tests.backoffice.examination.conftest import Examined
from tests.support.given import SYSTEM


async def test_the_clerk_takes_the_whole_file_from_the_page_of_the_application(examined: Examined) -> None:
    clerk = await examined.clerk()
    page = await clerk.open(examined.path)
    paper = await clerk.client.get(page.link("Stampa il fascicolo (PDF)"))
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF")
    assert paper.headers["cache-control"] == "no-store"
    assert "Bellandi" not in paper.headers["content-disposition"]


async def test_the_head_says_that_opening_a_letter_counts_and_takes_it_back(examined: Examined) -> None:
    head = await examined.head()
    for box, counts in (("true", True), (None, False)):
        page = await head.open("/istruttoria/ricorso")
        typed = {"text": "Al TAR entro 60 giorni.", "is_received_on_opening": box}
        saved = await head.send(page.form("Salva").fill(typed))
        assert "Testo e scelta salvati" in saved.text
        async with unit_of_work(SYSTEM, read_only=True, bind=examined.office.connection) as work:
            assert await opening_counts(work, examined.office.territory.comune_id) is counts
