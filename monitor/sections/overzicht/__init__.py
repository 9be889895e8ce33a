"""What Overzicht answers: what to look at first, the main figures, the goals, what changed."""
