"""The cookies of the two sites: ids only from us, rotated at sign-in, never readable by scripts."""

from litestar.datastructures import Cookie

from domain.platform.settings import Settings


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
