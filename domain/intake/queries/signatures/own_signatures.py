"""The signatures that are asked of a citizen: the list, and the only door to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.intake.model.application import Application
from domain.intake.model.signature import Signature
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.queries.signature_rows import digest_of, state_of
from domain.intake.rules.summary import StepSummary, summary
from domain.intake.terms import SignatureState
from domain.kernel.actor import Citizen
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.localised import Localised
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import NameRow, names

MOST = 100


@dataclass(frozen=True)
class AskedSignature:
    """A signature in the citizen's list: for which service, who asks, and what has become of it."""

    id: UUID
    title: Localised
    applicant_name: str
    asked_at: datetime
    state: SignatureState


@dataclass(frozen=True)
class SignaturePage:
    """Everything that one signs: all questions and answers with the declarations, and the names of the files.

    ``digest`` goes back with the signature: what was read is what is signed.
    """

    id: UUID
    title: Localised
    applicant_name: str
    beneficiary_name: str
    asked_at: datetime
    state: SignatureState
    steps: tuple[StepSummary, ...]
    digest: str

    @property
    def may_be_answered(self) -> bool:
        """Whether there is something to sign, or to refuse."""
        return self.state is not SignatureState.SIGNED


async def own_signature(
    work: UnitOfWork, citizen: Citizen, signature_id: UUID, *, for_update: bool = False
) -> Signature:
    """What is asked of whoever has the citizen's codice fiscale. Refuses NotFound, also when it is asked no more."""
    wanted = select(Signature).where(
        col(Signature.id) == signature_id,
        col(Signature.codice_fiscale) == await _own_code(work, citizen),
        col(Signature.closed_at).is_(None),
    )
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def own_signatures(work: UnitOfWork, citizen: Citizen) -> Sequence[AskedSignature]:
    """What is asked of the citizen now, the latest first; of the people only the name of who asks."""
    wanted = (
        select(Signature)
        .where(
            col(Signature.codice_fiscale) == await _own_code(work, citizen),
            col(Signature.closed_at).is_(None),
        )
        .order_by(col(Signature.asked_at).desc())
        .limit(MOST)
    )
    found = (await work.session.exec(wanted)).all()
    if not found:
        return ()
    async with as_the_program(work, "list what is to be signed"):
        asked = select(Application).where(col(Application.id).in_([one.application_id for one in found]))
        drafts = {one.id: one for one in (await work.session.exec(asked)).all() if one.is_draft}
        services = await services_of_versions(work, [one.service_version_id for one in drafts.values()])
        called = await names(work, [one.applicant_id for one in drafts.values()])
        rows = [
            AskedSignature(
                id=one.id,
                title=services[drafts[one.application_id].service_version_id].card.title,
                applicant_name=_name(called.get(drafts[one.application_id].applicant_id)),
                asked_at=one.asked_at,
                state=await _state(work, one, drafts[one.application_id]),
            )
            for one in found
            if one.application_id in drafts
        ]
    return tuple(rows)


async def signature_page(work: UnitOfWork, citizen: Citizen, signature_id: UUID, language: str) -> SignaturePage:
    """What is to be signed, in ``language``; the reading is noted for who gets the help. Refuses NotFound.

    The program reads it for the citizen: whoever was named by the applicant may read the whole.
    """
    signature = await own_signature(work, citizen, signature_id)
    async with as_the_program(work, "show what is to be signed"):
        application = await work.session.get(Application, signature.application_id)
        if application is None or not application.is_draft:
            raise NotFound
        form = await form_of(work, application.service_version_id)
        services = await services_of_versions(work, [application.service_version_id])
        called = await names(work, [application.applicant_id, application.beneficiary_id])
        sent = await attachments_of(work, application)
        digest = await digest_of(work, application, form)
        found = SignaturePage(
            id=signature.id,
            title=services[application.service_version_id].card.title,
            applicant_name=_name(called.get(application.applicant_id)),
            beneficiary_name=_name(called.get(application.beneficiary_id)),
            asked_at=signature.asked_at,
            state=state_of(signature, digest),
            steps=summary(
                form,
                application.answers,
                language,
                {key: [one.file_name for one in rows] for key, rows in sent.items()},
            ),
            digest=digest,
        )
    work.note_reading(
        Reading(
            person_id=application.beneficiary_id,
            ente_id=application.ente_id,
            subject=ReadingSubject.APPLICATION,
            subject_id=application.id,
            purpose=ReadingPurpose.SIGNATURE,
        )
    )
    return found


async def _state(work: UnitOfWork, signature: Signature, application: Application) -> SignatureState:
    if signature.signed_at is None:
        return state_of(signature, "")
    return state_of(signature, await digest_of(work, application, await form_of(work, application.service_version_id)))


async def _own_code(work: UnitOfWork, citizen: Citizen) -> str:
    me = (await names(work, [citizen.person_id])).get(citizen.person_id)
    return (me.codice_fiscale if me else None) or ""


def _name(row: NameRow | None) -> str:
    return row.full_name if row else ""
