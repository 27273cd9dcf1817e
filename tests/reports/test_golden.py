"""What one rich week and one empty one look like, kept in tests/golden: a change is seen, looked at, and taken with `pytest --accept`."""

import email
import re
from collections.abc import Callable
from dataclasses import fields
from email import policy
from pathlib import Path

import pytest

from reports import mail, markdown, record, weekly
from reports.digest import Digest
from tests.reports.bramble import empty, full

GOLDEN = Path(__file__).parents[1] / "golden"
SCRUBS = (
    (re.compile(r"(<style>).*?(</style>)", re.DOTALL), r"\1…\2"),
    (re.compile(r"(<script>).*?(</script>)", re.DOTALL), r"\1…\2"),
    (re.compile(r"sha256-[\w+/=]+"), "sha256-…"),
    (re.compile(r'(<svg aria-hidden="true" focusable="false" ).*?(</svg>)', re.DOTALL), r"\1…\2"),  # Altair's drawings
)


def _mail_text(digest: Digest) -> str:
    read = email.message_from_bytes(mail.message(digest), policy=policy.default).get_body(("plain",))
    assert read is not None
    return str(read.get_content()).replace("\r\n", "\n")


DRAWN: dict[str, Callable[[Digest], str]] = {
    "json": record.dump,
    "html": weekly.page,
    "md": markdown.page,
    "mail.txt": _mail_text,
}


@pytest.mark.parametrize("form", DRAWN)
@pytest.mark.parametrize(("name", "made"), [("full", full), ("empty", empty)])
def test_it_looks_as_it_did(name: str, made: Callable[[], Digest], form: str, request: pytest.FixtureRequest) -> None:
    text = DRAWN[form](made())
    for pattern, instead in SCRUBS:
        text = pattern.sub(instead, text)
    file = GOLDEN / f"{name}.{form}"
    if request.config.getoption("--accept"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8"), "look at the change; then run pytest with --accept"


def test_the_full_page_has_something_in_every_section() -> None:
    made = full()
    may_be_empty = {"seen_up_to", "later", "turn", "faded", "note"}
    bare = {f.name for f in fields(made) if getattr(made, f.name) in (None, "", (), {}, 0)}
    assert bare <= may_be_empty, "an example that lacks something tests nothing of it"
    page = weekly.page(made)
    from reports.sections import SECTIONS

    assert [s.id for s in SECTIONS if f'id="{s.id}"' not in page] == []
