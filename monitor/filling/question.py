"""One question as HTML: its words, what may be chosen or typed, and how it stands."""

import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from monitor.filling.given import INSTEAD, PARTS, PROOF, SEEN, SHOWN, VALUE, key_of, name
from monitor.filling.html import button, hidden
from monitor.filling.sheet import Said, Sheet
from monitor.filling.words import clock, shown_as, stated
from monitor.rounds.kept_answers import GEGEVEN, Kept
from monitor.rounds.vragenlijst.answers import KNOWN_BY, LONGEST
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.vragenlijst.kinds import SCALES, instead, options
from monitor.rounds.vragenlijst.model import Optie, Vraag
from monitor.values import dutch, moments


MOST_RADIOS = 6
CHOSEN = {"janee", "jadeelsnee", "keuze", *SCALES}
EXAMPLE = {
    "aantal": "een geheel getal, bijvoorbeeld 12", "getal": "bijvoorbeeld 12,5",
    "bedrag": "in euro's, bijvoorbeeld 1.250", "datum": "bijvoorbeeld 31-12-2025",
    "maand": "maand en jaar, bijvoorbeeld 10-2025", "schooljaar": "bijvoorbeeld 2025-2026",
}  # fmt: skip
LABELS = {
    "titel": "Titel", "plaats": "Webadres, of waar het ligt", "geldig_tot": "Geldig tot (31-07-2026)",
    "maand": "Van wanneer is dit (10-2025)", "bron": "Hoe weet u het",
}  # fmt: skip
NUMERIC = {"aantal", "getal", "bedrag"}


class Given(NamedTuple):
    """What stands in a question: what was kept, or what was typed and not taken."""

    value: Any
    instead: str
    proof: str


def id_of(place: Place) -> str:
    """An id without signs that an address or a style would read otherwise."""
    return "v" + hashlib.sha256(key_of(place).encode()).hexdigest()[:12]


def question(
    sheet: Sheet, place: Place, vraag: Vraag, names: dict[str, str], is_asked: bool = True,
    fault: str = "", typed: Given | None = None, condition: str = "",
) -> str:  # fmt: skip
    """A question as a fieldset. `condition` says when it is asked, for where it is not."""
    key, own = key_of(place), id_of(place)
    kept = sheet.current.get(place)
    stands = typed or given_of(kept)
    about = [f"{own}-fout" if fault else "", f"{own}-hulp" if vraag.hulp else ""]
    parts = [
        f"<legend>{escape(vraag.tekst)}{_marks(vraag)}</legend>",
        f'<p class="hulp" id="{own}-hulp">{escape(vraag.hulp)}</p>' if vraag.hulp else "",
        f'<p class="hulp">{escape(condition)}</p>' if condition else "",
        _offers(sheet, place, vraag, kept),
        _inputs(sheet, own, key, vraag, stands, " ".join(one for one in about if one), bool(fault)),
        _proof(own, key, vraag, stands),
        f'<p class="fout" id="{own}-fout">{escape(fault)}</p>' if fault else "",
        pair(sheet, place, vraag, names),
        f'<p class="stand" role="status">{escape(stated(kept, names))}</p>',
        hidden(name(SHOWN, key), "1"),
        hidden(name(SEEN, key), str(_shown(sheet, place))),
    ]
    look = "" if is_asked else " hidden"
    return (
        f'<fieldset class="vraag" id="{own}" data-key="{escape(key)}" data-soort="{vraag.soort}"'
        f'{look} aria-describedby="{" ".join(one for one in about if one)}">{"".join(parts)}</fieldset>'
    )


def given_of(kept: Kept | None) -> Given:
    if kept is None:
        return Given(None, "", "")
    proof = f"{kept.bewijs[5:7]}-{kept.bewijs[:4]}" if kept.bewijs else ""
    return Given(kept.waarde, "" if kept.staat == GEGEVEN else kept.staat, proof)


def pair(sheet: Sheet, place: Place, vraag: Vraag, names: dict[str, str]) -> str:
    """Two answers of two people, with the question which of them holds; '' when there is one."""
    both = sheet.pairs.get(place)
    if both is None:
        return ""
    key = key_of(place)
    told = " ".join(
        f"{names.get(one.wie, one.wie)} zei om {clock(one.wanneer)} ‘{shown_as(vraag, one)}’."
        for one in both
    )
    choices = "".join(
        button(f"‘{shown_as(vraag, one)}’ geldt", "geldt", f"{one.nummer}.{key}", "klein")
        for one in both
    )
    return f'<div class="paar"><p>{escape(told)} Welke geldt?</p>{choices}</div>'


def _shown(sheet: Sheet, place: Place) -> int:
    rows = sheet.found.get(place, [])
    return rows[-1].nummer if rows else 0


def _marks(vraag: Vraag) -> str:
    return "" if vraag.verplicht else ' <span class="zacht">(mag open blijven)</span>'


def _offers(sheet: Sheet, place: Place, vraag: Vraag, kept: Kept | None) -> str:
    """What was said a year ago and what a register says, each with a button as long as the question
    is open: never chosen beforehand."""
    found = []
    for said, first, word, yes in (
        (sheet.last_year(place), "Vorig jaar", "klopt", "Klopt nog"),
        (sheet.proposed(place, vraag), "Bekend", "voorstel", "Klopt"),
    ):
        if said is None:
            continue
        more = button(yes, word, key_of(place), "klein") if kept is None else ""
        found.append(f'<p class="vorig">{escape(_offer(vraag, said, first))} {more}</p>')
    return "".join(found)


def _offer(vraag: Vraag, said: Said, first: str) -> str:
    named = {one.code: one.tekst for one in options(vraag)}
    day = f", {moments.date(said.when)}" if said.when else ""
    return f"{first} ({said.source}{day}): {_told(vraag, said.given, named)}."


def _told(vraag: Vraag, given: str, named: Mapping[str, str]) -> str:
    """What a form sends, as it is read: € 117.800"""
    try:
        number = float(given.replace(",", ".")) if vraag.soort in NUMERIC else None
    except ValueError:
        number = None
    if number is None:
        return named.get(given, given)
    told = dutch.number(number, 0 if number.is_integer() else 2)
    return f"€ {told}" if vraag.soort == "bedrag" else told


def _inputs(
    sheet: Sheet, own: str, key: str, vraag: Vraag, stands: Given, about: str, is_wrong: bool
) -> str:
    choices = list(options(vraag))
    if vraag.uit:
        choices = [Optie.model_construct(code=word, tekst=word)
                   for word in sheet.own_words(vraag)]  # fmt: skip
    wrong = ' aria-invalid="true"' if is_wrong else ""
    wrong += f' aria-describedby="{about}"' if about else ""
    if vraag.soort in CHOSEN:
        value = stands.instead or ("" if stands.value is None else str(stands.value))
        all_of = [*choices, *instead(vraag)]
        if len(choices) <= MOST_RADIOS or vraag.soort in SCALES:
            return _ticks("radio", name(VALUE, key), own, all_of, [value])
        return _select(name(VALUE, key), own, all_of, value, wrong)
    beside = _instead(own, key, vraag, stands)
    if vraag.soort == "keuzes":
        ticked = stands.value if isinstance(stands.value, list) else []
        return _ticks("checkbox", name(VALUE, key), own, choices, ticked) + beside
    if vraag.soort in PARTS:
        there = stands.value if isinstance(stands.value, dict) else {}
        return "".join(
            _part(own, key, part, str(there.get(part, ""))) for part in PARTS[vraag.soort]
        ) + beside  # fmt: skip
    text = "" if stands.value is None else written(vraag, stands.value)
    label = f'aria-label="{escape(vraag.tekst)}"'
    common = f'id="{own}-in" name="{escape(name(VALUE, key))}" {label}{wrong}'
    if vraag.soort in LONGEST:
        lines = 6 if vraag.soort == "lange_tekst" else 3
        # A browser drops the first line break of a textarea.
        return f"<textarea {common} rows={lines!r}>\n{escape(text)}</textarea>{beside}"
    mode = ' inputmode="decimal"' if vraag.soort in NUMERIC else ""
    example = EXAMPLE.get(vraag.soort, "")
    hint = f'<p class="zacht">{escape(example)}</p>' if example else ""
    return (
        f'<input type="text" {common}{mode} maxlength="300" autocomplete="off" class="kort" '
        f'value="{escape(text)}">{hint}{beside}'
    )


def written(vraag: Vraag, value: Any) -> str:
    """A kept value as somebody types it, so that sending it back says the same."""
    if vraag.soort == "maand" and isinstance(value, str) and len(value) == 7:
        return f"{value[5:]}-{value[:4]}"
    if vraag.soort == "datum" and isinstance(value, str) and len(value) == 10:
        return f"{value[8:]}-{value[5:7]}-{value[:4]}"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)


def _ticks(
    kind: str, called: str, own: str, choices: Sequence[Optie], chosen: Sequence[str]
) -> str:
    found = []
    for number, one in enumerate(choices):
        mark = " checked" if one.code in chosen else ""
        found.append(
            f'<label class="keuze"><input type="{kind}" name="{escape(called)}" '
            f'id="{own}-{number}" value="{escape(one.code)}"{mark}> <span>{escape(one.tekst)}</span></label>'
        )
    return f'<div class="keuzes">{"".join(found)}</div>'


def _select(called: str, own: str, choices: Sequence[Optie], chosen: str, wrong: str) -> str:
    found = ['<option value="">Kies</option>']
    for one in choices:
        mark = " selected" if one.code == chosen else ""
        found.append(f'<option value="{escape(one.code)}"{mark}>{escape(one.tekst)}</option>')
    return (
        f'<select id="{own}-in" name="{escape(called)}" aria-labelledby="{own}"{wrong}>'
        f"{''.join(found)}</select>"
    )


def _instead(own: str, key: str, vraag: Vraag, stands: Given) -> str:
    """Weet niet and n.v.t. beside what is typed."""
    return "".join(
        f'<label class="keuze"><input type="checkbox" name="{escape(name(INSTEAD, key))}" '
        f'id="{own}-{one.code}" value="{one.code}"{" checked" if stands.instead == one.code else ""}> '
        f"<span>{escape(one.tekst)}</span></label>"
        for one in instead(vraag)
    )


def _part(own: str, key: str, part: str, value: str) -> str:
    called = escape(f"{VALUE}.{part}.{key}")
    label = f'<label for="{own}-{part}">{escape(LABELS[part])}</label>'
    if part == "bron":
        words = [Optie.model_construct(code=one, tekst=one.replace("-", " ")) for one in KNOWN_BY]
        choices = "".join(
            f'<option value="{one.code}"{" selected" if one.code == value else ""}>{one.tekst}</option>'
            for one in words
        )
        return f'{label}<select id="{own}-{part}" name="{called}"><option value="">Kies</option>{choices}</select>'
    if part == "maand" and len(value) == 7 and value[4] == "-":
        value = f"{value[5:]}-{value[:4]}"
    if part == "geldig_tot" and len(value) == 10 and value[4] == "-":
        value = f"{value[8:]}-{value[5:7]}-{value[:4]}"
    return (
        f'{label}<input type="text" id="{own}-{part}" name="{called}" maxlength="300" '
        f'autocomplete="off" value="{escape(value)}">'
    )


def _proof(own: str, key: str, vraag: Vraag, stands: Given) -> str:
    if vraag.bewijs != "datum":
        return ""
    return (
        f'<div class="bewijs"><label for="{own}-b">Sinds wanneer weet u dit? '
        '<span class="zacht">(maand en jaar, bijvoorbeeld 10-2025; mag open blijven)</span></label>'
        f'<input type="text" id="{own}-b" name="{escape(name(PROOF, key))}" maxlength="10" class="kort" '
        f'autocomplete="off" value="{escape(stands.proof)}"></div>'
    )
