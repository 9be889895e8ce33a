"""Who sees what: every role, page, figure and export, and what is nobody else's."""
