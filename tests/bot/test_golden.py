"""Golden conversations: each file in ``golden/`` is one, told as data.

::

    languages: {lin: en, qian: zh-Hans}            # what people read at the start; else 简体
    steps:
      - who: lin
        says: Helan Water owes us 800k             # or presses: Register; signs: Register (with the PIN); pin: "246810"
        expects: {lin: ["¥800,000.00"]}            # substrings of what each person then saw, in any order
        never: {lin: ["None"]}                     # what must not be among it
        entries: [register]                        # the ledger's new entries; without this, none
      - advance: 7d                                # also: restart: true, killed: true, block: zhao
      - publish: first/demo-2026.yaml              # a file of shelf/ among the operator's policies; starts again

Who is not named in ``expects`` sees nothing at all, unless ``others: true``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.loopback import Seen
from tests.bot.town import Town, Visit, readers, texts

FOLDER, SHELF = Path(__file__).parent / "golden", Path(__file__).parent / "shelf"
GOLDEN = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}
SPANS = {"d": "days", "h": "hours", "m": "minutes"}
KNOWN = {
    "who", "says", "presses", "signs", "pin", "file", "twice", "expects", "never", "entries", "others", "advance",
    "restart", "killed", "publish", "block", "unblock", "back",
}  # fmt: skip


@pytest.mark.parametrize("name", GOLDEN)
async def test_conversation(name: str, demo_town: Town) -> None:
    story = GOLDEN[name]
    steps, place = story["steps"], 0
    languages: dict[str, str] | None = story.get("languages", {})
    while place < len(steps):
        async with demo_town.open(languages) as talk:
            languages = None
            while place < len(steps):
                step = steps[place]
                place += 1
                if step.keys() & {"restart", "killed", "publish"}:
                    break
                await follow(talk, step, f"{name}, step {place}: {step}")
            if step.get("killed"):
                demo_town.snapshot()
        if "publish" in step:
            demo_town.publish(SHELF / step["publish"])


async def follow(talk: Visit, step: dict[str, Any], where: str) -> None:
    assert set(step) <= KNOWN, where
    size = talk.size
    seen = await act(talk, step)
    assert talk.entries(size) == step.get("entries", []), f"{where}\n{everything(seen)}"
    expects = step.get("expects", {})
    if isinstance(expects, list):
        expects = {step["who"]: expects}
    for user, wanted in expects.items():
        read = texts(seen, user)
        for part in wanted:
            assert part in read, f"{where}\nmissing for @{user}: {part}\n{everything(seen)}"
    for user, unwanted in step.get("never", {}).items():
        for part in unwanted:
            assert part not in texts(seen, user), f"{where}\n@{user} must not see: {part}\n{everything(seen)}"
    if not step.get("others"):
        surprised = set(readers(seen)) - set(expects) - {step.get("who")}
        assert not surprised, f"{where}\nseen by {surprised}\n{everything(seen)}"
    for reader in readers(seen):
        assert not re.search(r"\bNone\b|\{\w+\}|[0-9a-f]{32}|\(\)|（）|“”|「」", texts(seen, reader)), everything(seen)


async def act(talk: Visit, step: dict[str, Any]) -> list[Seen]:
    """Does what a step says; gives what everybody saw."""
    if "advance" in step:
        found = re.fullmatch(r"(\d+)([dhm])", step["advance"])
        assert found, step
        return await talk.advance(**{SPANS[found[2]]: int(found[1])})
    if "block" in step:
        return await talk.block(step["block"])
    if "unblock" in step:
        return await talk._then(lambda: talk.server.unblock(step["unblock"]))
    who = step["who"]
    how = {"duplicates": 2} if step.get("twice") else {}
    if "says" in step:
        return await talk.say(who, step["says"], **how)
    if "presses" in step:
        return await talk.press(who, step["presses"], **how)
    if "signs" in step:
        return await talk.sign(who, step["signs"])
    if "back" in step:  # sends the newest file back
        file = next(each.file for each in reversed(talk.server.chat(who)) if each.file is not None and each.from_bot)
        return await talk.send(who, file.name, file.content)
    return await talk.pin(who, step["pin"])


def everything(seen: list[Seen]) -> str:
    return "\n".join(f"@{user} saw:\n{texts(seen, user)}" for user in readers(seen)) or "(nobody saw anything)"
