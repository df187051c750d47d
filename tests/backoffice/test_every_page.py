"""What holds on every page of the back office: few questions to the database, every word translatable."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from markupsafe import escape

from domain.catalogue.queries.published_services import published_services
from domain.kernel.clock import day_of, utcnow
from domain.kernel.languages import LANGUAGES
from domain.kernel.roles import Role
from domain.organization.queries.codes import codes_of, find_codes
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import offices_of
from domain.organization.rules.code_lists import CODE_LISTS
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.reception.queries.desks.message_texts import BLANKS, message_texts
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM
from tests.support.html import Browser
from tests.support.personas import ROSA
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo
from tests.support.stage import fixtures
from tests.support.stage.on_offer import rosa_has_applied
from tests.support.stage.stages import Stage
from web.locale import countries, date_time, long_date, short_date

# The session takes five questions, the notices that wait one, the site two when they are not fresh; the rest is the
# page's own.
PAGES = {
    "/accedi": 7,
    "/accedi/password-dimenticata": 7,
    "/accedi/password-dimenticata/fatto": 7,
    "/scrivania?vista=tutte": 17,
    "/istruttoria": 17,
    "/istruttoria?vista=visti&lingua=it&termine=running": 17,
    "/istruttoria/passaggi": 10,
    "/istruttoria/ricorso": 11,
    "/cerca": 9,
    "/cerca?q=rosa": 16,
    "/cerca/comandi?q=rosa": 16,
    "/riconoscimenti": 9,
    "/riconoscimenti/persone/nuova": 9,
    "/collegamenti": 13,
    "/persone/doppi": 9,
    "/persone/doppi?vista=unite": 9,
    "/richiamate": 9,
    "/anagrafe": 9,
    "/anagrafe/persone/nuova": 9,
    "/anagrafe/differenze": 10,
    "/aiuto": 9,
    "/emergenze": 9,
    "/emergenze/aperture": 12,
    "/protocollo": 11,
    "/protocollo/giorni": 10,
    "/uffici": 11,
    "/uffici/nuovo": 9,
    "/ufficio": 10,
    "/ente": 10,
    "/ente/logo": 9,
    "/ente/accesso": 12,
    "/il-mio-accesso": 12,
    "/conferma": 14,
    "/il-mio-accesso/sessioni": 13,
    "/il-mio-accesso/calendari": 11,
    "/amministrazione/promemoria": 9,
    "/amministrazione/prenotazioni": 9,
    "/amministrazione/accessi": 16,
    "/amministrazione/codici": 11,
    "/amministrazione/codici/bisogno": 11,
    "/amministrazione/codici/comuni?q=roma": 12,
    "/amministrazione/codici/bisogno/voci/nuova": 12,
    "/amministrazione/codici/bisogno/voci/ABITARE": 12,
    "/amministrazione/codici/bisogno/voci/ABITARE/fine": 12,
    "/amministrazione/codici/bisogno/voci/ABITARE/ripresa": 12,
    "/amministrazione/documenti": 10,
    "/amministrazione/documenti/identity-card": 10,
    "/operatori": 12,
    "/operatori/nuovo": 12,
    "/operatori/regole": 11,
    "/registro": 9,
    "/amministrazione/lavori": 10,
    "/amministrazione/interruttori": 10,
    "/rettifiche": 11,
    "/condivisioni": 11,
    "/conservazione": 16,
    "/conservazione/letter": 16,
    "/bozze": 10,
    "/importazioni": 11,
    "/importazioni/nuova": 9,
    "/tutele": 10,
    "/mandati": 10,
    "/mandati/nuovo": 9,
    "/accoglienza": 22,
    "/accoglienza?vista=tutte": 22,
    "/accoglienza/schede/nuova": 17,
    "/accoglienza/cruscotto": 28,  # waiting now, waiting times, minutes of work: one question each, names of operators
    "/accoglienza/attesa": 12,
    "/accoglienza/tabelloni": 10,
    "/appuntamenti": 12,
    "/appuntamenti/nuovo": 10,
    "/appuntamenti/inviti": 12,
    "/appuntamenti/inviti/nuovo": 12,
    "/accoglienza/sportelli": 14,
    "/accoglienza/sportelli/messaggi": 14,
    "/casa/fabbisogni": 12,
    "/organizzazioni": 12,
    "/organizzazioni?q=scuola&tipo=SCUOLA&chiuse=1": 12,
    "/organizzazioni/nuova": 10,
    "/avvisi": 12,
    "/avvisi?vista=tutti": 12,
    "/avvisi/preferenze": 10,
    "/amministrazione/lettere": 10,
    "/amministrazione/lettere/decision-granted": 12,
    "/amministrazione/messaggi": 10,
    "/amministrazione/messaggi/orari": 10,
    "/amministrazione/messaggi/decision-taken": 12,
    "/conversazioni": 14,
    "/conversazioni?vista=tutte&giorni=3&lingua=ar": 14,
    "/amministrazione/risposte": 10,
    "/amministrazione/risposte/nuova": 9,
    "/progetti": 10,
    "/progetti/verifiche": 12,
    "/progetti/regole": 9,
    "/procedimenti": 12,
    "/procedimenti/nuovo": 11,
    "/procedimenti/nuovo?da=short": 11,
    "/procedimenti/giorni": 12,
    "/procedimenti/giorni/nuovo": 9,
    "/servizi": 11,
    "/orientamento": 9,
    "/bandi": 12,
    "/amministrazione/attestazioni": 10,
    "/archivio/regole": 13,
    "/agende": 13,
    "/agende/nuova": 12,
    "/agende/chiusure": 12,
    "/agende/chiusure/nuova": 12,
    "/agende/misure": 18,
    "/amministrazione/motivi": 9,
    "/amministrazione/motivi/nuovo": 11,
    "/amministrazione/risorse": 9,
    "/amministrazione/risorse/nuova?tipo=interpreter": 11,
    "/sessione-scaduta": 9,
}
ROLES = (Role.AMBITO_ADMIN, Role.SOCIAL_WORKER, Role.THIRD_SECTOR, Role.AUDITOR)


standing = fixtures.standing_on(rosa_has_applied)  # the lists have a line


async def the_head(office: Office) -> Browser:
    return await office.at_work(*ROLES, office_id=office.territory.ambito_office_id)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_asks_no_more_than_it_did(office: Office, questions: Questions, path: str) -> None:
    browser = await the_head(office)
    await browser.open(path)
    with questions(at_most=PAGES[path]):
        assert (await browser.open(path)).status == 200


async def names_of(office: Office) -> list[str]:
    """What the page shows that is nobody's language: names of people, offices and enti."""
    territory = office.territory
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        enti = [await ente(work, one) for one in territory.family]
        offices = [row for one in territory.family for row in await offices_of(work, SYSTEM, one)]
        short = [name for name, one in CODE_LISTS.items() if not one.is_long]
        listed = [row for rows in (await codes_of(work, territory.ambito_id, short)).values() for row in rows]
        places = await find_codes(work, territory.ambito_id, "comuni", "roma", most=50, also_inactive=True)
        texts = (await message_texts(work, territory.ambito_id)).values()
        own = (await ente(work, territory.ambito_id)).name
        offered = await published_services(work, SYSTEM)
    link = f"{settings().backoffice_url.rstrip('/')}/accoglienza/schede/{UUID(int=0)}"
    sent = [text.about(link=link, days=3, ente=own) for text in texts]
    letters = [*(part.replace("'", "&#39;") for subject, lines in sent for part in (*lines, subject))]
    letters += [part.replace("'", "&#39;") for text in texts for part in (text.body, text.subject)]
    letters += [f"{{{blank}}}" for blank in BLANKS]
    services = [str(escape(one.card.title.in_("it"))) for one in offered]
    languages = [language.native_name for language in LANGUAGES]
    names = [*(row.name for row in (*enti, *offices)), "Servizi sociali", "Anna Prova", ROSA.full_name]
    # the month is Babel's word; the session that the test made began now
    names += [date_time(utcnow() - timedelta(minutes=ago)) for ago in range(120)]
    names += [
        long_date(day_of(utcnow())),
        short_date(day_of(utcnow())),
        ROSA.codice_fiscale,
        *(name for _code, name in countries()),
    ]
    codes = [word for one in (*listed, *places) for word in (one.label, one.code, one.attributes.get("province", ""))]
    shown = [word.replace("'", "&#39;") for word in codes if word]
    return [*letters, *names, *services, *languages, *shown]


@pytest.mark.parametrize("path", PAGES)
async def test_every_word_of_a_page_is_translatable(office: Office, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    browser = await the_head(office)
    known = await names_of(office)
    speak_pseudo(monkeypatch)
    page = await browser.open(path)
    assert letters_outside_brackets(page.answer.text, known) == []


@pytest.mark.parametrize("find", [lambda page: page.link("Rosa"), None])
async def test_the_case_and_the_sheet_ask_a_fixed_number_of_times(
    office: Office, stage: Stage, questions: Questions, find: Callable[..., str] | None
) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    desk = await browser.open("/scrivania")
    path = find(desk) if find else f"/domande/{stage.built.application_id}"
    await browser.open(path)
    with questions(at_most=30):
        assert (await browser.open(path)).status == 200
