"""Reports made by hand and by the checks, for the tests of the page."""

from dataclasses import replace

from transcheck.checks import runner
from transcheck.config import Settings
from transcheck.model import (
    Finding,
    Forward,
    Measured,
    Origin,
    Pair,
    Report,
    Segment,
    Severity,
    Side,
)
from transcheck.results.compare import Comparison, compare

# What an article may hold to break out of a page that shows it.
HOSTILE = (
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "<!-- <script> --> ]]> <img src=x onerror=\"document.title='owned'\">",
    '{{ 7 * 7 }} {% raw %} ${document.title} `\\u003c` \\" &lt;b&gt; &#60;',
    "a\x00b\x1b[31mc\x85d\u2028e\u2029f\u202eg\u2066h\ufeffi\ud800j",
    "שלום <b>עולם</b> مرحبا 大臣は😀👩‍👩‍👧 ก็",
)


def segment(text: str, *, line: int = 1, lang: str = "en", path: str = "en.txt") -> Segment:
    return Segment(
        id=f"x{line}", text=text, lang=lang, path=path, offset=0, line=line, column=1, block=line
    )


def row(
    number: int,
    source: str | None,
    target: str | None,
    *,
    langs: tuple[str, str] = ("en", "pt"),
    paths: tuple[str, str] = ("en.txt", "pt.txt"),
    similarity: float | None = None,
) -> Measured:
    sides = (
        None if text is None else segment(text, line=number, lang=lang, path=path)
        for text, lang, path in zip((source, target), langs, paths, strict=True)
    )
    one, other = sides
    return Measured(
        pair=Pair(id=str(number), source=one, target=other, origin=Origin.GIVEN),
        similarity=similarity,
        limit=None if similarity is None else 0.5,
    )


def finding(
    found: Measured,
    start: int,
    end: int,
    *,
    side: Side = Side.TARGET,
    severity: Severity = Severity.ERROR,
    check: tuple[str, str] = ("TC201", "glued-words"),
    message: str = "a space is missing",
    suggestion: str | None = None,
    number: int = 0,
) -> Finding:
    marked = found.pair.side(side)
    assert marked
    return Finding(
        check=check[0], name=check[1], severity=severity, side=side, path=marked.path,
        line=marked.line, column=start + 1, end_line=marked.line, end_column=end + 1,
        text=marked.text[start:end], excerpt=marked.text, start=start, message=message,
        row=found.pair.id, fingerprint=f"{number:016x}", suggestion=suggestion,
    )  # fmt: skip


def report(rows: list[Measured], findings: list[Finding]) -> Report:
    return Report(
        signature={"tool": "transcheck 0", "engine": "given"},
        rows=tuple(rows),
        findings=tuple(findings),
    )


def checked(pairs: list[tuple[str | None, str | None]], *, langs: tuple[str, str]) -> Report:
    """Return what the checks that need no model say of the pairs."""
    rows = [row(at, *texts, langs=langs) for at, texts in enumerate(pairs, start=1)]
    found = runner.run(Settings().rules(), rows)
    return replace(report(rows, list(found.findings)), failures=found.failures)


def article(count: int, *, every: int = 10, files: int = 1) -> Report:
    """Return a report of ``count`` sentences, of which each ``every``-th has a fault."""
    rows, findings = [], []
    kinds = (
        (Severity.ERROR, ("TC201", "glued-words")),
        (Severity.WARNING, ("TC101", "low-similarity")),
        (Severity.NOTE, ("TC404", "wrong-quote-style")),
    )
    for at in range(1, count + 1):
        name = f"part-{(at - 1) * files // count:04}"
        faulty = at % every == 0
        made = row(
            at,
            f"Sentence {at}: the council of the harbour town met on Tuesday to discuss the budget "
            "for the repair of the northern breakwater, which the storm had damaged.",
            f"Frase {at}: o conselho da cidade portuária reuniuse na terça-feira para discutir o "
            "orçamento da reparação do quebra-mar norte, que a tempestade tinha danificado.",
            paths=(f"{name}.en.txt", f"{name}.pt.txt"),
            similarity=0.42 if faulty else 0.8 + at % 17 / 100,
        )
        if faulty:
            severity, check = kinds[at // every % len(kinds)]
            text = "Frase"
            forward = Forward(text="O conselho reuniu-se.", similarity=0.7, chrf=44.2)
            made = replace(made, forward=forward)
            findings.append(
                finding(
                    made,
                    0,
                    len(text),
                    severity=severity,
                    check=check,
                    number=at,
                    suggestion="A frase",
                )
            )
        rows.append(made)
    return report(rows, findings)


def compared(count: int, *, files: int = 1) -> Comparison:
    """Return an article and its next delivery: of five sentences one is edited, of ten one mended.

    What was faulty at every tenth sentence is now so at every twelfth.
    """
    old = article(count, files=files)
    new = article(count, every=12, files=files)
    rows = []
    for at, made in enumerate(new.rows):
        target = made.pair.target
        assert target
        if at % 5 == 0:
            text = target.text.replace("terça-feira", "quarta-feira")
            target = replace(target, text=text)
        rows.append(replace(made, pair=replace(made.pair, target=target)))
    return compare(old, replace(new, rows=tuple(rows)))
