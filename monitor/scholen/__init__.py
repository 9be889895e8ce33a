"""What is known of a school, what it offers, and what it says of that itself."""
