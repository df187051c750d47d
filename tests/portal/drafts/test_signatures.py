"""Two people sign one application on the portal, without scripts."""

import pytest

from domain.platform.work import unit_of_work
from tests.portal.conftest import Follow, Portal
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page
from tests.support.personas import DAVIDE, FATIMA
from tests.support.signed_forms import SIGNED, a_signed_service_is_published


@pytest.fixture
async def review(portal: Portal, rosa: Browser) -> Page:
    """Everything is answered; Rosa has named Davide."""
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        await a_signed_service_is_published(work, portal.territory.ambito_id)
    step = await rosa.send((await rosa.open(f"/domande/nuova/{SIGNED}")).form("Inizia la domanda"))
    said = {"reason": "Per il bambino", "two": "yes", "identity.later": "yes", "true": "yes"}
    more = await rosa.send(step.form("Salva e continua").fill(said))
    return await rosa.send(more.form("Salva e continua").fill({"other_parent": DAVIDE.codice_fiscale}))


async def test_both_parents_sign_and_the_application_leaves(
    portal: Portal, rosa: Browser, review: Page, everything_that_follows: Follow
) -> None:
    assert review.heading == "Controlla e invia"
    assert DAVIDE.codice_fiscale in review.text
    asked = await rosa.send(review.form("Invia e chiedi le firme"))
    assert "Aspetta la firma" in asked.text
    davide = await portal.signed_in(DAVIDE)
    fatima = await portal.signed_in(FATIMA)
    listed = await davide.open("/firme")
    shown = await davide.open(_first(listed))
    assert "Per il bambino" in shown.text
    assert "Dichiaro che è tutto vero." in shown.text
    assert (await fatima.open(shown.path)).status == 404
    empty = await davide.send(shown.form("Non firmo"))
    assert empty.status == 422
    done = await davide.send(shown.form("Firma la domanda"))
    assert "Hai firmato" in done.text
    await everything_that_follows()
    sent = await rosa.open(review.path)
    assert sent.path == review.path.removesuffix("/riepilogo")
    assert "Inviata" in sent.text
    assert "Non c'è niente da firmare" in (await davide.open("/firme")).text


async def test_a_changed_application_says_that_the_signature_counts_no_more(
    portal: Portal, rosa: Browser, review: Page
) -> None:
    await rosa.send(review.form("Invia e chiedi le firme"))
    davide = await portal.signed_in(DAVIDE)
    shown = await davide.open(_first(await davide.open("/firme")))
    step = await rosa.open(review.path.replace("/riepilogo", "/passi/1"))
    again = await rosa.send(step.form("Salva e continua").fill({"reason": "Per un altro motivo"}))
    late = await davide.send(shown.form("Firma la domanda"))
    assert late.status == 422
    assert "La domanda è cambiata. Leggila di nuovo e poi firma." in late.text
    await davide.send(late.form("Firma la domanda"))
    assert "Ha firmato" in (await rosa.open(again.path)).text
    step = await rosa.open(step.path)
    changed = await rosa.send(step.form("Salva e continua").fill({"reason": "Ancora un altro"}))
    assert "La domanda è cambiata dopo la firma" in changed.text
    back = await rosa.send(changed.form("Non chiedere più le firme"))
    assert "Non chiediamo più le firme" in back.text
    assert "Non c'è niente da firmare" in (await davide.open("/firme")).text


def _first(listed: Page) -> str:
    return str(listed.one("article.ss-item a, .ss-item a")["href"])
