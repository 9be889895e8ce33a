"""What who delivers a file of an open-data service is told: JSON, and borders. In Dutch."""

from collections.abc import Sequence

from monitor.intake.judging.messages import shortened, times


def broken_json() -> str:
    return (
        "dit is geen geldige JSON; is het bestand afgebroken? Haal het opnieuw op en lever het dan."
    )


def double_name(name: str) -> str:
    return f"in de JSON staat '{shortened(name)}' twee keer in dezelfde rij. Lever de gegevens als CSV."


def no_rows_in_json() -> str:
    return (
        "dit is JSON waarin geen lijst van rijen en geen kaart te vinden is. Haal de gegevens bij de "
        "bron op als CSV (of grenzen als GeoJSON) en lever dat bestand."
    )


def rows_within_rows(row: int, heading: str) -> str:
    return (
        f"dit is JSON, en in rij {row} staan onder '{shortened(heading)}' weer gegevens met eigen "
        "namen. Haal de gegevens bij de bron op als CSV en lever dat bestand."
    )


def only_a_part(found: int, of: int) -> str:
    """`of` is 0 when the file only says that there is more."""
    which = f"maar {found} van de {of} rijen" if of else f"maar een deel van de rijen ({found})"
    return (
        f"in dit bestand {'staat' if found == 1 else 'staan'} {which}: de bron geeft ze in porties. "
        "Haal alle rijen in één bestand op (vaak kan dat als CSV, of met een hogere limiet) en lever "
        "dat."
    )


def remark_rows_of_json() -> str:
    return "Gelezen als JSON met rijen; een regelnummer is hier het nummer van de rij."


def esri_json() -> str:
    return (
        "dit is JSON van ArcGIS (Esri), en dat is geen GeoJSON. Kies bij het ophalen GeoJSON (f=geojson) "
        "en lever dat bestand."
    )


def geo_package(what: str) -> str:
    return (
        f"dit is {what}. Haal de grenzen van gemeenten op als GeoJSON in graden (WGS84): bij PDOK, CBS "
        "Gebiedsindelingen, de laag gemeente_gegeneraliseerd; of bewaar de laag in QGIS als GeoJSON."
    )


def other_areas(what: str) -> str:
    return (
        f"dit zijn de grenzen van {what}, en de monitor tekent gemeenten. Haal de laag met gemeenten "
        "op (bij PDOK: gemeente_gegeneraliseerd, of gemeenten) en lever die."
    )


def remark_no_land(number: int) -> str:
    stukken = times(number, "gebied dat", "gebieden die")
    return (
        f"{stukken} water of buitenland {'is' if number == 1 else 'zijn'}, is niet getekend."
        if number == 1
        else f"{stukken} water of buitenland zijn, zijn niet getekend."
    )


def remark_joined(names: Sequence[str], number: int) -> str:
    shown = ", ".join(map(shortened, names[:5])) + (" en meer" if len(names) > 5 else "")
    hebben = "heeft" if len(names) == 1 else "hebben"
    return (
        f"{shown} {hebben} meer stukken in dit bestand ({number} samen): per gemeente zijn ze tot één "
        "gebied samengevoegd."
    )
