"""Whatever is asked, the answer is whole and no fault of ours."""

import random
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from tests.hostile import find_faults
from tests.reading import app_of, wait_for

MANY = 10_000


def test_no_request_brings_a_fault(
    open_site: Callable[..., TestClient], real_database: Path
) -> None:
    """The numbers differ from run to run; that of a fault makes its request again."""
    site = app_of(open_site(real_database, keep=64, access_log=False))
    first = random.SystemRandom().randrange(1 << 40)
    assert wait_for(find_faults(site, range(first, first + MANY))) == []
