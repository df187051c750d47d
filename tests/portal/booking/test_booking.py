"""Somebody books an appointment on the portal: signed in, or with a code; and comes back to it by the link."""

from uuid import UUID

import pytest

from tests.portal.booking.conftest import NEED, booked, to_contacts
from tests.portal.conftest import Follow, Portal
from tests.support.desk import messages_caught
from tests.support.html import Browser
from tests.support.personas import OKSANA


async def test_who_is_signed_in_books_in_three_steps_and_finds_it_again(
    rosa: Browser, everything_that_follows: Follow
) -> None:
    done = await booked(rosa)
    assert (done.status, done.heading) == (200, "Appuntamento prenotato")
    assert "Un documento" in done.text
    await everything_that_follows()
    listed = await rosa.open("/area-personale/appuntamenti")
    assert NEED in listed.text
    assert "Il tuo prossimo appuntamento" in (await rosa.open("/area-personale")).text
    assert "Il tuo appuntamento è prenotato" in (await rosa.open("/area-personale/messaggi")).text
    calendar = (await rosa.open(f"{done.path}/calendario")).answer
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert calendar.text.startswith("BEGIN:VCALENDAR\r\n")
    assert NEED not in calendar.text
    assert (await rosa.open(f"{done.path}/foglio")).answer.content.startswith(b"%PDF-")


async def test_a_second_booking_for_the_same_need_is_refused_with_the_way_on(rosa: Browser) -> None:
    await booked(rosa)
    again = await booked(rosa)
    assert again.status == 422
    assert "Hai già un appuntamento per questo motivo" in again.text
    assert again.link("Vedi i tuoi appuntamenti") == "/area-personale/appuntamenti"


async def test_it_is_moved_back_and_forth_and_cancelled(rosa: Browser) -> None:
    page = await booked(rosa)
    was = page.one("p.lead").get_text()
    moving = await rosa.open(f"{page.path}/spostamento")
    other = moving.soup.select("main form button.btn-outline-primary")[3]
    form = moving.form(other.get_text(" ").split()[-1])
    form.fields["slot"] = str(other["value"])
    moved = await rosa.send(form)
    assert "Appuntamento spostato" in moved.text
    assert moved.one("p.lead").get_text() != was
    back = await rosa.send(moved.form("Torna all'orario di prima"))
    assert back.one("p.lead").get_text() == was
    asked = await rosa.open(f"{page.path}/disdetta")
    gone = await rosa.send(asked.form("Sì, disdici"))
    assert "Questo appuntamento è disdetto" in gone.text
    past = await rosa.open("/area-personale/appuntamenti?vista=passati")
    assert "Disdetto" in past.text


async def test_a_visitor_books_with_a_code_and_opens_the_link_with_three_letters(
    portal: Portal, visitor: Browser, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = messages_caught(monkeypatch)
    contacts = await to_contacts(visitor)
    missing = await visitor.send(contacts.form("Continua").fill({"given_name": "Fatima", "note": "Con mio figlio"}))
    assert missing.status == 422
    assert missing.labelled("Vuoi dirci qualcosa prima?").get_text().strip() == "Con mio figlio"
    names = {"family_name": "El Amrani", "email": "fatima@posta.example"}
    code = await visitor.send(missing.form("Continua").fill(names))
    assert code.heading == "Scrivi il codice"
    early = await visitor.client.post(
        "/prenotazioni/conferma", data={"_csrf_token": code.form("Continua").fields["_csrf_token"]}
    )
    assert early.status_code == 422
    await everything_that_follows()
    review = await visitor.send(code.form("Continua").fill({"code": messages.code}))
    assert "Fatima El Amrani" in review.text
    done = await visitor.send(review.form("Conferma l'appuntamento"))
    assert done.heading == "Appuntamento prenotato"
    await everything_that_follows()
    mail = messages.mails[-1]
    assert done.path in " ".join(mail.paragraphs)
    assert mail.enclosure is not None
    assert mail.enclosure.media_type == "text/calendar"
    stranger = portal.browser()
    question = await stranger.open(done.path)
    assert question.heading == "Apri il tuo appuntamento"
    assert "El Amrani" not in question.answer.text
    assert (await stranger.open(f"{done.path}/disdetta")).status == 404
    wrong = await stranger.send(question.form("Apri l'appuntamento").fill({"letters": "ros"}))
    assert wrong.status == 422
    right = await stranger.send(question.form("Apri l'appuntamento").fill({"letters": "èl a"}))
    assert right.heading == "Il tuo appuntamento"
    assert right.answer.headers["cache-control"] == "no-store"
    assert (await stranger.open(done.path[:-1] + ("0" if done.path[-1] != "0" else "1"))).status == 404


async def test_letters_are_not_guessed(portal: Portal, rosa: Browser) -> None:
    path = (await booked(rosa)).path
    stranger = portal.browser()
    question = await stranger.open(path)
    for letters in ("aaa", "bbb", "ccc", "ddd", "eee", "bel"):
        answer = await stranger.send(question.form("Apri l'appuntamento").fill({"letters": letters}))
    assert answer.status == 422
    assert "troppe volte" in answer.text or "tentativi" in answer.text


async def test_a_place_taken_meanwhile_loses_nothing(portal: Portal, rosa: Browser) -> None:
    contacts = await to_contacts(rosa)
    review = await rosa.send(contacts.form("Continua").fill({"email": "rosa@posta.example", "note": "Sento poco"}))
    await portal.person(OKSANA)
    oksana = await portal.signed_in(OKSANA)
    assert (await booked(oksana)).status == 200
    taken = await rosa.send(review.form("Conferma l'appuntamento"))
    assert (taken.status, taken.heading) == (409, "Scegli un altro orario")
    assert "appena preso" in taken.text
    first = taken.one("main form button.btn-primary")
    form = taken.form(first.get_text(" ").split()[-1])
    form.fields["slot"] = str(first["value"])
    again = await rosa.send(form)
    assert again.path == "/prenotazioni/riepilogo"
    done = await rosa.send(again.form("Conferma l'appuntamento"))
    assert done.heading == "Appuntamento prenotato"


async def test_the_times_are_read_in_arabic(visitor: Browser) -> None:
    await visitor.open("/lingua/ar?next=/")
    assert "أحتاج إلى التحدث مع شخص ما" in (await visitor.open("/prenota")).text
    times = await visitor.open("/prenota/parlare")
    assert times.one("html")["dir"] == "rtl"
    assert times.soup.select_one("main a.btn-primary[rel=nofollow]") is not None


async def test_what_nobody_signed_is_not_there(visitor: Browser) -> None:
    assert (await visitor.open("/appuntamenti/" + "0" * 64)).status == 404
    assert (await visitor.open("/prenotazioni/riepilogo")).status == 409
    assert (await visitor.open(f"/prenotazioni/nuova?motivo={UUID(int=0)}&orario=x")).status == 404
