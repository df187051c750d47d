"""Jobs that were given up after their last try."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from pydantic import BaseModel

from domain.kernel.roles import Role
from domain.platform.queue.dead_letters import dead_letters, retry_dead_letter
from web.access import operator
from web.forms import bind
from web.rendering import page, see_other
from web.work import Work


class RetryJob(BaseModel):
    """The job to try again."""

    job_id: UUID


class JobController(Controller):
    """The dead letters."""

    path = "/amministrazione/lavori"

    @get("/", name="jobs", **operator(Role.AMBITO_ADMIN))
    async def list(self, request: Request[Any, Any, Any], work: Work) -> Response[Any]:
        """The newest first."""
        return page(request, "operations/jobs.html", jobs=await dead_letters(work))

    @post("/", name="jobs.update", **operator(Role.AMBITO_ADMIN))
    async def update(self, request: Request[Any, Any, Any], work: Work) -> Response[Any]:
        """Try one again."""
        form = await bind(request, RetryJob)
        if form.command is not None:
            await retry_dead_letter(work, form.command.job_id)
        return see_other(request, "/amministrazione/lavori")
