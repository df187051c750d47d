"""Days of the register that are closed once, at midnight in Italy, and lead back to each other."""

from datetime import UTC, date, datetime, timedelta

from e2e.support.pdf_text import text_of
from tests.domain.documents.register.conftest import FIRST, Desk


async def test_each_day_is_closed_once_and_leads_back_to_the_one_before(desk: Desk) -> None:
    for day in (0, 0, 3):
        await desk.register(FIRST + timedelta(days=day), f"Domanda {day}")
    assert await desk.close(FIRST) == 0, "a day that is not over stays open"
    assert await desk.close(FIRST + timedelta(days=5)) == 2
    assert await desk.close(FIRST + timedelta(days=5)) == 0
    first, second = await desk.days()
    assert (first.day, first.entries) == (date(2026, 3, 2), 2)
    assert (second.day, second.entries) == (date(2026, 3, 5), 1)
    assert not first.is_signed
    words = text_of(await desk.file(second))
    assert first.sha256 in words.replace("\n", "").replace(" ", "")
    assert "non ha la firma" in words


async def test_an_annulment_is_told_on_its_own_day(desk: Desk) -> None:
    entry_id = await desk.register(FIRST)
    await desk.close(FIRST + timedelta(days=1))
    await desk.annul(entry_id, FIRST + timedelta(days=1))
    await desk.close(FIRST + timedelta(days=2))
    _first, second = await desk.days()
    assert (second.entries, second.annulments) == (0, 1)
    assert "Registrata due volte" in text_of(await desk.file(second))


async def test_a_day_ends_at_midnight_in_italy(desk: Desk) -> None:
    await desk.register(datetime(2026, 7, 1, 21, 59, tzinfo=UTC))
    await desk.register(datetime(2026, 7, 1, 22, 1, tzinfo=UTC))
    assert await desk.close(datetime(2026, 7, 1, 22, 20, tzinfo=UTC)) == 1
    assert await desk.close(datetime(2026, 7, 2, 22, 20, tzinfo=UTC)) == 1
    assert [one.day for one in await desk.days()] == [date(2026, 7, 1), date(2026, 7, 2)]
