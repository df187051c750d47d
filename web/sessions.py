"""The cookies of the two sites: ids only from us, rotated at sign-in, never readable by scripts."""

from litestar.datastructures import Cookie

from domain.platform.settings import Environment, Settings


def cookie_name(site: str, settings: Settings) -> str:
    """``__Host-`` where both sites are https: no neighbour host can plant it."""
    return f"__Host-{site}" if settings.secure_cookies else site


def session_cookie(site: str, token: str, settings: Settings) -> Cookie:
    """The cookie that carries a session's token."""
    return Cookie(
        key=cookie_name(site, settings),
        value=token,
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
        max_age=settings.session_hours * 3600,
    )


def ended_cookie(site: str, settings: Settings) -> Cookie:
    """The cookie that takes the session's away."""
    return Cookie(
        key=cookie_name(site, settings),
        value="",
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
        max_age=0,
    )


def passing_cookie(name: str, value: str, settings: Settings, *, seconds: int) -> Cookie:
    """A short-lived cookie that ties a sign-in to this browser."""
    return Cookie(
        key=cookie_name(name, settings),
        value=value,
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
        max_age=seconds,
    )


TRANSACTION_PATH = "/spid"


def transaction_cookie_name(settings: Settings) -> str:
    """``__Secure-`` where both sites are https; its path rules out ``__Host-``."""
    return "__Secure-transazione" if settings.secure_cookies else "transazione"


def transaction_cookie(token: str, settings: Settings, *, seconds: int) -> Cookie:
    """The cookie that ties a sign-in by SAML to this browser.

    The provider answers by a POST from its own site, with which browsers send only ``SameSite=None`` cookies; these
    must be ``Secure``, which browsers also take from localhost. Without https and browsers (tests) it is a lax one.
    """
    is_shown = settings.environment is Environment.DEMO and not settings.loopback_development
    is_cross_site = settings.secure_cookies or is_shown
    return Cookie(
        key=transaction_cookie_name(settings),
        value=token,
        path=TRANSACTION_PATH,
        httponly=True,
        samesite="none" if is_cross_site else "lax",
        secure=is_cross_site,
        max_age=seconds,
    )
