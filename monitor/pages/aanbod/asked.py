"""What the page is asked, as its widgets may keep it."""

from monitor.pages.frame.held import lets_go
from monitor.sections.aanbod import subject


@lets_go
class Asked(subject.Asked):
    """One samenwerkingsverband in one schooljaar; a tab that stays open keeps no version by it."""
