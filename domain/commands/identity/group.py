"""`sportello identity`: keys, metadata, providers and checks of sign-in."""

import click

from domain.commands.identity.checklist import checklist
from domain.commands.identity.documents import certificate, metadata
from domain.commands.identity.keys import keys
from domain.commands.identity.providers import forget, providers
from domain.commands.identity.register import verify_register
from domain.commands.identity.trial import test_login
from domain.commands.italian import ItalianGroup


@click.group(cls=ItalianGroup)
def identity() -> None:
    """L'accesso con SPID, CIE ed eIDAS: chiavi, metadati, gestori, controlli, registro.

    Le istruzioni passo per passo sono in docs/runbooks.
    """


for _command in (checklist, metadata, certificate, keys, providers, test_login, forget, verify_register):
    identity.add_command(_command)
