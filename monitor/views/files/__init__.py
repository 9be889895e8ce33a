"""Figures and lists to take along."""
