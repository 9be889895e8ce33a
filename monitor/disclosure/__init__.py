"""Small groups: what may be shown of a figure, and to whom. The one door for every way out."""

from monitor.disclosure.small_groups import MINIMUM, protect


__all__ = ["MINIMUM", "protect"]
