"""Two parents sign one application: it leaves when both have, and says nothing of who is known to us."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.correspondence.queries.letters_to import letters_to
from domain.intake.actions.signatures.ask_signatures import AskSignatures, ask_signatures
from domain.intake.actions.signatures.cancel_signatures import CancelSignatures, cancel_signatures
from domain.intake.actions.signatures.record_paper_signature import RecordPaperSignature, record_paper_signature
from domain.intake.actions.signatures.refuse_signature import RefuseSignature, refuse_signature
from domain.intake.actions.signatures.sign_application import SignApplication, sign_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.jobs import remind_signers_of_drafts
from domain.intake.queries.application_review import application_review
from domain.intake.queries.own_applications import own_application
from domain.intake.queries.receipt_facts import receipt_facts
from domain.intake.queries.signatures.own_signatures import own_signature, own_signatures, signature_page
from domain.intake.refusals import SignaturesMissing, SignedTextChanged, TooYoungToSign
from domain.intake.terms import ApplicationStatus, Recognition, SignatureState
from domain.kernel.actor import Citizen
from domain.kernel.clock import utcnow
from domain.kernel.refusals import Invalid, NotFound
from domain.platform import work as working
from domain.platform.language import say
from domain.platform.work import unit_of_work
from tests.domain.documents.gateways.samples import photo
from tests.domain.intake.conftest import Scene
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE, FATIMA, YOUSSEF
from tests.support.signed_forms import a_draft_to_sign, a_signed_service_is_published, says

Follow = Callable[[], Awaitable[int]]


@dataclass(frozen=True)
class Signing:
    """Rosa asks Davide to sign with her."""

    scene: Scene
    davide: Citizen
    application_id: UUID

    async def asks(self) -> None:
        """Rosa sends it to be signed."""
        async with unit_of_work(self.scene.rosa, bind=self.scene.connection) as work:
            await ask_signatures(work, self.scene.rosa, AskSignatures(application_id=self.application_id))

    async def signs(self, signer: Citizen | None = None) -> None:
        """Davide reads it and signs."""
        who = signer or self.davide
        async with unit_of_work(who, bind=self.scene.connection) as work:
            (asked,) = await own_signatures(work, who)
            shown = await signature_page(work, who, asked.id, "it")
            await sign_application(work, who, SignApplication(signature_id=asked.id, digest=shown.digest))

    async def status(self) -> ApplicationStatus:
        """Where the application is."""
        async with unit_of_work(self.scene.rosa, read_only=True, bind=self.scene.connection) as work:
            return (await own_application(work, self.scene.rosa, self.application_id)).status

    async def states(self) -> list[SignatureState]:
        """What Rosa sees of the signatures."""
        async with unit_of_work(self.scene.rosa, read_only=True, bind=self.scene.connection) as work:
            review = await application_review(work, self.scene.rosa, self.application_id)
            return [one.state for one in review.signatures]


@pytest.fixture
async def signing(scene: Scene) -> Signing:
    """A whole draft, in which Rosa has named Davide."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await a_signed_service_is_published(work, scene.territory.ambito_id)
        davide = a_citizen(scene.territory, await a_person(work, scene.territory, DAVIDE))
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        draft = await a_draft_to_sign(work, scene.rosa, DAVIDE.codice_fiscale)
    return Signing(scene, davide, draft.id)


async def test_it_leaves_with_the_last_signature_and_the_receipt_names_who_signed(
    signing: Signing, everything_that_follows: Follow
) -> None:
    scene = signing.scene
    with pytest.raises(SignaturesMissing):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            await submit_application(work, scene.rosa, SubmitApplication(application_id=signing.application_id))
    await signing.asks()
    await everything_that_follows()
    assert await signing.status() is ApplicationStatus.DRAFT
    await signing.signs()
    assert await signing.status() is ApplicationStatus.DRAFT
    await everything_that_follows()
    assert await signing.status() is ApplicationStatus.SUBMITTED
    asked = sa.text("UPDATE intake.application SET receipt_id = NULL WHERE id = :id")
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await (await work.session.connection()).execute(asked, {"id": signing.application_id})
        facts = await receipt_facts(work, SYSTEM, signing.application_id)
        assert facts is not None
        assert [DAVIDE.full_name in say(one, "it") for one in facts.signed] == [True]


async def test_a_change_after_a_signature_needs_another_one(signing: Signing, everything_that_follows: Follow) -> None:
    scene = signing.scene
    await signing.asks()
    await signing.signs()
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await says(work, scene.rosa, signing.application_id, reason="Per altro", other_parent=DAVIDE.codice_fiscale)
    await everything_that_follows()
    assert await signing.status() is ApplicationStatus.DRAFT
    assert await signing.states() == [SignatureState.CHANGED]
    await signing.signs()
    await everything_that_follows()
    assert await signing.status() is ApplicationStatus.SUBMITTED


async def test_one_signs_what_one_has_read_and_nothing_else(signing: Signing) -> None:
    scene, davide = signing.scene, signing.davide
    await signing.asks()
    async with unit_of_work(davide, read_only=True, bind=scene.connection) as work:
        (asked,) = await own_signatures(work, davide)
        read = await signature_page(work, davide, asked.id, "it")
        assert "Dichiaro che è tutto vero." in str(read.steps)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await says(work, scene.rosa, signing.application_id, reason="Altro", other_parent=DAVIDE.codice_fiscale)
    with pytest.raises(SignedTextChanged):
        async with unit_of_work(davide, bind=scene.connection) as work:
            await sign_application(work, davide, SignApplication(signature_id=asked.id, digest=read.digest))


async def test_who_does_not_sign_says_why_and_the_applicant_is_told(
    signing: Signing, everything_that_follows: Follow
) -> None:
    scene, davide = signing.scene, signing.davide
    await signing.asks()
    async with unit_of_work(davide, bind=scene.connection) as work:
        (asked,) = await own_signatures(work, davide)
        await refuse_signature(work, davide, RefuseSignature(signature_id=asked.id, reason="Non sono d'accordo"))
    await everything_that_follows()
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        review = await application_review(work, scene.rosa, signing.application_id)
        assert [(one.state, one.reason) for one in review.signatures] == [
            (SignatureState.REFUSED, "Non sono d'accordo")
        ]
        assert [one.subject for one in await letters_to(work, scene.rosa)] == ["Una firma non è arrivata"]
    await signing.asks()
    assert await signing.states() == [SignatureState.WAITING]


async def test_asking_tells_nobody_whether_the_other_is_known(
    scene: Scene, signing: Signing, everything_that_follows: Follow
) -> None:
    await signing.asks()
    known = await signing.states()
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await says(work, scene.rosa, signing.application_id, other_parent=FATIMA.codice_fiscale)
    await signing.asks()
    assert await signing.states() == known == [SignatureState.WAITING]
    await everything_that_follows()
    async with unit_of_work(signing.davide, bind=scene.connection) as work:
        assert await own_signatures(work, signing.davide) == ()
        # told before Rosa named somebody else: the message names nothing
        assert [one.subject for one in await letters_to(work, signing.davide)] in (["C'è una domanda da firmare"], [])


async def test_nobody_else_sees_signs_or_refuses(signing: Signing, scene: Scene) -> None:
    await signing.asks()
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        fatima = a_citizen(scene.territory, await a_person(work, scene.territory, FATIMA))
    async with unit_of_work(signing.davide, bind=scene.connection) as work:
        (asked,) = await own_signatures(work, signing.davide)
    for stranger in (fatima, scene.rosa):
        with pytest.raises(NotFound):
            async with unit_of_work(stranger, bind=scene.connection) as work:
                await own_signature(work, stranger, asked.id)
    with pytest.raises(NotFound):
        async with unit_of_work(signing.davide, bind=scene.connection) as work:
            await own_application(work, signing.davide, signing.application_id)
    count = sa.text("SELECT count(*) FROM intake.signature")
    for who, seen in ((fatima, 0), (signing.davide, 1), (scene.rosa, 1)):
        async with unit_of_work(who, bind=scene.connection) as work:
            assert (await (await work.session.connection()).execute(count)).scalar_one() == seen


async def test_a_child_does_not_sign(scene: Scene, signing: Signing) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        youssef = a_citizen(scene.territory, await a_person(work, scene.territory, YOUSSEF))
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await says(work, scene.rosa, signing.application_id, other_parent=YOUSSEF.codice_fiscale)
    await signing.asks()
    with pytest.raises(TooYoungToSign):
        await signing.signs(youssef)


async def test_the_applicant_takes_it_back(signing: Signing, scene: Scene) -> None:
    await signing.asks()
    await signing.signs()
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await cancel_signatures(work, scene.rosa, CancelSignatures(application_id=signing.application_id))
    async with unit_of_work(signing.davide, bind=scene.connection) as work:
        assert await own_signatures(work, signing.davide) == ()


async def test_the_desk_records_a_signature_on_paper(
    signing: Signing, scene: Scene, everything_that_follows: Follow
) -> None:
    await signing.asks()
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        operator = await an_operator(work, scene.territory.office_id)
        elsewhere = await an_operator(work, scene.territory.neighbour_office_id)
    async with unit_of_work(operator, bind=scene.connection) as work:
        review = await application_review(work, operator, signing.application_id)
    signature_id = review.signatures[0].id
    assert signature_id is not None
    paper = RecordPaperSignature(
        application_id=signing.application_id,
        signature_id=signature_id,
        signer_name=DAVIDE.full_name,
        recognition=Recognition.COPY,
    )
    with pytest.raises(Invalid) as refused:
        async with unit_of_work(operator, bind=scene.connection) as work:
            await record_paper_signature(work, operator, paper)
    assert set(refused.value.fields) == {"file"}
    signed = paper.model_copy(update={"content": photo(333, 222), "file_name": "foglio.jpg"})
    with pytest.raises(NotFound):
        async with unit_of_work(elsewhere, bind=scene.connection) as work:
            await record_paper_signature(work, elsewhere, signed)
    async with unit_of_work(operator, bind=scene.connection) as work:
        await record_paper_signature(work, operator, signed)
    await everything_that_follows()
    assert await signing.status() is ApplicationStatus.SUBMITTED
    async with unit_of_work(signing.davide, bind=scene.connection) as work:
        assert await own_signatures(work, signing.davide) == (), "what has left waits for nobody"


async def test_who_has_not_signed_for_a_week_is_reminded_once(
    signing: Signing, scene: Scene, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    await signing.asks()
    await everything_that_follows()
    assert await remind_signers_of_drafts(bind=scene.connection) == 0
    monkeypatch.setattr(working, "utcnow", lambda: utcnow() + timedelta(days=8))
    assert await remind_signers_of_drafts(bind=scene.connection) == 1
    assert await remind_signers_of_drafts(bind=scene.connection) == 0
    async with unit_of_work(signing.davide, bind=scene.connection) as work:
        told = [one.subject for one in await letters_to(work, signing.davide)]
    assert told == ["C'è una domanda da firmare"] * 2
