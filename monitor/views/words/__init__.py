"""Sentences about what is shown."""
