"""Every table of the program: a key that points at a table nobody has imported cannot be followed."""

import importlib
import pkgutil

import domain


def load_tables() -> None:
    """Import every module that declares tables: for migrations, and for entry points that import only what they run."""
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        if ".model." in module.name or (module.name.startswith("domain.platform.") and "migrations" not in module.name):
            importlib.import_module(module.name)
