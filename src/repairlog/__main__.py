"""`python -m repairlog` does what the command `repairlog` does."""

from __future__ import annotations

import sys

from repairlog.cli import main

sys.exit(main())
