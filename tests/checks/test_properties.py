"""No check fails on any string, and every span lies inside its text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.checks import registry
from transcheck.checks.base import Context
from transcheck.checks.runner import Rule, run
from transcheck.languages import LANGUAGES
from transcheck.model import LINE_BREAK, Measured, Origin, Pair, Role, Segment, Side
from transcheck.placeholders.syntaxes import DECLARED
from transcheck.scoring import calibration
from transcheck.units import Unit

RULES = [
    Rule(
        check=check,
        severity=check.severity,
        parameters={parameter.name: parameter.default for parameter in check.parameters},
    )
    for check in registry.ALL
]

# What these say holds of a translation beside its source, and of no text by itself.
PAIR_RULES = {
    "low-similarity", "untranslated", "empty", "length-ratio", "changed-number", "lost-quote",
    "lost-url", "changed-url", "lost-handle", "lost-question",
}  # fmt: skip

# Prose-like pieces make loops, glue and copies far likelier than characters alone do.
PIECES = st.sampled_from(
    ["The", "minister", "said", "he", "3 min", " ", " ", ", ", ". ", "\n", "É", "ção", "2024", "'",
     '"', "(", "大", "臣", "ا", "\u200d", "\u0301", "\U0001f600",
     "%s", "%(a)d", "{x}", "{n, plural, other {", "}", "<b>", "&F", "_F", "--all",
     "%2$s", "{{x}}", "$t(k)", "\\n", "</b>", "\x00", "a@b.c", "#x", "ß", "İ"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))
UNITS = st.builds(
    Unit,
    key=st.sampled_from("ab"),
    plural=st.none() | st.sampled_from(["0", "1", "one", "few", "other"]),
    dialects=st.lists(st.sampled_from([*DECLARED, "unheard-of"]), max_size=2).map(tuple),
    max_length=st.none() | st.integers(1, 50),
)
TAGS = st.sampled_from([language.tag for language in LANGUAGES])


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    return Segment(
        id="s", text=draw(TEXTS), lang=draw(TAGS), path="p", offset=0, line=3, column=7, block=0,
        role=draw(st.sampled_from(list(Role))),
    )  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> Measured:
    source = draw(st.none() | segments())
    pair = Pair(
        id=draw(st.sampled_from("123")),
        source=source,
        target=draw(segments() if source is None else st.none() | segments()),
        origin=draw(st.sampled_from(list(Origin))),
        unit=draw(st.none() | UNITS),
    )
    return Measured(pair=pair, similarity=draw(st.none() | st.floats(-1, 1)))


@settings(max_examples=400, deadline=None)
@given(st.lists(rows(), max_size=3), st.booleans())
def test_no_check_fails_and_spans_lie_inside(measured: list[Measured], calibrated: bool) -> None:
    verdict = run(
        RULES, measured, known=Context(calibration=calibration("use") if calibrated else None)
    )
    assert verdict.failures == ()
    for finding in verdict.findings:
        end = finding.start + len(finding.text)
        assert finding.excerpt[finding.start : end] == finding.text
        assert (finding.line, finding.column) <= (finding.end_line, finding.end_column)
        assert finding.message
        if finding.text and not LINE_BREAK.search(finding.text):
            assert finding.end_column - finding.column == len(finding.text)


@settings(max_examples=100, deadline=None)
@given(segments())
def test_a_text_that_is_its_own_translation_is_blamed_on_the_source(segment: Segment) -> None:
    """Rules about one text say nothing of the target that holds of the source as well."""
    pair = Pair(id="1", source=segment, target=segment, origin=Origin.GIVEN)
    verdict = run(RULES, [Measured(pair=pair)])
    blamed = [f for f in verdict.findings if f.side is Side.TARGET and f.name not in PAIR_RULES]
    assert blamed == []
