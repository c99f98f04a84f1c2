"""What a dead writer leaves after a power cut, or on a disk that decays: the rollback journal, torn
or spoilt, beside a file that is half written."""

from pathlib import Path
from random import Random

from app.trouble import find_fault, undo_unfinished
from tests.breaking import (
    end_of_synced,
    journal_of,
    lose_power,
    moments_of_writing,
    spoil_journal,
)
from tests.editing import dump
from tests.test_verify import faults_of

CUTS = 460
SPOILT = 40


def test_after_a_power_cut_the_old_state_is_whole(database: Path) -> None:
    before = database.read_bytes()
    moments = moments_of_writing(database)
    assert database.read_bytes() == before
    # Some come before anything was synced, and some after the file was written to.
    assert {end_of_synced(journal) > 0 for _, journal in moments} == {False, True}
    assert any(written != before for written, _ in moments)
    chance = Random(11)
    for number in range(CUTS):
        lose_power(before, moments[number % len(moments)], database, chance)
        undo_unfinished(database)
        assert database.read_bytes() == before, number
        journal_of(database).unlink(missing_ok=True)


def test_a_spoilt_journal_is_found_out(database: Path, seeds: Path) -> None:
    """SQLite's checksum of a journal covers a byte in two hundred: what it lets pass, `verify`
    does not."""
    before, state = database.read_bytes(), dump(database)
    moments = [one for one in moments_of_writing(database) if one[0] != before]
    chance = Random(13)
    found = 0
    for number in range(SPOILT):
        spoil_journal(moments[number % len(moments)], database, chance)
        undo_unfinished(database)
        if database.read_bytes() != before:
            told = find_fault(database) is not None or faults_of(database, seeds)
            assert told or dump(database) == state, number
            found += 1
        journal_of(database).unlink(missing_ok=True)
    assert found
