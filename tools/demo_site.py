"""A site for tools: its database, files and letters lie in one folder and go with it."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "tietosuoja-demo"  # noqa: S105
_LONGEST_START = 30  # seconds


@dataclass(frozen=True, slots=True)
class DemoSite:
    """A site in a folder of its own, with the demo's settings."""

    folder: Path
    port: int

    @classmethod
    def in_folder(cls, folder: Path) -> Self:
        """Give a site on a port that is free."""
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            return cls(folder, int(free.getsockname()[1]))

    @property
    def address(self) -> str:
        """Give the address of the site."""
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *words: str) -> None:
        """Run a command of Django's to its end, quietly."""
        subprocess.run(self._command(*words), env=self._environment(), check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    @contextmanager
    def served(self) -> Iterator[None]:
        """Serve the site; anew after its tree has changed, because processes remember where sites begin."""
        command = self._command("runserver", "--noreload", f"127.0.0.1:{self.port}")
        log = (self.folder / "server.log").open("ab")
        server = subprocess.Popen(command, env=self._environment(), stdout=log, stderr=log)  # noqa: S603
        try:
            self._wait()
            yield
        finally:
            server.terminate()
            server.wait()
            log.close()

    def newest_letter(self, kind: str) -> str:
        """Give the text of the newest letter of a kind."""
        with closing(sqlite3.connect(self.folder / "demo.sqlite3")) as database:
            found = database.execute("SELECT text FROM privacy_message WHERE kind = ? ORDER BY id DESC", [kind])
            return str(found.fetchone()[0])

    def page_number(self, slug: str) -> int:
        """Give the key of the page with a slug."""
        with closing(sqlite3.connect(self.folder / "demo.sqlite3")) as database:
            return int(database.execute("SELECT id FROM wagtailcore_page WHERE slug = ?", [slug]).fetchone()[0])

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, str(ROOT / "manage.py"), *words]

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "mysite.settings.dev",
            "DATABASE_URL": f"sqlite:///{self.folder / 'demo.sqlite3'}",
            "PRIVATE_ROOT": str(self.folder / "private"),
            "MEDIA_ROOT": str(self.folder / "media"),
            "PUBLIC_BASE_URL": self.address,
            "ADMIN_BASE_URL": self.address,
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        }

    def _wait(self) -> None:
        deadline = time.monotonic() + _LONGEST_START
        while True:
            try:
                urllib.request.urlopen(f"{self.address}/admin/login/", timeout=5).close()  # noqa: S310
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return
