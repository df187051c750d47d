"""The cookie that ties a second screen to the browser that opened its link."""

SCREEN_COOKIE = "insieme"
SCREEN_ROUTES = "followed"
"""How the names of the pages begin on which the cookie counts: everywhere else the browser is anybody's."""
SCREEN_SECONDS = 4 * 3600
"""The cookie may live longer than the screen: the screen ends by itself, or when the operator closes it."""
HOME = "/insieme"
