"""Faults in what the matching is given, each with what now."""

from collections import Counter
from collections.abc import Sequence

from monitor.dekking.matching.model import Arrangement, Message, Need
from monitor.errors import MonitorError


def check(
    needs: Sequence[Need], arrangements: Sequence[Arrangement]
) -> tuple[list[Message], frozenset[Need]]:
    """What is wrong, and the needs that cannot take part as nobody knows where they live."""
    _refuse_doubles(arrangements)
    homeless = frozenset(n for n in needs if n.latitude is None or n.longitude is None)
    at_home = [need for need in needs if need not in homeless]
    return [
        *_without_home(homeless),
        *_without_region(at_home, arrangements),
        *(message for one in arrangements for message in _faults(one)),
    ], homeless


def _refuse_doubles(arrangements: Sequence[Arrangement]) -> None:
    counts = Counter((one.swv, one.arrangementscode) for one in arrangements)
    doubles = sorted(code for (_, code), n in counts.items() if n > 1)
    if doubles:
        raise MonitorError(
            f"Arrangement {doubles[0]} komt twee keer voor in hetzelfde samenwerkingsverband. "
            "Reken één schooljaar tegelijk, met elk arrangement één keer."
        )
    for one in arrangements:
        if min(one.plaatsen_plan, one.plaatsen_praktijk or 0) < 0:
            raise ValueError(f"{one.arrangementscode}: fewer than no places")


def _without_home(homeless: frozenset[Need]) -> list[Message]:
    counts: Counter[str | None] = Counter()
    for need in homeless:
        counts[need.postcode4 or None] += need.aantal
    messages = []
    for postcode4, n in sorted(counts.items(), key=lambda item: str(item[0] or "")):
        if postcode4 is None:
            why = "Er is geen postcode bekend."
            now = "Vul de postcode aan."
        else:
            why = f"Van postcode {postcode4} is niet bekend waar hij ligt."
            now = "Zet hem met LATITUDE en LONGITUDE in de regio-indeling."
        text = f"{why} {_pupils(n)} niet mee: de dekking is onbekend. {now}"
        messages.append(Message(postcode4 or "", text, n))
    return messages


def _pupils(n: int) -> str:
    return "Eén leerling doet" if n == 1 else f"{n} leerlingen doen"


def _without_region(needs: Sequence[Need], arrangements: Sequence[Arrangement]) -> list[Message]:
    """Only where something depends on it."""
    messages = []
    for bereik, what, now in (
        ("wijk", "wijk", "Vul WIJK aan in de regio-indeling."),
        ("subregio", "subregio", "Vul SUBREGIO aan in de regio-indeling."),
        ("vestiging", "school van inschrijving", "Vul VESTIGINGSCODE aan waar die bekend is."),
    ):
        reach = "school" if bereik == "vestiging" else bereik
        asking = {one.swv for one in arrangements if one.bereik == reach}
        n = sum(one.aantal for one in needs if one.swv in asking and not getattr(one, bereik))
        if n:
            who = "één leerling" if n == 1 else f"{n} leerlingen"
            text = (
                f"Van {who} is de {what} niet bekend. Aanbod met bereik {reach} telt voor hen "
                f"niet mee. {now}"
            )
            messages.append(Message(what, text, n))
    return messages


def _faults(one: Arrangement) -> list[Message]:
    faults = []
    if one.latitude is None or one.longitude is None:
        faults.append(
            "Niet bekend is waar het is, dus het telt niet mee. Vul een POSTCODE in die in de "
            "regio-indeling staat, of een vestiging met een ligging."
        )
    if not one.ondersteuningsvragen:
        faults.append("Er staat geen ondersteuningsvraag bij, dus het past bij niemand.")
    if not one.niveaus:
        faults.append("Er staat geen niveau bij, dus het past bij niemand. Bedoelt u `alle`?")
    lacking = {
        "school": not one.vestiging and "VESTIGINGSCODE",
        "wijk": not one.wijk and "wijk",
        "subregio": not one.subregio and "subregio",
        "swv": False,
    }.get(one.bereik, "bekend BEREIK (school, wijk, subregio of swv)")
    if lacking:
        faults.append(
            f"Het bereik is {one.bereik}, maar er is geen {lacking}: het past bij niemand."
        )
    places = one.plaatsen_plan if one.status == "actief" else 0
    return [Message(one.arrangementscode, text, places) for text in faults]
