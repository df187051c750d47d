"""Why something about an application is refused."""

from collections.abc import Sequence

from domain.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound, RuleBroken
from domain.kernel.text import _


class AlreadySubmitted(Conflict):
    """The application has left; it is no longer a draft."""

    default = _("Hai già inviato questa domanda.")


class DraftChanged(Conflict):
    """The draft was changed from another window or device after this page was opened."""

    default = _("Hai cambiato questa domanda da un'altra finestra o da un altro telefono.")


class ApplicationIncomplete(RuleBroken):
    """Answers or documents are missing."""

    default = _("Mancano delle risposte. Completa i passi segnati e poi invia la domanda.")

    def __init__(self, steps: Sequence[str] = ()) -> None:
        """Remember the keys of the steps where something is missing or wrong, in the order of the form."""
        self.steps = tuple(steps)
        super().__init__()


class NotUnderWay(RuleBroken):
    """The application is not in a state in which this can be done."""

    default = _("Questa operazione non si può più fare su questa domanda.")


class NotYourPerson(NotAllowed):
    """The citizen does not act for this person, or no longer."""

    default = _("Non puoi fare domande per questa persona.")


class NotYetChecked(RuleBroken):
    """The applicant has declared to act for this person, and no office has checked it."""

    default = _("L'ufficio deve ancora controllare che puoi agire per questa persona. La bozza resta salvata.")


class NotOnline(RuleBroken):
    """The service is not asked for on the portal."""

    default = _("Per questo servizio la domanda si fa allo sportello.")


class TooManyAttachments(RuleBroken):
    """No further file fits into the application."""

    default = _("Hai già mandato molti file. Togline uno, oppure portalo allo sportello.")


class FollowedElsewhere(RuleBroken):
    """The person is of another ente, whose applications are made there."""

    default = _("Questa persona è seguita da un altro ente: la domanda si fa là.")


class NotReadAloud(RuleBroken):
    """An operator sends an application whose declarations the person has not confirmed."""

    default = _("Leggi le dichiarazioni alla persona. Poi segna che le ha confermate.")


class AnswersChanged(Conflict):
    """The operator has changed an answer after the page of the second screen was opened."""

    default = _("L'operatore ha cambiato una risposta. Leggi di nuovo e poi rispondi.")


class ScreenOver(NotFound):
    """The link of a second screen is wrong, used, too old or closed: nobody learns which."""

    default = _("Questo collegamento non vale più. Chiedi all'operatore di fartene un altro.")


class RequestDone(Conflict):
    """A colleague has answered the request to be called back meanwhile."""

    default = _("Un collega ha già risposto a questa richiesta.")


class ItemAnswered(Conflict):
    """The person has answered this request of the office before."""

    default = _("Hai già risposto a questa richiesta.")


class FilterExists(Conflict):
    """The operator has a filter of this name."""

    default = _("Hai già un filtro con questo nome. Scegline un altro.")


class BandoElsewhere(RuleBroken):
    """The bando is of a comune in which the person does not live."""

    default = _("Questo bando è di un altro comune: la domanda la fa chi vive lì.")


class NotCorrectable(Invalid):
    """The answer cannot be corrected here: it gives no points, or is none."""

    def __init__(self) -> None:
        """Beside the choice of the question."""
        super().__init__({"question": _("Questa risposta non dà punti: qui non si corregge.")})


class AttestationOver(RuleBroken):
    """The attestation was revoked before."""

    default = _("Questa attestazione non vale già più.")


class NothingToAttest(RuleBroken):
    """There is nothing of which the paper could speak."""

    default = _("Non c'è niente da attestare: non risultano domande inviate.")


class NotAttestedHere(RuleBroken):
    """The ente does not hand out this attestation."""

    default = _("Il tuo ente non rilascia questa attestazione. Chiedi all'ufficio.")


class TooManyAttestations(RuleBroken):
    """Somebody asks for many in a day."""

    default = _("Hai già chiesto molte attestazioni oggi. Usa quelle che hai, oppure riprova domani.")


class SignatureClosed(Conflict):
    """The signature is not asked any more: the application has left, or the applicant has changed their mind."""

    default = _("Questa firma non serve più.")


class SignaturesMissing(RuleBroken):
    """Somebody who must sign has not signed what the application says now."""

    default = _("Mancano delle firme. La domanda parte quando hanno firmato tutti.")


class SignedTextChanged(Conflict):
    """The application says something else than the page on which somebody wants to sign."""

    default = _("La domanda è cambiata. Leggila di nuovo e poi firma.")


class TooYoungToSign(RuleBroken):
    """Who is not of age yet does not sign."""

    default = _("Può firmare solo chi ha almeno 18 anni.")


class DraftThere(Conflict):
    """The citizen has a draft for the same service and person already."""

    default = _("Hai già una bozza per questo servizio e per questa persona. Finiscila o cancellala.")


class OnPaper(RuleBroken):
    """What is copied from a signed paper is not changed at home."""

    default = _("Questa domanda è su carta: la persona l'ha già firmata.")


class PrintUnavailable(RuleBroken):
    """This machine cannot make PDFs."""

    default = _("Ora non possiamo fare il PDF. Riprova più tardi.")
