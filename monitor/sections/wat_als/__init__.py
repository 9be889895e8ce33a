"""What Wat als answers: what a scenario does, scenarios side by side, what would help most."""
