"""From bytes to a tree, whatever they are."""

from collections.abc import Callable

import pytest

from pipeline.furniture import prune
from pipeline.markup import decoded, parsed
from pipeline.page import Page


@pytest.mark.parametrize("markup", ["", "no markup", "<", "<>", "<!DOCTYPE html>", "a < b", "<p>one</p>", '{"a": "<b>"}'])
def test_what_is_no_page_has_no_tree(markup: str) -> None:
    assert parsed(markup) is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>rope</p></body></html>",
        "<p>rope</p><p>bell</p>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/x.dtd"><html><body>rope</body></html>',
        '<html lang="en"/><body><p>rope</p></body>',
        "<html><body>\x00\x01\x0b\x1f\ufffe\uffffrope</body></html>",
        "<?xml version='1.0' encoding='utf-99'?><html><body>rope</body></html>",
        "<html><body>\ud800rope</body></html>",
    ],
)
def test_broken_pages_are_read(markup: str) -> None:
    tree = parsed(markup)
    assert tree is not None
    assert "rope" in tree.text_content()


def test_an_undeclared_encoding(make_page: Callable[..., Page]) -> None:
    for encoding in ("utf-8", "cp1252"):
        assert "Zoë" in decoded(make_page("<p>Zoë</p>".encode(encoding)))


def left(body: str) -> str:
    tree = parsed(f"<html class='cookie-on'><body class='cookie-on' hidden>{body}</body></html>")
    assert tree is not None
    prune(tree)
    return " ".join(str(tree.text_content()).split())


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("a<script>x</script> b<style>x</style><svg><title>x</title></svg><template>x</template>", "a b"),
        ("a <p style='color: red; display : none'>x</p> b", "a b"),
        ("a <p hidden>x</p> <div id=comments><p>x</p></div>b", "a b"),
        ("<div class='cookie-page'><article>a</article></div> <div class='cookie-bar'>x</div>", "a"),
        ("<article><p>a</p><div class='sharedaddy'><article>x</article></div></article>", "a"),
        ("a <div hidden>x <div hidden>x</div> x</div> b", "a b"),
    ],
)
def test_what_no_reader_reads_goes_and_the_rest_stays(body: str, kept: str) -> None:
    assert left(body) == kept


@pytest.mark.parametrize("name", ["hex", "zlib_codec", "rot13", "punycode", "undefined", "idna", "klingon", "a\0b", "x" * 5000])
def test_what_is_no_encoding_is_passed_over(make_page: Callable[..., Page], name: str) -> None:
    for head in (f'<meta charset="{name}">', f'<?xml version="1.0" encoding="{name}"?>'):
        assert "Zoë" in decoded(make_page(f"{head}<p>Zoë</p>".encode()))
