"""The gallery: every page of the journeys, with a draft and an application that was sent."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.async_api import Browser

from domain.kernel.clock import day_of, utcnow
from domain.registry.seeds.settle_people import HOMES
from e2e.pages.application import Review
from e2e.pages.office import Desk, operator_sign_in
from e2e.pages.rights import Delegations
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import answer_everything, answer_step
from e2e.support.answers import HOME_CARE
from e2e.support.running_demo import RunningDemo
from e2e.support.visitor import DESKTOP, PHONE, Visitor, new_visitor

STEPS = 7
WARD = "Marco Dellavalle"
DELEGATE_CODE = str(next(one.codice_fiscale for home in HOMES for one in home.people if one.family_name == "Melnyk"))
OWN_DATA = (
    "/area-personale/letture",
    "/area-personale/letture?dal=2026-01-01&al=ieri",
    "/area-personale/i-miei-dati",
    "/area-personale/copie",
    "/area-personale/attestazioni",
    "/area-personale/appuntamenti",
    "/area-personale/documenti",
    "/firme",
    "/area-personale/rettifiche",
    "/area-personale/rettifiche/nuova",
)
PUBLIC = (
    "/",
    "/servizi",
    "/servizi?q=casa",
    "/servizi/assistenza-domiciliare",
    "/bandi",
    "/bandi/bando-ore-di-aiuto-a-casa-in-piu",
    "/bandi/bando-ore-di-aiuto-a-casa-in-piu/simulazione",
    "/verifica",
    "/orientamento",
    "/accedi",
    "/accedi?next=/domande/nuova/assistenza-domiciliare",
    "/accedi/codice",
    "/richieste/nuova",
    "/richieste/inviata",
    "/prenota",
    "/aiuto",
    "/mediazione",
    "/privacy",
    "/note-legali",
    "/accessibilita",
    "/segnala",
    "/sessione-scaduta",
    "/uscita",
    "/questa-pagina-manca",
    "/insieme",
    "/insieme/un-codice",
)
OFFICE = (
    "/scrivania",
    "/scrivania?vista=tutte",
    "/cerca",
    "/uffici",
    "/ufficio",
    "/aiuto",
    "/tutele",
    "/orientamento",
    "/riconoscimenti",
    "/riconoscimenti/persone/nuova",
    "/richiamate",
    "/collegamenti",
    "/il-mio-accesso",
    "/il-mio-accesso/sessioni",
    "/operatori",
    "/operatori/nuovo",
    "/operatori/regole",
    "/amministrazione/accessi",
    "/bandi",
    "/amministrazione/attestazioni",
    "/agende",
    "/agende/chiusure",
    "/agende/misure",
    "/appuntamenti",
    "/appuntamenti/nuovo",
    "/appuntamenti/inviti",
    "/appuntamenti/inviti/nuovo",
    "/amministrazione/promemoria",
    "/accoglienza/tabelloni",
)
# Where nobody is signed in yet.
OFFICE_DOOR = ("/accedi", "/accedi/password-dimenticata", "/accedi/password-dimenticata/fatto", "/sessione-scaduta")
# What asks once more who one is; the first stays the question itself.
ACCOUNT = (
    "/conferma?next=/il-mio-accesso/app",
    "/il-mio-accesso/app",
    "/il-mio-accesso/codici",
    "/il-mio-accesso/password",
    "/il-mio-accesso/passkey/nuova",
)


@dataclass(frozen=True)
class Gallery:
    """A signed-in citizen, and the addresses of what there is to see."""

    visitor: Visitor
    public: tuple[str, ...]
    personal: tuple[str, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """Everything, the pages for all first."""
        return (*self.public, *self.personal)


def status_of(path: str) -> int:
    """The status with which a page of the gallery answers."""
    return {"/questa-pagina-manca": 404, "/insieme": 410}.get(path, 200)


@pytest.fixture(scope="session")
async def gallery(browser: Browser, demo: RunningDemo) -> AsyncIterator[Gallery]:
    """The portal's pages, as a citizen with one application sent and one begun for somebody else sees them."""
    visitor = await new_visitor(browser, demo, PHONE)
    await sign_in(visitor, "Paola Serafini")
    sent = await _send(visitor)
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start()
    draft = re.sub(r"/passi/.*", "", visitor.page.url.removeprefix(demo.portal))
    for key in ("who", "home"):
        await answer_step(visitor, HOME_CARE[key])
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start(for_whom=WARD)
    for_another = visitor.page.url.removeprefix(demo.portal)
    delegation = await _delegate(visitor, demo)
    begun = [*[f"{draft}/passi/{number}" for number in range(1, STEPS + 1)], f"{draft}/riepilogo"]
    personal = (
        "/domande/nuova/assistenza-domiciliare",
        *begun,
        *[f"{sent}/ricevuta", sent, f"{sent}/rinuncia", f"{sent}/conversazione"],
        "/area-personale",
        *OWN_DATA,
        "/area-personale/messaggi",
        "/area-personale/progetti",
        "/area-personale/come-ti-contattiamo",
        "/domande?salvata=1",
        for_another,
        re.sub(r"/passi/.*", "/riepilogo", for_another),
        "/area-personale/persone",
        "/area-personale/persone/figlio",
        "/area-personale/persone/tutela",
        "/area-personale/accessi",
        "/deleghe",
        "/deleghe/nuova",
        delegation,
    )
    yield Gallery(visitor, PUBLIC, personal)
    await visitor.context.close()


async def _send(visitor: Visitor) -> str:
    """The address of an application sent just now."""
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start()
    await answer_everything(visitor)
    receipt = await Review(visitor).send()
    await receipt.wait_until_ready()
    return f"/domande/{receipt.application_id}"


async def _delegate(visitor: Visitor, demo: RunningDemo) -> str:
    """The address of a delegation offered just now."""
    delegations = await Delegations.open(visitor)
    await delegations.give(DELEGATE_CODE, "Melnyk", day_of(utcnow()) + timedelta(days=60))
    await delegations.show("Melnyk")
    return visitor.page.url.removeprefix(demo.portal)


@pytest.fixture(scope="session")
async def office(browser: Browser, demo: RunningDemo) -> AsyncIterator[Gallery]:
    """The operators' pages, as a social worker sees them."""
    visitor = await new_visitor(browser, demo, DESKTOP)
    await operator_sign_in(visitor, "Giovanni Sartorelli")
    await (await Desk.open(visitor, "tutte")).open_row("Maria Rosa")
    case = visitor.page.url.removeprefix(demo.backoffice)
    link = visitor.page.locator("#case_detail a[href^='/domande/']").first
    application = str(await link.get_attribute("href"))
    await visitor.open(f"{demo.backoffice}/operatori")
    operator = str(await visitor.page.locator("main .bo-rows a", has_text="Rita Melloni").get_attribute("href"))
    yield Gallery(visitor, (), (*OFFICE, case, application, operator, f"{operator}/secondo-fattore"))
    await visitor.context.close()
