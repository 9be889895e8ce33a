"""Tests that open the monitor in a real browser."""
