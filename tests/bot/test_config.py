"""The one reader of settings: where they come from, which wins, and errors that name the setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import config
from bot.config import ConfigError, Outside
from ledger.cosignatures import Witness
from ledger.cosigned import Policy
from ledger.signing import PrivateKey

TOKEN = "1234567890:" + "a1_-Z" * 7


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults(here: Path) -> None:
    found = config.read({})
    assert (found.data, found.keys) == (here / "data", here / "data.keys")
    assert (found.token, found.api) == (None, None)


def test_command_line_then_environment_then_file(here: Path) -> None:
    (here / "tallystick.toml").write_text(f'data = "filed"\nkeys = "k"\ntoken = "{TOKEN}"\n')
    assert config.read({}).data == here / "filed"
    assert config.read({"TALLYSTICK_DATA": "spoken"}).data == here / "spoken"
    found = config.read({"TALLYSTICK_DATA": "spoken"}, data="typed")
    assert (found.data, found.keys, found.token) == (here / "typed", here / "k", TOKEN)


def test_a_file_elsewhere(here: Path) -> None:
    (here / "s.toml").write_text('api = "http://127.0.0.1:8081/"')
    assert config.read({"TALLYSTICK_CONFIG": "s.toml"}).api == "http://127.0.0.1:8081"


def test_token_from_a_file(here: Path) -> None:
    (here / "secret").write_text(TOKEN + "\n")
    assert config.read({"TALLYSTICK_TOKEN_FILE": "secret"}).token == TOKEN


BAD = [
    ({"TALLYSTICK_CONFIG": "nowhere.toml"}, "TALLYSTICK_CONFIG names nowhere.toml, which does not exist"),
    ({"TALLYSTICK_TOKEN": "hello"}, "TALLYSTICK_TOKEN is not of a bot token's form"),
    ({"TALLYSTICK_TOKEN": TOKEN, "TALLYSTICK_TOKEN_FILE": "x"}, "token and token_file are both set"),
    ({"TALLYSTICK_TOKEN_FILE": "nowhere"}, "TALLYSTICK_TOKEN_FILE names nowhere, which cannot be read"),
    ({"TALLYSTICK_API": "127.0.0.1:8081"}, "TALLYSTICK_API: '127.0.0.1:8081' is no address"),
    ({"TALLYSTICK_API": "ftp://h"}, "TALLYSTICK_API"),
    ({"TALLYSTICK_KEYS": "data/keys"}, "lies inside data"),
    ({"TALLYSTICK_KEYS": "data"}, "lies inside data"),
    ({"TALLYSTICK_DATA": "k/data", "TALLYSTICK_KEYS": "k"}, "lies inside keys"),
    ({"TALLYSTICK_DATA": "file"}, "data ("),
    ({"TALLYSTICK_KEYS": "file"}, "keys ("),
]


@pytest.mark.parametrize(("environ", "words"), BAD)
def test_errors_name_the_setting(here: Path, environ: dict[str, str], words: str) -> None:
    (here / "file").write_text("")
    with pytest.raises(ConfigError) as error:
        config.read(environ)
    assert words in str(error.value)
    assert TOKEN not in str(error.value)


FILES = [
    ("tokn = 'x'", "unknown setting 'tokn'; known are data, keys, token, token_file, api"),
    ("data = 3", "data must be text in quotes"),
    ("data = ", "not a readable TOML file"),
    (b"data = '\xff'", "not a readable TOML file"),
]


@pytest.mark.parametrize(("text", "words"), FILES)
def test_a_bad_file(here: Path, text: str | bytes, words: str) -> None:
    (here / "tallystick.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError, match=r"tallystick\.toml") as error:
        config.read({})
    assert words in str(error.value)


def test_a_link_into_the_data_is_inside_it(here: Path) -> None:
    (here / "data" / "secrets").mkdir(parents=True)
    (here / "elsewhere").symlink_to(here / "data" / "secrets")
    with pytest.raises(ConfigError, match="lies inside data"):
        config.read({}, keys="elsewhere")


# --- who sees checkpoints -------------------------------------------------------------------------

WITNESSES = tuple(Witness(f"w.example/{n}", PrivateKey.from_raw(bytes([n]) * 32).public) for n in (1, 2))
LISTED = f"https://a.example/w/ {WITNESSES[0].vkey}; http://127.0.0.1:8460 {WITNESSES[1].vkey}"


def test_nobody_sees_checkpoints_by_default() -> None:
    assert config.read({}).outside == Outside()
    assert Outside().every == 1000


def test_who_sees_checkpoints(here: Path) -> None:
    listed = ", ".join(f'"{item.strip()}"' for item in LISTED.split(";"))
    (here / "tallystick.toml").write_text(
        f"witnesses = [{listed}]\nquorum = 1\nkept_checkpoint = 'far/kept'\nannounce_file = '/www/log'\n"
        "announce_channel = '@tally_log'\nannounce_every = 50\n"
    )
    found = config.read({}).outside
    assert found.policy == Policy(WITNESSES, 1)
    assert found.prefixes == ("https://a.example/w", "http://127.0.0.1:8460")
    assert (found.kept, found.announce_file) == (here / "far/kept", Path("/www/log"))
    assert (found.channel, found.every) == ("@tally_log", 50)
    spoken = config.read({"TALLYSTICK_WITNESSES": LISTED, "TALLYSTICK_QUORUM": "2"}).outside
    assert spoken.policy == Policy(WITNESSES, 2)
    lines = LISTED.replace("; ", "\n") + "\n"
    assert config.read({"TALLYSTICK_WITNESSES": lines}).outside.prefixes == found.prefixes
    (here / "tallystick.toml").unlink()
    assert config.read({"TALLYSTICK_WITNESSES": LISTED}).outside.policy == Policy(WITNESSES, 2)  # all of them


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"TALLYSTICK_QUORUM": "1"}, "quorum: there are no witnesses"),
        ({"TALLYSTICK_QUORUM": "0", "TALLYSTICK_WITNESSES": LISTED}, "quorum: '0' is no number"),
        ({"TALLYSTICK_QUORUM": "3", "TALLYSTICK_WITNESSES": LISTED}, "quorum: 3 of 2 witnesses"),
        ({"TALLYSTICK_WITNESSES": LISTED.split(";")[0] + ";" + LISTED}, "one key is named twice"),
        ({"TALLYSTICK_WITNESSES": "w.example " + WITNESSES[0].vkey}, "is not an address and a key"),
        ({"TALLYSTICK_WITNESSES": "https://w.example"}, "not 'name+key id+key' (of https://w.example)"),
        ({"TALLYSTICK_WITNESSES": "https://w.example a+b+c"}, "witnesses"),
        ({"TALLYSTICK_KEPT_CHECKPOINT": "data/kept"}, "kept_checkpoint"),
        ({"TALLYSTICK_KEPT_CHECKPOINT": "data/ledger/checkpoint"}, "goes back with every backup"),
        ({"TALLYSTICK_ANNOUNCE_FILE": "folder"}, "announce_file"),
        ({"TALLYSTICK_ANNOUNCE_CHANNEL": "my channel"}, "announce_channel: 'my channel' is no channel"),
        ({"TALLYSTICK_ANNOUNCE_CHANNEL": "12345"}, "announce_channel"),
        ({"TALLYSTICK_ANNOUNCE_EVERY": "often"}, "announce_every: 'often' is no number"),
    ],
)
def test_bad_settings_of_what_is_shown(here: Path, environ: dict[str, str], words: str) -> None:
    (here / "folder").mkdir()
    with pytest.raises(ConfigError) as error:
        config.read(environ)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("witnesses = 'x'", "witnesses must be a list of texts in quotes"),
        ("witnesses = [1]", "witnesses must be a list of texts in quotes"),
        ("quorum = '1'", "quorum must be a number"),
        ("announce_every = true", "announce_every must be a number"),
        ("announce_channel = -1001234567890", "announce_channel must be text in quotes"),
    ],
)
def test_a_bad_file_of_what_is_shown(here: Path, text: str, words: str) -> None:
    (here / "tallystick.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"tallystick\.toml") as error:
        config.read({})
    assert words in str(error.value)
