"""Acting for others on the portal, as people do it: delegations, declarations, and the bar that says for whom."""

import io
from datetime import timedelta

import pikepdf

from domain.access.terms import DelegationScope
from domain.kernel.clock import utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.verify_guardianship import VerifyGuardianship, verify_guardianship
from domain.registry.queries.guardianships import guardianships_to_check
from tests.portal.conftest import Follow, Portal
from tests.support.given import SYSTEM, an_operator
from tests.support.html import Browser, Page
from tests.support.journeys import BEGIN, send_all
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF, Persona


async def grant(giver: Browser, to: Persona, **facts: str) -> Page:
    page = await giver.open("/deleghe/nuova")
    end = utcnow().date() + timedelta(days=90)
    return await giver.send(
        page.form("Dai la delega").fill(
            {
                "delegate_codice_fiscale": to.codice_fiscale,
                "delegate_family_name": to.family_name,
                "ends_on.day": str(end.day),
                "ends_on.month": str(end.month),
                "ends_on.year": str(end.year),
            }
            | facts
        )
    )


async def two(portal: Portal) -> tuple[Browser, Browser]:
    """Rosa, and Davide who helps her."""
    await portal.person(ROSA)
    await portal.person(DAVIDE)
    return await portal.signed_in(ROSA), await portal.signed_in(DAVIDE)


async def accept(delegate: Browser) -> None:
    home = await delegate.open("/area-personale")
    assert "Hai 1 delega da accettare" in home.text
    offer = await delegate.open((await delegate.open("/deleghe")).link(ROSA.full_name))
    assert "Attiva" not in offer.text
    assert "Hai accettato" in (await delegate.send(offer.form("Accetta la delega"))).text


async def test_a_delegate_accepts_applies_and_everybody_is_named(
    portal: Portal, everything_that_follows: Follow
) -> None:
    rosa, davide = await two(portal)
    assert "Delega mandata" in (await grant(rosa, DAVIDE)).text
    await everything_that_follows()
    assert f"{ROSA.full_name} ti vuole dare una delega" in (await davide.open("/area-personale/messaggi")).text
    await accept(davide)
    rosa_id = (await davide.open(BEGIN)).labelled(ROSA.full_name)["value"]
    page = await davide.open(BEGIN)
    step = await davide.send(page.form("Inizia la domanda").fill({"for_person_id": str(rosa_id)}))
    bar = step.one("section.ss-acting")
    assert bar["aria-label"] == "Per chi stai agendo"
    assert f"Stai agendo per {ROSA.full_name}. Tu sei: Persona delegata" in " ".join(bar.get_text().split())
    assert "Smetti" in bar.get_text()
    await everything_that_follows()
    letters = (await rosa.open("/area-personale/messaggi")).text
    assert "Hai dato una delega a Pastorelli" in letters
    assert "accettata" in letters
    readings = (await rosa.open("/area-personale/letture")).text
    assert DAVIDE.full_name in readings
    assert "Per agire con la tua delega" in readings


async def test_a_revoked_delegate_is_out_at_the_next_click(portal: Portal) -> None:
    rosa, davide = await two(portal)
    sent = await send_all(rosa)
    address = sent.path.removesuffix("/ricevuta")
    await grant(rosa, DAVIDE)
    await accept(davide)
    shown = await davide.open(address)
    assert shown.status == 200
    assert "Stai agendo per" in shown.text
    given = await rosa.open((await rosa.open("/deleghe")).link(DAVIDE.full_name))
    assert "non vale più" in (await rosa.send(given.form("Togli la delega"))).text
    assert (await davide.open(address)).status == 404
    assert ROSA.full_name not in (await davide.open("/domande")).text
    assert "Tolta" in (await davide.open("/deleghe")).text


async def test_the_page_does_not_tell_whether_a_person_is_known(portal: Portal) -> None:
    await portal.person(DAVIDE)
    rosa = await portal.signed_in(ROSA)
    known, unknown = await grant(rosa, DAVIDE), await grant(rosa, OKSANA)
    assert (known.status, known.path) == (unknown.status, unknown.path)
    assert known.one(".ss-notice").get_text() == unknown.one(".ss-notice").get_text()


async def test_what_is_wrong_is_said_beside_the_field(portal: Portal) -> None:
    rosa = await portal.signed_in(ROSA)
    page = await grant(rosa, DAVIDE, **{"delegate_family_name": "", "ends_on.year": "1999"})
    assert page.status == 422
    assert page.labelled("Il suo cognome")["aria-invalid"] == "true"
    assert page.labelled("Il suo codice fiscale")["value"] == DAVIDE.codice_fiscale
    page = await grant(rosa, DAVIDE, scope=DelegationScope.SERVICE.value)
    assert page.labelled("Quale servizio")["aria-invalid"] == "true"


async def test_everything_that_is_missing_is_said_at_once_and_by_name(portal: Portal) -> None:
    rosa = await portal.signed_in(ROSA)
    page = await rosa.send((await rosa.open("/deleghe/nuova")).form("Dai la delega"))
    told = [one.get_text() for one in page.soup.select("#error_summary li")]
    assert [one.partition(" – ")[0] for one in told] == [
        "Il suo codice fiscale",
        "Il suo cognome",
        "Fino a che giorno vale?",
    ]
    page = await rosa.send((await rosa.open("/area-personale/persone/tutela")).form("Manda la richiesta"))
    told = [one.get_text() for one in page.soup.select("#error_summary li")]
    assert told[-2:] == ["Il decreto – Serve il decreto del giudice.", "Per andare avanti devi fare la dichiarazione."]
    assert "Cognome – Questa risposta serve." in told


async def declare_child(parent: Browser) -> Page:
    page = await parent.open("/area-personale/persone/figlio")
    form = page.form("Manda la dichiarazione").fill(
        {
            "given_name": YOUSSEF.given_name,
            "family_name": YOUSSEF.family_name,
            "codice_fiscale": YOUSSEF.codice_fiscale,
            "born_on.day": str(YOUSSEF.born_on.day),
            "born_on.month": str(YOUSSEF.born_on.month),
            "born_on.year": str(YOUSSEF.born_on.year),
            "is_declared": "true",
        }
    )
    return await parent.send(form)


async def test_a_mother_declares_her_son_prepares_and_waits_for_the_office(portal: Portal) -> None:
    await portal.person(FATIMA)
    fatima = await portal.signed_in(FATIMA)
    await fatima.open("/lingua/it?next=/")
    listed = await declare_child(fatima)
    assert "L'ufficio la controlla" in listed.text
    assert "Da controllare" in listed.text
    page = await fatima.open(BEGIN)
    child_id = str(page.labelled(YOUSSEF.full_name)["value"])
    step = await fatima.send(page.form("Inizia la domanda").fill({"for_person_id": child_id}))
    assert "Da controllare" in step.one("section.ss-acting").get_text()
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        desk = await an_operator(work, portal.territory.office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(desk, bind=portal.connection) as work:
        [waiting] = await guardianships_to_check(work, desk)
        await verify_guardianship(work, desk, VerifyGuardianship(guardianship_id=waiting.id))
    assert "Genitore" in (await fatima.open(step.path)).one("section.ss-acting").get_text()
    assert "13 settembre 2028" in (await fatima.open("/area-personale/persone")).text


async def test_a_declaration_without_the_tick_is_not_kept(portal: Portal) -> None:
    fatima = await portal.signed_in(FATIMA)
    await fatima.open("/lingua/it?next=/")
    page = await fatima.open("/area-personale/persone/figlio")
    answer = await fatima.send(page.form("Manda la dichiarazione").fill({"given_name": "Youssef"}))
    assert answer.status == 422
    assert answer.labelled("Nome")["value"] == "Youssef"
    assert "Non agisci ancora per nessuno" in (await fatima.open("/area-personale/persone")).text


async def test_a_decree_is_sent_with_its_file(portal: Portal) -> None:
    davide = await portal.signed_in(DAVIDE)
    page = await davide.open("/area-personale/persone/tutela")
    form = page.form("Manda la richiesta").fill(
        {
            "kind": "support_administrator",
            "given_name": ROSA.given_name,
            "family_name": ROSA.family_name,
            "codice_fiscale": ROSA.codice_fiscale,
            "born_on.day": "8",
            "born_on.month": "3",
            "born_on.year": "1941",
            "decree": "203/2022",
            "is_declared": "true",
        }
    )
    without = await davide.send(form)
    assert without.labelled("Il decreto")["aria-invalid"] == "true"
    form = without.form("Manda la richiesta").fill({})
    sent = await davide.send(form, [("file", ("decreto.pdf", _pdf(), "application/pdf"))])
    assert "L'ufficio la controlla" in sent.text, sent.text
    assert ROSA.full_name in sent.text


def _pdf() -> bytes:
    made = io.BytesIO()
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


async def test_a_strangers_delegation_is_not_found(portal: Portal) -> None:
    rosa, davide = await two(portal)
    await grant(rosa, DAVIDE)
    address = (await rosa.open("/deleghe")).link(DAVIDE.family_name)
    await portal.person(FATIMA)
    fatima = await portal.signed_in(FATIMA)
    assert (await fatima.open(address)).status == 404
    assert (await davide.open(address)).status == 200
