"""Listens to a browser: errors in the console, violations of the content policy, requests to other hosts."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


class Watch:
    """What a browser complained of while a test used it; a page that was not found is for the test to judge."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.complaints: list[str] = []
        self.visited: set[str] = set()
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        # A violation of the content security policy is an error, too.
        if message.type != "error" or self._tells_of_missing_page(message):
            return
        self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def _tells_of_missing_page(self, message: ConsoleMessage) -> bool:
        return "status of 404" in message.text and message.location["url"] in self.visited

    def _catch(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")

    def _see(self, request: Request) -> None:
        if request.is_navigation_request():
            self.visited.add(request.url)
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.complaints.append(f"another host: {request.url}")
