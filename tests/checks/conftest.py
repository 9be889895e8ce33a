"""Drawings of tables for the tests in this folder."""

import pytest


pytest.register_assert_rewrite("tables")

from tables import given  # noqa: F401
