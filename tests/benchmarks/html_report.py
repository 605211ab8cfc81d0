"""How long the HTML report and a comparison take to write and to open, and what they weigh.

Run ``python -m tests.benchmarks.html_report``; it needs Chromium.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.html.conftest import CHROMIUM
from tests.html.reports import article, compared
from transcheck.reporters.html import comparison, report

SIZES = (600, 5_000, 100_000)
SEARCHED = """async () => {
  const began = performance.now();
  const field = document.getElementById("search");
  field.value = "sentence 59";
  field.dispatchEvent(new Event("input"));
  await new Promise((done) => {
    new MutationObserver(done).observe(document.getElementById("listing"), { childList: true });
  });
  return performance.now() - began;
}"""


def main() -> None:
    """Print one line for each size."""
    print("| page | rows | MB | written, s | usable after, ms | found, ms | heap, MB |")  # noqa: T201
    print("|---|---:|---:|---:|---:|---:|---:|")  # noqa: T201
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for rows in SIZES:
            for name, made in _pages(rows):
                began = time.perf_counter()
                page = made()
                written = time.perf_counter() - began
                path = Path(folder) / f"{rows}.html"
                path.write_text(page, "utf-8")
                usable, found, heap = _opened(browser, path)
                size = path.stat().st_size / 1e6
                print(  # noqa: T201
                    f"| {name} | {rows:,} | {size:.2f} | {written:.2f} | {usable} | {found:.0f} "
                    f"| {heap:.0f} |"
                )
        browser.close()


def _pages(rows: int) -> Iterator[tuple[str, Callable[[], str]]]:
    one = article(rows, files=rows // 50)
    yield "report", lambda: report.render(one)
    found = compared(rows, files=rows // 50)
    yield "comparison", lambda: comparison.render(found)


def _opened(browser: Browser, path: Path) -> tuple[int, float, float]:
    """Return milliseconds until a page can be used and until a search has found, and its heap."""
    tab = browser.new_page()
    tab.goto(path.as_uri(), timeout=120_000)
    tab.wait_for_selector("html[data-ready]", timeout=120_000)
    usable = int(tab.get_attribute("html", "data-ready") or 0)
    found = float(tab.evaluate(SEARCHED))
    heap = tab.evaluate("performance.memory.usedJSHeapSize") / 1e6
    tab.close()
    return usable, found, heap


if __name__ == "__main__":
    main()
