import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.leaked_token import LEAKED_TOKEN

TOKENS = [
    "<unk>", "⁇", "</s>", "<s>", "<pad>", "[MASK]", "[UNK]", "[CLS]", "[SEP]", "<0x0A>", "⟨unk⟩",
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "__eng__", ">>fra<<", "fra_Latn", "zho_Hans",
    "__PH0__", "XX1XX", "<extra_id_0>", "<2de>", "⟦3⟧", "[INST]", "[/INST]", "en_XX", "<mask>",
    "<start_of_turn>", "PLACEHOLDER_1", "￭", "<UNK>", "<EMAIL>",
]  # fmt: skip


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_between_words_is_marked_alone(token: str) -> None:
    assert lone(LEAKED_TOKEN, f"The old {token} harbour") == [token]


@pytest.mark.parametrize(
    ("text", "span", "suggestion"),
    [
        ("wor@@ d", "@@ ", ""), ("play ##ing", " ##", ""), ("old▁port", "▁", " "),
        ("▁The▁old port", "▁The▁", "The "), ("high @-@ speed", " @-@ ", "-"),
        ("theĠport", "Ġ", " "),
        ("itâĢĻs", "âĢĻ", None), ("over</s>", "</s>", ""), ("de_DE Das Boot", "de_DE", ""),
    ],
)  # fmt: skip
def test_marks_inside_words(text: str, span: str, suggestion: str | None) -> None:
    (hit,) = hits(LEAKED_TOKEN, None, text, langs=("fr", "en"))
    assert (hit.span.of(text), hit.suggestion) == (span, suggestion)


@pytest.mark.parametrize(
    "text",
    ["▁▂▃▄▅ rising", "Ġorġ and Ċikku", "Set de_DE here", "5 >> 3 << 1", "## Heading", "a__b__c",
     "XXL and XX", "[SIC] [EN]", "user@example.org @home #1", "‹quoted› and 〈x〉", "a < s > b"],
)  # fmt: skip
def test_prose_survives(text: str) -> None:
    assert lone(LEAKED_TOKEN, text) == []
