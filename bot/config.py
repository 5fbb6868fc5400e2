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

TOKEN_FORM = re.compile(r"^\d{6,12}:[A-Za-z0-9_-]{30,60}$")
NAMES = ("data", "keys", "token", "token_file", "api")


class ConfigError(Exception):
    """A setting that cannot be used: names the setting, its source and the correct form."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``data``: folder of ledger, texts and bot state; ``keys``: the folder of secrets, never inside ``data``;
    ``token``: of the Telegram bot, None for the terminal chat; ``api``: a Bot API server of your own, else
    Telegram's."""

    data: Path
    keys: Path
    token: str | None
    api: str | None = None


def _from_file(path: Path, *, required: bool) -> dict[str, str]:
    if not path.exists():
        if required:
            raise ConfigError(f"TALLYSTICK_CONFIG names {path}, which does not exist; correct the path or unset it")
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ConfigError(f"{path}: not a readable TOML file ({fault}); see docs/operating.md, “Settings”") from fault
    for name, value in table.items():
        if name not in NAMES:
            raise ConfigError(f"{path}: unknown setting {name!r}; known are {', '.join(NAMES)}")
        if not isinstance(value, str):
            raise ConfigError(f"{path}: {name} must be text in quotes")
    return table


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
    return Settings(folder, secrets, _token(setting("token"), setting("token_file")), _api(setting("api")))


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


def _api(text: str | None) -> str | None:
    if text is None:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.username:
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
