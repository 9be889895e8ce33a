"""What the page is about, as its widgets may keep it."""

from monitor.pages.frame.held import lets_go
from monitor.sections.wat_als.subject import Subject


@lets_go
class Held(Subject):
    """The choices of a visitor; a tab that stays open keeps no version of the data by it."""
