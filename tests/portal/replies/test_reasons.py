"""Why, in plain words on the page of the application: when the person is told, not before."""

from tests.portal.replies.conftest import Examined

HIGH, STILL_HIGH = "Il reddito è troppo alto.", "Il reddito è ancora troppo alto."


async def test_the_reasons_of_a_notice_are_on_the_page_and_those_of_the_decision_when_it_is_handed_over(
    examined: Examined,
) -> None:
    await examined.moved("start_check", "start_examination")
    await examined.moved("announce_rejection", reasons=HIGH)
    assert HIGH in (await examined.browser.open(examined.path)).text
    await examined.moved("receive_observations")
    await examined.moved("reject", reasons=STILL_HIGH)
    waiting = await examined.browser.open(examined.path)
    assert STILL_HIGH not in waiting.text
    assert HIGH in waiting.text
    await examined.moved("notify_rejected")
    assert STILL_HIGH in (await examined.browser.open(examined.path)).text
