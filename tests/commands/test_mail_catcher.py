"""The mail catcher: keeps what arrives, shows it as text, hands out attachments only as downloads."""

import smtplib
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
from aiosmtpd.controller import Controller

from e2e.emulators.mail_catcher.app import create_app
from e2e.emulators.mail_catcher.keeping import Keeper, MailFolder


@pytest.fixture
def folder(tmp_path: Path) -> MailFolder:
    return MailFolder(tmp_path / "mail")


@pytest.fixture
def port(folder: MailFolder) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        free: int = listening.getsockname()[1]
    receiver = Controller(Keeper(folder), hostname="127.0.0.1", port=free)
    receiver.start()
    yield free
    receiver.stop()


def a_message() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "sportello@example.org", "maria@example.org"
    message["Subject"] = "Ricevuta <b>n. 1</b>"
    message.set_content("Ciao <script>alert(1)</script> è arrivata.")
    message.add_attachment(b"%PDF-1.7", maintype="text", subtype="html", filename='ricevuta".html')
    return message


async def ask(folder: MailFolder, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=create_app(folder))  # pyright: ignore[reportArgumentType]
    async with httpx.AsyncClient(transport=transport, base_url="http://mail.test") as client:
        return await client.get(path)


async def test_a_message_that_arrives_is_kept_and_shown_as_text(folder: MailFolder, port: int) -> None:
    assert "Ancora nessun messaggio" in (await ask(folder, "/")).text
    with smtplib.SMTP("127.0.0.1", port) as sender:
        sender.send_message(a_message())
    [kept] = folder.newest_first()
    listed, shown = await ask(folder, "/"), await ask(folder, f"/messaggi/{kept.name}")
    assert "Ricevuta &lt;b&gt;n. 1&lt;/b&gt;" in listed.text
    assert "maria@example.org" in listed.text
    assert "Ciao &lt;script&gt;" in shown.text
    assert "<script>" not in shown.text
    assert "default-src 'none'" in shown.headers["content-security-policy"]


async def test_an_attachment_is_always_a_download(folder: MailFolder) -> None:
    name = folder.keep(a_message().as_bytes())
    answer = await ask(folder, f"/messaggi/{name}/allegati/0")
    assert answer.content == b"%PDF-1.7"
    assert answer.headers["content-disposition"] == 'attachment; filename="allegato-0.html"'
    assert answer.headers["content-type"] == "application/octet-stream"
    assert (await ask(folder, f"/messaggi/{name}/allegati/1")).status_code == 404


@pytest.mark.parametrize("name", ["nothing", "..%2F..%2Fetc%2Fpasswd", "20260101T000000000000-deadbeef"])
async def test_only_kept_messages_are_shown(name: str, folder: MailFolder) -> None:
    assert (await ask(folder, f"/messaggi/{name}")).status_code == 404


def test_the_newest_message_comes_first(folder: MailFolder) -> None:
    names = [folder.keep(a_message().as_bytes()) for _ in range(3)]
    assert [kept.name for kept in folder.newest_first()] == sorted(names, reverse=True)


async def test_a_text_message_is_kept_and_shown_among_the_others(folder: MailFolder) -> None:
    transport = httpx.ASGITransport(app=create_app(folder))  # pyright: ignore[reportArgumentType]
    async with httpx.AsyncClient(transport=transport, base_url="http://mail.test") as client:
        sent = {"key": "1", "to": "+393331234567", "text": "Il codice è <b>123456</b>."}
        assert (await client.post("/sms", json=sent)).status_code == 202
        assert (await client.post("/sms", json={"to": "+39333"})).status_code == 400
    [kept] = folder.newest_first()
    assert "SMS" in (await ask(folder, "/")).text
    shown = (await ask(folder, f"/messaggi/{kept.name}")).text
    assert "+393331234567" in shown
    assert "Il codice è &lt;b&gt;123456" in shown
