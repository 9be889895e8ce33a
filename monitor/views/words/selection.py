"""Which selection is shown, as a sentence: on a page, in a picture and in a workbook."""


def you_see(*parts: str) -> str:
    """`U ziet: Oost, schooljaar 2025-2026.` of parts of which empty ones are left out."""
    return "U ziet: " + ", ".join(part for part in parts if part) + "."
