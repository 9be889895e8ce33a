"""What Deelname answers: how large the share is, where, since when, and beside whom."""
