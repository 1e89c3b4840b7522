"""What is done to the journal's file here that should never happen, and what has to hold then.

`python -m tests.faults` does all of it, long, on plain and on locked journals, and prints a table
of figures; `--help` says how to do more or less of it. The quick versions are in the ordinary
suite.

- kills.py: `kill -9` at random moments of real processes;
- writes.py: a file that may not grow, a disk that is full, and (where `strace` is there) every
  single write and sync of a command failing, or being the last thing that its process does;
- together.py: many writers at once, first runs at once, a lock or a restore in their middle;
- damage.py: flipped bits, cut tails, swapped and zeroed pages, another file's WAL;
- forgery.py: a record that was rewritten with its whole chain, and what a seal says of it.

A half-made file (`.journal.db.….new`) that a killed process left never has the journal's name. It
is its owner's alone, and goes when the next file is made beside the journal, with `doctor`, and,
since `unlock` may have left words in it, whenever a locked journal is opened.
"""

from __future__ import annotations
