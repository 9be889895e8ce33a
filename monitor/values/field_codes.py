"""Codes of schools, besturen, gemeenten and postcodes, and numbers of records and pupils."""

from monitor.values.spelling import (
    NO_APOSTROPHE,
    NO_SPACES,
    WHOLE_AGAIN,
    Pseudonym,
    Spelling,
    is_cut_short,
    looks_like_bsn,
    sql_is_cut_short,
)


def _number_of_record(text: str) -> str:
    if is_cut_short(text):
        raise ValueError
    return text


def _pseudonym(text: str) -> str:
    if looks_like_bsn(text) or is_cut_short(text):
        raise ValueError
    return text


NUMMER = Spelling(
    "nummer",
    "een nummer met al zijn cijfers (zet de kolom in de spreadsheet op tekst en exporteer opnieuw)",
    r"(.|\n|\r)+",
    sql=f"case when not {sql_is_cut_short('{v}')} then {{v}} end",
    parse=_number_of_record,
    steps=(NO_APOSTROPHE, WHOLE_AGAIN),
    is_number=True,
)
VESTIGINGSCODE = Spelling(
    "vestigingscode",
    "een vestigingscode van zes tekens, bijv. 16SW03",
    r"[0-9]{2}[A-Z]{2}[0-9]{2}",
    upper=True,
    steps=(NO_SPACES,),
)
BESTUURSNUMMER = Spelling(
    "bestuursnummer",
    "een bestuursnummer van vijf cijfers, bijv. 40631",
    r"[0-9]{1,5}",
    steps=(WHOLE_AGAIN,),
    sql="lpad({v}, 5, '0')",
    parse=lambda text: text.zfill(5),
)
GEMEENTECODE = Spelling(
    "gemeentecode",
    "een gemeentenummer, bijv. 0363 of GM0363",
    r"GM[0-9]{4}|[0-9]{1,4}",
    upper=True,
    steps=(WHOLE_AGAIN,),
    sql="'GM' || lpad(replace({v}, 'GM', ''), 4, '0')",
    parse=lambda text: "GM" + text.removeprefix("GM").zfill(4),
)
SWVCODE = Spelling(
    "swv",
    "een code als VO2507 of PO-24-01",
    r"(PO|VO)[0-9]{4}",
    upper=True,
    # "24-01" without letters is a code too, but of which sector only its column can tell.
    steps=((r"[^A-Z0-9]+", ""),),
)
SWVCODE_VO = Spelling(
    "swv vo",
    "een code als VO2507, VO-25-07 of 25-07",
    r"(VO)?[0-9]{4}",
    upper=True,
    steps=((r"[^A-Z0-9]+", ""),),
    sql="'VO' || right({v}, 4)",
    parse=lambda text: "VO" + text[-4:],
)
SWVCODE_PO = Spelling(
    "swv po",
    "een code als PO2401, PO-24-01 of 24-01",
    r"(PO)?[0-9]{4}",
    upper=True,
    steps=((r"[^A-Z0-9]+", ""),),
    sql="'PO' || right({v}, 4)",
    parse=lambda text: "PO" + text[-4:],
)
POSTCODE = Spelling(
    "postcode",
    "een postcode, bijv. 5831 CR",
    r"[1-9][0-9]{3}([A-Z]{2})?",
    upper=True,
    steps=(NO_SPACES,),
)
POSTCODE4 = Spelling(
    "postcode4",
    "vier cijfers van een postcode, bijv. 5831",
    r"[1-9][0-9]{3}([A-Z]{2})?",
    upper=True,
    steps=(NO_SPACES, WHOLE_AGAIN),
    sql="left({v}, 4)",
    parse=lambda text: text[:4],
)
PSEUDONIEM = Pseudonym(
    "pseudoniem",
    "een pseudoniem; dit lijkt op een burgerservicenummer en dat mag niet in de monitor",
    r"(.|\n|\r)+",
    parse=_pseudonym,
)
