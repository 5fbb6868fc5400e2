"""`tallystick policies`: from an official document to the operator's corpus, and looking into it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from policies.loader import SHIPPED
from tests.bot.conftest import Run
from tests.policies.drafting import DATA, finished, saved

YUNLING = str(DATA / "yunling.md")
NAME = "ningxia-2024-17"


def published(run: Run, folder: Path) -> None:
    status, _, err = run("policies", "publish", str(saved(finished(), folder)), "--by", "Shen")
    assert (status, err) == (0, "")


def test_import_writes_a_draft_and_says_what_is_open(run: Run, tmp_path: Path) -> None:
    status, out, err = run("policies", "import", YUNLING, "--by", "Lin")
    assert (status, err) == (0, "")
    assert out.startswith(f"{NAME}.draft.yaml: {NAME}, 8 articles, cited by 第一条; nothing is in force\n")
    assert "published 2024-01-15; in force from 2024-03-01 until not stated; CN-64" in out
    assert f'flag 2 {NAME}/4: asks for "other materials"' in out
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.draft.yaml"]
    draft = yaml.safe_load((tmp_path / f"{NAME}.draft.yaml").read_text(encoding="utf-8"))
    assert draft["draft"]["imported"]["by"] == "Lin"
    status, _, err = run("policies", "import", YUNLING, "--by", "Lin")
    assert status == 2
    assert "is there already; name another file with --out" in err
    assert run("policies", "import", YUNLING, "--by", "Lin", "--out", "b.yaml")[0] == 0


def test_a_file_with_several_documents(run: Run) -> None:
    bulletin = ["policies", "import", str(DATA / "bulletin.txt"), "--by", "Lin"]
    status, _, err = run(*bulletin)
    assert status == 2
    assert (
        "it holds 2 documents (1: lines 1-10, 2 articles; 2: lines 14-22, 5 articles); choose one with --part N" in err
    )
    assert "5 articles, cited by (一)" in run(*bulletin, "--part", "2")[1]
    assert run(*bulletin, "--part", "3")[0] == 2
    assert "2 articles, cited by 一、" in run(*bulletin, "--lines", "5-10", "--as", "market-2024")[1]
    assert "3 articles, cited by 一、" in run(*bulletin, "--part", "2", "--unit", "一、", "--out", "c.yaml")[1]


def test_prose_is_imported_as_one_article_on_demand(run: Run) -> None:
    status, _, err = run("policies", "import", str(DATA / "prose.txt"), "--by", "Lin")
    assert status == 2
    assert "no numbered articles in it (" in err
    assert "import it as one article with --whole" in err
    assert (
        ", 1 articles; nothing is in force"
        in run("policies", "import", str(DATA / "prose.txt"), "--by", "Lin", "--whole")[1]
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.pdf"], "nowhere.pdf: it cannot be read (No such file or directory); check the path"),
        (["."], "this is a folder"),
        ([YUNLING, "--as", "Nr 17"], "--as: Nr 17 is no id"),
        ([YUNLING, "--unit", "tea"], "--unit: tea is no level; one of"),
        ([YUNLING, "--lines", "9-3"], "--lines: 9-3 is no range"),
        ([YUNLING, "--lines", "9000-9001"], "--lines: the text has"),
        ([YUNLING, "--out", "no/where.yaml"], "--out: no is no folder"),
        ([YUNLING, "--by", " "], "--by: name the person"),
    ],
)
def test_bad_imports_leave_nothing_behind(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    status, out, err = run("policies", "import", "--by", "Lin", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert list(tmp_path.iterdir()) == []


def test_publish_puts_a_document_in_force(run: Run, tmp_path: Path) -> None:
    path = saved(finished(), tmp_path)
    status, out, _ = run("policies", "publish", str(path), "--by", "Shen")
    assert status == 0
    assert out.startswith(f"published {NAME}: 8 articles in ")
    folder = tmp_path / "data" / "policies"
    assert {each.name for each in folder.iterdir()} == {f"{NAME}.yaml", f"{NAME}.published.json"}
    record = json.loads((folder / f"{NAME}.published.json").read_text(encoding="utf-8"))
    assert record["publications"][0]["published_by"] == "Shen"
    assert run("policies", "publish", str(path), "--by", "Shen")[0] == 0  # once more is the same
    record = json.loads((folder / f"{NAME}.published.json").read_text(encoding="utf-8"))
    assert len(record["publications"]) == 1
    assert run("policies", "lint")[0] == 0
    assert "applies in: Ningxia" in run("policies", "show", f"{NAME}/3")[1]
    other = ["--corpus", str(tmp_path / "elsewhere")]
    assert run("policies", "publish", str(path), "--by", "Shen", *other)[0] == 0
    assert (tmp_path / "elsewhere" / f"{NAME}.yaml").read_bytes() == (folder / f"{NAME}.yaml").read_bytes()


def test_publish_refuses_with_every_reason_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    run("policies", "import", YUNLING, "--by", "Lin")
    status, out, err = run("policies", "publish", f"{NAME}.draft.yaml", "--by", "Lin")
    assert (status, out) == (1, "")
    assert f"{NAME}.draft.yaml is not published: " in err
    for words in ("--by: Lin imported it", "flag 1 is open", "digest.zh: nothing is filled in"):
        assert words in err
    assert not (tmp_path / "data").exists()
    status, _, err = run("policies", "publish", YUNLING, "--by", "Lin")
    assert status in (1, 2)
    assert "Traceback" not in err


def test_a_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    path = saved(finished(), tmp_path)
    status, _, err = run("policies", "publish", str(path), "--by", "Shen", "--corpus", "/proc/tallystick")
    assert (status, err.count("\n")) == (1, 1)
    (tmp_path / "file").write_text("")
    status, _, err = run("policies", "publish", str(path), "--by", "Shen", "--corpus", "file")
    assert status == 2
    assert "--corpus (file) is a file; name a folder" in err


def test_lint_of_drafts_files_and_folders(run: Run, tmp_path: Path) -> None:
    run("policies", "import", YUNLING, "--by", "Lin")
    status, out, _ = run("policies", "lint", f"{NAME}.draft.yaml")
    assert status == 1
    assert out.splitlines()[-1].endswith("things to put right before it can be published")
    assert run("policies", "lint", str(saved(finished(), tmp_path)))[:2] == (
        0,
        "0 things to put right before it can be published\n",
    )
    assert run("policies", "lint", str(SHIPPED / "nx-techfin-2021.yaml"))[1].startswith("3 articles, ")
    broken = tmp_path / "mine.yaml"
    broken.write_text("document: {}\narticles: []\n")
    status, _, err = run("policies", "lint", "mine.yaml")
    assert status == 1
    assert err.startswith("tallystick: mine.yaml: document: key 'published' is missing")
    assert run("policies", "lint", "nowhere")[0] == 2


def test_compare_sources_drafts_and_documents(run: Run, tmp_path: Path) -> None:
    new = str(DATA / "yunling-2026.md")
    status, out, _ = run("policies", "compare", YUNLING, new)
    assert status == 0
    assert "3 changed, 1 added, 1 removed, 2 renumbered only, 2 the same" in out
    assert "~ 3 (figures)\n    [-20人-] {+30人+}\n" in out
    assert "= 4 → 5, 6 → 7" in out
    run("policies", "import", YUNLING, "--by", "Lin")
    assert "3 changed, 1 added" in run("policies", "compare", f"{NAME}.draft.yaml", new)[1]
    found = json.loads(run("policies", "compare", YUNLING, new, "--json")[1])
    assert found["changed"][0]["figures"] == [{"old": "20人", "new": "30人"}]
    published(run, tmp_path)
    out = run("policies", "compare", NAME, new)[1]
    assert "one side is in our own words: articles are paired by number and only their figures compared" in out
    status, _, err = run("policies", "compare", "ningxia-2024-18", new)
    assert status == 2
    assert f"did you mean {NAME}" in err
    assert run("policies", "compare", str(DATA / "bulletin.txt"), new)[0] == 2


def test_a_new_version_of_a_published_document(run: Run, tmp_path: Path) -> None:
    published(run, tmp_path)
    status, out, _ = run("policies", "import", str(DATA / "yunling-2026.md"), "--as", NAME, "--by", "Lin")
    assert status == 0
    assert f"in the corpus and not in this version: {NAME}/3-1" in out
    assert "taken over from the corpus: check it against this text" in out


def test_show(run: Run) -> None:
    status, out, _ = run("policies", "show", "nx-techfin-2021/2", "--as-of", "2022-01-01")
    assert status == 0
    assert "in force from 2021-10-22 until not stated" in out
    assert "benefits:" in out
    assert "at most ¥500,000.00 a year" in out
    assert "requires:\n  - nx-techfin-2021/1" in out
    hans, hant = (run("policies", "show", "nx-techfin-2021/2", "--lang", each)[1] for each in ("zh-Hans", "zh-Hant"))
    assert "贷款利息" in hans
    assert "貸款利息" in hant
    out = run("policies", "show", "nx-techfin-2021")[1]
    assert out.count("\n  nx-techfin-2021/") == 3
    status, _, err = run("policies", "show", "nx-techfin-2021/22")
    assert status == 2
    assert "nothing in the corpus has this id; did you mean nx-techfin-2021/2" in err
    assert "'tallystick policies coverage' lists the documents" in run("policies", "show", "zzz")[2]


def test_search(run: Run) -> None:
    status, out, _ = run("policies", "search", "银川的软件企业想要贷款贴息", "--as-of", "2022-01-01")
    assert status == 0
    lines = out.splitlines()
    assert "nx-techfin-2021/" in lines[0]
    assert lines[1].startswith("      ")
    scores = [float(line.split()[0]) for line in lines if not line.startswith(" ")]
    assert scores == sorted(scores, reverse=True)
    status, out, _ = run("policies", "search", "What is the weather?")
    assert (status, out.count("\n")) == (1, 1)


def test_coverage(run: Run) -> None:
    status, out, _ = run("policies", "coverage", "--as-of", "2026-11-22")
    assert status == 0
    assert "on 2026-11-22" in out.splitlines()[0]
    found = json.loads(run("policies", "coverage", "--as-of", "2026-11-22", "--json")[1])
    assert found["total"]["articles"] == sum(row["articles"] for row in found["documents"])
    row = next(row for row in found["documents"] if row["id"] == "nx-techfin-2021")
    assert row["state"] == "in force, end not stated"
    assert next(line for line in out.splitlines() if line.startswith("nx-techfin-2021")).split()[1] == str(
        row["articles"]
    )


def test_a_draft_survives_a_full_disk(run: Run, tmp_path: Path) -> None:
    """A device that is always full: one sentence, and the corpus stays as it was."""
    published(run, tmp_path)
    folder = tmp_path / "data" / "policies"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / f"{NAME}.yaml.tmp").symlink_to("/dev/full")
    changed = saved(finished(), tmp_path, lambda made: made["articles"][0]["digest"].update(en="Other words."))
    status, _, err = run("policies", "publish", str(changed), "--by", "Shen")
    assert status == 1
    assert "the disk is full" in err
    assert (folder / f"{NAME}.yaml").read_bytes() == before[f"{NAME}.yaml"]
    (folder / f"{NAME}.yaml.tmp").unlink()
    assert run("policies", "publish", str(changed), "--by", "Shen")[0] == 0
    assert "Other words." in (folder / f"{NAME}.yaml").read_text(encoding="utf-8")
