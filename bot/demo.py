"""The demo: a ledger that says so in its genesis, with enterprises and people to speak as. PIN 246810 for all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot import enrolment
from bot.enterprises import Profile, Registrar
from bot.state import BotState
from ledger.custody import SCRYPT_N
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.types import Clock, RegistrarKey

ORIGIN = "demo.tallystick.invalid"
PIN = "246810"
PEOPLE = ("lin", "wei", "feng", "zhao", "qian", "sun", "he", "reg")
ENTERPRISES: dict[str, Profile] = {
    "yinhe": Profile("银河精密 | Yinhe Precision | 銀河精密", "91640100MA76K3X20Y", size="small"),
    "beichen": Profile("北辰泵业 | Beichen Pumps | 北辰泵業", "91640100MA76L8Y53W", size="micro"),
    "helan": Profile(
        "贺兰水务集团 | Helan Water Group | 賀蘭水務集團", "91640000715044019M", size="large", state_owned=True,
        payer=True, dual_above=0,
    ),
    "damo": Profile("大漠银行 | Desert Bank | 大漠銀行", "91640000710659483D", size="large", financier=True),
}  # fmt: skip
STAFF: dict[str, tuple[str, str, str]] = {
    "lin": ("yinhe", "owner", "林悦 | Lin Yue | 林悅"),
    "wei": ("beichen", "owner", "魏成 | Wei Cheng | 魏成"),
    "feng": ("helan", "administrator", "冯静 | Feng Jing | 馮靜"),
    "zhao": ("helan", "maker", "赵敏 | Zhao Min | 趙敏"),
    "qian": ("helan", "checker", "钱芳 | Qian Fang | 錢芳"),
    "sun": ("damo", "administrator", "孙立 | Sun Li | 孫立"),
    "he": ("damo", "financier", "何岩 | He Yan | 何岩"),
}


def ident(name: str) -> str:
    """A fixed id of the demo: 32 hex digits."""
    return hashlib.sha256(f"tallystick demo {name}".encode()).hexdigest()[:32]


def create(data: Path, keys: Path, clock: Clock, *, scrypt_n: int = SCRYPT_N) -> Ledger:
    """Make the demo ledger: every enterprise and person enrolled the way real ones are."""
    registrar = PrivateKey.generate()
    ledger = Ledger.create(
        data, keys, origin=ORIGIN, registrar_keys=[RegistrarKey(ident("reg"), registrar.public.base64)],
        thresholds={"log": 1, "payer": 1}, demo=True, clock=clock, scrypt_n=scrypt_n,
    )  # fmt: skip
    ledger.custody.create(ident("reg"), PIN, registrar)
    office = Registrar(ledger, [registrar])
    for name, profile in ENTERPRISES.items():
        office.enrol(profile, ident(name))
    for name, (enterprise, role, label) in STAFF.items():
        if role in ("owner", "administrator"):
            code, _ = office.invite(ident(enterprise), role, label, clock.now() + enrolment.LIFE_MS)
        else:
            code = _invite(ledger, ident(enterprise), role, label)
        _enrol(ledger, name, code)
    return ledger


def _invite(ledger: Ledger, party: str, role: str, label: str) -> str:
    """The enterprise's administrator invites, as in the chat."""
    administrator = next(each for each in ledger.state.people_of(party) if "administrator" in each.roles)
    code = enrolment.new_code()
    body = enrolment.invitation(party, role, ledger.texts.keep(label), code, ledger.state.last_at + enrolment.LIFE_MS)
    key = ledger.custody.unlock(administrator.person, PIN)
    _, payload = ledger.prepare("invite", enrolment.actor(administrator), body)
    ledger.sign_and_submit(payload, key)
    return code


def _enrol(ledger: Ledger, name: str, code: str) -> None:
    invitation = ledger.state.invitations[enrolment.code_hash(code)]
    enrolment.enrol(ledger, invitation, code, PIN, person=ident(name))


def link(state: BotState, users: dict[str, int]) -> None:
    """Bind the demo's chat accounts to its people."""
    with state.message():
        for name in PEOPLE:
            if state.accounts.of_person(ident(name)) is None:
                state.accounts.touch(users[name], users[name])
                state.accounts.link(users[name], ident(name))
                state.accounts.set_language(users[name], "zh-Hans")
