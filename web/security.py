"""The headers every answer carries, and the settings against forged requests."""

from litestar.config.csrf import CSRFConfig

from domain.platform.settings import Settings

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action {form_action}; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)


def headers(*, secure: bool, form_actions: tuple[str, ...] = ()) -> dict[str, str]:
    """Security headers. ``form_actions`` are the origins that a form may lead to: the identity providers."""
    found = {
        "Content-Security-Policy": CSP.format(form_action=" ".join(("'self'", *form_actions))),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), interest-cohort=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if secure:
        found["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    return found


def csrf(settings: Settings, site: str) -> CSRFConfig:
    """Every POST carries a token bound to a cookie of the browser."""
    prefix = "__Host-" if settings.secure_cookies else ""
    return CSRFConfig(
        secret=settings.secret.hex(),
        cookie_name=f"{prefix}{site}-modulo",
        header_name="x-csrf-token",
        cookie_secure=settings.secure_cookies,
        cookie_httponly=True,
        cookie_samesite="lax",
    )
