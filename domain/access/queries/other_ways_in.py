"""Which ways in besides SPID, CIE and eIDAS are open: what the settings say."""

from domain.platform.settings import settings


def card_address() -> str:
    """Where the TLS proxy reads cards; empty while cards are off."""
    chosen = settings()
    is_on = bool(chosen.card_header_secret.get_secret_value()) and chosen.card_authorities is not None
    return chosen.card_url if is_on else ""


def is_sending_sms() -> bool:
    """Whether one-time codes also leave by SMS."""
    return bool(settings().sms_url)


def is_sending_mail() -> bool:
    """Whether anything leaves by e-mail."""
    return bool(settings().smtp_url)
