"""Where a citizen is signed in, and ending it from another device."""

from tests.portal.conftest import Portal
from tests.support.personas import FATIMA

PATH = "/area-personale/accessi"


async def test_a_citizen_ends_a_session_forgotten_elsewhere(portal: Portal) -> None:
    here, elsewhere = await portal.signed_in(), await portal.signed_in()
    page = await here.open(PATH)
    assert "questo dispositivo" in page.text
    page = await here.send(page.form("Chiudi questo accesso"))
    assert "Chiudi" not in page.text
    assert (await elsewhere.open("/area-personale")).path == "/accedi"
    assert (await here.open("/area-personale")).path == "/area-personale"


async def test_all_the_others_end_at_once(portal: Portal) -> None:
    here, others = await portal.signed_in(), [await portal.signed_in() for _number in range(2)]
    await here.send((await here.open(PATH)).form("Chiudi tutti gli altri"))
    assert [(await one.open("/area-personale")).path for one in others] == ["/accedi", "/accedi"]


async def test_nobody_ends_the_session_of_another(portal: Portal) -> None:
    here, _elsewhere = await portal.signed_in(), await portal.signed_in()
    action = (await here.open(PATH)).form("Chiudi questo accesso").action
    stranger = await portal.signed_in(FATIMA)
    token = (await stranger.open(PATH)).one("[name=_csrf_token]")["value"]
    assert (await stranger.client.post(action, data={"_csrf_token": token})).status_code == 404
    assert "Chiudi questo accesso" in (await here.open(PATH)).text
