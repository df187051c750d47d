"""Rosa writes to the office from the page of her application, and reads what it answers."""

import io

from PIL import Image

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.platform.work import unit_of_work
from tests.portal.conversation.conftest import Written
from tests.support.acting import a_grant, accepted, browsing
from tests.support.personas import DAVIDE, OKSANA, ROSA


def a_photo(colour: int = 90) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), (colour, 10, 10)).save(made, "JPEG")
    return made.getvalue()


def photo(name: str = "foto.jpg", content: bytes | None = None) -> tuple[str, tuple[str, bytes, str]]:
    return ("files", (name, content or a_photo(), "image/jpeg"))


async def test_rosa_writes_with_a_photo_and_finds_both_in_the_conversation(written: Written) -> None:
    page = await written.browser.open((await written.browser.open(f"/domande/{written.application_id}")).link("Apri i"))
    assert page.path == written.path
    form = page.form("Manda il messaggio").fill({"text": "Ecco la foto che avete chiesto."})
    done = await written.browser.send(form, [photo()])
    assert "Messaggio mandato." in done.text
    assert "Ecco la foto che avete chiesto." in done.text
    assert (await written.browser.open(done.link("foto.jpg"))).status == 200


async def test_nothing_that_was_typed_or_uploaded_is_lost_when_a_file_is_none(written: Written) -> None:
    page = await written.browser.open(written.path)
    form = page.form("Manda il messaggio").fill({"text": "Due file."})
    refused = await written.browser.send(form, [photo("buona.jpg"), photo("cattiva.jpg", b"not a photo")])
    assert refused.status == 422
    assert "Due file." in refused.text
    assert "buona.jpg" in refused.text
    sent = await written.browser.send(refused.form("Manda il messaggio"))
    assert "Messaggio mandato." in sent.text
    assert (await written.browser.open(sent.link("buona.jpg"))).status == 200


async def test_an_answer_is_counted_where_rosa_looks_until_she_has_read_it(written: Written) -> None:
    await written.answered("Il medico deve firmare.")
    for path in ("/domande", "/area-personale"):
        assert "1 messaggio nuovo dell'ufficio" in (await written.browser.open(path)).text
    empty = await written.browser.send((await written.browser.open(written.path)).form("Manda il messaggio"))
    assert empty.status == 422
    header = " ".join(empty.one("header").get_text(" ").split())
    assert "messaggi nuovi" in header, "also a page that answers a form says how many messages wait"
    assert "Nuovo" in empty.text
    read = await written.browser.send(empty.form("Ho letto"))
    assert "Il medico deve firmare." in read.text
    assert "Ho letto" not in read.text
    assert "dell'ufficio" not in (await written.browser.open("/domande")).text


async def test_nobody_else_finds_the_conversation(written: Written) -> None:
    davide = await written.portal.signed_in(DAVIDE)
    assert (await davide.open(written.path)).status == 404
    assert (await davide.client.post(written.path, data={"text": "Sono io"})).status_code in (403, 404)


async def test_who_is_delegated_writes_within_the_scope_until_rosa_hides_her_messages(written: Written) -> None:
    connection, territory = written.portal.connection, written.portal.territory
    await written.portal.person(OKSANA)
    giver = await browsing(connection, territory, ROSA)
    receiver = await browsing(connection, territory, OKSANA)
    await accepted(receiver, await a_grant(giver, OKSANA))
    oksana = await written.portal.signed_in(OKSANA)
    form = (await oksana.open(written.path)).form("Manda il messaggio").fill({"text": "Scrivo io per Rosa."})
    assert "Scrivo io per Rosa." in (await oksana.send(form, [photo()])).text
    assert "Oksana Melnyk" in (await written.browser.open(written.path)).text
    async with unit_of_work(written.rosa, bind=connection) as work:
        hidden = SetContactProfile(person_id=written.rosa.person_id, is_hidden=True)
        await set_contact_profile(work, written.rosa, hidden)
    assert (await oksana.open(written.path)).status == 404
    assert "Messaggi con l'ufficio" not in (await oksana.open(f"/domande/{written.application_id}")).text
    assert (await written.browser.open(written.path)).status == 200
