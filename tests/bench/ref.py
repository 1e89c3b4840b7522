"""The yardstick: the least that a durable entry can cost, with nothing but the standard library."""

from __future__ import annotations

import sqlite3
import sys

db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, text TEXT)")
db.execute("INSERT INTO entry (text) VALUES ('it was done')")
db.close()
print("c1  kept.")
