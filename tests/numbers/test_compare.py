"""What counts as the same number in two languages, and what does not."""

import pytest

from transcheck.numbers.compare import compare


def differences(source: str, target: str, langs: str) -> list[tuple[str | None, str | None]]:
    here, there = langs.split("-", 1)
    return [
        (
            one.source.of(source) if one.source else None,
            one.target.of(target) if one.target else None,
        )
        for one in compare((source, here), (target, there))
    ]


@pytest.mark.parametrize(
    ("source", "target", "langs"),
    [
        ("three dogs", "3 perros", "en-es"),
        ("both of them", "2人とも", "en-ja"),
        ("a couple of days", "2 dias", "en-pt"),
        ("a decade later", "10 лет спустя", "en-ru"),
        ("half of it", "50% davon", "en-de"),
        ("1/2 of it", "die Hälfte davon", "en-de"),
        ("2/3 of the votes", "dois terços dos votos", "en-pt"),
        ("5 per cent", "5 Prozent", "en-de"),
        ("5%", "百分之五", "en-zh"),
        ("won 2-1", "ganó por 2 a 1", "en-es"),
        ("on 03/04/2018", "am 3. April 2018", "en-de"),
        ("April 3, 2018", "2018年4月3日", "en-ja"),
        ("at 3 pm", "às 15h", "en-pt"),
        ("at 3 pm", "um 15:00 Uhr", "en-de"),
        ("at 7.30pm", "à 19 h 30", "en-fr"),
        ("from 4 to 5 in the afternoon", "de 16 à 17 heures", "en-fr"),
        ("in the 1990s", "nos anos 90", "en-pt"),
        ("in the 1990s", "in den 90er-Jahren", "en-de"),
        ("in the 1930s", "在20世纪30年代", "en-zh"),
        ("in the 1980s", "negli anni Ottanta", "en-it"),
        ("the twenty-first century", "el siglo XXI", "en-es"),
        ("otuz sekizinci dakika", "the 38th minute", "tr-en"),
        ("mil razões", "many reasons", "pt-en"),
        ("season 2018-19", "temporada 2018/2019", "en-es"),
        ("the 19th century", "el siglo XIX", "en-es"),
        ("call 0800 555 111", "ligue 0800-555-111", "en-pt"),
        ("the A320, COVID-19 and the G20", "l'A320, le COVID-19 et le G20", "en-fr"),
        ("open 24/7", "rund um die Uhr offen", "en-de"),
        ("after 9/11", "depois do 11 de setembro", "en-pt"),
        ("30 miles away", "a 48 km", "en-es"),
        ("about a mile away", "etwa 1,6 Kilometer entfernt", "en-de"),
        ("the 6-foot-6 forward", "l'ala di 198 cm", "en-it"),
        ("1 to 4 inches", "2,5 bis 10 Zentimeter", "en-de"),
        ("in 2018", "ในปี 2561", "en-th"),
        ("in 2018", "平成30年に", "en-ja"),
        ("in 2018", "في عام ٢٠١٨", "en-ar"),
        ("100 percent certain", "absolument certain", "en-fr"),
        ("the No. 1 team", "das beste Team", "en-de"),
        ("$1.5 million", "anderhalf miljoen dollar", "en-nl"),
        ("a 42-year-old", "czterdziestodwuletni", "en-pl"),
        ("see https://example.org/2018/07", "voir le site", "en-fr"),
    ],
)
def test_the_same_number(source: str, target: str, langs: str) -> None:
    assert differences(source, target, langs) == []


@pytest.mark.parametrize(
    ("source", "target", "langs", "expected"),
    [
        ("12 dogs", "21 perros", "en-es", [("12", "21")]),
        ("5 million", "5 bilhões", "en-pt", [("5 million", "5 bilhões")]),
        ("1.5 billion", "1,5 billones", "en-es", [("1.5 billion", "1,5 billones")]),
        ("5,000 men", "50.000 Männer", "en-de", [("5,000", "50.000")]),
        ("1,250 men", "men", "en-en", [("1,250", None)]),
        ("men", "47 hommes", "en-fr", [(None, "47")]),
        ("on 3 April 2018", "am 4. April 2018", "en-de", [("3", "4")]),
        ("in October", "im November", "en-de", [("October", "November")]),
        ("at 3 pm", "às 16h", "en-pt", [("3", "16")]),
        ("30 miles", "48 km and 80 km", "en-en", [(None, "80")]),
        ("30 miles", "30 km", "en-pt", [("30 miles", "30 km")]),
        ("70°F", "70 °C", "en-de", [("70°F", "70 °C")]),
        ("the 19th century", "das 18. Jahrhundert", "en-de", [("19", "18")]),
        ("twenty people", "trinta pessoas", "en-pt", [("twenty", "trinta")]),
        ("six officers", "1 agent", "en-fr", [("six", "1")]),
        (
            "A six-point win for six teams",
            "1 victoire d'une équipe",
            "en-fr",
            [("six", "1"), ("six", None)],
        ),
        ("500万円", "50万円", "ja-zh", [("500万", "50万")]),
        ("led 1-0", "estava ganhando de um -0", "en-pt", [("1", None)]),
        ("a 2-0 win", "um 20-0", "en-pt", [("2", "20")]),
    ],
)
def test_not_the_same_number(
    source: str, target: str, langs: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert differences(source, target, langs) == expected


def test_the_most_alike_are_paired() -> None:
    found = differences("12 men and 345 women", "354 Frauen und 21 Männer", "en-de")
    assert sorted(map(str, found)) == ["('12', '21')", "('345', '354')"]


def test_long_rows_of_numbers_take_no_long_time() -> None:
    source = " ".join(str(number) for number in range(300))
    target = " ".join(str(number) for number in range(1000, 1300))
    assert len(compare((source, "en"), (target, "de"))) >= 250
