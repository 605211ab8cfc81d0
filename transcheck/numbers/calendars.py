"""Years by other calendars: the Buddhist era, the reigns of Japan, the Republic of China."""

import re
from collections.abc import Iterator

# The year before the first of each era.
_ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(\d{{1,3}}|元)年")
_BUDDHIST = 543
_BUDDHIST_YEAR = re.compile(r"(?<!\d)[2๒][3-6๓-๖]\d\d(?!\d)")


def years(text: str, lang: str) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and value in the common era of each year by another calendar.

    >>> [year for _, _, year in years("平成30年", "ja")]
    [2018.0]
    """
    if lang == "th":
        for match in _BUDDHIST_YEAR.finditer(text):
            yield *match.span(), float(match[0]) - _BUDDHIST
    elif lang.startswith(("ja", "zh")):
        for match in _ERA.finditer(text):
            number = 1 if match[2] == "元" else int(match[2])
            yield *match.span(), float(_ERAS[match[1]] + number)
