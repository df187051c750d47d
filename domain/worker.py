"""Entry point of the worker: every job and every reaction, on dramatiq."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.platform import reactions

JOBS: dict[str, Callable[..., Awaitable[Any]]] = {"publish": reactions.publish, "react": reactions.react}
