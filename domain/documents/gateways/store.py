"""The file store of this installation, opened once for each process."""

import tempfile
from functools import lru_cache
from pathlib import Path

from domain.platform.files import FileStore
from domain.platform.settings import Environment, settings
from domain.platform.uploads import Uploads


@lru_cache(maxsize=1)
def file_store() -> FileStore:
    """Where the bytes of the documents are; development and tests have a folder for temporary files."""
    chosen = settings()
    url = chosen.file_store_url
    if not url and chosen.environment in (Environment.DEVELOPMENT, Environment.TEST):
        url = Path(tempfile.gettempdir(), "sportello-files").as_uri()
    return FileStore.open(url, chosen.keys)


def uploads() -> Uploads:
    """The files that are still arriving."""
    return Uploads(file_store())
