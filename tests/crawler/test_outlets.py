"""The bundled list of outlets: every entry is sound. Whether the sites answer is for `nectar check` to say."""

import re
from urllib.parse import urlsplit

import pytest

from crawler.outlets import TAGS, Outlet, chosen, labels, outlets
from crawler.sources import KINDS
from pipeline.urls import host

ALL = outlets()


def test_there_are_enough_for_each_use() -> None:
    assert len(ALL) >= 40
    for group in (["anime"], ["games"], ["film"], ["tv"], ["blog"], ["news"], ["reviews"]):
        assert len(chosen([group])) >= 8, group
    assert len({o.language for o in ALL}) >= 8


@pytest.mark.parametrize("outlet", ALL, ids=lambda o: o.home)
def test_every_entry_is_sound(outlet: Outlet) -> None:
    assert outlet.name == outlet.name.strip() != ""
    for address in (outlet.home, outlet.begins):
        parts = urlsplit(address)
        assert parts.scheme == "https"
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", parts.netloc), address
        assert parts.path.startswith("/")
    assert host(outlet.begins).endswith(host(outlet.home))
    assert outlet.kind in {*KINDS, "auto"}
    assert outlet.tags
    assert set(outlet.tags) <= set(TAGS)
    assert len(set(outlet.tags)) == len(outlet.tags)
    assert re.fullmatch(r"[a-z]{2}", outlet.language)
    assert re.fullmatch(r"[A-Z]{2}", outlet.country)


def test_no_host_and_no_name_stands_there_twice() -> None:
    hosts, names = [host(o.home) for o in ALL], [o.name.casefold() for o in ALL]
    assert sorted(hosts) == sorted(set(hosts))
    assert sorted(names) == sorted(set(names))


def test_every_tag_is_borne_by_some_and_no_tag_is_also_a_language() -> None:
    assert {t for o in ALL for t in o.tags} == set(TAGS)
    assert len(labels()) == len(set(labels()))


def test_labels_of_a_group_are_alternatives_and_groups_add_up() -> None:
    both = chosen([["anime", "games"], ["de"]])
    assert {o.language for o in both} == {"de"}
    assert {"anime", "games"} <= {t for o in both for t in o.tags}
    assert all({"anime", "games"} & set(o.tags) for o in both)
    assert chosen([["JP"], ["ja"], ["film"], ["blog"]]) == ()
    assert chosen([]) == ALL
