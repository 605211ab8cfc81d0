"""The system's Chromium, driven by Playwright; without it these tests are skipped, and say so."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from transcheck.model import Report
from transcheck.reporters.html import comparison
from transcheck.reporters.html.report import render
from transcheck.results.compare import Comparison

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A page in the browser, and what it asked for or complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Opener = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    with sync_playwright() as driver:
        # Chromium's sandbox refuses to run as root, which containers are.
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that opens a report or a comparison from disk, as a reader does."""
    contexts = []

    def opener(
        made: Report | Comparison,
        *,
        at: str = "",
        dark: bool = False,
        size: tuple[int, int] = (1300, 850),
        permissions: Sequence[str] = (),
    ) -> Opened:
        path = tmp_path / "page.html"
        page = render(made) if isinstance(made, Report) else comparison.render(made)
        path.write_text(page, "utf-8")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            permissions=permissions,
        )
        contexts.append(context)
        shown = Opened(page=context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.goto(path.as_uri() + at)
        shown.page.wait_for_selector("html[data-ready]")
        return shown

    yield opener
    for context in contexts:
        for page in context.pages:
            assert page.title().endswith("– transcheck")
        context.close()
