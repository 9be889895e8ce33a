"""Conditions as XLSForm has them (`relevant`, a little XPath), and back.

`(${bo-12} = 'ja' or ${bo-12} = 'deels') and ${aantal} >= 3`. Of XPath only what a condition can say
is read; in XPath an empty answer differs from 'ja', here it meets nothing, so `is_niet` also says
that there is an answer.
"""

import re
from collections.abc import Sequence

from monitor.rounds.vragenlijst.model import Voorwaarde
from monitor.rounds.vragenlijst.writing import value_text
from monitor.rounds.vragenlijst.xlsform import code_of, name_of


LONGEST = 20_000
_TOKEN = re.compile(
    r"""\s*(?:\$\{(?P<name>[A-Za-z_][A-Za-z0-9_.-]*)\}|(?P<text>'[^']*'|"[^"]*")"""
    r"""|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?)"""
    r"""|(?P<sign>!=|>=|<=|=|\(|\)|,|and\b|or\b|selected\b))"""
)
Token = tuple[str, str]
Comparison = tuple[str, str, str]
"""(code of the question, comparison, word)"""


class NotInSubset(ValueError):
    """It may be XPath, and it is no condition; the message is the end of a sentence."""


def to_relevant(conditions: Sequence[Voorwaarde]) -> str:
    """All conditions of a question; '' for none."""
    return " and ".join(map(_text, conditions))


def _text(condition: Voorwaarde) -> str:
    name = f"${{{name_of(condition.vraag)}}}"
    if condition.is_ is not None:
        return _joined(" or ", [f"{name} = '{word}'" for word in condition.is_])
    if condition.bevat is not None:
        return _joined(" or ", [f"selected({name}, '{word}')" for word in condition.bevat])
    if condition.is_niet is not None:
        return _joined(" and ", [f"{name} != '{word}'" for word in ("", *condition.is_niet)])
    if condition.minstens is not None:
        return f"{name} >= {value_text(condition.minstens)}"
    return f"{name} <= {value_text(condition.hoogstens)}"


def _joined(how: str, parts: list[str]) -> str:
    return f"({how.join(parts)})" if len(parts) > 1 else parts[0]


def from_relevant(text: str) -> list[dict[str, object]]:
    """The conditions as a file has them; NotInSubset when something else is asked."""
    tokens = _tokens(text)
    found = []
    while tokens:
        if tokens[0] == ("sign", "("):
            end = tokens.index(("sign", ")")) if ("sign", ")") in tokens else -1
            # `selected(…)` has brackets of its own.
            depth = 0
            for at, token in enumerate(tokens):
                depth += {"(": 1, ")": -1}.get(token[1], 0) if token[0] == "sign" else 0
                if depth == 0:
                    end = at
                    break
            else:
                raise NotInSubset("heeft een haakje te weinig")
            found.append(_group(tokens[1:end]))
            tokens = tokens[end + 1 :]
        else:
            comparison, tokens = _comparison(tokens)
            found.append(_condition([comparison]))
        if tokens:
            if tokens[0] != ("sign", "and") or len(tokens) == 1:
                raise NotInSubset("verbindt voorwaarden anders dan met and")
            tokens = tokens[1:]
    return found


def _tokens(text: str) -> list[Token]:
    if len(text) > LONGEST:
        raise NotInSubset("is te lang")
    tokens, at = [], 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise NotInSubset("bevat iets anders dan ${vraag}, =, !=, >=, <=, selected, and en or")
        tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
        at = match.end()
    return tokens


def _group(tokens: list[Token]) -> dict[str, object]:
    """What stands between brackets: comparisons of one question, all with `or` or all with `and`."""
    comparisons, joins = [], set()
    while tokens:
        comparison, tokens = _comparison(tokens)
        comparisons.append(comparison)
        if tokens:
            joins.add(tokens[0])
            tokens = tokens[1:]
            if not tokens:
                raise NotInSubset("houdt op na and of or")
    if not comparisons or len({code for code, _, _ in comparisons}) > 1 or len(joins) > 1:
        raise NotInSubset("zet tussen haakjes iets anders dan antwoorden op één vraag")
    how = {comparison for _, comparison, _ in comparisons}
    join = joins.pop()[1] if joins else ""
    wanted = "and" if how == {"is_niet"} else "or"
    if len(how) > 1 or (join and join != wanted):
        raise NotInSubset("zet tussen haakjes iets anders dan antwoorden op één vraag")
    return _condition(comparisons)


def _comparison(tokens: list[Token]) -> tuple[Comparison, list[Token]]:
    kinds = [kind for kind, _ in tokens[:6]]
    words = [word for _, word in tokens[:6]]
    if words[:1] == ["selected"] and len(tokens) >= 6:
        if [words[1], words[3], words[5]] == ["(", ",", ")"] and (kinds[2], kinds[4]) == ("name", "text"):  # fmt: skip
            return (code_of(words[2]), "bevat", words[4][1:-1]), tokens[6:]
    elif kinds[:2] == ["name", "sign"] and len(tokens) >= 3:
        name = {"=": "is", "!=": "is_niet", ">=": "minstens", "<=": "hoogstens"}.get(words[1])
        if name in ("is", "is_niet") and kinds[2] in ("text", "number"):
            word = words[2][1:-1] if kinds[2] == "text" else words[2]
            return (code_of(words[0]), name, word), tokens[3:]
        if name in ("minstens", "hoogstens") and kinds[2] == "number":
            return (code_of(words[0]), name, words[2]), tokens[3:]
    raise NotInSubset("vergelijkt iets anders dan één vraag met één antwoord")


def _condition(comparisons: list[Comparison]) -> dict[str, object]:
    code, name, first = comparisons[0]
    words = [word for _, _, word in comparisons]
    if name in ("minstens", "hoogstens"):
        if len(words) > 1:
            raise NotInSubset("zet tussen haakjes iets anders dan antwoorden op één vraag")
        return {"vraag": code, name: float(first)}
    if name == "is_niet":
        if first != "" or len(words) == 1:
            raise NotInSubset(
                "zegt met != niet dat er een antwoord is; schrijf (${vraag} != '' and ${vraag} != 'ja')"
            )
        words = words[1:]
    return {"vraag": code, name: words}
