"""What the README shows is what happens."""

from __future__ import annotations

import pytest

from tests.readme import BLOCK, README, play, typed

BLOCKS = BLOCK.findall(README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: typed(block)[0][:30])
def test_the_transcript_is_what_the_chat_prints(block: str) -> None:
    assert play(typed(block)) == block


def test_the_three_languages_are_shown() -> None:
    shown = "\n".join(BLOCKS)
    assert "Entry" in shown
    assert "条记录" in shown
    assert "條紀錄" in shown
