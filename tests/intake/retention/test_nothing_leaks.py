"""What a delivery says and leaves behind never names a pupil."""

import json
import logging
from collections.abc import Callable

import pytest

from monitor.commands import output
from monitor.intake.report import DeliveryOutcome
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
HEADINGS = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;INGESCHREVEN;GEOORLOOFD;STATUS;REDEN;LEEFTIJD"
WORDS = ("wachtwoordloos-kind", "geheime-reden", "zeg-niet-dit")


@pytest.mark.parametrize(
    "rows",
    [
        ["V1;wachtwoordloos-kind;geheime-reden;Ja;Nee;aangemeld;geheime-reden;zeg-niet-dit"],
        ["V1;wachtwoordloos-kind;01-09-2026;zeg-niet-dit;Nee;geheime-reden;geheime-reden;12"],
        ["V1;wachtwoordloos-kind;01-09-2026;Ja;Nee;aangemeld;geheime-reden;12"] * 2,
        ["V1;wachtwoordloos-kind;01-09-2026;Ja;Nee;aangemeld;geheime-reden;12;zeg-niet-dit"],
        ['V1;wachtwoordloos-kind;01-09-2026;Ja;Nee;aangemeld;"geheime-reden;12'],
        ["V1;wachtwoordloos-kind;01-09-2026;Ja;Nee;aangemeld;geheime-reden;12"],
    ],
    ids=["dates", "words", "double", "too wide", "open quote", "good"],
)
def test_nothing_of_a_pupil_is_told_logged_or_left(
    rows: list[str],
    deliver_text: Deliver,
    versions: Versions,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)

    outcome = deliver_text(("meldingen.csv", "\n".join([HEADINGS, *rows, ""])))

    output.tell_outcome(outcome)
    told = capsys.readouterr()
    said = json.dumps(output.outcome_as_json(outcome), default=str) + told.out + told.err
    said += caplog.text + "".join(str(problem) for problem in outcome.problems)
    assert [word for word in WORDS if word in said] == []
    left = [path for path in versions.folder.rglob("*") if path.is_file()]
    names = [path.name for path in left if b"wachtwoordloos-kind" in path.read_bytes()]
    assert names == []
    assert [path.name for path in versions.folder.glob("werk-*")] == []
