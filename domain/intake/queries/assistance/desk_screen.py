"""The second screen as the operator sees it: its link while nobody has opened it, then what the person says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.intake.model.assistance import SecondScreen
from domain.intake.queries.application_of import desk_application
from domain.intake.queries.assistance.confirmations import Said, confirmations
from domain.intake.queries.attachments_of import AttachmentRow, attachments_of
from domain.intake.rules.answers import visible
from domain.intake.rules.qr import qr_picture
from domain.kernel.actor import Operator
from domain.platform.settings import settings
from domain.platform.tokens import derived_token
from domain.platform.work import UnitOfWork

PURPOSE = "second screen"


@dataclass(frozen=True)
class DeskScreen:
    """``address`` and its ``picture`` (a QR code as an image) while the link waits; None when there is no live screen.

    ``said`` is the latest word of the person by step or declaration; ``titles`` the steps asked now, in Italian;
    ``files`` those that came, by question.
    """

    is_draft: bool
    step_key: str | None = None
    opened_at: datetime | None = None
    expires_at: datetime | None = None
    address: str | None = None
    picture: str | None = None
    said: Mapping[str, Said] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    declared: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[AttachmentRow, ...]] = field(default_factory=dict)

    @property
    def is_live(self) -> bool:
        """Whether there is a screen at all: its link waits, or somebody follows."""
        return self.step_key is not None

    @property
    def is_followed(self) -> bool:
        """Whether somebody has opened it."""
        return self.opened_at is not None


async def desk_screen(work: UnitOfWork, operator: Operator, application_id: UUID) -> DeskScreen:
    """The screen of an application that is filled in at the desk; a page asks again by itself, so it is not noted.

    Refuses NotAllowed, NotFound.
    """
    application = await desk_application(work, operator, application_id, is_noted=False)
    form = await form_of(work, application.service_version_id)
    live = await live_screen(work, application.id)
    steps = visible(form, application.answers)
    address = link_of(live.id) if live and live.opened_at is None else None
    return DeskScreen(
        is_draft=application.is_draft,
        step_key=live.step_key if live else None,
        opened_at=live.opened_at if live else None,
        expires_at=live.expires_at if live else None,
        address=address,
        picture=qr_picture(address) if address else None,
        said=await confirmations(work, application, form),
        titles={step.key: step.title.in_("it") for step in steps},
        declared={one.key: one.label.in_("it") for step in steps for one in step.fields},
        files=await attachments_of(work, application),
    )


async def live_screen(work: UnitOfWork, application_id: UUID, *, for_update: bool = False) -> SecondScreen | None:
    """The screen that can still be opened or followed, of an application that came through a door."""
    wanted = select(SecondScreen).where(
        col(SecondScreen.application_id) == application_id,
        col(SecondScreen.closed_at).is_(None),
        col(SecondScreen.expires_at) > work.now,
    )
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    return (await work.session.exec(wanted)).one_or_none()


def screen_token(screen_id: UUID) -> str:
    """The token of a link: kept nowhere, it follows from the id and the secret key."""
    return derived_token(settings().secret, PURPOSE, str(screen_id))


def link_of(screen_id: UUID) -> str:
    """The address of the link."""
    return f"{settings().portal_url.rstrip('/')}/insieme/{screen_token(screen_id)}"
