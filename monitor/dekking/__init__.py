"""How many pupils find a fitting place at the same time, why not, and what would help."""
