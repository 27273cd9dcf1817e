"""Key phrases of a piece, and those that rise."""

from pipeline.phrases import candidates, rising


def test_candidates_hold_no_names_and_no_stop_words_at_their_ends() -> None:
    text = "Lily steers the glass orchard. The glass orchard burns; Lily’s lantern does not."
    found = candidates(text, "en", frozenset({"lily"}))
    assert found[0] == "glass orchard"
    assert "lantern" in found
    assert not any("lily" in p.split() for p in found)
    assert not any(p.split()[0] in {"the", "does", "not"} or p.split()[-1] in {"the", "does", "not"} for p in found)


def test_candidates_do_not_cross_the_end_of_a_clause() -> None:
    assert "lantern orchard" not in candidates("a lantern, orchard smoke", "en", frozenset())


def test_candidates_are_at_most_so_many() -> None:
    text = ". ".join(f"lantern{chr(97 + n)} orchard{chr(97 + n)}" for n in range(26))
    assert len(candidates(text, "en", frozenset(), most=5)) == 5


def test_other_languages_have_none() -> None:
    assert candidates("El huerto de cristal arde.", "es", frozenset()) == ()


BEFORE = [("slow start",)] * 6
NOW = [("glass orchard", "slow start"), ("glass orchard", "slow start"), ("glass orchard",), ("slow start", "lantern")]


def test_rising_finds_what_is_new() -> None:
    found = rising(NOW, BEFORE)
    assert [(phrase, count) for phrase, count, _ in found] == [("glass orchard", 3)]
    assert found[0][2] > 0


def test_a_phrase_of_one_piece_and_a_word_of_two_do_not_rise() -> None:
    assert rising([("glass orchard",), ("x y",), ("lantern",), ("lantern",)], BEFORE) == []


def test_a_phrase_inside_a_longer_one_is_left_out() -> None:
    now = [("burning glass orchard", "glass orchard", "orchard")] * 4
    assert [p for p, _, _ in rising(now, BEFORE)] == ["burning glass orchard"]


def test_a_phrase_twice_in_one_piece_counts_once() -> None:
    assert rising([("glass orchard", "glass orchard")], BEFORE) == []


def test_of_nothing_nothing_rises() -> None:
    assert rising([], []) == []
    assert rising([], BEFORE) == []


def test_at_most_so_many_rise_strongest_first() -> None:
    now = [(f"lantern{n} orchard{n}",) for n in range(9) for _ in range(3)]
    found = rising(now, BEFORE, most=4)
    assert len(found) == 4
    assert [z for _, _, z in found] == sorted((z for _, _, z in found), reverse=True)
