"""Compiled templates, kept where and when Python keeps compiled modules: in `__pycache__` beside them, if that can be written.

To compile the templates of a page takes an eighth of a second, to read what was compiled a thousandth.
"""

import marshal
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from reports.files import WriteError, write


class Beside(BytecodeCache):
    """What can't be read is compiled anew, and what was compiled of another text, by another version or for another environment; what can't be kept is not."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """Of a template that is no file: empty."""
        return filename or ""

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            with suppress(OSError, EOFError, ValueError, TypeError, NotImplementedError):
                kept, mark = _file(bucket).read_bytes(), _mark(bucket)
                if kept.startswith(mark):
                    bucket.code = marshal.loads(kept[len(mark) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key and not sys.dont_write_bytecode:
            with suppress(WriteError, NotImplementedError):
                write(_file(bucket), _mark(bucket) + marshal.dumps(bucket.code))


def _file(bucket: Bucket) -> Path:
    """Raises NotImplementedError where this Python keeps nothing."""
    return Path(cache_from_source(f"{bucket.key}.py"))


def _mark(bucket: Bucket) -> bytes:
    """Of all that the code depends on."""
    e = bucket.environment
    of = (bucket.key, bucket.checksum, jinja2.__version__, e.autoescape, e.trim_blocks, e.lstrip_blocks, sorted(e.extensions))
    return sha256(repr(of).encode() + MAGIC_NUMBER).digest()
