"""How a request to the demo identity provider can fail."""


class PageRefused(Exception):
    """Nothing of the request can be believed, not even where to send the browser back: an error page."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ServerError(PageRefused):
    """Our own trouble, not the request's."""


class RequestRefused(Exception):
    """An authorization request from a known party that breaks a rule: the browser goes back with the error."""

    def __init__(self, error: str, reason: str, *, redirect_uri: str, state: str) -> None:
        super().__init__(f"{error}: {reason}")
        self.error = error
        self.reason = reason
        self.redirect_uri = redirect_uri
        self.state = state


class EndpointRefused(Exception):
    """A request of the relying party's server that breaks a rule: an OAuth error in JSON."""

    def __init__(self, error: str, reason: str, *, status: int = 400) -> None:
        super().__init__(f"{error}: {reason}")
        self.error = error
        self.reason = reason
        self.status = status
