"""Drafts on the portal: until when they are there, deleting one, beginning one like an earlier application."""

from tests.portal.conftest import Follow, Portal
from tests.support.html import Browser
from tests.support.journeys import BEGIN, send_all
from tests.support.personas import DAVIDE


async def test_a_draft_says_until_when_it_is_kept_and_is_deleted_after_a_question(
    portal: Portal, rosa: Browser
) -> None:
    step = await rosa.send((await rosa.open(BEGIN)).form("Inizia la domanda"))
    listed = await rosa.open("/domande")
    assert "La teniamo fino al" in listed.text
    asked = await rosa.open(listed.link("Elimina la bozza"))
    davide = await portal.signed_in(DAVIDE)
    assert (await davide.open(asked.path)).status == 404
    done = await rosa.send(asked.form("Elimina la bozza"))
    assert done.path == "/domande"
    assert "Abbiamo cancellato la bozza" in done.text
    assert "Non hai ancora fatto domande" in done.text
    assert (await rosa.open(step.path)).status == 404


async def test_an_application_like_an_earlier_one_says_what_it_takes_over(
    rosa: Browser, everything_that_follows: Follow
) -> None:
    receipt = await send_all(rosa)
    await everything_that_follows()
    shown = await rosa.open(receipt.path.removesuffix("/ricevuta"))
    preview = await rosa.open(shown.link("Fai una domanda come questa"))
    assert "Le dichiarazioni le confermi di nuovo." in preview.text
    assert "Riprendiamo" in preview.text
    first = await rosa.send(preview.form("Inizia la domanda"))
    assert "Già compilato dalla domanda del" in first.text
    saved = await rosa.send(first.form("Salva e continua"))
    assert saved.path.endswith("/passi/2")
    again = await rosa.open(first.path)
    assert "Già compilato" not in again.text
    refused = await rosa.send(preview.form("Inizia la domanda"))
    assert refused.status == 409
    assert refused.link("Continua la bozza") == first.path.removesuffix("/passi/1")
