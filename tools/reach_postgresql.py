"""Say whether the PostgreSQL server of DATABASE_URL answers; the password is never printed."""

import os
import sys
from urllib.parse import urlsplit

import psycopg

TIMEOUT = 5


def main() -> int:
    """Give 0 when the server answers, 1 with a message when not."""
    address = os.environ.get("DATABASE_URL", "")
    parts = urlsplit(address)
    if not parts.scheme.startswith("postgres"):
        return _fail("DATABASE_URL does not name a PostgreSQL database.")
    place = f"{parts.hostname or 'localhost'}:{parts.port or 5432}{parts.path}"
    try:
        with psycopg.connect(address, connect_timeout=TIMEOUT) as connection:
            print(f"PostgreSQL {connection.info.parameter_status('server_version')} at {place}")
    except psycopg.OperationalError:
        return _fail(
            f"No PostgreSQL answers at {place}. Start one, or name another: "
            "DATABASE_URL=postgres://user@host:5432/database"
        )
    return 0


def _fail(message: str) -> int:
    print(f"\n*** {message} ***\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
