"""Two computations at once: one in a copy of this process, where the system can make one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Work = Callable[[], list[str]]


@contextmanager
def beside(work: Work) -> Iterator[Work]:
    """Begin a piece of work that only computes, and go on; what it came to is had by calling what
    this gives. Nothing of it reaches any file, and what it raises is raised there and then.

    Where there is no second processor, or no way to copy a process, it is done when it is asked
    for.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        yield work
        return
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)  # else what nobody reads any more would never end
        _do(work, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        done: list[list[str]] = []

        def came_to() -> list[str]:
            if not done:
                said = pipe.read()
                done.append(json.loads(said) if said else work())
            return done[0]

        try:
            yield came_to
        finally:
            pipe.close()
            os.waitpid(child, 0)


def _do(work: Work, writer: int) -> None:
    """In the copy: work, say what it came to (nothing if it failed), and end at once."""
    try:
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            pipe.write(json.dumps(work()))
    finally:
        os._exit(0)  # the copy has no business with files, exit handlers or what is being printed
