"""Drawings of tables for the tests in this folder."""

from tables import given  # noqa: F401
