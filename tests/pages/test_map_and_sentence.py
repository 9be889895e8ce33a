"""The gemeente that the sentence above a map and its bars is about is the one that they show."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.store.store import Store


Page = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(tmp_path / "gegevens"))


def pictures(at: AppTest) -> tuple[set[str], set[str]]:
    """(names in bold on the map, names in bold beside the bars)"""
    found = []
    for start in ("Kaart", "Staafgrafiek"):
        chart = next(c for c in at.get("plotly_chart") if c.proto.alt.startswith(start))
        spec = json.loads(chart.proto.spec or chart.proto.figure.spec)
        traces = [t for t in spec["data"] if t.get("mode") == "text"] if start == "Kaart" else []
        words = [*(text for trace in traces for text in trace["text"]),
                 *spec["layout"].get("yaxis", {}).get("ticktext", [])]  # fmt: skip
        found.append({m for text in words for m in re.findall(r"^<b>(.+?)</b>$", text)})
    return found[0], found[1]


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("deelname", {}, r"uiteen van [^(]*\((?P<a>\w+)\) tot [^(]*\((?P<b>\w+)\)"),
        ("overzicht", {"per": "gemeente"}, r"uiteen van [^(]*\((?P<a>\w+)\) tot [^(]*\((?P<b>\w+)\)"),
        ("thuiszitters", {"per": "gemeente"}, r"Het grootste aantal woont in (?P<a>\w+):"),
        ("dekking", {"onderdeel": "kaart", "per": "gemeente"}, r"tekort is in (?P<a>\w+):"),
        ("dekking", {"onderdeel": "kaart", "per": "gemeente", "kaart": "druk"},
         r"minste plekken in bereik heeft (?P<a>\w+):"),
    ],
)  # fmt: skip
def test_whom_the_sentence_names_is_bold_on_the_map_and_in_the_bars(
    page: Page, sample_store: Store, name: str, query: dict[str, str], sentence: str
) -> None:
    at = page(name, sample_store, **query)

    said = " ".join(str(one.value) for one in at.markdown).replace("\u00a0", " ")
    match = re.search(sentence, said)
    assert match is not None
    assert pictures(at) == (set(match.groups()), set(match.groups()))


def test_where_the_sentence_names_nobody_nobody_stands_out(page: Page, sample_store: Store) -> None:
    """Of a consultant so many numbers are hidden that nobody surely has most."""
    viewer = Viewer(Role.CONSULTANT, frozenset({"VO9901"}))

    at = page("thuiszitters", sample_store, viewer, per="subregio")

    said = " ".join(str(one.value) for one in at.markdown)
    bars = next(c for c in at.get("plotly_chart") if c.proto.alt.startswith("Staafgrafiek"))
    assert ("Het grootste aantal" in said) == ("<b>" in json.dumps(
        json.loads(bars.proto.spec or bars.proto.figure.spec)["layout"]["yaxis"]["ticktext"]))  # fmt: skip
