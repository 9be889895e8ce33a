"""How the files are spelled: the SWV's own ones, DUO's, and the one that came out of Excel."""

import datetime as dt
import json


def write_own(folder, name, rows, encoding="utf-8"):
    """UTF-8, `;`, one line per row; the columns are those of the first row."""
    _write(folder / name, list(rows[0]), [row.values() for row in rows], encoding, "\n")


def write_duo(folder, name, header, rows):
    """cp1252, `;`, CRLF."""
    _write(folder / name, header, rows, "cp1252", "\r\n")


def write_tabbed(folder, name, header, rows):
    """UTF-8 with tabs, as a table copied from a page comes."""
    _write(folder / name, header, rows, "utf-8", "\n", "\t")


def write_json(folder, name, content):
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (folder / name).write_bytes(
        (text.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n").encode()
    )


def hide_small(count):
    """DUO hides the counts 1 to 4."""
    return "<5" if 1 <= count <= 4 else count


def _write(path, header, rows, encoding, line_end, separator=";"):
    lines = [
        separator.join(header),
        *(separator.join(_cell(value) for value in row) for row in rows),
    ]
    path.write_bytes("".join(line + line_end for line in lines).encode(encoding))


def _cell(value):
    match value:
        case None:
            return ""
        case dt.date():
            return value.strftime("%d-%m-%Y")
        case float():
            return str(value).replace(".", ",")
        case list() | tuple():
            return "|".join(value)
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if ";" in text or '"' in text else text
