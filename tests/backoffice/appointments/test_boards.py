"""The screen of a waiting room: numbers, no names, its own key."""

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office

PATH = "/accoglienza/attesa"


async def test_a_screen_shows_the_number_called_and_where_until_it_is_closed(office: Office) -> None:
    desk = await office.at_work(Role.DESK_OPERATOR)
    opened = await desk.send(
        (await desk.open("/accoglienza/tabelloni"))
        .form("Apri il tabellone")
        .fill({"name": "Sala", "languages": ["it"]})
    )
    address = opened.link("Apri qui il tabellone")
    screen = office.browser()
    empty = await screen.open(address[address.index("/tabellone") :])
    assert empty.path == "/tabellone", "the key has left the address"
    assert "Tra poco chiamiamo il prossimo numero." in empty.text
    waiting = await desk.send((await desk.open(PATH)).form("Dai un numero"))
    await desk.send(waiting.form("Chiama il prossimo").fill({"called_to": "Stanza 3"}))
    shown = await screen.open("/tabellone")
    assert shown.one("#board strong").get_text() == "1"
    assert "Vai qui: Stanza 3" in shown.text
    await desk.send((await desk.open("/accoglienza/tabelloni")).form("Chiudi il tabellone"))
    assert (await screen.open("/tabellone")).status == 404


async def test_a_key_that_nobody_gave_opens_nothing(office: Office) -> None:
    assert (await office.browser().open("/tabellone/0123-abc")).status == 404
