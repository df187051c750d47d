"""How these commands ask the database, and what stops them."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import click

from domain.access.gateways.configured_parties import NotInFederation
from domain.access.gateways.federation.keys import KeyStep
from domain.access.gateways.saml.configured import NoParty
from domain.access.gateways.saml.keys import KeysRefused
from domain.commands import asking
from domain.commands.asking import Answer
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

SYSTEM = System("sportello identity")


def answer(question: Callable[[UnitOfWork], Awaitable[Answer]]) -> Answer:
    """What ``question`` gives, in a unit of work of the program."""
    return asking.answer(SYSTEM, question)


@contextmanager
def told() -> Iterator[None]:
    """Say in a line why the federations' keys and settings do not allow the step."""
    try:
        yield
    except NotInFederation:
        raise click.ClickException(
            "La federazione CIE non è configurata: servono federation, trust_anchors e identity_keys_folder."
        ) from None
    except (NoParty, KeysRefused, KeyStep) as refusal:
        raise click.ClickException(f"Non si può: {refusal}.") from None
    except FileExistsError:
        raise click.ClickException("Un altro comando lo sta facendo in questo momento: riprova.") from None
