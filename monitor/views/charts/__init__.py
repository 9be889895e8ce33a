"""Drawings, as plain dicts for plotly."""
