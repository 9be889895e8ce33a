"""What a notice is, the rules that make one, and the page that proves it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitor.figures.door import Figure, Indicator
from monitor.values import moments


@dataclass(frozen=True)
class Rule:
    """Why a sentence may stand under “Waar moet u naar kijken?”."""

    name: str
    text: str


RULES = (
    Rule(
        "controle",
        "Een controle vindt iets waardoor de cijfers van dit samenwerkingsverband niet kunnen "
        "kloppen.",
    ),
    Rule(
        "onvolledig",
        "Op de peildatum zijn minder scholen geteld dan op de telling ervoor of erna.",
    ),
    Rule(
        "school",
        "Een school verwijst over de laatste vier schooljaren samen (minstens drie) vaker naar het vso "
        "dan de andere scholen met dezelfde niveaus in het samenwerkingsverband: zo veel dat het bij hun "
        "aandeel minder dan één op de duizend keer vanzelf zou gebeuren.",
    ),
    Rule(
        "regio",
        "In een subregio of gemeente ging een stroom, zoals nieuwe verwijzingen, sinds een jaar eerder "
        "de verkeerde kant op, en dat verschil is groter dan toeval, ook als meetelt dat er meer "
        "subregio's en gemeenten bekeken zijn (Holm).",
    ),
    Rule(
        "verandering",
        "Een stroom ging de verkeerde kant op, sinds de vorige telling of sinds de oudste van de "
        "laatste vijf jaar, en dat verschil is groter dan toeval.",
    ),
    Rule(
        "tekort",
        "Leerlingen met een ondersteuningsvraag vinden geen passende plek.",
    ),
    Rule(
        "doel",
        "Een streefwaarde uit het ondersteuningsplan is niet gehaald.",
    ),
    Rule(
        "plan",
        "Van een thuiszitter (in de definitie waarmee het samenwerkingsverband werkt) is geen plan "
        "bekend.",
    ),
    Rule(
        "stand",
        "Een stand, zoals de deelname of de dekking, is minstens een tiende ongunstiger dan bij de "
        "vorige telling of bij de oudste van de laatste vijf jaar, en dat scheelt minstens tien "
        "leerlingen. Over toeval zegt dit niets: wie geteld is, was er.",
    ),
    Rule(
        "land",
        "Een cijfer is ongunstiger dan dat van Nederland op hetzelfde moment, en het scheelt meer dan "
        "bij zo veel leerlingen vanzelf verschilt.",
    ),
    Rule(
        "uitschieter",
        "Een deel van het samenwerkingsverband ligt minstens anderhalf keer zo hoog als de rest "
        "ervan, dat scheelt minstens twintig leerlingen, en dat is meer dan vanzelf verschilt. Niet van de dekking. Cijfers naar "
        "de plaats van de school vergelijken we per subregio, want in een gemeente zegt de plaats "
        "van één school alles.",
    ),
    Rule(
        "verouderd",
        "Het nieuwste cijfer is oud: ouder dan anderhalf jaar als er elk jaar een nieuw cijfer komt, "
        "ouder dan twee maanden als dat elke maand is.",
    ),
)
"""The most important first: without good data the rest says nothing, and what chance does not
explain goes before what is merely off."""


@dataclass(frozen=True)
class Notice:
    """One sentence, with the page that proves it."""

    rule: str
    sentence: str
    page: str
    query: dict[str, str] = field(default_factory=dict)
    weight: float = 0.0
    """Within one rule, the heaviest first."""
    about: str = ""
    """The indicator: of one indicator only the most important sentence is shown."""


Series = dict[Indicator, list[Figure]]
"""Per indicator the known figures of one region, oldest first."""

THEMES = ("deelname", "verwijzingen", "thuiszitters", "nabijheid", "vsv")
"""In the order in which a directeur asks for them; other themes follow, sizes come last."""
SIZES = "leerlingen"
STANDS = ("dekking", "aanbod")
PAGE_OF_THEME = {
    "dekking": "dekking",
    "deelname": "deelname",
    "verwijzingen": "verwijzingen",
    "thuiszitters": "thuiszitters",
    "leerlingen": "scholen",
    "aanbod": "aanbod",
}
"""The page behind a figure; without one of its own, its definition."""


def page_of(indicator: Indicator) -> tuple[str, dict[str, str]]:
    """(page, query) that shows what is behind a figure."""
    page = PAGE_OF_THEME.get(indicator.theme, "begrippen")
    if page == "deelname":
        return page, {"cijfer": indicator.name}
    return page, {"indicator": indicator.name} if page == "begrippen" else {}


def moment_of(figure: Figure, indicator: Indicator) -> dict[str, str]:
    """The query that makes the page behind a figure show the moment of that figure."""
    name = {("verwijzingen", "schooljaar"): "schooljaar", ("thuiszitters", "maandeinde"): "maand",
            ("dekking", "schooljaar"): "schooljaar", ("aanbod", "schooljaar"): "schooljaar"}  # fmt: skip
    found = name.get((indicator.theme, indicator.moment))
    return {found: figure.periode} if found else {}


def importance(indicator: Indicator) -> tuple[int, str, bool, str]:
    """A key that sorts what matters most first; what has no good or bad way comes later."""
    theme = indicator.theme
    place = THEMES.index(theme) if theme in THEMES else len(THEMES) + (theme == SIZES)
    return place, theme, indicator.direction == "geen", indicator.name


def notice(
    rule: str, sentence: str, indicator: Indicator, weight: float, about: str = "", **query: str
) -> Notice:
    """A notice about an indicator, with the page behind it."""
    page, own = page_of(indicator)
    return Notice(rule, sentence, page, own | query, weight, about or indicator.name)


def worse(now: Figure, before: Figure, indicator: Indicator) -> bool:
    """Whether a figure certainly lies on the wrong side of another."""
    if None in (now.waarde, now.waarde_max, before.waarde, before.waarde_max):
        return False
    assert now.waarde is not None
    assert before.waarde is not None
    assert now.waarde_max is not None
    assert before.waarde_max is not None
    if indicator.direction == "lager":
        return now.waarde > before.waarde_max
    return indicator.direction == "hoger" and now.waarde_max < before.waarde


def gap(one: Figure, other: Figure) -> float:
    """The least that two values differ, in the indicator's unit; 0 where they may be equal."""
    if None in (one.waarde, one.waarde_max, other.waarde, other.waarde_max):
        return 0.0
    assert one.waarde is not None
    assert one.waarde_max is not None
    assert other.waarde is not None
    assert other.waarde_max is not None
    return max(0.0, one.waarde - other.waarde_max, other.waarde - one.waarde_max)


def upto(
    found: Sequence[Figure], year: str, indicator: Indicator | None = None
) -> list[Figure]:  # fmt: skip
    """The figures up to and including a year, oldest first; all of them without a year.

    A schooljaar counts when it is over; of need and offer, which are a stand, when it has begun.
    """
    is_stand = indicator is not None and indicator.theme in STANDS
    kept = [
        figure
        for figure in found
        if not year
        or (int(figure.periode[:4]) if is_stand else moments.year(figure.periode)) <= int(year[:4])
    ]
    return sorted(kept, key=lambda figure: figure.periode)


def when(figure: Figure, indicator: Indicator) -> str:
    """op 1 oktober 2025 | in 2024"""
    preposition = "op" if len(figure.periode) == 10 else "in"
    return f"{preposition} {moments.period(figure.periode, indicator.moment)}"


def lower(words: str) -> str:
    """A title inside a sentence."""
    return words[:1].lower() + words[1:]
