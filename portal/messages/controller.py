"""The messages that we have written, whether they left by e-mail, by SMS or not at all."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.correspondence.actions.letters.read_all_letters import read_all_letters
from domain.correspondence.actions.letters.read_letter import ReadLetter, read_letter
from domain.correspondence.queries.letters_to import messages_for
from domain.registry.queries.names import names
from web.access import CITIZEN
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

PATH = "/area-personale/messaggi"


class MessageController(Controller):
    """What we wrote, so that nobody must look for an e-mail."""

    path = PATH

    @get("/", name="message.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """The latest first; also those to the people one acts for, by name, where they are not hidden."""
        found = await messages_for(work, citizen, page_number(request))
        others = {one.person_id for one in found.items} - {citizen.person_id}
        return page(
            request,
            "messages/list.html",
            messages=found.items,
            links=PageLinks(found.number, found.pages, PATH, {}),
            called={person_id: row.full_name for person_id, row in (await names(work, others)).items()},
            has_unread=any(not one.is_read and one.person_id == citizen.person_id for one in found.items),
        )


class MessageReadingController(Controller):
    """Messages are marked as read."""

    path = PATH

    @post("/{letter_id:uuid}/lettura", name="message.reading", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, letter_id: FromPath[UUID]
    ) -> Response[Any]:
        """This one."""
        await read_letter(work, citizen, ReadLetter(letter_id=letter_id))
        return see_other(request, PATH)

    @post("/letture", name="message.readings", **CITIZEN)
    async def update(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """All of them."""
        await read_all_letters(work, citizen)
        return see_other(request, PATH)
