"""Filling in a vragenlijst: plain pages, whole without script, that ask the journal only."""
