"""What all the screens share: the templates, the list of people, the person who was chosen."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response
from litestar.enums import MediaType

from e2e.emulators.identity_provider.refusals import PageRefused
from e2e.emulators.identity_provider.settings import DemoPerson

_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_LANGUAGES = {
    "it": "italiano",
    "en": "inglese",
    "fr": "francese",
    "es": "spagnolo",
    "ro": "rumeno",
    "sq": "albanese",
    "uk": "ucraino",
    "ar": "arabo",
    "zh": "cinese",
    "de": "tedesco",
}


def page(template: str, /, *, status: int = 200, **values: Any) -> Response:
    """Return a page made from a template of this folder."""
    return Response(_TEMPLATES.get_template(template).render(**values), status_code=status, media_type=MediaType.HTML)


def static_file(name: str) -> bytes:
    """The style sheet or the script."""
    return (_HERE / "static" / name).read_bytes()


def choice_page(
    request: Request,
    people: Sequence[DemoPerson],
    today: date,
    *,
    place: str,
    service: str,
    anomalies: Iterable[tuple[str, str]],
    has_password: bool = False,
) -> Response:
    """The people, narrowed by what is looked for; below, the ways to come back without being one of them."""
    wanted = request.query_params.get("cerca", "").strip()
    return page(
        "choose.html",
        place=place,
        wanted=wanted,
        found=[(number, person) for number, person in enumerate(people) if _matches(person, wanted)],
        today=today,
        languages=_LANGUAGES,
        service=service,
        anomalies=list(anomalies),
        has_password=has_password,
    )


def chosen_person(people: Sequence[DemoPerson], number: str) -> tuple[int, DemoPerson]:
    """The person of that number; refuses any other text."""
    if not number.isdecimal() or not number.isascii() or int(number) >= len(people):
        raise PageRefused("no such person")
    return int(number), people[int(number)]


async def field(request: Request, name: str) -> str:
    """A field of the form that came; empty when it is missing."""
    return str((await request.form()).get(name, ""))


def _matches(person: DemoPerson, wanted: str) -> bool:
    text = f"{person.given_name} {person.family_name} {person.codice_fiscale} {person.story}".casefold()
    return all(word in text for word in wanted.casefold().split())
