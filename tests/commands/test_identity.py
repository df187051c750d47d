"""`sportello identity`: what an installation does to join the federations, and to stay in them."""

import stat
from pathlib import Path
from typing import Any

import psycopg
import pytest

from domain.commands.identity import trial
from domain.platform.outside.http import Answer, CallFailed
from domain.platform.settings import settings
from tests.commands.enrolled import IDP, PORTAL, Told, a_provider, enrolled, forget_settings, owner, told

__all__ = ["enrolled", "owner", "told"]


def test_keys_are_made_once_for_us_alone(enrolled: pytest.MonkeyPatch, told: Told, tmp_path: Path) -> None:
    assert enrolled
    assert told("keys", "make")[0] == 0
    made = {file.name: file.read_bytes() for file in (tmp_path / "keys").iterdir()}
    assert {"saml-1.key.pem", "saml-1.crt.pem", "federation.jwk.json", "signing.jwk.json"} <= set(made)
    for file in (tmp_path / "keys").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file.name
    assert told("keys", "make")[0] == 0
    assert made == {file.name: file.read_bytes() for file in (tmp_path / "keys").iterdir()}


def test_the_certificate_tells_its_profile_and_its_end(enrolled: pytest.MonkeyPatch, told: Told) -> None:
    assert enrolled
    assert told("certificate")[0] == 1
    told("keys", "make")
    forget_settings()
    code, said = told("certificate")
    assert code == 0
    for words in (PORTAL, "PA:IT-c_x000", "1.3.76.16.4.2.1", "RSA 3072", "sha256", "scade"):
        assert words in said


def test_metadata_are_frozen_and_then_stay_byte_by_byte(
    enrolled: pytest.MonkeyPatch, told: Told, tmp_path: Path
) -> None:
    told("keys", "make")
    forget_settings()
    assert told("metadata")[0] == 1
    first, second = tmp_path / "first.xml", tmp_path / "second.xml"
    assert told("metadata", "--freeze", "--output", str(first))[0] == 0
    enrolled.setenv("SPORTELLO_ORGANIZATION_NAME", "Comune di Altrove")
    forget_settings()
    assert told("metadata", "--output", str(second))[0] == 0
    assert first.read_bytes() == second.read_bytes()
    assert told("metadata", "--freeze", "--output", str(second))[0] == 0
    assert b"Comune di Altrove" in second.read_bytes()


def test_a_saml_key_is_announced_then_adopted(enrolled: pytest.MonkeyPatch, told: Told) -> None:
    assert enrolled
    told("keys", "make")
    assert told("keys", "adopt", "saml")[0] == 1
    assert told("keys", "announce", "saml")[0] == 0
    assert told("keys", "announce", "saml")[0] == 1
    forget_settings()
    assert "Annunciato" in told("certificate")[1]
    assert told("keys", "adopt", "saml")[0] == 0
    forget_settings()
    assert "Annunciato" not in told("certificate")[1]


@pytest.mark.parametrize("name", ["federation", "signing", "encryption"])
def test_a_federation_key_is_announced_adopted_retired(
    enrolled: pytest.MonkeyPatch, told: Told, name: str, tmp_path: Path
) -> None:
    assert enrolled
    told("keys", "make")
    before = (tmp_path / "keys" / f"{name}.jwk.json").read_text()
    for step, code in (("adopt", 1), ("announce", 0), ("retire", 1), ("adopt", 0), ("retire", 0), ("retire", 1)):
        assert told("keys", step, name)[0] == code, step
    assert (tmp_path / "keys" / f"{name}.jwk.json").read_text() != before


def test_the_list_names_what_is_missing_and_gets_shorter(
    enrolled: pytest.MonkeyPatch, told: Told, owner: "psycopg.Connection[Any]"
) -> None:
    code, said = told("checklist")
    assert code == 1
    assert "[ ] identità: manca la cartella delle chiavi" in said
    told("keys", "make")
    forget_settings()
    told("metadata", "--freeze")
    enrolled.setenv("SPORTELLO_SAML_METADATA_FILES", '{"spid": ["/metadata.xml"]}')
    forget_settings()
    a_provider(owner)
    code, said = told("checklist")
    assert said.endswith("Non manca nulla.\n"), said
    assert code == 0


@pytest.mark.parametrize(
    ("name", "value", "missing"),
    [
        ("SPORTELLO_IPA_CODE", "", "codice IPA: manca"),
        ("SPORTELLO_ORGANIZATION_PHONE", "06 000000", "telefono scritto male"),
        ("SPORTELLO_PORTAL_URL", "http://localhost:8000", "non è https"),
        ("SPORTELLO_SPID", "false", "attivo: no"),
    ],
)
def test_each_missing_thing_is_named(
    enrolled: pytest.MonkeyPatch, told: Told, name: str, value: str, missing: str
) -> None:
    told("keys", "make")
    enrolled.setenv(name, value)
    forget_settings()
    code, said = told("checklist", "--way", "spid")
    assert code == 1
    assert any(line.startswith("[ ]") and missing in line and "→" in line for line in said.splitlines()), said


def test_the_list_of_the_federation_wants_anchor_and_enrolment(enrolled: pytest.MonkeyPatch, told: Told) -> None:
    assert "radice di fiducia e chiavi: mancano" in told("checklist", "--way", "federation")[1]
    folder = Path(str(settings().identity_keys_folder))
    told("keys", "make")
    (folder / "anchor.json").write_text((folder / "federation.jwk.json").read_text())
    enrolled.setenv("SPORTELLO_FEDERATION", "true")
    enrolled.setenv("SPORTELLO_TRUST_ANCHORS", f'{{"https://anchor.example": "{folder}/nothing.json"}}')
    forget_settings()
    assert "un file non si legge (FileNotFoundError)" in told("checklist", "--way", "federation")[1]


def test_with_no_way_on_the_list_asks_which(installation: pytest.MonkeyPatch, told: Told) -> None:
    assert installation
    code, said = told("checklist")
    assert code == 1
    assert "--way spid" in said


def test_a_provider_is_shut_out_and_let_in_again(
    enrolled: pytest.MonkeyPatch, told: Told, owner: "psycopg.Connection[Any]"
) -> None:
    assert enrolled
    assert "Nessun gestore" in told("providers", "list")[1]
    a_provider(owner)
    assert "attivo" in told("providers", "list")[1]
    assert told("providers", "disable", IDP) == (0, "Bloccato. Sessioni chiuse: 0.\n")
    assert "bloccato da noi" in told("providers", "list")[1]
    assert told("providers", "enable", IDP)[0] == 0
    assert "bloccato" not in told("providers", "list")[1]
    assert told("providers", "disable", "https://nobody.example")[0] == 1


def test_what_is_forgotten_is_asked_anew_and_who_is_blocked_stays_so(
    enrolled: pytest.MonkeyPatch, told: Told, owner: "psycopg.Connection[Any]"
) -> None:
    assert enrolled
    a_provider(owner)
    a_provider(owner, id="00000000-0000-4000-8000-000000000002", entity_id="https://bad.example", is_blocked=True)
    assert told("forget") == (0, "Dimenticati 1 gestori. Il worker li chiede adesso.\n")
    left = owner.execute("SELECT entity_id FROM access.identity_provider").fetchall()
    assert left == [("https://bad.example",)]
    queued = owner.execute("SELECT message->>'actor_name' FROM jobs.queue ORDER BY 1").fetchall()
    assert queued == [("refresh_saml_registry",), ("renew_federation",)]


def test_refreshing_reads_what_the_settings_name(
    enrolled: pytest.MonkeyPatch, told: Told, owner: "psycopg.Connection[Any]"
) -> None:
    assert enrolled and owner
    assert told("providers", "refresh") == (0, "Letti 0 gestori SAML, rinnovate 0 catene.\n")


def test_a_trial_compares_what_others_see_with_what_was_frozen(
    enrolled: pytest.MonkeyPatch, told: Told, owner: "psycopg.Connection[Any]", tmp_path: Path
) -> None:
    told("keys", "make")
    forget_settings()
    assert "non fissati" in told("test-login")[1]
    told("metadata", "--freeze", "--output", str(tmp_path / "metadata.xml"))
    a_provider(owner)
    seen: dict[str, bytes] = {"body": b"<other/>"}

    async def answered(_http: object, _method: str, address: str, **_other: object) -> Answer:
        assert address == f"{PORTAL}/spid/metadata"
        if not seen["body"]:
            raise CallFailed("ConnectError")
        return Answer(200, "application/samlmetadata+xml", seen["body"])

    enrolled.setattr(trial, "call", answered)
    assert "dà altri byte" in told("test-login")[1]
    seen["body"] = b""
    assert "non si raggiunge" in told("test-login")[1]
    seen["body"] = (tmp_path / "metadata.xml").read_bytes()
    code, said = told("test-login")
    assert code == 0, said
    assert f"{PORTAL}/spid/login?idp=https%3A%2F%2Fidp.prova.example" in said


def test_the_register_is_verified(enrolled: pytest.MonkeyPatch, told: Told, owner: "psycopg.Connection[Any]") -> None:
    assert enrolled
    assert told("verify-register") == (0, "Il registro è intero.\n")
    owner.execute(
        """INSERT INTO access.chain_head (chain, sequence, row_hash, key_id, head_hash)
           VALUES (3, 1, 'x', 'prova', 'x')"""
    )
    code, said = told("verify-register")
    assert code == 1
    assert "catena 3, riga 0: la fine della catena è stata tolta" in said
