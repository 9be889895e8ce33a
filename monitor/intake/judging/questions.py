"""What is asked of who delivers a file: it may be right, and it is not ordinary. In Dutch."""

from monitor.intake.judging.messages import shortened, times


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


def unseen(found: list[tuple[str, int]]) -> str:
    return (
        f"In {_counted(found)} stonden tekens die niet te zien zijn (zonder breedte, of die de "
        "schrijfrichting omkeren). Die zijn weggelaten."
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


def hidden_rows(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:5])) + (" en meer" if len(rows) > 5 else "")
    is_one = len(rows) == 1
    return (
        f"{times(len(rows), 'rij is', 'rijen zijn')} verborgen (rij {shown}), zoals een filter in Excel "
        f"doet, en {'is' if is_one else 'zijn'} gewoon meegelezen. Hoort {'zij' if is_one else 'een ervan'} "
        "er niet bij, haal die dan weg en lever opnieuw. Klopt het, dan hoeft u niets te doen."
    )


def hidden_columns(headings: list[str]) -> str:
    shown = ", ".join(map(shortened, headings[:5])) + (" en meer" if len(headings) > 5 else "")
    zijn = "is verborgen en is" if len(headings) == 1 else "zijn verborgen en zijn"
    return f"{times(len(headings), 'kolom', 'kolommen')} ({shown}) {zijn} gewoon meegelezen."


def hidden_sheets(names: list[str]) -> str:
    shown = ", ".join(f"'{shortened(name)}'" for name in names[:5])
    zijn = "blad is" if len(names) == 1 else "bladen zijn"
    return f"{len(names)} verborgen {zijn} niet gelezen: {shown}{' en meer' if len(names) > 5 else ''}."


def _counted(found: list[tuple[str, int]]) -> str:
    """NAAM (1 cel) en AANTAL (12 cellen)"""
    told = [f"{shortened(heading)} ({times(number, 'cel', 'cellen')})" for heading, number in found]
    return f"{', '.join(told[:-1])} en {told[-1]}" if len(told) > 1 else told[0]


def times_dropped(found: list[tuple[str, int]]) -> str:
    return f"In {_counted(found)} stond een tijd achter de datum; alleen de datum is gelezen."


def end_of_the_day_before(found: list[tuple[str, int]]) -> str:
    return (
        f"In {_counted(found)} staat 22.00 of 23.00 uur in wereldtijd (UTC). In Nederland is het dan "
        "middernacht van de volgende dag: is die dag bedoeld, laat de export dan datums zonder tijd geven "
        "en lever opnieuw. Klopt de dag die er staat, dan hoeft u niets te doen."
    )


def narrow_spaces(found: list[tuple[str, int]]) -> str:
    return f"In {_counted(found)} stonden vaste of smalle spaties; die zijn als gewone spaties gelezen."


def found_by_check(title: str, number: int, shown: list[str]) -> str:
    """What a check (`queries/checks/`) will find in the file."""
    more = f" en nog {number - len(shown)}" if shown and number > len(shown) else ""
    what = f": {'; '.join(map(shortened_sentence, shown))}{more}" if shown else f" ({number})"
    return f"De controle ‘{title}’ vindt hierin iets{what}. Zie: dekkend check."


def shortened_sentence(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"
