"""Coverage in words, from published figures."""

from typing import TYPE_CHECKING

from monitor.figures import wording


if TYPE_CHECKING:
    from monitor.figures.door import Figure


def answer(covered: "Figure | None", short: "Figure | None") -> str:
    """Van 840–844 leerlingen met een ondersteuningsvraag vinden er 635–639 tegelijk een passende plek;
    200–204 niet."""
    if covered is None or not wording.is_known(covered):
        return (
            "Hoeveel leerlingen tegelijk een passende plek vinden, is verborgen: het gaat om weinig "
            "leerlingen, of om een getal waaruit zo'n klein getal te berekenen is."
        )
    need = wording.interval(covered.noemer, covered.noemer_max)
    found = wording.teller(covered)
    said = f"Van {need} leerlingen met een ondersteuningsvraag vinden er {found} tegelijk een passende plek"
    if short is None or short.teller is None:
        return f"{said}."
    if short.teller == short.teller_max == 0:
        return f"{said}; niemand blijft zonder plek."
    is_open = short.teller_max is not None and short.teller < short.teller_max
    if is_open and not short.is_banded and not short.is_hidden:
        return f"{said}; {wording.with_unknown(short, 'niet')}."
    return f"{said}; {wording.teller(short)} niet."
