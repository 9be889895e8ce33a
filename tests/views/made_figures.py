"""Figures with only what a test is about."""

from typing import Any

from monitor.figures.door import Figure


def make_figure(
    waarde: float | None = None, waarde_max: float | str | None = "same", **rest: Any
) -> Figure:
    """A figure of VO9901 on 1 October 2019; `waarde_max` is `waarde` unless it is given."""
    high = waarde if waarde_max == "same" else waarde_max
    given = {
        "code": "VO9901", "naam": "Rivierenstreek", "periode": "2019-10-01", "uitsplitsing": "",
        "teller": waarde, "teller_max": high, "noemer": None, "noemer_max": None,
        "waarde": waarde, "waarde_max": high,
    }  # fmt: skip
    return Figure(**given | rest)  # type: ignore[arg-type]


def make_share(
    teller: float | None, noemer: float | None, teller_max: float | str | None = "same",
    noemer_max: float | str | None = "same", **rest: Any,
) -> Figure:  # fmt: skip
    """A share in per cent, as `indicators._value` computes it."""
    high = teller if teller_max == "same" else teller_max
    most = noemer if noemer_max == "same" else noemer_max
    low_value = None if teller is None or not most else 100 * teller / most  # type: ignore[operator]
    high_value = None if high is None or not noemer else 100 * high / noemer  # type: ignore[operator]
    return make_figure(
        low_value, high_value, teller=teller, teller_max=high, noemer=noemer, noemer_max=most,
        **rest,
    )  # fmt: skip
