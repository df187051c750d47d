"""The place where sealed bytes lie: a local folder, or any S3-compatible store."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from obstore.store import LocalStore, S3Store

Blobs = LocalStore | S3Store


def open_blobs(url: str, options: Mapping[str, str] | None = None) -> Blobs:
    """Open ``file:///folder`` (made if missing, closed to other users) or ``s3://bucket/prefix``.

    ``options`` are obstore's S3 settings (``endpoint``, ``region``, ``access_key_id``, ``secret_access_key``,
    ``conditional_put``, …); what is missing comes from the AWS environment variables. An ``http://`` endpoint is
    accepted only when the options name it: a store inside the same machine or rack.
    """
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        folder = Path(unquote(parts.path))
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return LocalStore(folder, automatic_cleanup=True)
    if parts.scheme == "s3" and parts.netloc:
        config: Any = dict(options or {})
        plain = str(config.get("endpoint", "")).startswith("http://")
        return S3Store(
            parts.netloc, prefix=parts.path.strip("/") or None, config=config, client_options={"allow_http": plain}
        )
    raise ValueError("The file store must be file:///folder or s3://bucket/prefix.")
