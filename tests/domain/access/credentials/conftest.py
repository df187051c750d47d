"""An operator with a password, and ways to prove who that is."""

from dataclasses import dataclass, field
from uuid import UUID

import pytest
from pyotp import random_base32
from pyotp.totp import TOTP
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.credentials.ask_passkey import AskPasskey, ask_passkey
from domain.access.actions.credentials.keep_passkey import KeepPasskey, keep_passkey
from domain.access.actions.entry.begin_entry import OperatorArrival
from domain.access.actions.set_credentials import SetCredentials, set_credentials
from domain.access.actions.sign_in_operator import SignInOperator, sign_in_operator
from domain.access.terms import ChallengePurpose
from domain.kernel.clock import utcnow
from domain.organization.queries.operators import operator_card
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_territory, an_operator
from tests.support.outside.authenticator import Authenticator
from tests.support.stage.cheap import hash_cheaply

PASSWORD = "una frase lunga e segreta"
BROWSER = "the token of this browser"


@dataclass
class Colleague:
    """Somebody with a password and a code app."""

    connection: AsyncConnection
    operator_id: UUID
    ente_id: UUID
    email: str
    secret: str = field(default_factory=random_base32)

    def code(self, seconds: int = 0) -> str:
        """The code that the app shows, by a clock that is ``seconds`` fast."""
        return TOTP(self.secret).at(int(utcnow().timestamp()) + seconds)

    async def sign_in(self, code: str = "", password: str = PASSWORD, address: str = "") -> OperatorArrival:
        """Type e-mail, password and code."""
        command = SignInOperator(email=self.email, password=password, code=code, address=address)
        return await sign_in_operator(command, bind=self.connection)

    async def ask(self, purpose: ChallengePurpose, *, bound_to: str = BROWSER, is_named: bool = True) -> str:
        """The options that the browser gets."""
        asking = AskPasskey(purpose=purpose, bound_to=bound_to, operator_id=self.operator_id if is_named else None)
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await ask_passkey(work, asking)

    async def keep(self, answer: str, *, bound_to: str = BROWSER) -> UUID:
        """Register what the authenticator made."""
        command = KeepPasskey(operator_id=self.operator_id, name="Prova", bound_to=bound_to, answer=answer)
        return await keep_passkey(command, bind=self.connection)

    async def with_passkey(self) -> Authenticator:
        """A registered passkey."""
        authenticator = Authenticator()
        await self.keep(authenticator.create(await self.ask(ChallengePurpose.KEEP)))
        return authenticator


async def a_colleague(connection: AsyncConnection, territory: Territory) -> Colleague:
    """One more of them."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        operator = await an_operator(work, territory.office_id)
        card = await operator_card(work, operator.operator_id)
        made = Colleague(connection, operator.operator_id, operator.ente_id, card.email)
        command = SetCredentials(operator_id=made.operator_id, password=PASSWORD, totp_secret=made.secret)
        await set_credentials(work, command)
    return made


@pytest.fixture
async def territory(connection: AsyncConnection) -> Territory:
    """A place to work."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await a_territory(work)


@pytest.fixture
async def colleague(connection: AsyncConnection, territory: Territory) -> Colleague:
    """Somebody who works there."""
    return await a_colleague(connection, territory)


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_cheaply(monkeypatch)
