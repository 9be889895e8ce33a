"""Lists of cells of the matching, arrangements and alternatives; as rows of text
to show and as numbers for a file. Of the matching only for who sees exact figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from monitor.dekking.matching.model import Alternative, Cell, Run, Use
from monitor.sections.dekking.subject import Subject
from monitor.values import dutch
from monitor.views.charts import matrix, palette
from monitor.views.files import tables


SHAPES = {
    "geen aanbod": "✕",
    "verkeerd niveau": "✕",
    "te ver": "✕",
    "buiten bereik": "⊘",
    "alleen op papier": "▤",
    "vol": "■",
    "onbekend": "?",
    "kwetsbaar": "!",
    "gedekt": "✓",
}
"""The mark before the state of a single cell."""
assert all(SHAPES[word] == palette.STATES[name].shape for name, word in (
    ("papier", "alleen op papier"), ("bereik", "buiten bereik"), ("vol", "vol"), ("kwetsbaar", "kwetsbaar")))  # fmt: skip


def state_words(cell: Cell) -> str:
    """✕ te ver | ■ vol"""
    return f"{SHAPES[cell.state.value]} {cell.state.value}"


def short_cells(subject: Subject) -> list[Cell]:
    """Everything that is or may be short, the surest and largest first."""
    found = [cell for cell in subject.outcome.cellen if cell.possible or cell.onbekend]
    return sorted(
        found,
        key=lambda c: (-c.certain, -c.possible, c.need.ondersteuningsvraag,
                       c.need.postcode4 or "", c.need.niveau),
    )  # fmt: skip


def cell_rows(subject: Subject, cells: Iterable[Cell]) -> list[dict[str, str]]:
    """A row per cell."""
    return [
        {
            "Postcode": cell.need.postcode4 or dutch.UNKNOWN,
            "Vraag": cell.need.ondersteuningsvraag,
            "Niveau": cell.need.niveau,
            "Leerlingen": dutch.number(cell.need.aantal),
            "Zonder plek": matrix.interval(cell.certain, cell.possible)
            + (f" (van {cell.onbekend} onbekend)" if cell.onbekend else ""),
            "Staat": state_words(cell),
            "Reden": named(subject, cell.reason),
            "Dichtstbij": nearest(subject, cell),
        }
        for cell in cells
    ]


def nearest(subject: Subject, cell: Cell) -> str:
    """The first of the alternatives in short, with why it does not count."""
    if not cell.alternatives:
        return ""
    one = cell.alternatives[0]
    return f"{subject.title(one.arrangement.arrangementscode)}, {distance(one.km)}: {why_not(one)}"


def named(subject: Subject, reason: str) -> str:
    """A reason with the name of an arrangement where it has its code."""
    for word in reason.replace(",", " ").replace(".", " ").split():
        if word in subject.titles:
            return reason.replace(word, f"{subject.titles[word]}")
    return reason


def distance(km: float | None) -> str:
    return "plek onbekend" if km is None else f"{dutch.number(km, 1)} km"


def why_not(one: Alternative) -> str:
    """What stands in the way, in words: te ver (de norm is 8 km) en vol."""
    return dutch.joined(list(_whys([one]))) or "past"


def _whys(some: Sequence[Alternative]) -> dict[str, None]:
    """Everything that stands in the way of somebody, each once, the norms together."""
    norms = sorted({
        one.max_km for one in some if "te ver" in one.obstacles and one.max_km is not None
    })  # fmt: skip
    words: dict[str, None] = {}
    for one in some:
        for obstacle in one.obstacles:
            word = str(obstacle.value)
            if word == "te ver" and norms:
                ends = dict.fromkeys((norms[0], norms[-1]))
                shown = "–".join(dutch.number(km, 1).removesuffix(",0") for km in ends)
                word = f"te ver (de norm is {shown} km)"
            if word == "buiten het bereik":
                word = f"alleen voor de eigen {one.arrangement.bereik}"
            words[word] = None
    return words


def alternative_rows(subject: Subject, cells: Sequence[Cell]) -> list[dict[str, str]]:
    """The nearest arrangements that do not help, each once, with how many pupils it is about."""
    pupils: Counter[str] = Counter()
    kms: dict[str, list[float]] = defaultdict(list)
    found: dict[str, list[Alternative]] = defaultdict(list)
    for cell in cells:
        for one in cell.alternatives:
            code = one.arrangement.arrangementscode
            pupils[code] += cell.need.aantal
            found[code].append(one)
            if one.km is not None:
                kms[code].append(one.km)
    rows = []
    for code in sorted(found, key=lambda c: (-pupils[c], min(kms[c], default=1e9), c)):
        rows.append(
            {
                "Arrangement": subject.title(code),
                "Afstand": _spread(kms[code]),
                "Waarom het niet helpt": dutch.joined(list(_whys(found[code])), "of"),
                "Niveaus": dutch.joined(found[code][0].arrangement.niveaus),
                "Voor leerlingen": dutch.number(pupils[code]),
                "Code": code,
            }
        )
    return rows


def _spread(kms: Sequence[float]) -> str:
    if not kms:
        return "plek onbekend"
    low, high = dutch.number(min(kms), 1), dutch.number(max(kms), 1)
    return f"{low} km" if low == high else f"{low}–{high} km"


def use_rows(
    subject: Subject, uses: Iterable[tuple[Use, int]], asked: str = "Past bij leerlingen"
) -> list[dict[str, str]]:
    """Arrangements with what the matching does with them."""
    rows = []
    for use, pupils in uses:
        one = use.arrangement
        row = {
            "Arrangement": subject.title(one.arrangementscode),
            "Plaatsen": dutch.number(use.places),
            "Gebruikt": dutch.number(use.used),
            "Vrij": dutch.number(use.free),
            asked: dutch.number(pupils),
        }
        row["Staat"] = use_state(use)
        row["Eén plek erbij"] = "helpt één leerling" if use.marginal else "helpt niemand"
        rows.append(row | {"Bereik": one.bereik, "Niveaus": dutch.joined(one.niveaus),
                           "Code": one.arrangementscode})  # fmt: skip
    return rows


def use_state(use: Use) -> str:
    """✓ vrij | ■ vol | ▤ op papier | ? plaatsen onbekend"""
    if use.arrangement.status != "actief":
        return f"– {use.arrangement.status}"
    if use.places is None:
        return "? plaatsen onbekend"
    if not use.places and use.arrangement.plaatsen_plan:
        return "▤ op papier"
    return "✓ vrij" if use.free else "■ vol"


def export_rows(subject: Subject) -> list[tables.Row]:
    """Every cell of the matching, numbers as numbers."""
    return [
        {
            "postcode4": cell.need.postcode4,
            "wijk": cell.need.wijk,
            "gemeente": cell.need.gemeente,
            "subregio": cell.need.subregio,
            "ondersteuningsvraag": cell.need.ondersteuningsvraag,
            "niveau": cell.need.niveau,
            "vestiging": cell.need.vestiging,
            "behoefte": cell.need.aantal,
            "geplaatst": cell.placed,
            "zeker tekort": cell.certain,
            "mogelijk tekort": cell.possible,
            "onbekend": cell.onbekend,
            "staat": cell.state.value,
            "reden": cell.reason,
        }
        for cell in subject.outcome.cellen
    ]


def running(subject: Subject) -> list[Use]:
    """The arrangements that are there, in practice."""
    return [
        use for use in subject.of(Run.PRAKTIJK).arrangementen if use.arrangement.status == "actief"
    ]


def place_row(subject: Subject, use: Use) -> dict[str, str]:
    """An arrangement with its places on paper and in practice."""
    one = use.arrangement
    real = one.plaatsen_praktijk
    return {
        "Arrangement": subject.title(one.arrangementscode),
        "Vragen": dutch.joined(one.ondersteuningsvragen),
        "Plan": dutch.number(one.plaatsen_plan),
        "Praktijk": dutch.number(real),
        "Verschil": dutch.UNKNOWN if real is None else dutch.number(one.plaatsen_plan - real),
        # Whether it is full after the matching says how many pupils fit.
        **({"Staat": use_state(use)} if subject.exact else {}),
        "Code": one.arrangementscode,
    }
