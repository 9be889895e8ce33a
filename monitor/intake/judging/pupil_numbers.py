"""Numbers of pupils that a spreadsheet touched, told apart within one file."""

from typing import Any

from monitor.errors import Problem
from monitor.intake.judging import messages
from monitor.intake.judging.columns import Plan
from monitor.intake.judging.judgement import Judgement
from monitor.intake.reading.sheet import Sheet


NUMBER = "[0-9]+"


def sql_visible(text: str) -> str:
    """SQL for what a pupil is called, without signs that are not seen, an apostrophe that Excel
    puts in front and decimals that it puts behind."""
    apostrophes = "^''+"
    seen = f"regexp_replace({text}, '\\p{{Cf}}+|{apostrophes}', '', 'g')"
    number = f"regexp_replace({seen}, '\\p{{Z}}+|[.,]0{{1,2}}$', '', 'g')"
    seen = f"regexp_replace({seen}, '\\p{{Z}}', ' ', 'g')"
    return f"case when regexp_full_match({number}, '{NUMBER}') then {number} else {seen} end"


def judge_pupils(connection: Any, sheet: Sheet, plan: Plan, out: Judgement, listed: int) -> None:
    """Refuse two numbers of pupils in one file that differ in noughts in front only: whether they
    are one pupil, nobody can tell."""
    for name in plan.source.pseudonyms():
        found = connection.execute(
            f"with los as (select rij, {sql_visible(name)} as nummer from {out.table}), "
            f"cijfers as (select rij, nummer, ltrim(nummer, '0') as kaal from los "
            f"where regexp_full_match(nummer, '{NUMBER}')), "
            "dubbel as (select kaal, min(nummer) as kort from cijfers "
            "group by kaal having count(distinct nummer) > 1), "
            "per_spelling as (select kaal, nummer, min(rij) as rij from cijfers "
            "group by kaal, nummer) "
            "select per_spelling.rij, min(per_spelling.rij) over (partition by kaal) as eerste "
            "from per_spelling join dubbel using (kaal) order by 1"
        ).fetchall()
        pairs = [(row, first) for row, first in found if row != first]
        if not pairs:
            continue
        lines = sheet.lines({row for pair in pairs[:listed] for row in pair})
        heading = sheet.heading(plan.place[name])
        out.refused += len(pairs)
        for row, first in pairs[:listed]:
            text = messages.same_but_for_noughts(lines.get(first, 0))
            out.problems.append(Problem(sheet.file, lines.get(row, 0), heading, text))
        if len(pairs) > listed:
            text = messages.more_of_these(len(pairs) - listed)
            out.problems.append(Problem(sheet.file, 0, heading, text))
