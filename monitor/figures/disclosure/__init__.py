"""Small groups: what may be shown of a figure, and to whom. The one door for every way out.

`policy` says what a protected audience is shown at all, `bands` in which classes, `release` and
`publishing` make sure that nothing small follows from all of it together, and `protecting` gives
each figure as it was published.
"""

from monitor.figures.disclosure.bands import MINIMUM, classes_of, is_small


__all__ = ["MINIMUM", "classes_of", "is_small"]
