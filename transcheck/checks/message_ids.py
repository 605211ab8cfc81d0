"""Sources that are no text but the id of a message: what its program says stands elsewhere."""

import re

_ID = re.compile(r"(?=[^_.:]*[_.:]\w)[A-Za-z][\w.:-]*")


def is_message_id(source: str) -> bool:
    """Say whether a source names its message instead of saying it, as in Zope and Rails.

    >>> is_message_id("help_new_version"), is_message_id("Save."), is_message_id("New version")
    (True, False, False)
    """
    return _ID.fullmatch(source) is not None
