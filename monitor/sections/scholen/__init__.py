"""What Scholen answers: which schools there are, and where."""
