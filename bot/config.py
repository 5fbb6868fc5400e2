"""The one reader of the environment and of ``tallystick.toml``. Everything else gets a ``Settings``.

Order: command line, then environment, then file, then default. An error names the setting and where it came from.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ledger.cosignatures import Witness
from ledger.cosigned import Policy
from ledger.errors import MalformedError, SignatureError

TOKEN_FORM = re.compile(r"^\d{6,12}:[A-Za-z0-9_-]{30,60}$")
TEXTS = (
    "data",
    "keys",
    "token",
    "token_file",
    "api",
    "kept_checkpoint",
    "announce_file",
    "announce_channel",
    "operator",
)
NUMBERS = ("announce_every", "quorum")
LISTS = ("witnesses",)
NAMES = (*TEXTS, *NUMBERS, *LISTS)
ANNOUNCE_EVERY = 1000  # entries
_CHANNEL = re.compile(r"@[A-Za-z][A-Za-z0-9_]{3,31}|-100[0-9]{5,15}").fullmatch
_CHAT = re.compile(r"-?[1-9][0-9]{4,18}").fullmatch


class ConfigError(Exception):
    """A setting that cannot be used: names the setting, its source and the correct form."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Who outside sees the ledger's checkpoints, so that nobody can take one back.

    ``policy`` says which witnesses are asked and how many are enough, ``prefixes`` where each of them is; ``kept``: the
    file elsewhere that holds the newest checkpoint; ``announce_file``: one that each day's is appended to;
    ``channel``: a Telegram channel that it is posted in; ``every``: so many entries are announced before the day ends;
    ``operator``: the number of the Telegram chat that is told of another history.
    """

    policy: Policy | None = None
    prefixes: tuple[str, ...] = ()
    kept: Path | None = None
    announce_file: Path | None = None
    channel: str | None = None
    every: int = ANNOUNCE_EVERY
    operator: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """``data``: folder of ledger, texts and bot state; ``keys``: the folder of secrets, never inside ``data``;
    ``token``: of the Telegram bot, None for the terminal chat; ``api``: a Bot API server of your own, else
    Telegram's."""

    data: Path
    keys: Path
    token: str | None
    api: str | None = None
    outside: Outside = Outside()


def _from_file(path: Path, *, required: bool) -> dict[str, str]:
    if not path.exists():
        if required:
            raise ConfigError(f"TALLYSTICK_CONFIG names {path}, which does not exist; correct the path or unset it")
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ConfigError(f"{path}: not a readable TOML file ({fault}); see docs/operating.md, “Settings”") from fault
    return {name: _as_text(path, name, value) for name, value in table.items()}


def _as_text(path: Path, name: str, value: object) -> str:
    """A setting as the environment would give it. Raises ConfigError."""
    if name not in NAMES:
        raise ConfigError(f"{path}: unknown setting {name!r}; known are {', '.join(NAMES)}")
    if name in LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigError(f"{path}: {name} must be a list of texts in quotes")
        return "; ".join(value)
    if name in NUMBERS:
        if type(value) is not int:
            raise ConfigError(f"{path}: {name} must be a number")
        return str(value)
    if not isinstance(value, str):
        raise ConfigError(f"{path}: {name} must be text in quotes")
    return value


def read(environ: Mapping[str, str] | None = None, *, data: str | None = None, keys: str | None = None) -> Settings:
    """Settings from the command line's ``data`` and ``keys``, the environment and the optional file. Raises
    ``ConfigError``."""
    environ = os.environ if environ is None else environ
    given = environ.get("TALLYSTICK_CONFIG")
    table = _from_file(Path(given or "tallystick.toml"), required=given is not None)

    def setting(name: str) -> str | None:
        return environ.get(f"TALLYSTICK_{name.upper()}") or table.get(name) or None

    folder = Path(data or setting("data") or "data").expanduser().absolute()
    secrets = Path(keys or setting("keys") or f"{folder}.keys").expanduser().absolute()
    _check_folders(folder, secrets)
    outside = _outside({name: setting(name) for name in NAMES}, folder)
    return Settings(folder, secrets, _token(setting("token"), setting("token_file")), _api(setting("api")), outside)


def _check_folders(data: Path, keys: Path) -> None:
    for name, folder in (("data", data), ("keys", keys)):
        if folder.exists() and not folder.is_dir():
            raise ConfigError(
                f"{name} ({folder}) is a file; name a folder with --{name} or "
                f"TALLYSTICK_{name.upper()}, or move it away"
            )
    inner, outer = keys.resolve(), data.resolve()
    if inner == outer or outer in inner.parents:
        raise ConfigError(
            f"keys ({keys}) lies inside data ({data}): a backup of the data would carry the secrets; "
            "choose a folder of its own with --keys or TALLYSTICK_KEYS"
        )
    if inner in outer.parents:
        raise ConfigError(
            f"data ({data}) lies inside keys ({keys}): the two are kept and backed up apart; "
            "choose folders beside each other with --data and --keys"
        )


def _outside(given: Mapping[str, str | None], data: Path) -> Outside:
    policy, prefixes = _witnesses(given["witnesses"], _number("quorum", given["quorum"]))
    channel = given["announce_channel"]
    if channel is not None and not _CHANNEL(channel):
        raise ConfigError(f"announce_channel: {channel!r} is no channel; write @name, or its number (-100…)")
    every = _number("announce_every", given["announce_every"])
    operator = given["operator"]
    if operator is not None and not _CHAT(operator):
        raise ConfigError(f"operator: {operator!r} is no chat's number; write that of your account or group (-100…)")
    return Outside(
        policy=policy,
        prefixes=prefixes,
        kept=_elsewhere("kept_checkpoint", given["kept_checkpoint"], data),
        announce_file=_elsewhere("announce_file", given["announce_file"], data),
        channel=channel,
        every=ANNOUNCE_EVERY if every is None else every,
        operator=operator,
    )


def _number(name: str, text: str | None) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,8}", text):
        raise ConfigError(f"{name}: {text!r} is no number from 1 on")
    return int(text)


def _elsewhere(name: str, text: str | None, data: Path) -> Path | None:
    """A file outside the data folder: whoever puts an older copy of the data back must not put this back with it."""
    if text is None:
        return None
    path = Path(text).expanduser().absolute()
    if path.is_dir():
        raise ConfigError(f"{name} ({path}) is a folder; name a file in it")
    if data.resolve() in path.resolve().parents:
        raise ConfigError(
            f"{name} ({path}) lies inside data ({data}), where it goes back with every backup; name a file elsewhere, "
            "best on another disk"
        )
    return path


def _witnesses(text: str | None, quorum: int | None) -> tuple[Policy | None, tuple[str, ...]]:
    """The policy, all witnesses if ``quorum`` is not said, and their addresses; from 'ADDRESS VKEY; ADDRESS VKEY'."""
    if text is None:
        if quorum is not None:
            raise ConfigError("quorum: there are no witnesses; name them in witnesses")
        return None, ()
    found, prefixes = [], []
    for item in re.split(r"[;\n]", text):
        if not item.strip():
            continue
        prefix, _, vkey = item.strip().partition(" ")
        if not _address(prefix):
            raise ConfigError(
                f"witnesses: {item.strip()[:80]!r} is not an address and a key, such as 'https://w.org KEY'"
            )
        try:
            found.append(Witness.from_vkey(vkey.strip(), "witnesses"))
        except (MalformedError, SignatureError) as fault:
            raise ConfigError(f"{fault} (of {prefix})") from None
        prefixes.append(prefix.rstrip("/"))
    try:
        return Policy(tuple(found), len(found) if quorum is None else quorum), tuple(prefixes)
    except MalformedError as fault:
        raise ConfigError(str(fault)) from None


def _address(text: str) -> bool:
    parts = urlsplit(text)
    plain = not (parts.query or parts.fragment or parts.username)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain


def _api(text: str | None) -> str | None:
    if text is None:
        return None
    if not _address(text):
        raise ConfigError(
            f"TALLYSTICK_API: {text!r} is no address of a Bot API server; write it like http://127.0.0.1:8081, "
            "or leave it out for Telegram's own"
        )
    return text.rstrip("/")


def _token(text: str | None, file: str | None) -> str | None:
    if text and file:
        raise ConfigError("token and token_file are both set; keep one of TALLYSTICK_TOKEN and TALLYSTICK_TOKEN_FILE")
    if file:
        try:
            text = Path(file).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as fault:
            raise ConfigError(f"TALLYSTICK_TOKEN_FILE names {file}, which cannot be read ({fault})") from fault
    if text is None:
        return None
    if not TOKEN_FORM.match(text):
        raise ConfigError(
            "TALLYSTICK_TOKEN is not of a bot token's form (digits, a colon, 35 letters, digits, - or _); "
            "copy it again from @BotFather, without spaces"
        )
    return text
