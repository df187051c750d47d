"""Files and the keys that seal them."""

from collections.abc import Callable

from domain.commands.checks.finding import Finding
from domain.platform.files import FileStore
from domain.platform.settings import KEY_BYTES, Settings

MAKE_KEY = "creane una con: head -c 32 /dev/urandom | base64"


async def check_keys(chosen: Settings) -> list[Finding]:
    """See whether the keys are there and of the right size, without showing them."""
    found = []
    if _is_key_of_size(lambda: [chosen.secret]):
        found.append(Finding.well("chiavi", "la chiave segreta è valida"))
    else:
        found.append(Finding.problem("chiavi", "SPORTELLO_SECRET_KEY non va bene", MAKE_KEY))
    if chosen.master_keys and _is_key_of_size(lambda: list(chosen.keys.values())):
        newest = list(chosen.master_keys)[-1]
        found.append(Finding.well("chiavi", f"{len(chosen.master_keys)} chiavi dei file, la nuova è «{newest}»"))
    else:
        found.append(Finding.problem("chiavi", "SPORTELLO_MASTER_KEYS non va bene", MAKE_KEY))
    return found


async def check_files(chosen: Settings) -> list[Finding]:
    """Write, read back and remove a few bytes in the file store."""
    if not chosen.file_store_url:
        return [
            Finding.problem("file", "SPORTELLO_FILE_STORE_URL è vuota", "indica file:///cartella o s3://contenitore")
        ]
    if not chosen.master_keys:
        return []  # the check of the keys has said so
    try:
        await FileStore.open(chosen.file_store_url, chosen.keys).check()
    except Exception as error:  # whatever a local disk or any S3 store may raise is one finding
        return [
            Finding.problem(
                "file",
                f"l'archivio non si può usare ({type(error).__name__})",
                "controlla SPORTELLO_FILE_STORE_URL, permessi e credenziali",
            )
        ]
    return [Finding.well("file", "l'archivio si può scrivere e leggere")]


def _is_key_of_size(decoded: Callable[[], list[bytes]]) -> bool:
    try:
        return all(len(key) == KEY_BYTES for key in decoded())
    except ValueError:
        return False
