"""Vragenlijsten that pass the check, drawn, and an answer to each of their questions."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from monitor.rounds.vragenlijst.answers import KNOWN_BY, Given
from monitor.rounds.vragenlijst.kinds import CHOICES, KINDS, NUMBERS, SCALES, instead, options
from monitor.rounds.vragenlijst.model import NVT, WEET_NIET, Vraag, Vragenlijst
from monitor.rounds.vragenlijst.reading import judged


OWN = ("angst", "vmbo-b", "ARR-0001", "hulp aan ouders")
"""The SWV's own words, for what has `uit`."""
CODES = st.from_regex(r"[a-z0-9-]{2,12}", fullmatch=True).filter(
    lambda c: c not in (WEET_NIET, NVT)
)
OPTIE_CODES = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True).filter(
    lambda c: c not in (WEET_NIET, NVT)
)
# Letters of other scripts, quotes, emoji, line ends: what people paste.
TEXTS = (
    st.text(
        st.sampled_from("abcdefz é’\"'\\=+-@<>&;,|{}[]$#/éß漢字🙂\n\t0123_x")
        | st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: text.replace("\t", " ").replace("${", "$").strip())
    .filter(bool)
)
SOORTEN = sorted(KINDS)


@st.composite
def vragenlijsten(draw: st.DrawFn) -> Vragenlijst:
    """Of every kind of question, condition and deel; what the check refuses is not drawn."""
    codes = draw(st.lists(CODES, min_size=2, max_size=9, unique=True))
    voor = draw(st.sampled_from(["vestiging", "bestuur", "swv", "panel"]))
    may_rows: list[str | None] = {
        "vestiging": [None, None, "arrangementen", "middelen"],
        "bestuur": [None, "swv", "middelen"],
    }.get(voor, [None])
    deel_codes = draw(st.lists(CODES, min_size=1, max_size=3, unique=True))
    delen: list[dict[str, Any]] = []
    earlier: list[tuple[int, str | None, dict[str, Any]]] = []
    for at, code in enumerate(deel_codes):
        rijen_uit = draw(st.sampled_from(may_rows))
        deel: dict[str, Any] = {"code": code, "titel": draw(TEXTS)}
        if rijen_uit:
            deel["rijen_uit"] = rijen_uit
        if draw(st.booleans()):
            deel |= {"uitleg": draw(TEXTS), "alleen_swv": True, "onderdeel_van": draw(TEXTS)}
        own = codes[at :: len(deel_codes)] or []
        vragen = []
        for vraag_code in own:
            named = [one for in_deel, rows, one in earlier if not rows or in_deel == at]
            vraag = draw(_vraag(vraag_code, named))
            vragen.append(vraag)
            earlier.append((at, rijen_uit, vraag))
        if vragen:
            delen.append({**deel, "vraag": vragen})
    given: dict[str, Any] = {
        "code": draw(CODES),
        "versie": draw(st.sampled_from(["2026", "2.1", "proef 3"])),
        "titel": draw(TEXTS),
        "voor": voor,
        "deel": delen,
    }
    if voor == "vestiging" and draw(st.booleans()):
        given["schooltypen"] = draw(st.sampled_from([["vo", "pro"], ["bao"]]))
    if voor == "vestiging" and draw(st.booleans()):
        given["deel"].append({"code": "uit-de-norm", "titel": draw(TEXTS), "vragen_uit": "norm"})
    if figures := draw(_cijfers(delen)):
        given["cijfer"] = figures
    lijst, faults = judged(given, "getrokken.toml")
    assert lijst is not None, [str(fault) for fault in faults]
    return lijst


@st.composite
def _vraag(draw: st.DrawFn, code: str, earlier: list[dict[str, Any]]) -> dict[str, Any]:
    soort = draw(st.sampled_from(SOORTEN))
    vraag: dict[str, Any] = {"code": code, "soort": soort, "tekst": draw(TEXTS)}
    keys = KINDS[soort].keys
    if draw(st.booleans()):
        vraag |= {"hulp": draw(TEXTS), "betekenis": draw(st.integers(1, 9))}
    if "verplicht" in keys:
        vraag |= {"weet_niet": draw(st.booleans()), "nvt": draw(st.booleans())}
        if draw(st.booleans()):
            vraag |= {"verplicht": True, "waarom_verplicht": draw(TEXTS)}
    if "bewijs" in keys and draw(st.booleans()):
        vraag["bewijs"] = "datum"
    of = soort
    if soort == "matrix":
        of = vraag["soort_rij"] = draw(
            st.sampled_from(["janee", "jadeelsnee", "keuze", "schaal", "aantal"])
        )
        vraag["rijen"] = draw(_opties(1))
    if of in ("keuze", "keuzes"):
        if draw(st.booleans()):
            vraag["lijst"] = draw(_opties(2))
        else:
            vraag["uit"] = draw(st.sampled_from(["niveaus", "ondersteuningsvragen", "doelen"]))
    if of in SCALES:
        low = draw(st.integers(0, 5))
        vraag |= {"van": low, "tot": draw(st.integers(low + 1, low + 12))}
        if draw(st.booleans()):
            vraag["woorden"] = {str(low): f"stap {draw(TEXTS)}"}
    if of in NUMBERS:
        least = 0 if of == "aantal" else -1000
        bounds = sorted(draw(st.lists(st.integers(least, 10**6), min_size=2, max_size=2)))
        for key, bound in zip(("minimum", "maximum"), bounds, strict=True):
            if draw(st.booleans()):
                vraag[key] = bound
        if "decimalen" in keys and draw(st.booleans()):
            vraag["decimalen"] = draw(st.integers(0, 2))
    for key, value in (("thema", True), ("openbaar", True), ("toelichting", True)):
        if key in keys and draw(st.booleans()):
            vraag[key] = value
    if "niet_na" in keys and draw(st.booleans()):
        vraag["niet_na"] = "vandaag"
    if of == "document" and draw(st.booleans()):
        vraag["wordt"] = {"document": "sop"}
    if soort not in ("uitleg", "matrix") and draw(st.integers(0, 3)) == 0:
        vraag["wordt"] = {"afspraak": "OP-09"}
    conditions = [
        condition
        for one in draw(st.lists(st.sampled_from(earlier), max_size=2) if earlier else st.just([]))
        if (condition := draw(_condition(one)))
    ]
    if conditions:
        vraag["alleen_als"] = conditions
    return vraag


@st.composite
def _opties(draw: st.DrawFn, fewest: int) -> list[dict[str, str]]:
    codes = draw(st.lists(OPTIE_CODES, min_size=fewest, max_size=4, unique=True))
    return [{"code": code, "tekst": draw(TEXTS)} for code in codes]


@st.composite
def _condition(draw: st.DrawFn, of: dict[str, Any]) -> dict[str, Any] | None:
    vraag = Vraag.model_validate(of)
    there = list(OWN) if vraag.uit else [o.code for o in (*options(vraag), *instead(vraag))]
    some = st.lists(st.sampled_from(there or ["-"]), min_size=1, max_size=3, unique=True)
    if vraag.soort in NUMBERS or (vraag.soort in SCALES and draw(st.booleans())):
        key = draw(st.sampled_from(["minstens", "hoogstens"]))
        return {"vraag": vraag.code, key: draw(st.integers(-5, 100) | st.just(2.5))}
    if vraag.soort == "keuzes":
        return {"vraag": vraag.code, "bevat": draw(some)}
    if vraag.soort in CHOICES | SCALES:
        return {"vraag": vraag.code, draw(st.sampled_from(["is", "is_niet"])): draw(some)}
    return None


@st.composite
def _cijfers(draw: st.DrawFn, delen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    figures = []
    for at, vraag in enumerate(
        Vraag.model_validate(v) for deel in delen for v in deel.get("vraag", [])
    ):
        code = f"cijfer-{at}"
        if vraag.soort in NUMBERS and draw(st.booleans()):
            figures.append({"code": code, "titel": draw(TEXTS), "maat": "som", "vraag": vraag.code})
        elif vraag.soort in CHOICES and not vraag.uit and draw(st.booleans()):
            telt = [options(vraag)[0].code]
            figures.append(
                {"code": code, "titel": draw(TEXTS), "maat": "aandeel", "vraag": vraag.code}
                | {"telt": telt, "richting": "hoger", "publiek": ["directeur", "gemeente"]}
            )
    return figures


@st.composite
def answer_to(draw: st.DrawFn, vraag: Vraag) -> Given:
    """What somebody gives as an answer to one question, spelled as a Dutch form has it."""
    others = [option.code for option in instead(vraag)]
    if others and draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(others))
    there = list(OWN) if vraag.uit else [option.code for option in options(vraag)]
    match vraag.soort:
        case "keuzes":
            return draw(st.lists(st.sampled_from(there), min_size=1, unique=True))
        case "aantal" | "getal" | "bedrag":
            low = vraag.minimum if vraag.minimum is not None else (vraag.maximum or 3) - 3
            low = max(low, 0) if vraag.soort == "aantal" else low
            high = vraag.maximum if vraag.maximum is not None else low + 5
            return str(draw(st.integers(int(low), int(high))))
        case "datum":
            return draw(st.dates(dt.date(1980, 1, 1), dt.date(2026, 1, 1))).strftime("%d-%m-%Y")
        case "maand":
            return f"{draw(st.integers(1980, 2025))}-{draw(st.integers(1, 12)):02d}"
        case "leeftijd_bewijs":
            return {"maand": "10-2025", "bron": draw(st.sampled_from(KNOWN_BY))}
        case "schooljaar":
            return draw(st.sampled_from(["2025-2026", "2024/25"]))
        case "document":
            return {"titel": "SOP", "plaats": "https://school.nl/sop", "geldig_tot": "31-07-2027"}
        case "tekst" | "lange_tekst":
            return draw(st.sampled_from(["Wij doen dat elke week.", "O'Neill: “goed” 🙂\nen nu"]))
    return draw(st.sampled_from(there))
