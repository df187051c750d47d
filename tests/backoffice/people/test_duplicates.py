"""Operators see records that may be of one person, join them and undo it; while writing they are told before."""

from uuid import UUID

import sqlalchemy as sa

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.queries.names import names
from domain.registry.terms import ContactKind
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.html import Browser, Page
from tests.support.personas import DAVIDE, ROSA

WHY = "Ho visto la carta d'identità: è la stessa persona."
PROVISIONAL = "90000000019"


async def twice(office: Office) -> tuple[UUID, UUID]:
    """Rosa, written down with her code and once more in a hurry; the program has looked for doubles."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        known = await a_person(work, office.territory)
        hurried = await a_person(
            work, office.territory, codice_fiscale=None, given_name=ROSA.family_name, family_name=ROSA.given_name
        )
        contact = RecordContact(person_id=hurried, kind=ContactKind.EMAIL, value="rosa@prova.example")
        await record_contact(work, SYSTEM, contact)
    await office.follow()
    return hurried, known


async def the_pair(browser: Browser) -> Page:
    listed = await browser.open("/persone/doppi")
    return await browser.open(listed.link("somiglianza"))


async def joined(browser: Browser) -> Page:
    return await browser.send((await the_pair(browser)).form("Unisci le due schede").fill({"reason": WHY}))


async def test_two_records_are_joined_and_the_former_one_leads_to_the_other(office: Office) -> None:
    hurried, known = await twice(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    pair = await the_pair(browser)
    assert "nome e cognome scambiati" in pair.text
    assert "rosa@prova.example" in pair.text
    done = await joined(browser)
    assert done.heading == f"Schede unite: {ROSA.full_name}"
    assert WHY in done.text
    assert (await browser.open(f"/riconoscimenti/persone/{hurried}")).path == f"/riconoscimenti/persone/{known}"
    assert (await browser.open(f"/persone/{hurried}/tutele")).path == f"/persone/{known}/tutele"
    assert "Non ci sono schede doppie" in (await browser.open("/persone/doppi")).text
    assert "somiglianza" in (await browser.open("/persone/doppi?vista=unite")).text


async def test_what_the_operator_chooses_stays(office: Office) -> None:
    _hurried, known = await twice(office)
    browser = await office.at_work(Role.OFFICE_HEAD)
    form = (await the_pair(browser)).form("Unisci le due schede")
    assert form.fields["choice_given_name"] == "kept", "the record with the code is the more reliable one"
    await browser.send(form.fill({"reason": WHY, "choice_given_name": "former", "choice_family_name": "former"}))
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        called = (await names(work, [known]))[known]
    assert called.full_name == f"{ROSA.family_name} {ROSA.given_name}"
    assert called.codice_fiscale == ROSA.codice_fiscale


async def test_without_a_reason_nothing_happens_and_what_was_chosen_stays(office: Office) -> None:
    await twice(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    form = (await the_pair(browser)).form("Unisci le due schede")
    again = await browser.send(form.fill({"reason": "boh", "choice_given_name": "former"}))
    assert again.status == 422
    fields = again.form("Unisci le due schede").fields
    assert (fields["reason"], fields["choice_given_name"]) == ("boh", "former")


async def test_a_merge_is_undone_with_a_reason(office: Office) -> None:
    hurried, _known = await twice(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    done = await joined(browser)
    undo = await browser.open(done.link("Annulla l'unione"))
    assert (await browser.send(undo.form("Annulla l'unione"))).status == 422
    after = await browser.send(undo.form("Annulla l'unione").fill({"reason": "Sono due sorelle gemelle."}))
    assert "L'unione è annullata" in after.text
    assert (await browser.open(f"/riconoscimenti/persone/{hurried}")).path == f"/riconoscimenti/persone/{hurried}"
    assert "somiglianza" in (await browser.open("/persone/doppi")).text


async def test_what_has_changed_since_is_shown_and_the_operator_decides(office: Office) -> None:
    hurried, known = await twice(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    done = await joined(browser)
    moved = sa.text("SELECT person_id FROM registry.fact WHERE kind = 'contact' ORDER BY created_at")
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        elsewhere = await a_person(work, office.territory, codice_fiscale=None, family_name="Altrove")
        connection = await work.session.connection()
        assert (await connection.execute(moved)).scalars().all() == [known]
        await connection.execute(
            sa.text("UPDATE registry.fact SET person_id = :other WHERE kind = 'contact'"), {"other": elsewhere}
        )
    undo = await browser.open(done.link("Annulla l'unione"))
    assert "Qualcuno ha cambiato dopo questi dati" in undo.text
    refused = await browser.send(undo.form("Annulla l'unione").fill({"reason": "Sono due sorelle gemelle."}))
    assert refused.status == 422
    kept = undo.form("Annulla l'unione").fill({"reason": "Sono due sorelle gemelle.", "keeps_newer": "true"})
    assert "L'unione è annullata" in (await browser.send(kept)).text
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        assert (await (await work.session.connection()).execute(moved)).scalars().all() == [elsewhere]
        assert (await names(work, [hurried]))[hurried].record_id == hurried


async def test_a_pair_told_apart_leaves_the_list_for_good(office: Office) -> None:
    await twice(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    form = (await the_pair(browser)).form("Tienile distinte")
    after = await browser.send(form.fill({"reason": "Sono madre e figlia, le ho viste insieme."}))
    assert "somiglianza" in after.text
    assert "Non ci sono schede doppie" in (await browser.open("/persone/doppi")).text


async def test_the_desk_joins_nobody(office: Office) -> None:
    await twice(office)
    browser = await office.at_work(Role.DESK_OPERATOR)
    assert (await browser.open("/persone/doppi")).status == 403


async def test_a_pair_with_somebody_hidden_is_shown_to_who_may_see_both(office: Office) -> None:
    _hurried, known = await twice(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    pair = await the_pair(browser)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        reader = await an_operator(work, office.territory.office_id, names="Chi Può")
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=known, operator_ids=(reader.operator_id,)))
    listed = await browser.open("/persone/doppi")
    assert "somiglianza" not in listed.text
    assert listed.one("h1 .bo-count").get_text() == "0"
    assert (await browser.open(pair.path)).status == 404


async def test_two_different_codes_are_joined_by_the_head_alone(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        one = await a_person(work, office.territory)
        other = await a_person(work, office.territory, codice_fiscale=DAVIDE.codice_fiscale)
    worker, head = await office.at_work(Role.SOCIAL_WORKER), await office.at_work(Role.OFFICE_HEAD)
    token = (await worker.open("/persone/doppi")).one("input[name=_csrf_token]")["value"]
    pair = {"first_id": str(one), "second_id": str(other), "_csrf_token": str(token)}
    seen = Page(await worker.client.post("/persone/doppi", data=pair))
    assert "Può unirle solo il responsabile" in seen.text
    assert "Unisci le due schede" not in seen.text
    form = (await head.open(seen.path)).form("Unisci le due schede").fill({"reason": WHY})
    assert (await head.send(form)).heading.startswith("Schede unite")


async def test_who_is_being_written_down_is_compared_with_who_is_there(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        known = await a_person(work, office.territory)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    typed = {"given_name": "maria rosa", "family_name": "Belandi", "born_on": ROSA.born_on.isoformat()}
    form = (await browser.open("/riconoscimenti/persone/nuova")).form("Salva e vai al documento").fill(typed)
    asked = await browser.send(form)
    assert asked.status == 422
    assert asked.link(ROSA.full_name) == f"/riconoscimenti/persone/{known}"
    assert asked.form("Salva e vai al documento").fields["family_name"] == "Belandi"
    saved = await browser.send(asked.form("Salva e vai al documento").fill({"is_another": "true"}))
    assert saved.status == 200
    assert saved.path.startswith("/riconoscimenti/persone/")
    assert not saved.path.endswith(str(known))


async def test_the_same_code_with_another_birthday_is_refused_with_the_conflict_shown(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await a_person(work, office.territory)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    typed = {"family_name": "Altra", "codice_fiscale": ROSA.codice_fiscale, "born_on": "1950-05-05"}
    form = (await browser.open("/riconoscimenti/persone/nuova")).form("Salva e vai al documento").fill(typed)
    refused = await browser.send(form)
    assert refused.status == 422
    assert "qui è nata il 8 mar 1941, tu hai scritto 5 mag 1950" in refused.text
    assert "Questa persona c'è già" in refused.text
    assert "is_another" not in refused.form("Salva e vai al documento").fields


async def test_a_provisional_code_gives_way_and_still_finds_the_person(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory, codice_fiscale=PROVISIONAL)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open(f"/persone/{person_id}/codice-fiscale")
    assert "Dati con le loro date" in page.text
    typed = {"codice_fiscale": ROSA.codice_fiscale, "reason": "Tesserino visto allo sportello."}
    done = await browser.send(page.form("Sostituisci il codice").fill(typed))
    assert "Salvato" in done.text
    assert ROSA.codice_fiscale in done.text
    search = (await browser.open("/riconoscimenti")).form("Cerca la persona").fill({"words": PROVISIONAL})
    assert (await browser.send(search)).link(ROSA.full_name) == f"/riconoscimenti/persone/{person_id}"


async def test_from_a_persons_page_the_other_record_is_looked_for_and_compared(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        known = await a_person(work, office.territory)
        other = await a_person(work, office.territory, DAVIDE)
    await office.follow()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await browser.open(f"/persone/{known}")
    search = await browser.open(page.link("Altra scheda"))
    empty = await browser.send(search.form("Cerca"))
    assert empty.status == 422
    assert empty.labelled("Nome, codice fiscale")["aria-invalid"] == "true"
    found = await browser.send(search.form("Cerca").fill({"words": DAVIDE.family_name}))
    assert DAVIDE.full_name in found.text
    itself = await browser.send(search.form("Cerca").fill({"words": ROSA.codice_fiscale}))
    assert "Nessuna altra scheda trovata" in itself.text
    pair = await browser.send(found.form("Confronta le due schede"))
    assert ROSA.family_name in pair.text and DAVIDE.family_name in pair.text
    assert str(other) not in pair.path
    desk = await office.at_work(Role.DESK_OPERATOR)
    assert "Altra scheda" not in (await desk.open(f"/persone/{known}")).text
