"""Whether a file may come in: its kind, its columns, its rows, and what is asked about it."""
