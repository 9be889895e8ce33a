#!/usr/bin/env python3
"""Zijn er lekken bekend in de pakketten van requirements.txt? Draait in `make lint`.

0 = niets bekend, of er was niemand te vragen (dat staat er dan); 1 = een lek dat niet is
aanvaard, of een aanvaarding die verlopen is; 2 = de lijst met aanvaarde lekken is niet goed.
Wat aanvaard is staat met reden en datum in .ci/aanvaarde-lekken.toml.

Wie per se antwoord wil (bij een oplevering) zet DEKKEND_AUDIT=streng: dan is geen antwoord ook 1.
"""

import datetime as dt
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any


ROOT = Path(__file__).resolve().parents[1]
ACCEPTED = ROOT / ".ci/aanvaarde-lekken.toml"
PATIENCE = 15
"""Seconden die het opzetten van een verbinding en een antwoord mogen duren."""
LONGEST = 120
"""Seconden voor alles samen: een dienst die niets zegt houdt de CI niet op."""
LONGEST_ACCEPTANCE = dt.timedelta(days=180)


def main() -> int:
    try:
        accepted, expired = read_accepted(ACCEPTED.read_text("utf-8"), dt.date.today())
    except (OSError, ValueError) as error:
        print(f"{ACCEPTED.name} is niet goed: {error}")
        return 2
    for line in expired:
        print(line)
    report, why = ask()
    if report is None:
        return _no_answer(why) or bool(expired)
    code, lines = judge(report, accepted)
    for line in lines:
        print(line)
    is_answered = any(line.startswith("Nagekeken") for line in lines)
    if code == 0 and not is_answered:
        return _no_answer("de pakketlijst kent geen meldingen") or bool(expired)
    return code or bool(expired)


def read_accepted(text: str, today: dt.date) -> tuple[dict[str, str], list[str]]:
    """(per melding de reden, zinnen over wat verlopen is); ValueError als er iets ontbreekt."""
    accepted, expired = {}, []
    for advisory, about in tomllib.loads(text).items():
        reason, since, until = (about.get(key) for key in ("reden", "sinds", "tot"))
        if not reason or not isinstance(since, dt.date) or not isinstance(until, dt.date):
            raise ValueError(f"{advisory} mist een reden, sinds of tot")
        if until - since > LONGEST_ACCEPTANCE:
            raise ValueError(f"{advisory} is voor langer dan een half jaar aanvaard")
        if until < today:
            expired.append(f"{advisory} was aanvaard tot {until}: kijk er opnieuw naar.")
        else:
            accepted[advisory] = reason
    return accepted, expired


def ask() -> tuple[dict[str, Any] | None, str]:
    """(het antwoord, "") of (None, waarom er geen is)."""
    # Alles ligt vast met een hash, dus pip hoeft niets uit te zoeken.
    command = [sys.executable, "-m", "pip_audit", "--requirement", "requirements.txt",
               "--require-hashes", "--disable-pip", "--format", "json", "--desc", "off",
               "--progress-spinner", "off", "--timeout", str(PATIENCE)]  # fmt: skip
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return None, f"geen antwoord binnen {LONGEST} seconden"
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        if "No module named" in done.stderr:
            return None, "pip-audit is niet geïnstalleerd: make lint doet dat"
        # Alleen welke fout: er kan een adres met een wachtwoord achter staan.
        last = (done.stderr.strip().splitlines() or ["geen uitvoer"])[-1]
        return None, last.partition(": ")[0][:80]
    return report, ""


def judge(report: dict[str, Any], accepted: dict[str, str]) -> tuple[int, list[str]]:
    """(0 of 1, wat er te zeggen is) over een antwoord van pip-audit."""
    found = report.get("dependencies", [])
    checked = [one for one in found if "skip_reason" not in one]
    lines = []
    code = 0
    for one in checked:
        for leak in one.get("vulns", []):
            names = {leak["id"], *leak.get("aliases", [])}
            known = sorted(names & set(accepted))
            where = f"{one['name']} {one['version']}: {leak['id']}"
            if known:
                lines.append(f"Aanvaard  {where} ({accepted[known[0]]})")
                continue
            code = 1
            fixed = ", ".join(leak.get("fix_versions", [])) or "nog geen versie"
            lines.append(f"LEK       {where}; opgelost in: {fixed}")
    if checked:
        lines.append(f"Nagekeken op bekende lekken: {len(checked)} van de {len(found)} pakketten.")
    unchecked = [one["name"] for one in found if "skip_reason" in one]
    if checked and unchecked:
        lines.append(f"Niet nagekeken: {', '.join(unchecked)}.")
    return code, lines


def _no_answer(why: str) -> int:
    print(
        f"LET OP: de pakketten zijn NIET op bekende lekken nagekeken ({why}).\n"
        "Doe het op een machine met internet: make lint. Verplicht maken: DEKKEND_AUDIT=streng"
    )
    return int(os.environ.get("DEKKEND_AUDIT") == "streng")


if __name__ == "__main__":
    sys.exit(main())
