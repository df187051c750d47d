"""The card of a service: what people read before they ask, in the order of Designers Italia (C.SI.1.3)."""

from pydantic import BaseModel, ConfigDict

from domain.platform.localised import Localised


class ServiceCard(BaseModel):
    """To whom a service speaks, how to get it, what is needed, what one gets, by when, at what price.

    ``topic`` and ``area`` are the argument and the office area under which it is filed; ``also_called`` are other
    words by which people look for it. ``benefit_code`` is what the office reports the help as: a code of the list of
    benefits of the national register (SIUSS); None where none fits.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Localised
    summary: Localised
    addressed_to: Localised
    how_to: Localised
    needed: tuple[Localised, ...]
    obtained: Localised
    times: Localised
    conditions: Localised
    topic: Localised
    area: Localised
    costs: Localised
    also_called: tuple[Localised, ...] = ()
    benefit_code: str | None = None
