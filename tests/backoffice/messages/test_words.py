"""An ente chooses the words of its messages and when they rest."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.correspondence.queries.words.message_hours import message_hours
from domain.correspondence.queries.words.message_words import words_in_force
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.clock import as_of, day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person
from tests.support.messages import a_message

WORDS = "/amministrazione/messaggi"
ASKED = f"{WORDS}/integration-requested"
BODY = "Ci serve un documento.\n\nMandalo entro {entro}: {link}"


async def test_an_administrator_writes_the_words_and_people_get_them(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open((await admin.open(WORDS)).link("Richiesta di integrazione"))
    assert "In vigore: il testo di partenza." in page.text
    form = page.form("Salva il testo").fill(
        {"subject": "Aspettiamo te", "body": BODY, "short": "{ente}: vai su {link}"}
    )
    page = await admin.send(form)
    assert "In vigore: versione 1" in page.text
    assert "Italiano" in (await admin.open(WORDS)).text
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        rosa = await a_person(work, office.territory)
    tags = {"entro": "3 dicembre 2026"}
    await a_message(office.connection, office.territory.comune_id, rosa, Occasion.INTEGRATION_REQUESTED, tags=tags)
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT subject, paragraphs, short FROM correspondence.letter")
        )
        letter = found.one()
    assert letter.subject == "Aspettiamo te"
    assert letter.paragraphs[1].startswith("Mandalo entro 3 dicembre 2026: http")
    assert letter.short.startswith("Ente comune-")


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("subject", "Ciao {nome}", "nome"),
        ("body", "Manda tutto: {link}", "entro"),
        ("short", "Rispondi entro {entro}", "entro"),
        ("short", "Aiuto a casa (assistenza domiciliare): rispondi", "Un SMS non nomina mai un servizio"),
    ],
)
async def test_wrong_words_are_refused_beside_the_field_and_nothing_is_lost(
    office: Office, field: str, typed: str, told: str
) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    form = (await admin.open(ASKED)).form("Salva il testo").fill({"body": BODY, "subject": "Novità"} | {field: typed})
    page = await admin.send(form)
    assert page.status == 422
    assert told in page.one(f"#{field}-error").get_text()
    assert typed in str(page.labelled({"subject": "Oggetto", "body": "Testo", "short": "SMS"}[field]))
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        kept = await words_in_force(work, office.territory.comune_id, Occasion.INTEGRATION_REQUESTED, "it")
    assert kept.is_shipped


async def test_the_preview_shows_email_and_sms_and_writes_nothing(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open(f"{WORDS}/state-changed")
    form = page.form("Guarda l'anteprima").fill({"subject": "Prova", "body": "Una.\n\nDue.", "short": "è" * 161})
    page = await admin.send(form)
    assert page.status == 200
    assert "161 caratteri · 2 SMS" in page.text
    page = await admin.send(page.form("Guarda l'anteprima").fill({"short": "ș"}))
    assert "Ci sono lettere per cui un SMS tiene solo 70 caratteri." in page.text
    assert "In vigore: il testo di partenza." in (await admin.open(f"{WORDS}/state-changed")).text


async def test_words_start_on_their_day_and_the_shipped_ones_come_back(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    tomorrow = day_of(utcnow() + timedelta(days=1))
    form = (await admin.open(f"{WORDS}/state-changed?lingua=ro")).form("Salva il testo")
    await admin.send(form.fill({"subject": "Noutate", "starts_on": tomorrow.isoformat()}))

    async def subject() -> str:
        async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
            return (await words_in_force(work, office.territory.comune_id, Occasion.STATE_CHANGED, "ro")).words.subject

    assert await subject() != "Noutate"
    with as_of(utcnow() + timedelta(days=1)):
        assert await subject() == "Noutate"
    page = await admin.send(
        (await admin.open(f"{WORDS}/state-changed?lingua=ro")).form("Salva il testo").fill({"subject": "Azi"})
    )
    assert await subject() == "Azi"
    await admin.send(page.form("Torna al testo di partenza"))
    assert await subject() != "Azi"


async def test_the_hours_of_silence_are_kept_and_too_long_ones_refused(office: Office) -> None:
    admin = await office.at_work(Role.ENTE_ADMIN)
    page = await admin.open(f"{WORDS}/orari")
    chosen = {"quiet_from": "21:30", "quiet_to": "8.00", "is_sunday_quiet": "true", "neutral_sender": "Ufficio"}
    page = await admin.send(page.form("Salva").fill(chosen))
    assert (page.labelled("Silenzio dalle")["value"], page.labelled("Silenzio fino")["value"]) == ("21:30", "8:00")
    page = await admin.send(page.form("Salva").fill({"quiet_from": "8:00", "quiet_to": "7:30"}))
    assert page.status == 422
    assert "Lascia almeno un'ora" in page.text
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        kept = await message_hours(work, office.territory.comune_id)
    assert (kept.quiet_from, kept.quiet_to, kept.is_sunday_quiet, kept.neutral_sender) == (1290, 480, True, "Ufficio")


async def test_who_does_not_administer_the_ente_does_not_come_in(office: Office) -> None:
    worker = await office.at_work(Role.OFFICE_HEAD)
    for path in (WORDS, ASKED, f"{WORDS}/orari"):
        assert (await worker.open(path)).status == 403
    admin = await office.at_work(Role.ENTE_ADMIN)
    assert (await admin.open(f"{WORDS}/inventata")).status == 404
    assert (await admin.open(f"{ASKED}?lingua=xx")).status == 404
