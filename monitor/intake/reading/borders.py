"""Borders of gemeenten as CBS and Kadaster give them: land only, and one shape per gemeente."""

import json
import re
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from monitor.intake.reading import open_data
from monitor.sources.gemeentegrenzen import CODES, NAMES
from monitor.sources.source import normal
from monitor.values.field_codes import GEMEENTECODE


WATER = ("water", "h2o")
"""JA, NEE, or B for what lies in Belgium (CBS, Wijk- en Buurtkaart)."""
YEARS = ("jaar", "jaarcode", "jrstatcode")
SMALLER = {"wijkcode": "wijken", "wkcode": "wijken", "buurtcode": "buurten", "bucode": "buurten"}
LARGER = {"PV": "provincies", "LD": "landsdelen", "CR": "COROP-gebieden", "WK": "wijken",
          "BU": "buurten", "GG": "GGD-regio's", "VR": "veiligheidsregio's", "LN": "het land",
          "RM": "RMC-regio's", "JZ": "jeugdzorgregio's", "AM": "arbeidsmarktregio's"}  # fmt: skip


class Feature(NamedTuple):
    """One feature of a map: its properties as text, and its GeoJSON geometry."""

    properties: dict[str, str]
    geometry: dict[str, Any] | None


class OtherAreas(Exception):
    """Areas, but not gemeenten: `what` are they."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Borders(NamedTuple):
    """Features of which the code and name are under the first of `CODES` and of `NAMES`."""

    features: list[Feature]
    remarks: list[str]
    year: int
    """Of which they say that they are; 0 = they do not say."""
    own: dict[str, str]
    """What the file itself calls the code and the name."""


def gemeenten(features: list[Feature]) -> Borders:
    """One feature per gemeente; features that are no areas with a code and a name of gemeenten come
    back as they are. Raises OtherAreas for wijken, provincies and such."""
    names = {normal(name): name for feature in features for name in feature.properties}
    code = next((names[normal(c)] for c in CODES if normal(c) in names), "")
    name = next((names[normal(n)] for n in NAMES if normal(n) in names), "")
    is_area = any(_is_area(feature) for feature in features)
    if not is_area or {"postcode4", "pc4"} & set(names):
        return Borders(features, [], 0, {})
    for heading in ("buurtcode", "bucode", "wijkcode", "wkcode"):
        if heading in names:
            raise OtherAreas(SMALLER[heading])
    if not code or not name:
        return Borders(features, [], 0, {})
    _refuse_larger([feature.properties.get(code, "").strip() for feature in features], code)
    water = next((names[w] for w in WATER if w in names), "")
    land = [f for f in features if f.properties.get(water, "").strip().upper() in ("", "NEE", "NO")]
    said = (
        [open_data.remark_no_land(len(features) - len(land))] if len(land) < len(features) else []
    )
    joined, more = _joined(land, code, name)
    if more:
        parts = sum(len(_polygons(f)) for f in joined if f.properties[name] in more)
        said.append(open_data.remark_joined(more, parts))
    own = {code: CODES[0], name: NAMES[0]}
    renamed = [
        f._replace(properties={own.get(k, k): v for k, v in f.properties.items()}) for f in joined
    ]
    return Borders(
        renamed, said, _year(land, names), {ours: theirs for theirs, ours in own.items()}
    )


def _is_area(feature: Feature) -> bool:
    return (feature.geometry or {}).get("type") in ("Polygon", "MultiPolygon")


def _refuse_larger(codes: list[str], heading: str) -> None:
    letters = {code[:2].upper() for code in codes if re.match(r"[A-Za-z]{2}", code)}
    if letters and "GM" not in letters:
        raise OtherAreas(LARGER.get(min(letters), "andere gebieden"))
    # Provincies have numbers too, of two digits.
    if normal(heading) == "code" and not all(re.fullmatch("(GM)?[0-9]{4}", code) for code in codes):
        raise OtherAreas("andere gebieden")


def _joined(features: list[Feature], code: str, name: str) -> tuple[list[Feature], list[str]]:
    """(features of which those of one gemeente are one, the names of which there were more)."""
    groups: dict[tuple[str, str], list[Feature]] = {}
    for feature in features:
        key = (_gemeente(feature.properties.get(code, "")), feature.properties.get(name, ""))
        groups.setdefault(key, []).append(feature)
    out: list[Feature] = []
    more: list[str] = []
    for (_, named), group in groups.items():
        areas = [feature for feature in group if _is_area(feature)]
        if len(areas) > 1:
            # The same piece twice would be a hole where it is filled.
            pieces = {json.dumps(piece): piece for one in areas for piece in _polygons(one)}
            shape = {"type": "MultiPolygon", "coordinates": list(pieces.values())}
            areas = [areas[0]._replace(geometry=shape)]
            more.append(named)
        out += areas + [feature for feature in group if not _is_area(feature)]
    return out, more


def _gemeente(text: str) -> str:
    """A code in one spelling, so that 363 and GM0363 are one gemeente."""
    try:
        return GEMEENTECODE.read(text) or text
    except PydanticCustomError:
        return text


def _polygons(feature: Feature) -> list[Any]:
    shape = feature.geometry or {}
    coordinates = shape.get("coordinates") or []
    return [coordinates] if shape.get("type") == "Polygon" else list(coordinates)


def _year(features: list[Feature], names: dict[str, str]) -> int:
    for heading in YEARS:
        if heading in names:
            found = {f.properties.get(names[heading], "")[:4] for f in features}
            if len(found) == 1 and re.fullmatch("(19|20)[0-9]{2}", one := found.pop()):
                return int(one)
    return 0
