"""Which SQLite a file needs: the standard library's, or for a locked journal SQLCipher's.

A locked journal is a SQLCipher 4 file: every page is encrypted, and its first 16 bytes are the
salt from which, with the passphrase, its key is derived. SQLCipher is loaded for such a file only.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from dataclasses import dataclass, field
from pathlib import Path

from repairlog.errors import Shut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SALT_BYTES = 16
MARK = b"locked"
"""What every salt of ours begins with, so that a locked journal is known from a damaged one. The
ten random bytes after it are salt enough."""
ROUNDS = 256_000  # SQLCipher 4's own number, so that its own tools open the file, too
KEY_BYTES = 32

WAIT_SECONDS = 30.0
"""How long one program waits for another that is writing before it gives up."""


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a locked journal: the derived key, and the salt at the beginning of its file."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> Key:
        """The key that SQLCipher 4 derives: PBKDF2-HMAC-SHA512 over the UTF-8 of the passphrase,
        which is brought to one normal form first: two keyboards may send the same letter in two
        ways."""
        from hashlib import pbkdf2_hmac
        from unicodedata import normalize

        words = normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
        return cls(pbkdf2_hmac("sha512", words, salt, ROUNDS, KEY_BYTES), salt)

    @property
    def literal(self) -> str:
        """As SQLCipher takes it without deriving anything. It holds nothing that a person typed."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """A salt for a journal that is about to be locked."""
    return MARK + os.urandom(SALT_BYTES - len(MARK))


def salt_of(path: Path) -> bytes | None:
    """The salt of a locked journal's file; None for any other file, or none."""
    try:
        with path.open("rb") as file:
            start = file.read(SALT_BYTES)
    except OSError:
        return None
    return start if len(start) == SALT_BYTES and start.startswith(MARK) else None


def connect(
    path: Path, how: str, key: Key | None = None, *, ciphers: bool = False
) -> sqlite3.Connection:
    """A connection to a file that is there; ``how`` are the parameters of SQLite's URI.

    With a key the file is a locked journal, or empty and about to become one. Whether the key
    opens it shows itself at the first statement that reads. ``ciphers``: by SQLCipher, which can
    attach a locked file, also where this one is plain.
    """
    name = str(path.absolute())
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):  # what means something in a URI
        name = name.replace(sign, code)
    library: Any = cipher() if key or ciphers else sqlite3
    connection: sqlite3.Connection = library.connect(
        f"file://{name}?{how}", uri=True, isolation_level=None, timeout=WAIT_SECONDS
    )
    if key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{key.literal}"')
    return connection


def cipher() -> Any:
    """SQLCipher's library. Raises Shut where it is not installed."""
    try:
        import sqlcipher3
        from sqlcipher3 import dbapi2
    except ImportError:
        raise Shut(
            "This needs SQLCipher, which is not installed here; nothing was changed.",
            "pip install 'repairlog[lock]'",
        ) from None
    # sqlite-utils takes this name before the standard library's, and then meets its own errors.
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    return dbapi2


def errors(name: str = "DatabaseError") -> tuple[type[Exception], ...]:
    """The exceptions of this name: the standard library's, and SQLCipher's where it is loaded.

    In an ``except`` clause it is called only once something was raised.
    """
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    mine: type[Exception] = getattr(sqlite3, name)
    return (mine, getattr(loaded, name)) if loaded else (mine,)
