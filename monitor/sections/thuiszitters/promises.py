"""What is agreed about a figure of thuiszitters, and how it stands."""

from monitor.compare import afspraken
from monitor.compare.afspraken import AfspraakStand
from monitor.figures.door import Indicator
from monitor.sections.thuiszitters.subject import Subject


def standing_of(subject: Subject, indicator: Indicator) -> AfspraakStand | None:
    """The promise about an indicator at the chosen month; it is of the whole only."""
    if not subject.is_whole:
        return None
    found = afspraken.standings(subject.store, subject.viewer, subject.region.swv, "")
    return next(
        (one for one in found if one.indicator == indicator and one.figure is not None), None
    )
