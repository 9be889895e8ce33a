"""What was changed in a file after it was made: as it is now beside as it is made of the same again."""

from monitor.reports.edited.judged import Edited, judged


__all__ = ["Edited", "judged"]
