"""``witness``: to be a witness of other people's logs (C2SP tlog-witness), with a key and a folder of its own."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.config import ConfigError
from ledger import witnessing
from ledger.errors import MalformedError, SignatureError
from ledger.serving import Server
from ledger.witness import PATH
from ledger.witnessing import Watcher

LISTEN = "127.0.0.1:8460"


def add(commands: Any) -> None:
    witness = commands.add_parser(
        "witness", help="cosign other logs' checkpoints",
        description="A witness signs a log's checkpoint only if it extends the one it signed last, so nobody can be "
        "shown a history of their own. Run it on a machine, and by people, that the log's operator does not control.",
    )  # fmt: skip
    parts = witness.add_subparsers(dest="part", required=True, metavar="PART")
    init = parts.add_parser("init", help="make a witness", description="Makes its key in a new folder; prints its key.")
    init.add_argument("--name", required=True, help="its name for ever, such as witness.example.org")
    _finish(init, _init)
    log = parts.add_parser(
        "add-log", help="know a log", description="Knows a log by the key that its operator publishes; also while the "
        "witness runs. Another key of the same log is added.",
    )  # fmt: skip
    log.add_argument("vkey", metavar="VKEY", help="the log's key (origin+hex+base64)")
    _finish(log, _add_log)
    run = parts.add_parser(
        "run", help="answer on the network",
        description=f"Answers POST {PATH} over HTTP. TLS is for a reverse proxy in front. Ctrl-C or SIGTERM ends it.",
    )  # fmt: skip
    run.add_argument("--listen", metavar="HOST:PORT", default=LISTEN, help=f"where to listen ({LISTEN})")
    _finish(run, _run)
    show = parts.add_parser(
        "show", help="its key, what it signed last, and what contradicts that",
        description="Stop the witness first. Exit status 1 if a log signed what was not shown to extend that.",
    )  # fmt: skip
    _finish(show, _show)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    parser.add_argument("--data", metavar="DIR", type=Path, required=True, help="the witness's folder: key and state")
    parser.set_defaults(run=run)


def _init(options: argparse.Namespace) -> int:
    try:
        found = witnessing.create(options.data, options.name)
    except MalformedError as fault:
        raise ConfigError(f"--name: {fault.why}") from None
    print(found.vkey)
    print(
        f"That is the witness's key: publish it. Its secret is {options.data / witnessing.KEY}. Never put an older "
        "copy of the folder back: it would sign again what it signed otherwise.",
        file=sys.stderr,
    )
    return 0


def _add_log(options: argparse.Namespace) -> int:
    try:
        fresh = witnessing.add_log(options.data, options.vkey)
    except (MalformedError, SignatureError) as fault:
        raise ConfigError(f"VKEY: {fault.why}") from None
    print("added" if fresh else "known already")
    return 0


def _show(options: argparse.Namespace) -> int:
    watcher = Watcher(options.data, SystemClock())
    try:
        print(watcher.witness.vkey)
        for keys, latest in watcher.known():
            signed = "nothing signed yet" if latest is None else f"signed {latest.size} entries, {latest.root.hex()}"
            print(f"{keys[0].name}: {signed}")
        evidence = watcher.evidence()
        for path, point in evidence:
            print(
                f"CONFLICT: {path}: {point.size} entries of {point.origin}, root {point.root.hex()}, were not shown to "
                "extend what was signed; the log signed them"
            )
    finally:
        watcher.close()
    if evidence:
        print("tallystick: show these files, and what was signed last, to everybody who relies on it", file=sys.stderr)
    return 1 if evidence else 0


def _run(options: argparse.Namespace) -> int:
    host, port = _address(options.listen)
    watcher = Watcher(options.data, SystemClock())
    try:
        return asyncio.run(_serve(watcher, host, port))
    finally:
        watcher.close()


def _address(text: str) -> tuple[str, int]:
    """Host and port; raises ConfigError."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or int(port) > 65535:
        raise ConfigError(f"--listen: {text!r} is not HOST:PORT, such as {LISTEN}")
    return host.removeprefix("[").removesuffix("]"), int(port)


async def _serve(watcher: Watcher, host: str, port: int) -> int:
    """Answer until asked to end, or a write failed: then 1."""
    loop, asked = asyncio.get_running_loop(), asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, asked.set)
    server = Server(watcher, failed=asked.set)
    try:
        where = await server.start(host, port)
    except OSError as fault:
        raise ConfigError(f"--listen: {host}:{port} cannot be used ({fault.strerror or fault})") from None
    print(f"tallystick: {watcher.witness.vkey} at http://{where[0]}:{where[1]}", file=sys.stderr, flush=True)
    await asked.wait()
    await server.close()
    if watcher.fatal is not None:
        print(f"tallystick: {watcher.fatal}", file=sys.stderr)
        return 1
    return 0
