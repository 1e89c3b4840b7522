"""repairlog keeps one honest record for two people who are repairing trust."""

from __future__ import annotations

# The only place that names the version: asking the installed package's metadata for it
# would cost every command a tenth of a second.
__version__ = "0.1.0"
