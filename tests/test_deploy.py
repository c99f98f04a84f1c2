"""What `deploy/`, `docs/deploy.md` and `docs/reliability.md` tell operators is so."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
UNITS = ROOT / "deploy" / "systemd"
TEXTS = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in (ROOT / "docs" / "deploy.md", *(ROOT / "deploy").rglob("*"))
    if path.is_file()
}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
@pytest.mark.parametrize("unit", [path.name for path in sorted(UNITS.glob("*.service"))])
def test_a_unit_may_do_little(unit: str, tmp_path: Path) -> None:
    """Exposure of 2.0 or less, of 10; `--threshold` takes tenths."""
    shutil.copytree(UNITS, tmp_path / "etc" / "systemd" / "system")
    asked = ["security", "--offline=true", f"--root={tmp_path}", "--threshold=20", unit]
    done = subprocess.run(
        ["systemd-analyze", "--no-pager", *asked], capture_output=True, text=True, check=False
    )
    assert "Overall exposure level" in done.stdout
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", TEXTS)
def test_every_setting_that_is_named_is_one(name: str) -> None:
    named = set(re.findall(r"DASHBOARD_[A-Z_]+[A-Z]", TEXTS[name]))
    assert named <= {f"DASHBOARD_{field.upper()}" for field in Settings.model_fields}


def test_every_file_and_unit_that_is_named_is_there() -> None:
    words = TEXTS["docs/deploy.md"]
    units = set(re.findall(r"us-iraq-dashboard-[a-z]+\.(?:service|timer)", words))
    assert {path.name for path in UNITS.glob("*.*r*") if path.is_file()} == units
    for path in re.findall(r"deploy/[A-Za-z.]+[a-z]", words):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_that_is_named_is_one(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in re.findall(r"python -m app ([a-z]+)", TEXTS[name]):
        assert f"`python -m app {command}" in readme
    for target in re.findall(r"(?:^|[^-])\bmake ([a-z]+)", TEXTS[name]):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


def test_every_test_that_reliability_rests_on_is_there() -> None:
    words = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+\.py)`", words))
    assert len(named) > 5
    assert {name for name in named if not (ROOT / "tests" / name).exists()} == set()
