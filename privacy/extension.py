"""The one way in which an arrow between rooms is turned round.

A lower room says in an `Extension` what others may add and when it asks them; higher rooms and host sites add their
parts in the `ready()` of an AppConfig. Ours are all added in privacy/apps.py.
"""

from typing import TypeVar

Part = TypeVar("Part")


class Extension(dict[str, Part]):
    """Parts that others add, by name, in the order in which they were added."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what

    def register(self, name: str, part: Part) -> None:
        """Add a part. Raises ValueError where there is one of the name already."""
        if name in self:
            raise ValueError(f"{self.what}: there is one called {name} already")
        self[name] = part
