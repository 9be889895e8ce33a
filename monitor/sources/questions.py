"""What is asked of who delivers a file: it may be right, and it is not ordinary. In Dutch."""

from monitor.sources.messages import shortened, times


def number(value: float) -> str:
    """1.234,5: as few decimals as tell it."""
    shown = f"{value:,.4f}".rstrip("0").rstrip(".")
    return shown.translate(str.maketrans(",.", ".,"))


def unusual(heading: str, found: int, of: int, usual: tuple[float, float], line: int) -> str:
    liggen = "ligt" if found == 1 else "liggen"
    return (
        f"{heading}: {found} van {times(of, 'getal', 'getallen')} {liggen} buiten wat gewoon is "
        f"({number(usual[0])} tot en met {number(usual[1])}), het eerst op regel {line}. Is dit een "
        "andere eenheid, zoals duizenden, meters of een fractie? Verbeter het dan en lever opnieuw. "
        "Klopt het, dan hoeft u niets te doen."
    )


def unusual_for(heading: str, value: float, indicator: str, unit: str, low: float) -> str:
    times_hundred = value * 100
    meant = (
        f" Is het een fractie, en bedoelt u {number(round(times_hundred, 4))} %?"
        if unit == "%" and value < low
        else " Is het een andere eenheid?"
    )
    return (
        f"{heading} {number(value)} is ongewoon voor ‘{indicator}’, dat in {_unit(unit)} is.{meant} "
        "Verbeter het dan en lever opnieuw. Klopt het, dan hoeft u niets te doen."
    )


def _unit(unit: str) -> str:
    return "procenten" if unit == "%" else unit


def jump(heading: str, of: str, factor: float, is_more: bool) -> str:
    """`of` is the indicator that the numbers are of, when they are of more."""
    which = f"{heading} van ‘{of}’" if of else heading
    hoe = "groot" if is_more else "klein"
    return (
        f"{which}: de getallen zijn gemiddeld {number(round(factor))} keer zo {hoe} als in de "
        "vorige levering. Is dit een andere eenheid, zoals duizenden? Verbeter het dan en lever "
        "opnieuw. Klopt het, dan hoeft u niets te doen."
    )


def misplaced(why: str) -> str:
    """`why` as `geography.Misplaced`."""
    again = "Haal het bestand opnieuw op in graden (WGS84, EPSG:4326) en lever het dan."
    if why == "meters":
        return (
            "de grenzen staan in meters (Rijksdriehoekstelsel, EPSG:28992), en de monitor tekent in "
            f"graden. {again}"
        )
    if why == "verwisseld":
        return (
            "in de grenzen staat de breedtegraad voor de lengtegraad; GeoJSON heeft de lengtegraad "
            f"eerst. {again}"
        )
    return f"de grenzen liggen niet in Nederland, of niet elk punt is een getal. {again}"


def unseen(headings: list[str]) -> str:
    names = ", ".join(shortened(heading) for heading in headings)
    return (
        f"In {names} stonden tekens die niet te zien zijn (zonder breedte, of die de schrijfrichting "
        "omkeren). Die zijn weggelaten."
    )


def day_or_month(example: str) -> str:
    such = f" zoals {shortened(example)}" if example else " met een schuine streep"
    return (
        f"Datums{such} zijn gelezen als dag/maand/jaar, en geen dag in dit bestand is later dan de "
        "12e. Staat de maand voorop, zoals in Amerikaanse bestanden? Geef de kolom dan de opmaak "
        "dd-mm-jjjj en lever opnieuw. Klopt het, dan hoeft u niets te doen."
    )


def struck_rows(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:5])) + (" en meer" if len(rows) > 5 else "")
    is_one = len(rows) == 1
    return (
        f"{times(len(rows), 'rij is', 'rijen zijn')} doorgestreept (rij {shown}) en "
        f"{'is' if is_one else 'zijn'} gewoon meegelezen. Hoort {'zij' if is_one else 'een ervan'} er "
        "niet meer bij, haal die dan weg en lever opnieuw. Klopt het, dan hoeft u niets te doen."
    )


def found_by_check(title: str, number: int, shown: list[str]) -> str:
    """What a check (`queries/checks/`) will find in the file."""
    more = f" en nog {number - len(shown)}" if shown and number > len(shown) else ""
    what = f": {'; '.join(map(shortened_sentence, shown))}{more}" if shown else f" ({number})"
    return f"De controle ‘{title}’ vindt hierin iets{what}. Zie: dekkend check."


def shortened_sentence(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"
