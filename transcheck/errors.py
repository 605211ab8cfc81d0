"""Errors a user can act on: each says what is wrong, where, and what to do next."""


class TranscheckError(Exception):
    """Base of every error that transcheck raises on purpose.

    ``message`` says what is wrong and where, in one line; ``hint`` says what to do next and may
    be empty. The command line prints both and exits with 2.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class ConfigError(TranscheckError):
    """A setting, an option, a check id or a language that transcheck does not know."""


class InputError(TranscheckError):
    """A file that cannot be read as text, or text that cannot be what the user meant."""


class AlignmentError(TranscheckError):
    """Source and translation cannot be put side by side."""


class ModelError(TranscheckError):
    """A translation or embedding model is missing, broken or of no use for these languages."""
