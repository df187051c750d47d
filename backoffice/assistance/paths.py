"""The addresses of an application that is filled in at the desk."""

from uuid import UUID


def desk_path(application_id: UUID) -> str:
    """Where it is filled in."""
    return f"/domande/{application_id}/compilazione"


def step_path(application_id: UUID, number: int) -> str:
    """One step."""
    return f"{desk_path(application_id)}/{number}"


def review_path(application_id: UUID) -> str:
    """Everything together, before it is sent."""
    return f"{desk_path(application_id)}/riepilogo"


def screen_path(application_id: UUID) -> str:
    """The second screen, as the operator sees it."""
    return f"/domande/{application_id}/schermo"
