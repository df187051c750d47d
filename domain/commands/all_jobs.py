"""Every job and every reaction of the program: the one list from which the worker, the demo and the tests take them.

A context that gets ``jobs`` or ``reactions`` is imported here; a test finds one that is not.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import domain.access.reactions
import domain.casework.reactions
import domain.correspondence.reactions
import domain.housing.reactions
import domain.intake.reactions
import domain.reception.reactions
import domain.scheduling.reactions  # noqa: F401 - importing reactions registers them
from domain.access import jobs as access
from domain.casework import jobs as casework
from domain.correspondence import jobs as correspondence
from domain.documents import jobs as documents
from domain.intake import jobs as intake
from domain.legacy import jobs as legacy
from domain.platform import reactions
from domain.platform.schedule import Schedule
from domain.privacy import jobs as privacy
from domain.procedure import jobs as procedure
from domain.reception import jobs as reception
from domain.registry import jobs as registry
from domain.scheduling import jobs as scheduling

JOBS: dict[str, Callable[..., Awaitable[Any]]] = {
    "publish": reactions.publish,
    "react": reactions.react,
    **access.JOBS,
    **correspondence.JOBS,
    **documents.JOBS,
    **intake.JOBS,
    **registry.JOBS,
    **privacy.JOBS,
    **legacy.JOBS,
    **reception.JOBS,
    **procedure.JOBS,
    **casework.JOBS,
    **scheduling.JOBS,
}

SCHEDULES: tuple[Schedule, ...] = (
    Schedule("discard_abandoned_uploads", "40 3 * * *"),
    Schedule("destroy_removed_documents", "0 5 * * *"),
    Schedule("tend_drafts", "0 6 * * *"),
    Schedule("remind_signers", "15 6 * * *"),
    Schedule("close_register_days", "20 0 * * *"),
    Schedule("read_words", "*/5 * * * *"),
    Schedule("renew_federation", "*/30 * * * *"),
    Schedule("refresh_saml_registry", "20 2 * * *"),
    Schedule("retry_saml_registry", "50 * * * *"),
    Schedule("forget_used_answers", "15 3 * * *"),
    Schedule("forget_codes", "25 3 * * *"),
    Schedule("forget_contact_requests", "35 3 * * *"),
    Schedule("index_missing_people", "45 3 * * *"),
    Schedule("forget_arrivals", "50 3 * * *"),
    Schedule("move_expired_proceedings", "10 0 * * *"),
    Schedule("remind_of_promises", "10 8 * * *"),
    Schedule("forget_notices", "0 4 * * *"),
    Schedule("find_duplicates", "5 1 * * *"),
    Schedule("ask_variations", "30 1 * * *"),
    Schedule("remove_old_copies", "55 3 * * *"),
    Schedule("forget_old_archives", "20 4 * * *"),
    Schedule("remind_offices_of_rectifications", "30 7 * * *"),
    Schedule("remind_of_plan_checks", "20 6 * * *"),
    Schedule("prune_register", "10 4 * * *"),
    Schedule("check_register", "30 4 * * *"),
    Schedule("remind_of_appointments", "*/5 * * * *"),
    Schedule("end_offers", "*/5 * * * *"),
    Schedule("tend_invitations", "25 6 * * *"),
    Schedule("read_busy_calendars", "10,40 * * * *"),
)
