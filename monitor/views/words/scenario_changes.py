"""Changes of a scenario, and places that would help, in words."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from monitor.values import dutch
from monitor.views.words.scenario_steps import Numbers


if TYPE_CHECKING:
    from monitor.dekking.matching.candidates import Ranked
    from monitor.dekking.matching.model import Arrangement
    from monitor.dekking.scenarios import Change, Known

REACH = {
    "swv": "voor het hele samenwerkingsverband",
    "subregio": "voor de eigen subregio",
    "wijk": "voor de eigen wijk",
    "school": "alleen voor leerlingen van de school",
}


def change(one: "Change", known: "Known", norm: Callable[[str, str], float]) -> str:
    """What changes, as a sentence; `norm` gives the norm that holds now for a vraag and niveau."""
    match one.soort:
        case "open":
            where = place(one.postcode4, one.vestiging, known)
            price = (
                "tarief niet bekend"
                if one.tarief is None
                else f"{dutch.euro(one.tarief)} per plaats"
            )
            return (
                f"Open {_places(one.plaatsen)} voor {dutch.joined(one.vragen)} op "
                f"{niveaus(one.niveaus)}, {where}, {REACH[one.bereik]} ({price})."
            )
        case "plaatsen":
            offer = known.arrangements.get(one.arrangementscode)
            return f"{titled(one.arrangementscode, known)}: {_resized(offer, one.plaatsen)}."
        case "verplaats":
            where = place(one.postcode4, None, known)
            return f"Verplaats {titled(one.arrangementscode, known)} {_to(where)}."
        case "bereik":
            offer = known.arrangements.get(one.arrangementscode)
            now = f" (nu {REACH.get(offer.bereik, offer.bereik)})" if offer else ""
            return f"Stel {titled(one.arrangementscode, known)} open {REACH[one.bereik]}{now}."
        case "sluit":
            return f"Sluit {titled(one.arrangementscode, known)}."
        case "norm":
            about = f"{_all(one.vraag, 'alle vragen')} op {_all(one.niveau, 'alle niveaus')}"
            return (
                f"Norm voor {about}: {_km(one.km)}, nu {_km(norm(one.vraag, one.niveau))}."
            )  # fmt: skip


def _to(where: str) -> str:
    return where.replace("in ", "naar ", 1)


def _resized(offer: "Arrangement | None", places: int) -> str:
    if offer is None:
        return _places(places)
    if offer.status != "actief":
        return f"start met {_places(places)} (nu {offer.status})"
    agreed, running = offer.plaatsen_plan, offer.plaatsen_praktijk
    now = f"{agreed}" if running == agreed else f"{agreed} in het plan en "
    if running != agreed:
        now += "een onbekend aantal" if running is None else f"{running}"
        now += " in de praktijk"
    return f"{_places(places)}, nu {now}"


def place(postcode4: str | None, vestiging: str | None, known: "Known") -> str:
    """in 9920 (Dravenburg, Oost) | bij Wilgenrede College"""
    if postcode4:
        found = known.postcodes.get(postcode4)
        around = [found.naam, found.subregio or ""] if found else []
        words = ", ".join(word for word in around if word)
        return f"in {postcode4} ({words})" if words else f"in {postcode4}"
    school = known.schools.get(vestiging or "")
    return f"bij {school.naam}" if school else f"bij school {vestiging}"


def titled(code: str, known: "Known") -> str:
    """ARR-0006, Opstapgroep (Oeverwaard)"""
    return f"{code}, {known.titles[code]}" if code in known.titles else code


def niveaus(some: Sequence[str]) -> str:
    """vmbo-b en vmbo-k | alle niveaus"""
    return "alle niveaus" if "alle" in some else dutch.joined(list(some))


def _all(word: str, every: str) -> str:
    return every if word == "alle" else word


def _places(amount: int) -> str:
    return f"{amount} {dutch.noun(amount, 'plaatsen')}"


def _km(km: float) -> str:
    return f"{dutch.count(km)}{dutch.SPACE}km"


def ranked_title(one: "Ranked", known: "Known") -> str:
    """12 plaatsen voor angst op havo en vwo, in 9922 (Dravenburg, Oost)"""
    new = one.arrangement
    if one.is_there:
        return f"{titled(new.arrangementscode, known)}: openstellen {REACH[new.bereik]}"
    return (
        f"{_places(new.plaatsen_plan)} voor {dutch.joined(new.ondersteuningsvragen)} op "
        f"{niveaus(new.niveaus)}, {place(new.postcode4, None, known)}"
    )


def ranked_words(one: "Ranked", numbers: Numbers) -> str:
    """helpt 12 leerlingen · € 66.228 per jaar · € 5.519 per leerling"""
    words = "leerlingen" if not numbers.exact else dutch.noun(one.closes, "leerlingen")
    solves = f"helpt {numbers.size(one.closes)} {words}"
    if one.is_there:
        return f"{solves} · zonder nieuwe plaatsen"
    if one.costs is None:
        return f"{solves} · kosten onbekend: geen tarief bekend"
    each = numbers.per_solved(one.costs, one.closes)
    return f"{solves} · {dutch.euro(one.costs)} per jaar · {each} per leerling"


def ranked_row(one: "Ranked", numbers: Numbers) -> dict[str, str]:
    new = one.arrangement
    return {
        "Wat": f"openstellen van {new.arrangementscode}" if one.is_there else "nieuw arrangement",
        "Vraag": dutch.joined(new.ondersteuningsvragen),
        "Niveaus": niveaus(new.niveaus),
        "Postcode": new.postcode4 or "",
        "Subregio": new.subregio or "",
        "Nieuwe plaatsen": dutch.number(0 if one.is_there else new.plaatsen_plan),
        "Leerlingen geholpen": numbers.size(one.closes),
        "Kosten per jaar": "geen extra" if one.is_there else dutch.euro(one.costs),
        "Kosten per leerling": (
            "geen extra" if one.is_there else numbers.per_solved(one.costs, one.closes)
        ),
    }
