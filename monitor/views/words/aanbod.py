"""Arrangements in words, and as rows of a table or a file."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from monitor.figures import wording
from monitor.scholen.aanbod import ALLE, Amount, Offer, Plek
from monitor.scholen.aanbod_nearby import Home, is_for
from monitor.scholen.aanbod_tally import Tally
from monitor.scholen.offer_numbers import _free, amount, numbers
from monitor.values import dutch, moments
from monitor.views.charts import palette
from monitor.views.files import separated
from monitor.views.files.school_lists import DEMO
from monitor.views.files.separated import Cell


VORMEN = {
    "individueel": "individueel",
    "groep": "in een groep",
    "opdc": "op een opdc",
    "oza": "onderwijs-zorgarrangement",
    "deeltijd": "in deeltijd",
}
ZWAARTES = {
    "basis": "basisondersteuning",
    "extra": "extra ondersteuning",
    "diepte": "diepteondersteuning",
}
BEREIKEN = {
    "school": "alleen de eigen school",
    "wijk": "één wijk",
    "subregio": "één subregio",
    "swv": "het hele samenwerkingsverband",
}
_STATES = {
    Plek.PLEK: ("✓", "green"),
    Plek.VOL: ("■", "orange"),
    Plek.NAVRAAG: ("…", "gray"),
    Plek.PAPIER: (palette.STATES["papier"].shape, "violet"),
    Plek.ONBEKEND: ("?", "gray"),
    Plek.GEPLAND: ("○", "blue"),
    Plek.GESTOPT: ("–", "gray"),
}


def badge(one: Offer, words: str = "") -> str:
    """The state with its shape and word, as a mark in Markdown."""
    shape, color = _STATES[one.plek]
    return f":{color}-badge[{shape} {words or short_state(one)}]"


def short_state(one: Offer) -> str:
    """er is plek: 3 van 7 vrij | er is plek: 5–9 van 20 vrij"""
    if one.plek is Plek.PLEK and one.vrij not in (None, Amount()):
        return f"{one.plek}: {_free(one)} van {amount(one.praktijk)} vrij"
    if one.plek is Plek.ONBEKEND:
        return "onbekend of er plek is"
    return str(one.plek)


def state_sentence(one: Offer) -> str:
    """Whether there is a place, in a sentence."""
    places = amount(one.praktijk)
    match one.plek:
        case Plek.PLEK if one.vrij not in (None, Amount()):
            are = "is" if one.vrij == Amount(1) else "zijn"
            said = f"Er is plek: {_free(one)} van de {places} plaatsen {are} vrij"
        case Plek.NAVRAAG:
            are = "is" if one.praktijk.value == 1 else "zijn"
            said = (
                f"Er {are} {places} {dutch.noun(one.praktijk.value, 'plaatsen')}. Of er plek is, "
                f"vraagt u na: dat zou zeggen hoeveel leerlingen er zitten, en {wording.few(one.grens)} is "
                "verborgen"
            )
        case Plek.PLEK:
            said = f"Er is plek. Het arrangement heeft {places} plaatsen"
        case Plek.VOL if one.praktijk.value == 0:
            said = "Het arrangement heeft geen plaatsen"
        case Plek.VOL:
            are = "plaats is" if one.praktijk.value == 1 else f"{places} plaatsen zijn"
            said = f"Het arrangement is vol: de {are} bezet"
        case Plek.PAPIER:
            said = "Het arrangement staat alleen op papier: er is afgesproken dat het er komt, maar in de praktijk is er geen plaats"
        case Plek.ONBEKEND if one.praktijk == Amount():
            said = (
                "Of er plek is, is onbekend: het aantal plaatsen in de praktijk is niet opgegeven"
            )
        case Plek.ONBEKEND:
            said = f"Er zijn {places} plaatsen; hoeveel er bezet zijn, is niet opgegeven"
        case Plek.GEPLAND:
            said = "Het arrangement is gepland en loopt nog niet"
        case _:
            said = "Het arrangement is gestopt"
    queue = ". Er staan leerlingen op de wachtlijst" if one.has_queue and one.is_running else ""
    return f"{said}{queue}."


def reach(one: Offer) -> str:
    """For whom it is: voor leerlingen uit subregio Noord"""
    if one.bereik == "school":
        return "alleen voor leerlingen van de eigen school"
    return f"voor leerlingen uit {area(one)}"


def area(one: Offer) -> str:
    """What its reach takes in: subregio Noord"""
    match one.bereik:
        case "school":
            return "de eigen school"
        case "wijk":
            return f"de wijk {one.wijk}" if one.wijk else "de eigen wijk"
        case "subregio":
            return f"subregio {one.subregio}" if one.subregio else "de eigen subregio"
    return "het hele samenwerkingsverband"


def not_for(one: Offer, here: Home) -> str:
    """Why who lives there cannot go: empty where he can."""
    if is_for(one, here):
        return ""
    if one.bereik == "school":
        return "alleen voor leerlingen van deze school"
    if one.bereik == "swv":
        return f"postcode {here.postcode4} hoort bij een ander samenwerkingsverband"
    return f"niet voor postcode {here.postcode4}, alleen {reach(one)}"


def niveaus(one: Offer) -> str:
    return "alle niveaus" if ALLE in one.niveaus else ", ".join(one.niveaus)


def evaluated(one: Offer, today: dt.date) -> str:
    """12 juni 2023 (verouderd) | nooit | 12 juni 2025"""
    said = moments.date(one.evaluatiedatum) if one.evaluatiedatum else "nooit"
    return f"{said} (verouderd)" if one.is_stale(today) and one.evaluatiedatum else said


def distance(one: Offer, here: Home, km: float | None) -> str:
    """3,2 km van 9911"""
    if km is None:
        return "afstand onbekend"
    if one.postcode4 == here.postcode4 and km < 0.05:
        # Both are the middle of the postcode: nought would look like next door.
        return f"in postcode {here.postcode4}"
    return f"{dutch.number(km, 1)}{dutch.SPACE}km van {here.postcode4}"


def use(one: Offer) -> str:
    """afgesproken 7 · in de praktijk 7 · bezet 5 · vrij 2 · wachtend 0: of what this viewer may
    see. Of free places that are hidden it says what the mark of the arrangement says."""
    shown = numbers(one)
    if one.plek is Plek.NAVRAAG and "vrij" in shown:
        shown["vrij"] = "vraag na"
    return " · ".join(f"{name} {words}" for name, words in shown.items())


def few(names: Sequence[str], most: int = 6) -> str:
    """a, b, c en nog 4"""
    if len(names) <= most:
        return dutch.joined(names)
    return f"{', '.join(names[: most - 1])} en nog {len(names) - most + 1}"


# ------------------------------------------------------------------------------- sentences


def count_sentence(offers: Sequence[Offer], schooljaar: str) -> str:
    """In schooljaar 2025-2026 lopen 150 arrangementen, van 44 scholen en 3 aanbieders."""
    running = [one for one in offers if one.is_running]
    schools = {one.vestiging for one in running if one.vestiging}
    others = {one.aanbieder for one in running if one.aanbieder and not one.vestiging}
    of = [
        f"{len(found)} {dutch.noun(len(found), noun)}"
        for found, noun in ((schools, "scholen"), (others, "aanbieders"))
        if found
    ]
    number = f"{dutch.number(len(running))} {dutch.noun(len(running), 'arrangementen')}"
    said = f"In schooljaar {schooljaar} {'loopt' if len(running) == 1 else 'lopen'} {number}"
    if of:
        said += f", van {dutch.joined(of)}"
    rest = []
    for status in ("gepland", "gestopt"):
        n = sum(one.status == status for one in offers)
        if n:
            rest.append(f"{n} {'is' if n == 1 else 'zijn'} {status}")
    return f"{said}{'; ' if rest else ''}{dutch.joined(rest)}."


def free_sentence(found: Tally) -> str:
    """Bij 120 is er plek, 25 zijn vol, 1 staat alleen op papier en van 4 is het onbekend."""
    said = [f"bij {found.met_plek} is er plek"]
    if found.vol:
        said.append(f"{found.vol} {'is' if found.vol == 1 else 'zijn'} vol")
    if found.op_papier:
        stands = "staat" if found.op_papier == 1 else "staan"
        said.append(f"{found.op_papier} {stands} alleen op papier")
    if found.niet_opgegeven:
        said.append(f"van {found.niet_opgegeven} is niet opgegeven of er plek is")
    sentence = dutch.joined(said)
    asked = (
        f" Bij {found.navragen} vraagt u dat na: daar zou het zeggen hoeveel leerlingen er zitten, en {wording.few(found.grens)} is verborgen."
        if found.navragen
        else ""
    )
    return f"{sentence[0].upper()}{sentence[1:]}.{asked}"


# ----------------------------------------------------------------------------------- files


def file_rows(
    offers: Iterable[Offer], kilometers: Mapping[str, float | None], today: dt.date
) -> list[dict[str, Cell]]:
    """Rows for a download: what is on screen, and no more; all of them with the same titles."""
    rows = []
    for one in offers:
        row: dict[str, Cell] = {
            "Schooljaar": one.schooljaar, "Arrangementscode": one.code, "Titel": one.titel,
            "Vestigingscode": one.vestiging, "School of aanbieder": one.provider,
            "Plaats": one.plaats, "Postcode": one.postcode4,
            "Ondersteuningsvragen": " | ".join(one.vragen), "Niveaus": " | ".join(one.niveaus),
            "Vorm": one.vorm, "Zwaarte": one.zwaarte, "Voor wie": reach(one),
            "Stand": str(one.plek), "Geëvalueerd": evaluated(one, today),
        }  # fmt: skip
        if kilometers:
            km = kilometers.get(one.code)
            row["Afstand (km)"] = None if km is None else round(km, 1)
        shown = numbers(one)
        for name in ("afgesproken", "in de praktijk", "bezet", "vrij", "wachtend"):
            row[f"Plaatsen {name}" if name in ("afgesproken", "in de praktijk", "vrij")
                else name.capitalize()] = shown.get(name, "")  # fmt: skip
        row["Tarief (euro)"] = one.tarief
        rows.append(row)
    # What nobody here may see is no column.
    return [
        {
            title: row[title]
            for title in row
            if any(other[title] not in ("", None) for other in rows)
        }
        for row in rows
    ]


def to_csv(rows: Sequence[Mapping[str, Cell]], is_demo: bool, form: separated.Form) -> str:
    """An invented list says so in a column of its own."""
    titles = [*(rows[0] if rows else []), *([DEMO] if is_demo else [])]
    return form(titles, ([*row.values(), *(["ja"] if is_demo else [])] for row in rows))
