"""Order of package versions, which are numbers with points between them ("1.10")."""

import re


def order(version: str) -> list[int]:
    """Return what a version sorts by: 1.10 comes after 1.9."""
    return [int(number) for number in re.findall(r"\d+", version)]
