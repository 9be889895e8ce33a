"""How a value is spelled in a file and said in Dutch: text, dates, numbers, days."""
