"""How a period is spelled, by who asks for one and in what is kept."""

import datetime as dt
import re

from monitor.errors import MonitorError
from monitor.values.field_dates import DATUM


def canonical_period(text: str) -> str:
    """`1-10-2019` and `2019-10-01` as periods are stored; `2019` and `2019-2020` as the start of
    every period in that year. MonitorError when it is no period."""
    text = text.strip()
    if text == "" or re.fullmatch(r"\d{4}", text):
        return text
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text) and int(text[5:]) != int(text[2:4]) + 1:
        return text
    match = re.fullmatch(r"(\d{4})[-/](\d{4}|\d{2})", text)
    if match and (int(match[1]) + 1) % 100 == int(match[2]) % 100:
        return match[1]
    try:
        day: dt.date = DATUM.read(text)
    except ValueError:
        raise MonitorError(
            f"'{text}' is geen periode. Schrijf een datum (1-10-2019 of 2019-10-01), een jaar "
            "(2019) of een schooljaar (2019-2020)."
        ) from None
    return day.isoformat()
