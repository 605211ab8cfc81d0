"""A page put together: template, style, script and data in one file under a strict policy.

The policy lets the browser run the page's own script and style, which it knows by their hashes, and
load nothing. Texts reach the page in two ways, and neither can become markup: through the
templates, which escape, and as data, which the script writes as text.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from transcheck.text.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

# What every page has, before its own.
_STYLES = ("colours.css", "page.css")
_SCRIPTS = ("elements.js", "appearance.js")
# Written as escapes, so that no data can end its element or begin a comment.
_ESCAPED = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(
    template: str,
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    data: Mapping[str, Any],
    **context: object,
) -> str:
    """Return the page that ``template`` makes of ``context``.

    ``styles`` and ``scripts`` name the assets of this page, in order; ``data`` is what the scripts
    read, in plain dictionaries, lists, strings and numbers.
    """
    from markupsafe import Markup

    style = _joined((*_STYLES, *styles))
    script = f'"use strict";\n(() => {{\n{_joined((*_SCRIPTS, *scripts))}}})();\n'
    return (
        _environment()
        .get_template(template)
        .render(
            **context,
            policy=_policy(style, script),
            # Both are ours, and the hashes say so: escaped, they would be neither.
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            data=Markup(_embedded(data)),  # noqa: S704
        )
    )


def _embedded(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPED.items():
        text = text.replace(sign, escape)
    return text


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text("utf-8")


def _joined(names: Sequence[str]) -> str:
    return "\n".join(_asset(name) for name in names)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    return environment
