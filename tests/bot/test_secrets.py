"""Nothing secret is in a log, a data file, an export, an error, a message or a document of whole conversations."""

from __future__ import annotations

import base64
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.loopback import LoopbackServer
from ledger.keys import Keys
from ledger.signing import PrivateKey
from tests.bot.conftest import Run
from tests.bot.test_enrolment import invite
from tests.bot.test_own_keys import PASSPHRASE, asked, enrolled, file_of, keep, key, opened, signed
from tests.bot.town import PIN, Town, Visit

__all__ = ["key"]
OTHER, THIRD, WRONG = "135791", "864209", "975310"


def spellings(secret: bytes) -> Iterator[bytes]:
    """As bytes, hex, and base64 at each of the three places where it may begin."""
    yield secret
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + secret)
        yield coded[4 if shift else 0 : -4]
        yield coded[4 if shift else 0 : -4].replace(b"+", b"-").replace(b"/", b"_")


def seen(server: LoopbackServer) -> bytes:
    """Everything that anybody was shown or sent by the bot."""
    parts = []
    for each in server.log:
        if each.kind not in ("said", "pressed", "deleted"):
            parts.append(each.text.encode())
            parts.append(each.file.content if each.file is not None and each.kind == "document" else b"")
    return b"\n".join(parts)


def files(*folders: Path) -> bytes:
    return b"\n".join(path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())


def digits(text: bytes) -> list[str]:
    """Numbers of six digits that stand alone, as a PIN would."""
    return re.findall(r"(?<![\w.,¥])\d{6}(?![\w.,])", text.decode("utf-8", "replace"))


async def conversation(talk: Visit, run: Run, folder: Path) -> None:
    """Enrolment with both kinds of key, wrong PINs, a PIN change, signatures, an export, mistakes."""
    await enrolled(talk, run, folder)
    code = await invite(talk, "/invite checker 周宁")
    await talk.say("ning", f"/start {code}")
    await talk.press("ning", 1)
    await talk.pin("ning", OTHER)
    await talk.pin("ning", OTHER)
    await asked(talk)
    await talk.say("zhou", "/acknowledge R-0001")
    document = keep(folder, file_of(await talk.press("zhou", "Sign"), "zhou"))
    name, content, _ = signed(run, ("sign",), document)
    await talk.send("zhou", name, content)
    await talk.send("zhou", name, content[:-20])
    await talk.say("zhao", "/pin")
    await talk.pin("zhao", WRONG)
    await talk.pin("zhao")
    await talk.pin("zhao", THIRD)
    await talk.pin("zhao", THIRD)
    await talk.say("zhao", "/query R-0001 which delivery?")
    await talk.sign("zhao", "Sign")
    await talk.say("zhao", THIRD)  # typed by mistake
    for user in ("zhao", "zhou"):
        await talk.say(user, "/privacy")
        await talk.press(user, "Export")
    await talk.say("lin", "/receipt R-0001")
    await talk.say("lin", "/status R-0001")


async def test_no_secret_gets_out(
    demo_town: Town, run: Run, key: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)  # that of the command line; below it Telegram's library repeats messages
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en"}) as talk:
        await conversation(talk, run, tmp_path)
        custody = talk.house.desk.ledger.custody
        zhao = talk.house.desk.person_of(talk.server.user("zhao").id)
        assert zhao is not None
        held = custody.unlock(zhao.person, THIRD).opened()
    mistakes = (("show", "my.pem"), ("new", "my.pem", "--no-passphrase"))
    errors = ["".join(map(str, run("key", *arguments)[1:])) for arguments in mistakes]
    keys = Keys.load(demo_town.folder / "keys")
    named = {
        "log key": keys.log.raw(), "wrapping key": keys.wrapping, "fingerprint key": keys.fingerprint,
        "key of texts": keys.texts, "held key": held.raw(), "own key": opened(key).raw(),
        "passphrase": PASSPHRASE.encode(),
    }  # fmt: skip
    told = "\n".join([caplog.text, *errors, repr(keys.log), repr(held), repr(talk.house.desk)]).encode()
    places = {"messages": seen(talk.server), "logs and errors": told, "data": files(demo_town.data)}
    for place, content in places.items():
        for name, secret in named.items():
            assert not any(part in content for part in spellings(secret)), f"the {name} is in the {place}"
    for place in ("messages", "logs and errors"):
        found = set(digits(places[place])) & {PIN, OTHER, THIRD, WRONG}
        assert not found - {PIN} if place == "messages" else not found, f"a PIN is in the {place}"


async def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    """A search that never finds anything proves nothing."""
    secret = PrivateKey.generate().raw()
    for shift in range(3):
        hidden = base64.b64encode(b"x" * shift + secret + b"tail")
        assert any(part in hidden for part in spellings(secret))
    (tmp_path / "log").write_text(f"opened with {secret.hex()}")
    assert any(part in files(tmp_path) for part in spellings(secret))
    assert digits(f"tried PIN {OTHER}: wrong".encode()) == [OTHER]
