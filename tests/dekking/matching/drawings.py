"""Needs, arrangements and norms as drawings, on a line from west to east.

    needs('''
        waar | vraag | niveau | n | school
        0    | angst | havo   | 2 |          # kilometre 0
    ''')

`waar` is a kilometre on that line (empty: not known). A wijk is ten kilometres of it, a subregio
thirty. What is not drawn is ordinary: one pupil, `angst`, `havo`, reach `swv`, actief.
"""

import math
from typing import Any

from helpers.drawings import rows

from monitor.dekking.matching.model import Arrangement, Need, Norm
from monitor.dekking.matching.outcome import PlacementOutcome


DEGREE = 2 * math.pi * 6371.0088 / 360
"""Kilometres per degree along a meridian, or along the equator, on which the line lies."""


def needs(drawing: str) -> list[Need]:
    return [
        Need(
            ondersteuningsvraag=row.get("vraag", "angst"),
            niveau=row.get("niveau", "havo"),
            aantal=int(row.get("n", "1")),
            vestiging=row.get("school") or None,
            swv=row.get("swv") or None,
            **_where(row.get("waar", "0")),
        )
        for row in rows(drawing)
    ]


def arrangements(drawing: str) -> list[Arrangement]:
    """`praktijk` empty is not known."""
    return [
        Arrangement(
            arrangementscode=row["code"],
            ondersteuningsvragen=tuple(row.get("vragen", "angst").split()),
            niveaus=tuple(row.get("niveaus", "alle").split()),
            bereik=row.get("bereik", "swv"),
            plaatsen_plan=int(row.get("plan", "1")),
            plaatsen_praktijk=int(row["praktijk"]) if row.get("praktijk") else None,
            status=row.get("status", "actief"),
            aanbieder=row.get("aanbieder") or None,
            vestiging=row.get("school") or None,
            tarief=float(row["tarief"]) if row.get("tarief") else None,
            swv=row.get("swv") or None,
            **_where(row.get("waar", "0")),
        )
        for row in rows(drawing)
    ]


def norms(drawing: str) -> tuple[Norm, ...]:
    return tuple(Norm(row["vraag"], row["niveau"], float(row["km"])) for row in rows(drawing))


def _where(km: str) -> dict[str, Any]:
    if not km:
        return {"postcode4": None}
    at = float(km)
    return {
        "postcode4": f"{1000 + int(at)}",
        "wijk": f"wijk {int(at // 10)}",
        "gemeente": f"gemeente {int(at // 20)}",
        "subregio": f"subregio {int(at // 30)}",
        "latitude": 0.0,
        "longitude": at / DEGREE,
    }


def cells(outcome: PlacementOutcome) -> list[dict[str, str]]:
    """As rows to compare with a drawing."""
    return [
        {
            "waar": cell.need.postcode4[1:].lstrip("0") or "0" if cell.need.postcode4 else "",
            "vraag": cell.need.ondersteuningsvraag,
            "niveau": cell.need.niveau,
            "n": str(cell.need.aantal),
            "tekort": f"{cell.certain}–{cell.possible}",
            "onbekend": str(cell.onbekend),
            "staat": cell.state.value,
        }
        for cell in outcome.cellen
    ]


def has_cells(outcome: PlacementOutcome, drawing: str) -> None:
    """Assert that these are the cells, in this order."""
    exp = rows(drawing)
    obs = [{name: row[name] for name in exp[0]} for row in cells(outcome)]
    assert obs == exp


def uses(outcome: PlacementOutcome) -> list[dict[str, str]]:
    return [
        {
            "code": use.arrangement.arrangementscode,
            "bezet": str(use.used),
            "vrij": "?" if use.free is None else str(use.free),
            "snede": "ja" if use.in_cut else "nee",
            "extra": str(use.marginal),
        }
        for use in outcome.arrangementen
    ]


def has_uses(outcome: PlacementOutcome, drawing: str) -> None:
    exp = rows(drawing)
    obs = [{name: row[name] for name in exp[0]} for row in uses(outcome)]
    assert obs == exp
