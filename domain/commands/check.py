"""`sportello check`: looks at an installation and says, line by line, what is well and how to mend what is not."""

import asyncio
from pathlib import Path

import click
from pydantic import ValidationError

from domain.commands.checks import all_checks
from domain.commands.checks.finding import Finding
from domain.commands.checks.reference import reference
from domain.commands.italian import command
from domain.platform.settings import Settings


@command(epilog="Esce con 0 se va tutto bene, con 1 se almeno una riga è un problema.")
@click.option(
    "--reference",
    "show_reference",
    is_flag=True,
    help="Scrive invece l'elenco delle impostazioni, cioè docs/configuration.md.",
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Con --reference: il file da scrivere.")
def check(show_reference: bool, output: Path | None) -> int:
    """Controlla un'installazione: impostazioni, base di dati, file, chiavi, posta, orologio, PDF."""
    if show_reference:
        return _write(reference(), output)
    findings = asyncio.run(_findings())
    for finding in findings:
        click.echo(finding.line())
    problems = sum(not finding.is_well for finding in findings)
    click.echo("Va tutto bene." if not problems else f"Da sistemare: {problems}.")
    return 1 if problems else 0


async def _findings() -> list[Finding]:
    try:
        chosen = Settings()  # pyright: ignore[reportCallIssue] - pydantic-settings fills them from the environment
    except ValidationError as error:
        return [
            Finding.problem("impostazioni", ".".join(map(str, part["loc"])) or "produzione", part["msg"])
            for part in error.errors()
        ]
    return [
        Finding.well("impostazioni", f"valide ({chosen.environment})"),
        *[finding async for finding in all_checks(chosen)],
    ]


def _write(text: str, output: Path | None) -> int:
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text)
    return 0
