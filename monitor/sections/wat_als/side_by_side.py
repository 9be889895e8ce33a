"""Two or three scenarios beside each other, and beside what is real."""

import re
from collections.abc import Sequence

from monitor.dekking.scenarios import Effect, Scenario, compare
from monitor.sections.section import Said, Section, texts_table
from monitor.sections.wat_als.subject import STEPS, Subject
from monitor.values import dutch
from monitor.views.words import scenarios


QUESTION = "Welk scenario helpt de meeste leerlingen?"
TITLE = "Naast elkaar"


def make(subject: Subject, chosen: Sequence[tuple[str, Scenario]]) -> Section:
    """Of (name, scenario) in order. ValueError for none."""
    if not chosen:
        raise ValueError("nothing to put side by side")
    usable = [subject.usable(scenario) for _, scenario in chosen]
    effects = compare(
        subject.store, subject.basis, [scenario for scenario, _ in usable], subject.level
    )
    titles = _titles([name for name, _ in chosen])
    notes = [
        f"In {title} telt wijziging {dutch.joined([str(index + 1) for index in wrong])} niet mee: zij "
        "past niet bij wat er nu is."
        for title, (_, wrong) in zip(titles, usable, strict=True)
        if wrong
    ]
    rows = scenarios.compare_rows(effects, titles, subject.level, subject.numbers, subject.name)
    return Section(
        key="wat_als_naast",
        question=QUESTION,
        title=TITLE,
        says=Said(_best(subject, effects, titles)),
        selection=f"{dutch.joined(titles)}, {subject.sentence}",
        table=texts_table(
            "Scenario's naast elkaar", rows, "number", file="wat-als-naast-elkaar",
            whole=dutch.joined(titles), filed=lambda: rows,
        ),
        trust=(subject.trust,),
        notes=(*notes, *(() if subject.numbers.exact else (STEPS,))),
    )  # fmt: skip


def _best(subject: Subject, effects: Sequence[Effect], titles: Sequence[str]) -> str:
    """Which of them helps most; in steps it is not said, as it would tell more than the steps."""
    if all(one.solved == effects[0].solved for one in effects):
        return "Ze helpen evenveel leerlingen."
    if not subject.numbers.exact:
        return ""
    best = max(range(len(effects)), key=lambda i: (effects[i].solved, -i))
    others = [
        f"{titles[i]} {dutch.number(one.solved)}" for i, one in enumerate(effects) if i != best
    ]
    most = effects[best].solved
    return (
        f"{titles[best]} helpt het meest: {dutch.number(most)} {dutch.noun(most, 'leerlingen')} "
        f"(tegen {dutch.joined(others)})."
    )


def _titles(names: list[str]) -> list[str]:
    """Names as headers of columns, which on a phone stand in a style sheet: only what people write
    in a name, no markup. Two of the same get a number."""
    plain = [" ".join(re.sub(r"[^\w ,.()'&+%€/:?!-]", " ", name).split()) or "?" for name in names]
    return [
        name if plain.count(name) == 1 else f"{name} ({plain[: i + 1].count(name)})"
        for i, name in enumerate(plain)
    ]
