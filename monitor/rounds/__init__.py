"""Rounds: what is asked of schools and besturen, by whom it is answered, and what becomes of it."""
