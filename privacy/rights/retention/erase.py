"""What forgetting asks of SQLite, which otherwise keeps the bytes of deleted rows in its file and in its log.

`PRAGMA secure_delete` and `PRAGMA wal_checkpoint`: https://www.sqlite.org/pragma.html. PostgreSQL removes old rows by
VACUUM, which runs by itself; its log and all backups keep them until they are rotated.
"""

import time

from django.db import connection

TRIES = 5  # each of which waits for readers as long as the connection does for locks, 20 s in our settings
PAUSE = 0.5  # seconds


def overwrite_deleted() -> None:
    """Let SQLite overwrite what this connection deletes or changes from now on."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def empty_log() -> bool:
    """Write SQLite's log into the database and empty it; false while somebody goes on reading from it.

    Inside a transaction nothing is done: SQLite cannot.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return True
    for _try in range(TRIES):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy, *_pages = cursor.fetchone()
        if not is_busy:
            return True
        time.sleep(PAUSE)
    return False
