"""Keeps templates that were compiled, because MkDocs compiles all of them again for every language and every save."""

from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """The templates compiled so far, by their name and the hash of their text; they end with the process."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template that was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes in a template that was compiled now."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()
