"""What a figure means: beside the country, a promise, schools like it, a year ago."""
