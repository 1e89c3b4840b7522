"""The local time zone, changed for a while."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

BERLIN = "Europe/Berlin"  # 2026: 02:00 to 03:00 on 29 March, 03:00 to 02:00 on 25 October
NEW_YORK = "America/New_York"  # 2026: 02:00 to 03:00 on 8 March, 02:00 to 01:00 on 1 November


@contextmanager
def zone(name: str) -> Iterator[None]:
    """Let the local clock be that of another place."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()
