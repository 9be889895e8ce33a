"""The kinds of question: which keys go with each, which it cannot do without, what may be answered."""

from typing import NamedTuple

from monitor.rounds.vragenlijst.model import NVT, WEET_NIET, Optie, Vraag


_ANSWERED = {
    "verplicht", "waarom_verplicht", "weet_niet", "nvt", "bewijs", "wordt", "voorstel", "volgt_op",
}  # fmt: skip
ALWAYS = {"code", "betekenis", "soort", "tekst", "hulp", "alleen_als"}
CHOICES = {"janee", "jadeelsnee", "keuze", "keuzes"}
SCALES = {"schaal", "stelling"}
NUMBERS = {"aantal", "getal", "bedrag"}


class Kind(NamedTuple):
    keys: set[str]
    """Which keys it knows, beside ALWAYS."""
    needs: tuple[str, ...] = ()


KINDS = {
    "janee": Kind(_ANSWERED),
    "jadeelsnee": Kind(_ANSWERED),
    "keuze": Kind(_ANSWERED | {"lijst", "uit"}),
    "keuzes": Kind(_ANSWERED | {"lijst", "uit"}),
    "schaal": Kind(_ANSWERED | {"van", "tot", "woorden"}, ("van", "tot")),
    "stelling": Kind(_ANSWERED | {"van", "tot", "woorden", "toelichting"}, ("van", "tot")),
    "aantal": Kind(_ANSWERED | {"minimum", "maximum"}),
    "getal": Kind(_ANSWERED | {"minimum", "maximum", "decimalen"}),
    "bedrag": Kind(_ANSWERED | {"minimum", "maximum", "decimalen"}),
    "datum": Kind(_ANSWERED | {"niet_na"}),
    "maand": Kind(_ANSWERED | {"niet_na"}),
    "schooljaar": Kind(_ANSWERED),
    "leeftijd_bewijs": Kind(_ANSWERED | {"niet_na"}),
    "tekst": Kind(_ANSWERED | {"thema", "openbaar"}),
    "lange_tekst": Kind(_ANSWERED | {"thema", "openbaar"}),
    "document": Kind(_ANSWERED),
    "matrix": Kind(
        _ANSWERED - {"voorstel", "wordt", "bewijs"}
        | {"rijen", "soort_rij", "lijst", "uit", "van", "tot", "woorden", "minimum", "maximum"},
        ("rijen", "soort_rij"),
    ),
    "uitleg": Kind(set()),
}
_JA_NEE = (Optie(code="ja", tekst="ja"), Optie(code="nee", tekst="nee"))
_JA_DEELS_NEE = (_JA_NEE[0], Optie(code="deels", tekst="deels"), _JA_NEE[1])
INSTEAD = {
    WEET_NIET: Optie(code=WEET_NIET, tekst="weet niet"),
    NVT: Optie(code=NVT, tekst="n.v.t."),
}


def row_of(vraag: Vraag, row: Optie) -> Vraag:
    """The question of one row of a matrix. Its code is `matrix/row`, which no question in a file
    can have; therefore it is not validated."""
    return vraag.model_copy(
        update={
            "code": f"{vraag.code}/{row.code}",
            "soort": vraag.soort_rij,
            "tekst": row.tekst,
            "rijen": (),
            "soort_rij": None,
        }
    )


def asked_as(vraag: Vraag) -> list[Vraag]:
    """The questions to which an answer is kept: of a matrix one per row, of a text to read none."""
    if vraag.soort == "matrix":
        return [row_of(vraag, row) for row in vraag.rijen]
    return [] if vraag.soort == "uitleg" else [vraag]


def options(vraag: Vraag) -> tuple[Optie, ...]:
    """What can be chosen, without weet niet and n.v.t.; () where it is no choice, or one of the SWV's
    own words."""
    match vraag.soort_rij or vraag.soort:
        case "janee":
            return _JA_NEE
        case "jadeelsnee":
            return _JA_DEELS_NEE
        case "keuze" | "keuzes":
            return vraag.lijst
        case "schaal" | "stelling":
            steps = range(vraag.van or 0, (vraag.tot or 0) + 1)
            return tuple(
                Optie(code=str(at), tekst=vraag.woorden.get(str(at), str(at))) for at in steps
            )
    return ()


def instead(vraag: Vraag) -> tuple[Optie, ...]:
    """Weet niet and n.v.t., as far as this question has them."""
    return (*([INSTEAD[WEET_NIET]] if vraag.weet_niet else []), *([INSTEAD[NVT]] if vraag.nvt else []))  # fmt: skip
