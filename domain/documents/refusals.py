"""Why something about a document is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class UploadInterrupted(Conflict):
    """A piece of the file does not start where the last one ended."""

    default = _("Il file è arrivato solo in parte. Riprova: riprendiamo da dove era rimasto.")


class FileNotIntact(RuleBroken):
    """What the place of files gives back is not what was taken in: it was altered, or is gone."""

    default = _("Il file che conserviamo è rovinato e non lo apriamo. Chiama l'ufficio: lo recuperiamo dalla copia.")


class AlreadyAnnulled(Conflict):
    """The line of the register was annulled before."""

    default = _("Questa registrazione è già annullata.")


class NotYoursToAnnul(NotAllowed):
    """Only those who answer for the office or the ente annul a line of the register."""

    default = _("Questo passo è di chi risponde dell'ufficio o dell'ente.")


class UnacceptablePicture(RuleBroken):
    """The file is not a picture that can be shown."""

    default = _("Scegli un'immagine PNG o JPEG.")


class AlreadyInArchive(Conflict):
    """The same file is in the archive of the person."""

    default = _("Questo file è già nell'archivio della persona.")


class NotTheOfficeThatFiled(NotAllowed):
    """Only the office that has filed a document makes it private or annuls it."""

    default = _("Può farlo solo l'ufficio che ha messo qui il documento.")


class NotToBeReplaced(Conflict):
    """Acts of ours, annulled documents and former versions have no newer version."""

    default = _("Di questo documento non si può mettere una versione nuova.")
