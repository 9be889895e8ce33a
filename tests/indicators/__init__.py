"""A drawing for every indicator."""
