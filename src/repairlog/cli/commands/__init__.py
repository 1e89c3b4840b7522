"""One file a command, or a small family of them; each is imported when it is called."""

from __future__ import annotations
