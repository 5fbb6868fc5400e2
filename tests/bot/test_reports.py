"""``ledger view`` and what it writes: for whom, as of when, and held against the ledger."""

from __future__ import annotations

import html
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import reports
from bot.reports import Asked, Stamp
from bot.texts import LANGUAGES
from ledger import store
from ledger.chain import MerkleTree, leaf_hash
from ledger.types import REGISTRAR_PARTY
from tests.bot.conftest import Run
from tests.bot.test_sheets import read_csv, read_xlsx
from tests.bot.town import Town, texts
from tests.ledger.factories import DAY, Side, asking, make_uscc
from tests.ledger.house import House

DUE = {"due_on": "2026-11-20", "term_days": None}


class Shop(House):
    """One claim a day, three days, each due on 20 November 2026; the ledger is open for writing all the while."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.yinhe: Side = self.supplier()
        self.helan: Side = self.payer()
        for amount in (100_00, 200_00, 400_00):
            self.clock.forward(DAY)
            claim = self.register(self.yinhe.owner, self.helan.party, amount, terms=DUE)
            self.submit("request", self.yinhe.owner, asking(claim))

    def uscc(self, side: Side) -> str:
        return self.enterprise_of(side.party).uscc


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Read only."""
    shop = Shop(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.ledger.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Shop]:
    """One to add to."""
    shop = Shop(tmp_path)
    yield shop
    shop.ledger.close()


def test_the_registrar_sees_all_as_it_is_now(run: Run, shop: Shop) -> None:
    status, out, err = run("ledger", "view", "ageing", str(shop.data))
    assert (status, err) == (0, "")
    assert out.startswith("In the whole ledger on ")
    assert "¥700.00 in 3 claims, overdue ¥700.00" in out
    assert f"• {shop.uscc(shop.helan)}: ¥700.00" in out  # nobody's name is kept here


@pytest.mark.parametrize(
    ("day", "outstanding", "late"), [("2026-11-23", 100, 3), ("2026-11-24", 300, 4), ("2026-11-25", 700, 5)]
)
def test_an_earlier_day_is_seen_as_it_was(
    run: Run, shop: Shop, tmp_path: Path, day: str, outstanding: int, late: int
) -> None:
    target = tmp_path / "out.csv"
    status, out, _ = run("ledger", "view", "ageing", str(shop.data), "--as-of", day, "--csv", str(target))
    assert status == 0
    assert f"¥{outstanding}.00 in" in out
    rows = read_csv(target.read_bytes())
    assert rows[0][:4] == ["Payer", "USCC", "Claims", "Outstanding"]
    assert rows[1][:6] == [
        shop.uscc(shop.helan), shop.uscc(shop.helan), str(1 + (late - 3)), f"{outstanding}.00", "0.00",
        f"{outstanding}.00",
    ]  # fmt: skip
    assert rows[2][0] == "Total"
    about = dict(row for row in rows[4:] if row)
    assert about["As of (Shanghai time)"] == (
        f"{day} 23:59:59" if day != "2026-11-25" else about["As of (Shanghai time)"]
    )
    assert about["Ledger"] == shop.ledger.id
    tree = MerkleTree()
    for line in list(store.read_lines(shop.data / "ledger"))[: int(about["Tree size (entries)"])]:
        tree.append(leaf_hash(line.rstrip(b"\n")))
    assert about["Root hash (hex)"] == tree.root().hex()
    assert f"{target}: 2 rows, as of {tree.size} entries, root {tree.root().hex()}" in out
    assert about["Please note"] == "A demo: nothing in it is real."


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_was_true_of_a_day_stays_the_same_bytes(run: Run, own: Shop, form: str) -> None:
    def file(name: str) -> bytes:
        path = own.data.parent / name
        assert run("ledger", "view", "ageing", str(own.data), "--as-of", "2026-11-24", f"--{form}", str(path))[0] == 0
        return path.read_bytes()

    first = file("first")
    own.clock.forward(DAY)
    own.register(own.yinhe.owner, own.helan.party, 1)
    assert file("second") == first


def test_each_side_sees_its_own(run: Run, own: Shop) -> None:
    other = own.supplier()
    own.register(other.owner, own.helan.party, 5_00, terms=DUE)  # the payer is not asked
    for side, said in [
        (own.yinhe, "¥700.00 in 3 claims"), (own.helan, "¥700.00 in 3 claims"), (other, "¥5.00 in one claim"),
    ]:  # fmt: skip
        out = run("ledger", "view", "ageing", str(own.data), "--party", own.uscc(side))[1]
        assert said in out
    by_id = run("ledger", "view", "ageing", str(own.data), "--party", own.helan.party, "--lang", "zh-Hant")[1]
    assert "應付未付¥700.00（3筆）" in by_id
    assert "¥705.00 in 4 claims" in run("ledger", "view", "ageing", str(own.data), "--by", "supplier")[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", reports.KINDS)
def test_every_report_in_every_language(shop: Shop, kind: str, language: str) -> None:
    state = shop.state
    for party in (REGISTRAR_PARTY, shop.helan.party, shop.yinhe.party):
        if kind not in reports.kinds_for(state, party):
            continue
        asked = Asked(kind, party, "Somebody", shop.now, year=2026, k=3)
        made = reports.made(language, asked, state, Stamp(state.size, "ab" * 32), lambda about: about.uscc or "-")
        assert made.lines
        rows = read_csv(made.file("csv")[1])
        width = len(made.sheet.columns)
        assert all(len(row) == width for row in rows[: len(made.sheet.rows) + 1])
        assert all(heading.strip() for heading in rows[0])
        assert "ab" * 32 in {row[1] for row in rows[len(made.sheet.rows) + 2 :]}
        name, data = made.file("xlsx")
        assert name.endswith("-2026-11-25.xlsx")
        assert {kind for kind, _ in read_xlsx(data).values()} <= {"s", "n"}
        assert not any("&amp;" in html.unescape(line) for line in made.lines)


def test_an_export_is_seen_without_keys_and_names(run: Run, shop: Shop, tmp_path: Path) -> None:
    assert run("ledger", "export", "copy", "--data", str(shop.data))[0] == 0
    found = run("ledger", "view", "punctuality", "copy", "--keys", "nowhere")
    assert found[0] == 0
    assert f"• {shop.uscc(shop.helan)}: 3 claims, ¥700.00. Has confirmed nothing yet." in found[1]


def test_public_figures_that_withhold(run: Run, own: Shop) -> None:
    bureaus = [own.payer(kind="department", state_owned=False) for _ in range(3)]
    owners = [own.supplier().owner for _ in range(3)]
    for bureau in bureaus:
        for owner in owners:
            own.register(owner, bureau.party, 1_000_00, terms=DUE)
    target = own.data.parent / "public.csv"
    status, out, _ = run("ledger", "view", "aggregates", str(own.data), "--k", "3", "--csv", str(target))
    assert status == 0
    assert "¥9,700.00 in 12 claims. Groups of fewer than 3 parties are withheld." in out
    assert "Kind of payer: Government departments withheld, State-owned enterprises, large withheld." in out
    assert "Age: 1–30 days ¥9,700.00 (12)." in out
    rows = {(row[0], row[1]): row[2:] for row in read_csv(target.read_bytes()) if len(row) == 4}
    assert rows["Kind of payer", "Government departments"] == ["withheld", "withheld"]
    assert rows["Kind of payer", "Public institutions"] == ["0", "0.00"]
    assert rows["Size of supplier", "small"] == ["12", "9700.00"]
    assert rows["Total", ""] == ["12", "9700.00"]
    told = target.read_text(encoding="utf-8-sig")
    assert all(own.uscc(side) not in told for side in (*bureaus, own.helan, own.yinhe))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ageing", "--as-of", "2026-02-30"), "is no day such as 2026-11-30"),
        (("ageing", "--as-of", "2999-01-01"), "has not come yet"),
        (("ageing", "--as-of", "9999-12-31"), "has not come yet"),
        (("ageing", "--as-of", "0001-01-01"), "this ledger began after 0001-01-01"),
        (("ageing", "--as-of", "2026-11-20"), "this ledger began after 2026-11-20"),
        (("ageing", "--party", make_uscc(77)), "is not enrolled"),
        (("aggregates", "--k", "2"), "a group has at least 3 parties, not 2"),
        (("aggregates", "--party", make_uscc(1)), "public figures are for everybody"),
        (("arrears", "--year", "1999"), "give one from 2019 to "),
        (("arrears", "--year", "2999"), "cannot be told"),
        (("ageing", "--year", "2026"), "--year is for arrears; leave it out"),
        (("exposure", "--by", "payer"), "--by is for ageing; leave it out"),
        (("everything",), "invalid choice"),
        (("ageing", "--lang", "fr"), "invalid choice"),
    ],
)
def test_bad_usage(run: Run, shop: Shop, arguments: tuple[str, ...], words: str) -> None:
    status, out, err = run("ledger", "view", *arguments, "--data", str(shop.data))
    assert (status, out) == (2, "")
    assert words in err


def test_a_report_that_tells_a_party_nothing(run: Run, shop: Shop) -> None:
    status, _, err = run("ledger", "view", "arrears", str(shop.data), "--party", shop.uscc(shop.yinhe))
    assert status == 2
    assert "arrears tells" in err
    assert "there are ageing, punctuality, exposure" in err


async def test_a_ledger_too_large_to_be_summed_between_messages(
    demo_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.reports.MOST", 0)
    async with demo_town.open({"reg": "en", "lin": "en"}) as talk:
        await talk.say("lin", "/register Helan Water; 800k; 26642000000012345678; 1 Sep 2026; 15 Sep 2026; none")
        await talk.sign("lin", "Register")
        for person in ("reg", "lin"):
            seen = texts(await talk.say(person, "/report ageing"), person)
            assert "would sum up 1 claims" in seen
            assert "tallystick ledger view ageing" in seen


def test_the_ledgers_own_files_are_not_written_over(run: Run, shop: Shop) -> None:
    before = shop.entries_file.read_bytes()
    for path in (shop.entries_file, shop.data / "new.csv", shop.data.with_name("data.keys") / "x.csv"):
        status, _, err = run("ledger", "view", "ageing", str(shop.data), "--csv", str(path), "--data", str(shop.data))
        assert status == 2
        assert "name a file elsewhere" in err
    assert shop.entries_file.read_bytes() == before
    status, _, err = run("ledger", "view", "ageing", str(shop.data), "--xlsx", str(shop.data.parent))
    assert status == 2
    assert "is a folder" in err


async def test_the_file_in_a_chat_is_held_against_the_ledger(demo_town: Town) -> None:
    async with demo_town.open({"reg": "en"}) as talk:
        ledger = talk.house.desk.ledger
        seen = await talk.say("reg", "/report ageing")
        (file,) = [each.file for each in seen if each.file is not None]
        about = read_xlsx(file.content, 2)
        told = {about[f"A{line}"][1]: about[f"B{line}"][1] for line in range(1, 11)}
        _, size, root = ledger.checkpoint().decode().split("\n")[:3]
        assert told["Ledger"] == ledger.id
        assert told["Tree size (entries)"] == size
        assert told["Root hash (hex)"] == b64decode(root).hex()
        assert told["For whom"] == "the registrar"
        again = await talk.say("reg", "/report ageing")
        assert [each.file.content for each in again if each.file is not None] == [file.content]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "One late claim is not in the interest, as its rate is not known."),
        ("zh-Hans", "其中1笔逾期款的利率不详，未计入利息。"),
        ("zh-Hant", "其中1筆逾期款的利率不詳，未計入利息。"),
    ],
)
async def test_interest_that_is_not_known_is_not_told_as_nothing(demo_town: Town, language: str, told: str) -> None:
    async with demo_town.open({"lin": language}) as talk:
        await talk.say("lin", "/register 塞上食品; 300k; 26642000000099999999; 2026-09-01; 2026-09-10; 30 days")
        await talk.sign("lin", 1)
        await talk.say("lin", "/cancel")
        read = texts(await talk.say("lin", "/report ageing"), "lin")
        assert "¥300,000.00" in read
        assert told in read


def test_no_ledger(run: Run) -> None:
    status, _, err = run("ledger", "view", "ageing", "nowhere")
    assert status == 1
    assert "nowhere" in err
