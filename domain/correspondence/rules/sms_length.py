"""How long a text message is, as telephones count: 160 characters of GSM 03.38 in one part, 70 of any others."""

from dataclasses import dataclass

_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = "^{}\\[~]|€\f"
ONE_GSM, MORE_GSM = 160, 153
ONE_OTHER, MORE_OTHER = 70, 67
SECOND_PLANE = 0xFFFF


@dataclass(frozen=True)
class SmsLength:
    """How many characters count, in how many parts, and whether the short alphabet is enough."""

    characters: int
    parts: int
    is_gsm: bool


def sms_length(text: str) -> SmsLength:
    """The length of ``text``: some signs of the short alphabet count twice, and so does what lies beyond 16 bits."""
    is_gsm = all(one in _BASIC or one in _EXTENDED for one in text)
    if is_gsm:
        count, alone, together = sum(2 if one in _EXTENDED else 1 for one in text), ONE_GSM, MORE_GSM
    else:
        count, alone, together = sum(2 if ord(one) > SECOND_PLANE else 1 for one in text), ONE_OTHER, MORE_OTHER
    parts = 1 if count <= alone else -(-count // together)
    return SmsLength(count, parts, is_gsm)
