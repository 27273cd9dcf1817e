"""Pages that answer 200 and say that there is no such page."""

import pytest

from pipeline.missing import says_missing


@pytest.mark.parametrize(
    "title",
    [
        *(
            "404",
            "404 - Page not found",
            "Error 404",
            "Page not found | Gazette",
            "Page Not Found",
            "Not found",
            "Oops! Page not found.",
        ),
        *("This page could not be found", "The page you are looking for can't be found", "This article is no longer available"),
        *("Sorry, that page doesn't exist", "That page doesn’t exist", "Seite nicht gefunden", "Page introuvable"),
        *("Página no encontrada", "Pagina non trovata", "Страница не найдена", "お探しのページは見つかりません", "页面不存在"),
    ],
)
def test_a_title_that_says_so_is_believed_of_a_short_page(title: str) -> None:
    assert says_missing(("", title), 60)
    assert not says_missing(("", title), 600)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "",
            "Copper Heron, a review",
            "Copper Heron episode 404",
            "Lost and not found again: Copper Heron",
            "The page turns in Copper Heron",
        ),
        *(
            "Copper Heron was not what I found",
            "Copper Heron no longer available on Tidewire",
            "A site in the north: where it was made",
        ),
    ],
)
def test_other_titles_are_titles(title: str) -> None:
    assert not says_missing((title,), 60)
