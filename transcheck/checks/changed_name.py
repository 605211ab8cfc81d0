"""changed-name: a name of the source that is another one in the translation."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.lone_names import are_of_one_thing, lone_names, shipped, tag
from transcheck.checks.misspelt_names import misspelt_names
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.names.reading import Name

_NAME = "changed-name"


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    misspelt = list(misspelt_names(measured.pair, context))
    for mine, its in misspelt:
        yield _hit(mine, its, suggestion=mine.text)
    told = {its.start for _, its in misspelt}
    for mine, its in changed(measured, context):
        if its.start not in told:
            yield _hit(mine, its)


def _hit(mine: Name, its: Name, suggestion: str | None = None) -> Hit:
    return Hit(
        side=Side.TARGET,
        span=Span(start=its.start, end=its.end),
        message=f"expected {mine.text}, found {its.text}",
        suggestion=suggestion,
    )


def changed(measured: Measured, context: Context) -> list[tuple[Name, Name]]:
    """Return each name of the source with the one that the translation has in its place."""
    langs = [tag(each) for each in measured.pair.both or ()]
    pair = "-".join(langs)
    weights = next((each for each in shipped(_NAME) if pair in each.limits), None)
    source = lone_names(measured, context, Side.SOURCE) if weights else []
    target = lone_names(measured, context, Side.TARGET) if source else []
    if weights is None or not target:
        return []
    limit = weights.limits[pair] - weights.base(*langs)
    found = [
        (mine.name, its.name)
        for odds, mine, its in weights.likeliest(source, target)
        if odds > limit and not are_of_one_thing(mine.name, its.name, measured.pair, context.texts)
    ]
    mine, its = (sorted((each[side] for each in found), key=_start) for side in (0, 1))
    return list(zip(mine, its, strict=True))


def _start(name: Name) -> int:
    return name.start


CHANGED_NAME = Check(
    id="TC303",
    name="changed-name",
    summary="A name of the source is another name in the translation.",
    rationale=(
        "A statement put into another's mouth, or an event moved to another town, reads as well "
        "as the truth. A name counts as kept if it is spelled alike, endings and accents aside, "
        "if it sounds alike, or if a table of places and organisations says that the other "
        "language calls it so. Where both texts have a name without a counterpart, both are "
        "weighed: how well the encoder supports the word, how frequent it is in either language, "
        "whether the rest of the article keeps the name elsewhere, whether both stand beside names "
        "that are kept. A first name for a surname is fine if the article has them side by side. "
        "It is wrong where a translator writes another name for the same thing: a nickname in "
        "full, a club by its town. In Russian it hardly finds a name that the article has once. A "
        "name in Latin letters with a letter or two wrong is found without the encoder: the "
        "language knows the name and not what stands for it, or the article spells it right "
        "elsewhere."
    ),
    severity=Severity.ERROR,
    run=_run,
    prose=True,
    compares=True,
    languages=(
        "English with Dutch, French, German, Italian, Polish, Portuguese, Spanish and Turkish; "
        "from English into Japanese (names in katakana) and Russian; misspelt names in Latin "
        "letters in all languages"
    ),
    examples=(
        Example(
            source="On Tuesday Angela Merkel met the workers.",
            text="Na terça-feira, Angela Scholz se reuniu com os trabalhadores.",
            lang="pt",
            embedded=True,
            flags=("Scholz",),
            why="another name",
        ),
        Example(
            source="The court in Dresden acquitted the two drivers.",
            text="Le tribunal de Madrid a acquitté les deux conducteurs.",
            lang="fr",
            embedded=True,
            flags=("Madrid",),
            why="another town",
        ),
        Example(
            source="Serena Williams beat Naomi Osaka in two sets.",
            text="Serena Kvitova, Naomi Osaka'yı iki sette yendi.",
            lang="tr",
            embedded=True,
            flags=("Kvitova",),
            why="another name beside one that has a Turkish ending",
        ),
        Example(
            source="She told the Evening Gazette that the harbour would open in May.",
            text="Sie sagte der Evening Gazatte, der Hafen werde im Mai öffnen.",
            lang="de",
            flags=("Gazatte",),
            suggestion="Gazette",
            why="a wrong letter",
        ),
        Example(
            source="On Friday Vladimir Putin flew from Moscow to London.",
            text="Vendredi, Vladimir Poutine a pris l'avion de Moscou à Londres.",
            lang="fr",
            embedded=True,
            why="the same names, spelled as the language does",
        ),
        Example(
            source="Germany and the United Nations praised Volodymyr Zelenskyy.",
            text="Alemania y las Naciones Unidas elogiaron a Volodímir Zelenski.",
            lang="es",
            embedded=True,
            why="a near miss: names that the other language has its own words for",
        ),
        Example(
            source="Amnesty International has criticised the government of Egypt.",
            text="Uluslararası Af Örgütü, Mısır hükûmetini eleştirdi.",
            lang="tr",
            embedded=True,
            why="an organisation and a state by their Turkish names",
        ),
        Example(
            source="The mayor of Barcelona thanked Pedro Martínez for his help.",
            text="Мэр Барселоны поблагодарил Педро Эрреру за помощь.",
            lang="ru",
            article=("Мартинес был доволен.", "Позже Мартинес вышел из здания."),
            article_source=("Martínez was pleased.", "Later Martínez left the building."),
            embedded=True,
            flags=("Эрреру",),
            why="another name in a script of its own; the article keeps it elsewhere",
        ),
        Example(
            source="On Friday Vladimir Putin flew from Moscow to London.",
            text="В пятницу Владимир Путин вылетел из Москвы в Лондон.",
            lang="ru",
            embedded=True,
            why="the same names in Russian letters, with their endings",
        ),
        Example(
            source="Serena Williams beat Naomi Osaka in two sets.",
            text="セリーナ・クビトバが大坂なおみを二セットで破った。",
            lang="ja",
            embedded=True,
            flags=("クビトバ",),
            why="another name in katakana",
        ),
        Example(
            source="The mayor of Barcelona thanked Pedro Martínez for his help.",
            text="バルセロナの市長はペドロ・マルティネスの協力に感謝した。",
            lang="ja",
            embedded=True,
            why="the same names as Japanese writes them down",
        ),
    ),
)
