"""What is measured, and the one door through which a figure leaves."""
