"""`sportello users`: the operators' accounts, for who runs the installation."""

import secrets
from uuid import UUID

import click
from pyotp import random_base32
from pyotp.totp import TOTP

from domain.access.actions.set_credentials import SetCredentials, set_credentials
from domain.commands.asking import answer
from domain.commands.italian import ItalianGroup
from domain.kernel.actor import System
from domain.kernel.clock import day_of, utcnow
from domain.kernel.refusals import NotFound
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.queries.enti import portal_of
from domain.organization.queries.offices import OfficeRow, office, offices_of
from domain.organization.queries.operators import OperatorRow, operator_by_email, operators_of
from domain.organization.terms import OfficeKind
from domain.platform.work import UnitOfWork

SYSTEM = System("sportello users")


@click.group(cls=ItalianGroup)
def users() -> None:
    """Gestisce gli operatori: elenco, nuovo operatore, nuovo secondo fattore."""


@users.command("list")
def list_() -> None:
    """Elenca gli operatori con i loro ruoli di oggi."""
    click.echo("\n".join(_line(operator) for operator in answer(SYSTEM, _everybody)) or "Ancora nessun operatore.")


@users.command()
@click.argument("email", metavar="E-MAIL")
@click.option("--name", "given_name", required=True, help="Nome.")
@click.option("--surname", "family_name", required=True, help="Cognome.")
@click.option("--ente", "slug", required=True, help="Sigla dell'ente, come nell'indirizzo del portale.")
@click.option(
    "--office",
    "office_name",
    required=True,
    help="Nome dell'ufficio. In un ente nuovo si apre con il primo amministratore; poi deve esistere già.",
)
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]), help="Ruolo, da oggi.")
def create(email: str, given_name: str, family_name: str, slug: str, office_name: str, role: str) -> None:
    """Crea un operatore e mostra, una volta sola, la sua password e il segreto del secondo fattore."""
    password, secret = secrets.token_urlsafe(15), random_base32()

    async def make(work: UnitOfWork) -> None:
        place = await _office(work, slug, office_name, Role(role))
        operator_id = await register_operator(
            work,
            SYSTEM,
            RegisterOperator(ente_id=place.ente_id, given_name=given_name, family_name=family_name, email=email),
        )
        await assign_role(
            work,
            SYSTEM,
            AssignRole(operator_id=operator_id, office_id=place.id, role=Role(role), starts_on=work.today),
        )
        await set_credentials(work, SetCredentials(operator_id=operator_id, password=password, totp_secret=secret))

    answer(SYSTEM, make)
    _show(email, password, secret)


@users.command()
@click.argument("email", metavar="E-MAIL")
def reset(email: str) -> None:
    """Dà a un operatore una password e un secondo fattore nuovi. Quelli di prima non valgono più."""
    password, secret = secrets.token_urlsafe(15), random_base32()

    async def replace(work: UnitOfWork) -> None:
        operator = await operator_by_email(work, email)
        if operator is None:
            raise click.ClickException(f"Nessun operatore entra con {email}.")
        await set_credentials(
            work,
            SetCredentials(operator_id=operator.id, password=password, totp_secret=secret),
        )

    answer(SYSTEM, replace)
    _show(email, password, secret)


@users.command()
@click.argument("secret", metavar="SEGRETO")
def code(secret: str) -> None:
    """Mostra il codice che vale adesso per un segreto del secondo fattore, come farebbe l'app del telefono."""
    try:
        click.echo(TOTP(secret.strip().upper()).now())
    except ValueError as error:
        raise click.ClickException("Questo non è un segreto: sono lettere maiuscole e cifre da 2 a 7.") from error


async def _everybody(work: UnitOfWork) -> list[OperatorRow]:
    page = await operators_of(work, SYSTEM)
    found = list(page.items)
    while page.has_next:
        page = await operators_of(work, SYSTEM, page.number + 1)
        found += page.items
    return found


async def _office(work: UnitOfWork, slug: str, name: str, role: Role) -> OfficeRow:
    try:
        ente = (await portal_of(work, "", slug)).ente
    except NotFound as error:
        raise click.ClickException(f"Nessun ente ha la sigla {slug}.") from error
    offices = await offices_of(work, SYSTEM, ente.id)
    if not offices and role in ADMIN_ROLES:
        return await _first_office(work, ente.id, name)
    for one in offices:
        if one.name == name:
            return one
    raise click.ClickException(
        f"{ente.name} non ha questo ufficio. Ha: {', '.join(one.name for one in offices) or 'nessun ufficio'}."
    )


async def _first_office(work: UnitOfWork, ente_id: UUID, name: str) -> OfficeRow:
    """Where the first administrator of a new ente works; the offices that meet people are opened by them."""
    first = OpenOffice(ente_id=ente_id, kind=OfficeKind.ADMINISTRATION, name=name)
    return await office(work, await open_office(work, SYSTEM, first))


def _show(email: str, password: str, secret: str) -> None:
    link = TOTP(secret).provisioning_uri(name=email, issuer_name="Sportello Sociale")
    click.echo(
        "\n".join(
            (
                f"E-mail:    {email}",
                f"Password:  {password}",
                f"Segreto:   {secret}",
                f"Per l'app: {link}",
                "Consegnali di persona: non si possono più vedere.",
            )
        )
    )


def _line(operator: OperatorRow) -> str:
    today = day_of(utcnow())
    held = [
        f"{role.role.label}, {role.office_name}"
        for role in operator.roles
        if role.starts_on <= today and (role.ends_on is None or today <= role.ends_on)
    ]
    state = "" if operator.is_enabled else " (disabilitato)"
    return f"{operator.email}  {operator.full_name}{state}: {'; '.join(held) or 'nessun ruolo oggi'}"
