"""What is written when the right to act for somebody changes: who it is about is said, why never."""

from domain.kernel.text import Text, _

TO_DELEGATOR: dict[str, Text] = {
    "granted": _("Hai dato una delega a %(other)s. Se non l'hai data tu, toglila subito e chiamaci."),
    "accepted": _("La delega che hai dato a %(other)s è stata accettata. Puoi toglierla quando vuoi."),
    "refused": _("La delega che hai dato a %(other)s non è stata accettata."),
    "revoked": _("La delega che hai dato a %(other)s è finita."),
}
TO_DELEGATE: dict[str, Text] = {
    "granted": _("%(other)s ti vuole dare una delega. Entra nel sito e scegli se accettarla."),
    "accepted": _("Hai accettato la delega di %(other)s. Puoi rinunciare quando vuoi."),
    "refused": _("Hai rifiutato la delega di %(other)s."),
    "revoked": _("La delega di %(other)s è finita. Non puoi più agire al suo posto."),
}
TO_GUARDIAN: dict[str, Text] = {
    "verified": _("L'ufficio ha controllato la tua richiesta: ora puoi agire per questa persona."),
    "refused": _("L'ufficio non ha accettato la tua richiesta di agire per una persona. Il motivo è nel sito."),
    "ended": _("L'ufficio ha scritto fino a quando puoi agire per una persona. Il giorno è nel sito."),
}
