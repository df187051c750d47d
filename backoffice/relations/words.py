"""Figures and relations in words: for the table beside a drawing, and for who hears it instead of seeing it."""

from typing import Any

from domain.registry.queries.relations.relation_map import FigureRow, RelationMap, RelationRow
from domain.registry.terms.relations import OutsiderKind, RelationAspect
from web.locale import gettext as _
from web.locale import sentence, short_date


def figure_names(found: RelationMap) -> dict[str, str]:
    """What each figure is called by who reads the drawing aloud."""
    return {str(one.id): _described(one) for one in found.figures}


def hrefs(found: RelationMap) -> dict[str, str]:
    """Where the figures lead: people of the registry to their page."""
    return {str(one.id): f"/persone/{one.id}" for one in found.figures if one.is_on_record}


def _described(one: FigureRow) -> str:
    words = [one.name]
    if one.place is not OutsiderKind.PERSON:
        words.append(sentence(one.place.label))
    if one.is_dead:
        words.append(
            _("persona morta nel %(year)s") % {"year": one.death_year} if one.death_year else _("persona morta")
        )
    elif one.age is not None:
        words.append(_("età %(age)s") % {"age": one.age})
    elif one.birth_year:
        words.append(_("nascita nel %(year)s") % {"year": one.birth_year})
    if one.is_index:
        words.append(_("è la persona al centro"))
    elif one.is_at_home:
        words.append(_("vive nella stessa casa"))
    return ", ".join(words)


def relation_rows(found: RelationMap, path: str) -> list[dict[str, Any]]:
    """One row for each relation of the drawing, with where it is corrected."""
    rows = sorted(found.relations, key=lambda row: (row.kind.aspect is RelationAspect.TIE, row.one.name))
    return [
        {
            "one": row.one.name,
            "kind": sentence(row.kind.label),
            "other": row.other.name,
            "days": _days(row),
            "source": sentence(row.source.label),
            "href": f"{path}/{row.id}",
        }
        for row in rows
    ]


def _days(row: RelationRow) -> str:
    if row.starts_on and row.ends_on:
        days = {"start": short_date(row.starts_on), "end": short_date(row.ends_on)}
        return _("dal %(start)s al %(end)s") % days
    if row.starts_on:
        return _("dal %(start)s") % {"start": short_date(row.starts_on)}
    return _("fino al %(end)s") % {"end": short_date(row.ends_on)} if row.ends_on else _("da sempre")
