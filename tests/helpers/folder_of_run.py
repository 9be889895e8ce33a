"""A folder that all processes of one run of the tests share."""

import os
from pathlib import Path

import pytest


def of_run(factory: pytest.TempPathFactory, name: str) -> Path:
    """Its path. Whoever makes it does so with a FileLock on its name with `.lock` behind it."""
    base = factory.getbasetemp()
    # Processes that test side by side share the folder above their own.
    return (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
