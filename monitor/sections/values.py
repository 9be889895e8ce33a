"""One figure as it may be seen: its words, its ends, and why it is not exact."""

from typing import Literal, NamedTuple

from monitor.figures import counted_where, wording
from monitor.figures.door import Figure, Indicator
from monitor.views.files.tables import plain_number


Status = Literal["tekst", "bekend", "interval", "klasse", "verborgen", "onbekend", "nvt"]


class Value(NamedTuple):
    """A cell. The ends are rounded to six decimals, so that two openings of a store give the same;
    None where they are unknown or not shown; never a middle."""

    text: str
    low: float | None = None
    high: float | None = None
    status: Status = "tekst"
    reason: str = ""


def value_of(figure: Figure, indicator: Indicator, text: str = "") -> Value:
    """A figure as a cell; `text` where its words are other than `wording.value_bare`."""
    words = text or wording.value_bare(figure, indicator)
    if counted_where.is_without_school(figure, indicator):
        # A nought there would be a share of nothing.
        return Value("geen school", status="nvt", reason=counted_where.no_school(indicator))
    if figure.is_hidden:
        return Value(words, status="verborgen", reason="te klein om te tonen")
    low, high = (plain_number(end) for end in wording.shown(figure))
    if low is None and high is None:
        return Value(words, status="onbekend")
    if figure.is_banded:
        return Value(words, low, high, "klasse", "een klasse, zodat niemand te herkennen is")
    if low == high:
        return Value(words, low, high, "bekend")
    return Value(words, low, high, "interval", "preciezer is de bron niet")


def count_of(figure: Figure, text: str, low: float | None, high: float | None) -> Value:
    """The teller or noemer of a figure as a cell: `text` with the ends that it says."""
    low, high = plain_number(low), plain_number(high)
    if low is None and high is None:
        return Value(text, status="onbekend")
    if low == high:
        return Value(text, low, high, "bekend")
    if figure.is_banded:
        return Value(text, low, high, "klasse", "een klasse, zodat niemand te herkennen is")
    return Value(text, low, high, "interval", "preciezer is de bron niet")
