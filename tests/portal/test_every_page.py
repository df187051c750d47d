"""What holds on every page of the portal: few questions to the database, every word translatable."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from markupsafe import escape

from domain.catalogue.queries.published_services import published_services
from domain.kernel.clock import utcnow
from domain.kernel.languages import LANGUAGES
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import offices_of
from domain.platform.work import unit_of_work
from tests.portal.conftest import Follow, Portal
from tests.support.given import SYSTEM
from tests.support.html import Browser
from tests.support.journeys import send_all, to_review
from tests.support.personas import ROSA
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo
from web.locale import date_time

OPEN = {
    "/": 0,
    "/servizi": 2,
    "/servizi/assistenza-domiciliare": 4,
    "/orientamento": 0,
    "/bandi": 2,
    "/bandi?vista=chiusi&q=casa": 2,
    "/verifica": 0,
    "/verifica/7K2M-9QXA-04TD-ZW3H": 0,
    "/accedi": 0,
    "/accedi/codice": 0,
    "/accedi/codice/conferma": 0,
    "/richieste/nuova": 0,
    "/richieste/inviata": 0,
    "/richieste/conferma": 0,
    "/uscita": 0,
    "/sessione-scaduta": 0,
    "/aiuto": 0,
    "/prenota": 3,
    "/prenotazioni/codice": 0,
    "/mediazione": 0,
    "/segnala": 0,
    "/privacy": 0,
    "/note-legali": 0,
    "/accessibilita": 0,
}
UNREAD = 1
"""The header of every personal page counts the messages that wait."""
PERSONAL = {
    "/il-mio-accesso": 9,
    "/area-personale/appuntamenti": 11,
    "/area-personale": 20,  # who follows the citizen is asked as the program: two statements around the question
    "/area-personale/letture": 12,
    "/area-personale/i-miei-dati": 14,
    "/area-personale/copie": 11,
    "/area-personale/rettifiche": 11,
    "/area-personale/rettifiche/nuova": 9,
    "/area-personale/accessi": 11,
    "/area-personale/attestazioni": 15,
    "/area-personale/documenti": 12,
    "/area-personale/messaggi": 11,
    "/area-personale/progetti": 9,
    "/area-personale/come-ti-contattiamo": 12,
    "/domande": 12,
    "/domande/nuova/assistenza-domiciliare": 13,
    "/firme": 11,
    "/area-personale/persone": 11,
    "/area-personale/persone/figlio": 9,
    "/area-personale/persone/tutela": 9,
    "/deleghe": 11,
    "/deleghe/nuova": 15,
}


def texts_in(data: object) -> Iterator[str]:
    """Every text of a service's card, as it is and as it stands in a page."""
    if isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts_in(value)
    elif isinstance(data, str) and data:
        yield from (data, str(escape(data)))


async def names_of(portal: Portal) -> list[str]:
    """What a page shows that is nobody's language: names of people, offices and enti, and the languages' own."""
    async with unit_of_work(SYSTEM, read_only=True, bind=portal.connection) as work:
        enti = [await ente(work, one) for one in portal.territory.family]
        offices = [row for one in portal.territory.family for row in await offices_of(work, SYSTEM, one)]
        services = await published_services(work, SYSTEM)
    said = [{"card": one.card.model_dump(), "required": [r.model_dump() for r in one.requirements]} for one in services]
    # the words of conditions, such as no, are no names
    cards = [text for one in said for text in texts_in(one) if len(text) > len("yes")]
    names = [*(row.name for row in (*enti, *offices)), "Servizi sociali", ROSA.full_name, ROSA.codice_fiscale]
    return [*cards, *names, *(language.native_name for language in LANGUAGES)]


@pytest.mark.parametrize("path", OPEN)
async def test_an_open_page_asks_no_more_than_it_did(visitor: Browser, questions: Questions, path: str) -> None:
    await visitor.open(path)
    with questions(at_most=OPEN[path]):
        assert (await visitor.open(path)).status == 200


@pytest.mark.parametrize("path", PERSONAL)
async def test_a_personal_page_asks_no_more_than_it_did(rosa: Browser, questions: Questions, path: str) -> None:
    await rosa.open(path)
    with questions(at_most=PERSONAL[path] + UNREAD):
        assert (await rosa.open(path)).status == 200


async def test_the_review_asks_no_more_than_it_did(rosa: Browser, questions: Questions) -> None:
    review = await to_review(rosa)
    with questions(at_most=16 + UNREAD):
        assert (await rosa.open(review.path)).status == 200


@pytest.mark.parametrize("path", [*OPEN, *PERSONAL])
async def test_every_word_of_a_page_is_translatable(
    portal: Portal, rosa: Browser, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    # the month is Babel's word; the session that the test made began now
    known = [*await names_of(portal), *(date_time(utcnow() - timedelta(minutes=ago)) for ago in range(10))]
    speak_pseudo(monkeypatch)
    page = await rosa.open(path)
    assert letters_outside_brackets(page.answer.text, known) == []


async def test_every_word_after_sending_is_translatable(
    portal: Portal, rosa: Browser, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Follow
) -> None:
    known = await names_of(portal)
    receipt = await send_all(rosa)
    await everything_that_follows()
    title = str(receipt.text)
    speak_pseudo(monkeypatch)
    for path in (receipt.path, receipt.path.removesuffix("/ricevuta") + "/rinuncia"):
        page = await rosa.open(path)
        outside = letters_outside_brackets(page.answer.text, known)
        assert [text for text in outside if text not in title and "assistenza domiciliare" not in text] == []
