"""Whom one arrangement reaches within its norm, and for whom it is meant."""

from collections import defaultdict

from monitor.dekking.matching.model import Use
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.matching.who_may_use import within_reach
from monitor.sections.dekking.on_the_map import shapes_of
from monitor.sections.dekking.subject import Subject, indicator_of, trust_now
from monitor.sections.section import Drawn, Said, Section, Table, texts_table
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.views.charts import offer_map
from monitor.views.charts.kinds import ArrangementReach


QUESTION = "Wie kan bij dit arrangement terecht?"


def located(subject: Subject) -> dict[str, Use]:
    """The arrangements of which it is known where they are, by name: code → how it stands."""
    there = {
        use.arrangement.arrangementscode: use
        for use in subject.outcome.arrangementen
        if use.arrangement.longitude is not None
    }
    return dict(sorted(there.items(), key=lambda one: _order(subject, one[0])))


def first(subject: Subject) -> str:
    """The code of one that everybody who is short shares, where that may be told; else the first."""
    there = located(subject)
    in_cut = [code for code, use in there.items() if use.in_cut and subject.exact]
    return (in_cut or list(there))[0]


def _order(subject: Subject, code: str) -> tuple[object, str]:
    return by_name(subject.title(code)), code


def make(subject: Subject, code: str) -> Section | None:
    """None where it is not known where the arrangement is."""
    use = located(subject).get(code)
    if use is None:
        return None
    one = use.arrangement
    assert one.longitude is not None
    assert one.latitude is not None
    inside = within_reach(subject.outcome, code)
    km = _norm(subject, use)
    naam = subject.title(code)
    homes = tuple(_homes(subject, use, {need.postcode4 for need in inside}))
    chart = ArrangementReach(
        tuple(shapes_of(subject)), naam, (one.longitude, one.latitude), km, homes
    )
    circle = (
        f"De cirkel is de norm voor {one.ondersteuningsvragen[0]}: hemelsbreed, van het midden van de "
        "postcode. Binnen de cirkel telt iemand alleen mee als ook niveau en bereik kloppen."
        if one.ondersteuningsvragen and km is not None
        else "Er is geen grens aan de afstand."
    )
    return Section(
        key=f"dekking_bereik_{code}",
        question=QUESTION,
        title="Op de kaart",
        says=Said(reach_sentence(subject, use, sum(need.aantal for need in inside))),
        selection=f"{naam}, {subject.sentence}",
        drawn=(Drawn(chart, (circle,)),),
        table=_table(subject, use, homes),
        trust=(trust_now(subject, indicator_of(subject)),),
    )  # fmt: skip


def _table(subject: Subject, use: Use, homes: tuple[offer_map.Home, ...]) -> Table:
    """The postcodes with who of them can go there; where those are not shown, the arrangement."""
    naam = subject.title(use.arrangement.arrangementscode)
    rows = [
        {
            "Postcode": home.naam.removeprefix("Postcode "),
            "Leerlingen": home.words,
            "Kan er terecht": "ja" if home.is_in else "nee",
        }
        for home in homes
    ]
    own = {
        "Arrangement": naam,
        "Vragen": dutch.joined(use.arrangement.ondersteuningsvragen),
        "Plaatsen": dutch.number(use.places),
    }
    return texts_table(f"Wie {naam} bereikt", rows or [own])


def _norm(subject: Subject, use: Use) -> float | None:
    """The norm for the arrangement's first vraag and niveau."""
    one = use.arrangement
    if not one.ondersteuningsvragen or not one.niveaus:
        return subject.rules.default_km
    return NormLimits(subject.rules).norm(one.ondersteuningsvragen[0], one.niveaus[0])


def reach_sentence(subject: Subject, use: Use, pupils: int) -> str:
    """Rustpunt (Hazelmond): 12 plaatsen voor angst; 34 leerlingen kunnen er terecht. Het is vol.

    Of how many pupils it is, is for who sees exact figures."""
    one = use.arrangement
    places = (
        "een onbekend aantal plaatsen"
        if use.places is None
        else f"{dutch.number(use.places)} {dutch.noun(use.places, 'plaatsen')}"
    )
    what = f"{places} voor {dutch.joined(one.ondersteuningsvragen)}"
    if not subject.exact:
        return f"{subject.title(one.arrangementscode)}: {what}."
    who = subject.pupils(pupils) if pupils else "niemand"
    verb = "kan" if pupils in (0, 1) else "kunnen"
    state = "Het is vol" if use.places and not use.free else ""
    if use.in_cut:
        state += ", en een plek erbij helpt één leerling" if use.marginal else ""
    return f"{subject.title(one.arrangementscode)}: {what}; {who} {verb} er terecht." + (
        f" {state}." if state else ""
    )


def _homes(subject: Subject, use: Use, inside: set[str | None]) -> list[offer_map.Home]:
    """Postcodes with pupils of the same vraag; few live in each, so for the SWV itself only."""
    if not subject.exact:
        return []
    vragen = set(use.arrangement.ondersteuningsvragen)
    pupils: dict[str, int] = defaultdict(int)
    places: dict[str, tuple[float, float]] = {}
    for cell in subject.outcome.cellen:
        need = cell.need
        if need.ondersteuningsvraag in vragen and need.postcode4 and need.longitude is not None:
            assert need.latitude is not None
            pupils[need.postcode4] += need.aantal
            places[need.postcode4] = need.longitude, need.latitude
    return [
        offer_map.Home(
            f"Postcode {code}", subject.pupils(amount), code in inside, *places[code]
        )
        for code, amount in sorted(pupils.items())
    ]  # fmt: skip
