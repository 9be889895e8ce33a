"""How many were newly referred in this schooljaar, beside the years before, the country and the target."""

from monitor.compare import afspraken
from monitor.compare.afspraken import AfspraakStand
from monitor.figures import differences, wording
from monitor.figures.chance import is_said_chance
from monitor.figures.door import Figure, Indicator
from monitor.sections import origins
from monitor.sections.section import Said, Section, said
from monitor.sections.verwijzingen.asked import Asked, Line, country_at, selection, trust_in, were
from monitor.values import dutch, moments
from monitor.views.words import sentences


QUESTION = "Hoeveel leerlingen zijn nieuw verwezen, en is dat meer of minder dan eerder?"
TITLE = "Stroom: nieuw verwezen"
NO_SHARE = (
    "Welk deel van de leerlingen dit is, valt niet te zeggen: daarvoor moeten ook de leerlingen van "
    "de scholen zijn geteld."
)


def make(asked: Asked, lead: Indicator) -> Section:
    line = asked.line(lead.measure)
    if line is None or line.now.periode != asked.year:
        when = moments.period(asked.year)
        words = f"Van {asked.region.naam} is er in {when} geen cijfer."
        return Section("verwijzingen_stroom_nu", QUESTION, TITLE, Said(words),
                       f"{lead.title}, {asked.region.sentence}, {when}")  # fmt: skip
    goal = standing(asked, line)
    land = country_at(asked, lead, asked.year) if lead.kind == "aandeel" else None
    beside = [
        " ".join(_changes(line)),
        sentences.compare_sentence(line.now, land, lead) if land is not None else "",
        afspraken.sentence(goal, with_course=True),
        _rolling(asked),
    ]
    is_bare = lead.kind != "aandeel" and asked.whole.sector == "vo"
    return Section(
        key="verwijzingen_stroom_nu",
        question=QUESTION,
        title=TITLE,
        says=Said(_first(line)),
        selection=selection(line),
        beside=said(*beside),
        trust=(
            trust_in(asked, line, origins.country_origin(asked.store, lead, land),
                     origins.target_origin(goal)),
        ),
        notes=(NO_SHARE,) if is_bare else (),
    )  # fmt: skip


def _first(line: Line) -> str:
    """In schooljaar 2024-2025 waren er 227 nieuwe tlv's voor het vso: 1,05 % van de leerlingen …"""
    indicator, now = line.indicator, line.now
    many = "geen" if now.teller_max == 0 else wording.teller(now)
    words = indicator.teller.replace("tlv's", "tlv") if many == "1" else indicator.teller
    start = f"In {moments.period(now.periode)} {were(now)} er {many} {words}"
    if indicator.kind == "aantal" or not wording.is_known(now):
        return f"{start}."
    return f"{start}: {wording.value(now, indicator)} van de {indicator.noemer}."


def _changes(line: Line) -> list[str]:
    """Beside the schooljaar before, and the one before that."""
    indicator, now, out = line.indicator, line.now, []
    before, earlier = line.before, line.years_before(2)
    if before is not None:
        words = differences.change(now, before, indicator)
        year = before.periode
        counted = _with_count(before, indicator)
        if words == "gelijk":
            out.append(f"Dat is evenveel als in {year} ({counted}).")
        elif words == "misschien gelijk":
            out.append(f"Of dat meer of minder is dan in {year} ({counted}), is niet te zeggen: "
                       f"{differences.why_unsure(now, before)}.")  # fmt: skip
        elif words == dutch.UNKNOWN:
            out.append(f"In {year} waren het er {_count_with_share(before, indicator)}.")
        else:
            chance = is_said_chance(now, before, indicator)
            out.append(f"Dat is {words} dan in {year} ({counted})"
                       f"{'; dat verschil kan toeval zijn' if chance else ''}.")  # fmt: skip
    if earlier is not None:
        out.append(f"Weer een jaar eerder, in {earlier.periode}, waren het er "
                   f"{_count_with_share(earlier, indicator)}.")  # fmt: skip
    return out


def _with_count(figure: Figure, indicator: Indicator) -> str:
    """0,96 %, 209 tlv's"""
    if indicator.kind == "aantal":
        return wording.value(figure, indicator)
    if figure.is_hidden:
        return wording.teller(figure)
    return f"{wording.value(figure, indicator)}, {wording.teller(figure)} tlv's"


def _rolling(asked: Asked) -> str:
    """De laatste twaalf maanden beside the twelve of a year ago: newer than a schooljaar."""
    line = asked.line("instroom_vso_12m")
    if line is None or line.region != asked.region:
        return ""
    return twelve_months(line)


def twelve_months(line: Line) -> str:
    """In de twaalf maanden tot en met 31 oktober 2025 waren het er 221 (1,02 %); een jaar eerder …"""
    now, before = line.now, line.before
    counted = [_count_with_share(figure, line.indicator) for figure in (now, before) if figure]
    start = f"In de twaalf maanden tot en met {moments.date(now.periode)} waren het er {counted[0]}"
    if before is None:
        return f"{start}."
    chance = is_said_chance(now, before, line.indicator)
    return (f"{start}; een jaar eerder {counted[1]}"
            f"{': een verschil dat toeval kan zijn' if chance else ''}.")  # fmt: skip


def _count_with_share(figure: Figure, indicator: Indicator) -> str:
    """221 (1,02 %) | minder dan 5"""
    if indicator.kind == "aantal" or not wording.is_known(figure):
        return wording.teller(figure)
    return f"{wording.teller(figure)} ({wording.value(figure, indicator)})"


def standing(asked: Asked, line: Line) -> AfspraakStand | None:
    """The promise about this figure; it is of the whole samenwerkingsverband only."""
    if line.region.per != "swv":
        return None
    year = "" if asked.is_newest else str(moments.year(line.now.periode))
    found = afspraken.standings(asked.store, asked.viewer, line.region.swv, year)
    return next((goal for goal in found
                 if goal.indicator == line.indicator and goal.figure == line.now), None)  # fmt: skip
