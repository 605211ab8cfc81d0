"""How long the HTML report takes to write and to open, and what it weighs.

Run ``python -m tests.benchmarks.html_report``; it needs Chromium.
"""

import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.html.conftest import CHROMIUM
from tests.html.reports import article
from transcheck.reporters.html.report import render

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
    print("| rows | MB | written, s | usable after, ms | found, ms | heap, MB |")  # noqa: T201
    print("|---:|---:|---:|---:|---:|---:|")  # noqa: T201
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for rows in SIZES:
            report = article(rows, files=rows // 50)
            began = time.perf_counter()
            page = render(report)
            written = time.perf_counter() - began
            path = Path(folder) / f"{rows}.html"
            path.write_text(page, "utf-8")
            tab = browser.new_page()
            tab.goto(path.as_uri(), timeout=120_000)
            tab.wait_for_selector("html[data-ready]", timeout=120_000)
            usable = tab.get_attribute("html", "data-ready")
            found = tab.evaluate(SEARCHED)
            heap = tab.evaluate("performance.memory.usedJSHeapSize") / 1e6
            size = path.stat().st_size / 1e6
            print(  # noqa: T201
                f"| {rows:,} | {size:.2f} | {written:.2f} | {usable} | {found:.0f} | {heap:.0f} |"
            )
            tab.close()
        browser.close()


if __name__ == "__main__":
    main()
