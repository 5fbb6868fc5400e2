"""The operator's policies, read again while the bot runs."""

from __future__ import annotations

import asyncio
import logging
import shutil
from pathlib import Path

import pytest

from bot.library import Library
from tests.bot.town import Town

DOCUMENT = Path(__file__).parent / "shelf" / "first" / "demo-2026.yaml"
NEED = "示范区第一次贷款给不给利息补助"


def test_a_published_document_is_used_without_a_restart(demo_town: Town) -> None:
    async def talk() -> None:
        async with demo_town.open() as talk:
            seen = await talk.say("lin", NEED)
            assert "demo-2026" not in seen[-1].text
            demo_town.publish(DOCUMENT)
            await talk.advance(minutes=1)
            seen = await talk.say("lin", NEED)
            assert "demo-2026/2" in "".join(each.text for each in seen)

    asyncio.run(talk())


def test_what_breaks_a_rule_leaves_the_policies_of_before(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def read() -> None:
        library = Library(tmp_path)
        assert await library.renewed() is None
        broken = DOCUMENT.read_text(encoding="utf-8").replace("jurisdiction: CN-64", "jurisdiction: CN-99")
        (tmp_path / DOCUMENT.name).write_text(broken, encoding="utf-8")
        with caplog.at_level(logging.ERROR):
            assert await library.renewed() is None
            assert await library.renewed() is None
        (fault,) = caplog.records
        assert "those of before are used: demo-2026.yaml: document.jurisdiction" in fault.getMessage()
        shutil.copy(DOCUMENT, tmp_path)
        adviser = await library.renewed()
        assert adviser is not None
        assert "demo-2026/2" in adviser.corpus.articles
        (tmp_path / DOCUMENT.name).unlink()
        adviser = await library.renewed()
        assert adviser is not None
        assert "demo-2026/2" not in adviser.corpus.articles

    asyncio.run(read())
