"""How long a sign-in takes: the answer of a provider checked, registered and turned into a session."""

import asyncio
import base64
import json
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from signxml.verifier import XMLVerifier
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.access.actions.saml.answer_saml_sign_in import AnswerSamlSignIn, answer_saml_sign_in
from domain.access.actions.saml.begin_saml_sign_in import BeginSamlSignIn, begin_saml_sign_in
from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.gateways.identities import Level
from domain.access.gateways.saml.configured import configured_organization, service_party
from domain.access.gateways.saml.keys import load_pairs, make_saml_keys
from domain.access.gateways.saml.parties import Comparison, SamlAsked, SamlProvider
from domain.access.gateways.saml.response import check_response
from domain.access.terms import Site, Way
from domain.commands.benches.frame import Target, Tell
from domain.commands.benches.saml_provider import NAME, Asked, MeasuredProvider
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.terms import EnteKind
from domain.platform.settings import settings
from domain.platform.work import unit_of_work

SYSTEM = System("bench")
PORTAL = "https://portale.misura.example"
AT_ONCE = 100
SESSIONS = sa.text("SELECT count(*) FROM access.session")


@contextmanager
def _settings_of_their_own() -> Iterator[None]:
    """The settings of an ente enrolled with SPID, with keys made for this run; those of the process come back after."""
    with tempfile.TemporaryDirectory(prefix="sportello-bench-") as folder:
        key = base64.b64encode(secrets.token_bytes(32)).decode()
        own = {
            "ENVIRONMENT": "test",
            "SECRET_KEY": key,
            "MASTER_KEYS": json.dumps({"bench": key}),
            "PORTAL_URL": PORTAL,
            "SPID": "true",
            "IPA_CODE": "misura",
            "IDENTITY_KEYS_FOLDER": f"{folder}/keys",
            "SAML_METADATA_FILES": json.dumps({"spid": [f"{folder}/provider.xml"]}),
        }
        own |= {
            f"ORGANIZATION_{name}": "https://misura.example" for name in ("NAME", "URL", "EMAIL", "PHONE", "LOCALITY")
        }
        before = dict(os.environ)
        os.environ.update({f"SPORTELLO_{name}": value for name, value in own.items()})
        try:
            _forget()
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            _forget()


def _forget() -> None:
    for cached in (settings, service_party, load_pairs):
        cached.cache_clear()


class AnswerCheck:
    """Checks one answer at each repetition, and reads the person in it."""

    name = "sign-in-check"
    about = "controllo completo di una risposta SAML, in tempo di processore"
    floor_about = "la sola verifica della firma dell'asserzione con signxml, sullo stesso documento"
    # The floor checks one signature, the subject two, and everything else; 10 ms is what must never be passed.
    targets: tuple[Target, ...] = (Target("median", 5.0),)
    clock = staticmethod(time.process_time)
    surroundings = staticmethod(_settings_of_their_own)

    def __init__(self, engine: AsyncEngine) -> None:
        """Work with a provider of its own; the database of ``engine`` is for whole sign-ins."""
        self.engine = engine
        self.provider = MeasuredProvider()
        self.answers: list[tuple[str, bytes]] = []

    async def prepare(self, repetitions: int, tell: Tell) -> None:
        """An answer for each repetition."""
        make_saml_keys(settings().identity_keys_folder or Path(), configured_organization(), PORTAL)
        party = service_party(Way.SPID)
        for number in range(repetitions):
            request_id = f"_{secrets.token_hex(20)}"
            asked = Asked(request_id, party.entity_id, party.returns[0])
            self.answers.append((request_id, self.provider.answer(asked, number)))
        tell(f"Risposte firmate: {len(self.answers)}")

    async def floor(self, number: int) -> None:
        """The signature of the assertion, as signxml checks it when told nothing else."""
        _request_id, octets = self.answers[number]
        XMLVerifier().verify(octets, x509_cert=self.provider.certificate, id_attribute="ID")

    async def subject(self, number: int) -> None:
        """The check on which a sign-in rests."""
        request_id, octets = self.answers[number]
        party = service_party(Way.SPID)
        certificates = (self.provider.pair.certificate,)
        asked = SamlAsked(
            request_id=request_id,
            issued_at=utcnow() - timedelta(seconds=30),
            provider=SamlProvider(
                way=Way.SPID, entity_id=NAME, name="misura", sign_in={}, logout={}, certificates=certificates
            ),
            return_address=party.returns[0],
            level=Level.TWO,
            comparison=Comparison.MINIMUM,
            is_fresh=False,
        )
        check_response(octets, asked, party, utcnow())

    async def check(self) -> None:
        """A check that refuses raises by itself."""


class SignIn(AnswerCheck):
    """Signs in one citizen at each repetition, by the action that the portal calls; each citizen comes back."""

    name = "sign-in"
    about = "accesso intero con SPID (richiesta, risposta, registro, sessione), in tempo di processore nostro"
    # 200 a second on two processors are 10 ms each, where the signature alone takes half a millisecond.
    targets = (Target("median", 19.0),)

    def __init__(self, engine: AsyncEngine) -> None:
        """Work on the database of ``engine``."""
        super().__init__(engine)
        self.commands: list[AnswerSamlSignIn] = []
        self.tell: Tell = print

    async def prepare(self, repetitions: int, tell: Tell) -> None:
        """An ambito, the provider in its registry, and a browser with an answer for each sign-in."""
        self.tell = tell
        folder = settings().identity_keys_folder or Path()
        make_saml_keys(folder, configured_organization(), PORTAL)
        self.provider.write_metadata(folder.parent / "provider.xml")
        await import_saml_providers(only_files=True, bind=self.engine)
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            ambito_id = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.AMBITO, name="Misura", slug="misura"))
        for number in range(repetitions + AT_ONCE):
            await self._ask(ambito_id, number)
        tell(f"Accessi preparati: {len(self.commands)}")

    async def subject(self, number: int) -> None:
        """The action of the portal."""
        await answer_saml_sign_in(self.commands[number], bind=self.engine)

    async def check(self) -> None:
        """Sign in the others all at once, say how many a second that makes, and count the sessions."""
        started = time.perf_counter()
        await asyncio.gather(*map(self.subject, range(len(self.commands) - AT_ONCE, len(self.commands))))
        rate = AT_ONCE / (time.perf_counter() - started)
        self.tell(f"{AT_ONCE} accessi insieme, in un processo: {rate:.0f} al secondo")
        async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
            opened = (await (await work.session.connection()).execute(SESSIONS)).scalar_one()
        if opened != len(self.commands):
            raise RuntimeError(f"{opened} sessions out of {len(self.commands)}")

    async def _ask(self, ambito_id: UUID, number: int) -> None:
        browser = secrets.token_hex(16)
        departure = await begin_saml_sign_in(
            BeginSamlSignIn(
                site=Site.PORTAL,
                ambito_id=ambito_id,
                entity_id=NAME,
                browser_token=browser,
                return_path="/",
                language="it",
                binding="post",
            ),
            bind=self.engine,
        )
        asked = self.provider.read(departure.fields["SAMLRequest"], service_party(Way.SPID).returns[0])
        octets = self.provider.answer(asked, number)
        self.answers.append((asked.request_id, octets))
        fields = {"SAMLResponse": base64.b64encode(octets).decode(), "RelayState": departure.fields["RelayState"]}
        self.commands.append(
            AnswerSamlSignIn(
                fields=tuple(fields.items()),
                browser_token=browser,
                site=Site.PORTAL,
                ambito_id=ambito_id,
                language="it",
            )
        )
