"""Other works: named, and kept out of what is judged."""

import pytest

from pipeline.comparisons import likened
from pipeline.other_works import set_aside
from pipeline.terms import Terms

OWN = Terms({"own": ("Copper Lily", "Nara Voss", "Voss")})


@pytest.mark.parametrize(
    ("sentence", "works"),
    [
        ("Unlike Iron Choir, which was superb, this one drags.", ["Iron Choir"]),
        ("It recalls Blade Runner and Ghost in the Shell.", ["Blade Runner", "Ghost in the Shell"]),
        ("It is “The Long Dark” meets “Tea for Two”.", ["The Long Dark", "Tea for Two"]),
        ("Think Cowboy Bebop crossed with Akira.", ["Cowboy Bebop", "Akira"]),
        ("A Trigun-esque desert town.", ["Trigun"]),
        ("Fans of Psycho-Pass will feel at home.", ["Psycho-Pass"]),
        ("It has more heart than the rest.", []),
        ("A better partnership than Ergo Proxy had.", []),
        ("Copper Lily feels like Copper Lily again.", []),
        ("She fights like Nara Voss does.", []),
        ("I like Japan in spring.", []),
        ("It looks like I was wrong.", []),
        ("They end up closer than I'd have dared to hope, and closer than I’ve seen.", []),
        ("It is funnier than It's Only Rain.", ["It's Only Rain"]),
        ("Reminiscent of Watanabe's early work.", []),
        ("I love the tram.", []),
        ("It is Iron Choir with herons.", ["Iron Choir"]),
        ("The second half becomes Iron Choir in a fog.", ["Iron Choir"]),
        ("It has all the quiet menace of Iron Choir.", ["Iron Choir"]),
        ("There is more than a hint of Iron Choir in the chase.", ["Iron Choir"]),
        ("Nobody has drawn speed like this since Iron Choir.", ["Iron Choir"]),
        ("It plays like Iron Choir's little sister.", ["Iron Choir"]),
        ("The director channels Iron Choir.", ["Iron Choir"]),
        ("It sees itself as Iron Choir for adults.", ["Iron Choir"]),
        ("Those who come from Iron Choir will smile.", ["Iron Choir"]),
        ("Iron Choir fans will feel at home.", ["Iron Choir"]),
        ("Its closest relative is Iron Choir.", ["Iron Choir"]),
        ("It is not Iron Choir with herons.", []),
        ("It is no Iron Choir.", []),
        ("The director of Iron Choir returns.", []),
        ("It was shown after Iron Choir on Sunday.", []),
        ("The composer comes from Berlin.", []),
        ("The studio has been busy since March.", []),
        ("", []),
    ],
)
def test_works_it_is_likened_to(sentence: str, works: list[str]) -> None:
    found = likened([sentence, sentence], OWN)
    assert [likeness.work for likeness in found] == works
    assert all(likeness.sentence == sentence for likeness in found)


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Unlike Iron Choir, which was superb, this one drags.", "this one drags."),
        ("It is better than Iron Choir, which bored me.", "It is better than it"),
        ("Compared to Vile Bodies it shines.", "it shines."),
        ("Unlike most shows, this one drags.", "Unlike most shows, this one drags."),
        ("I like the tram.", "I like the tram."),
    ],
)
def test_what_is_said_of_other_works_is_set_aside(sentence: str, left: str) -> None:
    assert set_aside(sentence).startswith(left)


def test_a_decade_is_no_work() -> None:
    assert likened(["Popular since the 1990s.", "It feels like 1984 again."], OWN) == ()
