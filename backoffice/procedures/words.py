"""States and transitions in words, for the tables that say the same as the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Request

from domain.documents.terms import DocumentKind
from domain.kernel.roles import Role
from domain.procedure.queries.definitions import State, Transition
from domain.procedure.queries.versions import VersionSheet
from domain.procedure.terms import Clock, Effect, VersionStatus
from domain.procedure.terms.designing import Letter
from web.locale import gettext as _
from web.locale import localised, sentence

DONE = frozenset(
    {
        "iniziato",
        "stato",
        "passaggio",
        "tolto",
        "regole",
        "pubblicato",
        "versione",
        "eliminata",
        "giorno",
        "giorno-tolto",
    }
)


def chosen_done(request: Request[Any, Any, Any]) -> str:
    """What was done just now, from ``?fatto=``; nothing when it is not a word of ours."""
    done = request.query_params.get("fatto", "")
    return done if done in DONE else ""


@dataclass(frozen=True)
class Place:
    """Where a version and its pieces are seen: in a draft every piece has its form, else its line on the page."""

    version_id: str
    is_draft: bool

    @property
    def path(self) -> str:
        """The address of the version."""
        return f"/procedimenti/versioni/{self.version_id}"

    def state(self, key: str) -> str:
        """Where a state is seen, or changed."""
        return f"{self.path}/stati/{key}" if self.is_draft else f"#stato-{key}"

    def transition(self, key: str) -> str:
        """Where a transition is seen, or changed."""
        return f"{self.path}/passaggi/{key}" if self.is_draft else f"#passaggio-{key}"


def place_of(sheet: VersionSheet) -> Place:
    """Where the pieces of this version are seen."""
    return Place(str(sheet.id), sheet.status is VersionStatus.DRAFT)


def finding_rows(sheet: VersionSheet, *, blocking: bool) -> list[tuple[str, str]]:
    """What is wrong, and the page on which it is put right."""
    place = place_of(sheet)
    return [
        (
            sentence(one.text),
            place.transition(one.transition)
            if one.transition
            else place.state(one.state)
            if one.state
            else f"{place.path}/regole",
        )
        for one in sheet.findings
        if one.is_blocking is blocking
    ]


def finding_rows_of(sheet: VersionSheet, *, state: str | None = None, transition: str | None = None) -> list[str]:
    """What is wrong with one state, or with one transition."""
    if transition:
        return [sentence(one.text) for one in sheet.findings if one.transition == transition]
    return [sentence(one.text) for one in sheet.findings if one.transition is None and one.state == state]


def state_rows(sheet: VersionSheet) -> list[dict[str, Any]]:
    """The states in their order."""
    place, start = place_of(sheet), sheet.definition.start
    return [
        {
            "key": one.key,
            "name": said(one.name),
            "href": place.state(one.key) if place.is_draft else "",
            "is_start": one.key == start,
            "is_final": one.is_final,
            "kind": sentence(one.kind.label),
            "clock": sentence(one.clock.label) if one.clock is not Clock.RUNNING else "",
            "told": said(one.told) if one.told else "",
            "task": said(one.task) if one.task else "",
            "days": one.days,
        }
        for one in sheet.definition.states
    ]


def transition_rows(sheet: VersionSheet) -> list[dict[str, Any]]:
    """The transitions by the number that they have in the drawing."""
    place, names = place_of(sheet), state_names(sheet)
    ways = {one.key: one for one in sheet.definition.transitions}
    return [
        {
            "number": arrow.number,
            "key": arrow.key,
            "name": said(arrow.name),
            "href": place.transition(arrow.key) if place.is_draft else "",
            "source": names[arrow.source],
            "target": names[arrow.target],
            "ends": (arrow.source, arrow.target),
            "who": who_makes(ways[arrow.key]),
            "more": what_follows(ways[arrow.key]),
        }
        for arrow in sheet.diagram.arrows
    ]


def said(words: Any) -> str:
    """A sentence of the procedure in the language of the page, or in Italian."""
    return localised(words.root)


def state_names(sheet: VersionSheet) -> dict[str, str]:
    """What each state is called, by key."""
    return {one.key: said(one.name) for one in sheet.definition.states}


def state_options(states: Sequence[State]) -> list[tuple[str, str]]:
    """The states to choose from."""
    return [(one.key, said(one.name)) for one in states]


def who_makes(one: Transition) -> list[str]:
    """The roles, the citizen, the moment at which it happens by itself."""
    found = [sentence(role.label) for role in Role if role in one.roles]
    found += [_("Il cittadino")] if one.is_for_citizen else []
    return found + ([sentence(one.trigger.label)] if one.trigger else [])


def what_follows(one: Transition) -> list[str]:
    """What it means for the law, what it wants, what it sends."""
    found = [sentence(one.effect.label)] if one.effect is not Effect.NONE else []
    found += [_("Chiede: %(label)s") % {"label": said(field.label)} for field in one.fields]
    kinds = {kind.value: kind for kind in DocumentKind}
    wanted = [sentence(kinds[word].label) for word in one.required_document_kinds if word in kinds]
    found += [_("Serve un documento: %(kind)s") % {"kind": kind} for kind in wanted]
    found += [_("Serve il visto del responsabile")] if one.needs_visa else []
    found += [_("Lettera: %(name)s") % {"name": letter_name(one.letter)}] if one.letter else []
    found += [_("Il cittadino riceve un avviso")] if one.notifies else []
    return found + ([_("Si può fare per molte domande insieme")] if one.is_bulk_allowed else [])


def letter_name(word: str) -> str:
    """The letter in words; the word itself when it is not one of ours."""
    return next((sentence(one.label) for one in Letter if one.value == word), word)
