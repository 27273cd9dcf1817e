"""What a piece tells its reader to do in the end: all that speaks for the work, against it, and for some readers only, added up.

Single words prove little, and what stands last outweighs the middle. Knows no scores; the sentence that sums up is found in `verdict`.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.terms import Hints, Terms
from pipeline.verdict import recommendation

_IT = r"(?:it|this(?: (?:one|film|movie|show|series|game))?|(?:the )?(?:film|movie|show|series|game|whole (?:thing|lot))|x)"
_OPENS = (
    r"(?:^\W*|[.;:!?—–]\s\W{0,3}|,\s+(?:and\s+|so\s+|then\s+)?|\b(?:and|so|but|then|please|just|do|simply|instead|definitely)\s+)"
)
_LEAN = (
    # (pattern, log odds that the piece is for the work, words of which one stands in each match). Set by hand; for the commoner
    # wordings after the share of favourable ones among 12,500 rated film reviews that end with them
    (
        r"\b(?:top of (?:your|the|any)|on your) (?:\w+ )?(?:list|pile|queue|shelf)\b|\bevery (?:shelf|library|watchlist)\b|\bcancel (?:it|your|everything)\b|\bdrop everything\b|\bthank me\b|\b(?:can't|cannot) think of (?:a )?better\b|\bby all means\b|\bowes? (?:it|itself) (?:a|to|an)\b"
        r"|\bkick yourself\b|\bnot let .{0,40}put you off\b|\bn't let .{0,40}put you off\b|\bthe real thing\b|\bbought (?:a|another|the|my) (?:second|own|copy|disc|set)\b|\b(?:sign up|subscribe)\b.{0,30}\b(?:just|only|alone) for\b|\bmake it this\b|\bno excuse\b|\b(?:grab|get) (?:it|this|a copy|yourself)\b"
        r"|\b(?:tune|jump|dive) in\b|\b(?:has|have|stole|won) (?:my heart|me over)\b|\bstart(?:ed)? (?:it |all )?over\b|\bi(?:'m| am) (?:smitten|converted|in love)\b|\bthe (?:show|series|film|game|anime) of the (?:season|year|summer|winter|spring|autumn|decade)\b",
        1.2,
        "list pile queue shelf library watchlist cancel everything thank better means owe* kick put real bought sign subscribe make excuse grab get tune jump dive heart over smitten converted love show series film game anime",
    ),
    (
        rf"{_OPENS}(?:(?:go|do|please|just|then) )*(?:(?:see|watch|catch|buy|play|stream|binge|try) {_IT}\b|(?:seek|track|check|hunt) {_IT} (?:out|down)|(?:seek|check) out {_IT}"
        r"|(?:start|begin) (?:here|tonight|now|from|with the first)|clear your|turn off (?:the|your)|(?:go|come) back (?:for|to|and)|(?:tell|bring|take) (?:your|a|everyone|somebody|someone|the)|put (?:it|this) on your|make (?:time|room|space)|book (?:your|a|two)|run, don't|add it|try (?:it |this )?again)",
        1.2,
        "see watch catch buy play stream binge try seek track check hunt start begin clear turn come go tell bring take put make book run add",
    ),
    (
        r"\b(?:you|we) (?:won't|will not|wouldn't|would not) (?:be )?(?:regret|disappointed|sorry)|\bno regrets\b|\bwill not let you down\b",
        1.6,
        "regret* disappointed sorry let",
    ),
    (
        r"\b(?:a|is a|an absolute) must\b|\bmust[- ](?:see|watch|have|own|play|buy|read)\b|\bunmissable\b|\bnot to be missed\b|\bessential (?:viewing|watching|playing)\b",
        1.4,
        "must unmissable missed essential",
    ),
    (
        r"\b(?:one of (?:the|my)|among the) (?:\w+ )?(?:best|finest|greatest|favou?rite)\b",
        1.3,
        "best finest greatest favourite favorite",
    ),
    (
        r"\bthe (?:best|finest|greatest|funniest|strongest) (?:[\w-]+ ){1,3}(?:of|in|since|so far|i have|on television)\b",
        0.8,
        "best finest greatest funniest strongest",
    ),
    (
        r"\bi(?:'d| would)? (?:urge|beg|implore|insist)\b|\b(?:do yourself a favou?r|treat yourself|owe it to yourself|what are you waiting for|i (?:would|could|will|'d) (?:press|watch it again|happily)|i (?:can't|cannot) wait|worth every|well worth|deserves (?:your|an audience|to be seen|every|better ratings))\b",
        1.2,
        "urge beg implore insist favor favour treat owe waiting press watch happily wait worth deserve*",
    ),
    (
        r"\b(?:i am|i'm|count me) (?:in|sold|hooked|staying|all in|aboard|on board)\b|\bkeep(?:ing)? (?:watching|going)\b|\brepays\b|\bpays off\b|\brewards\b|\bstarted again\b|\bwatched it again\b",
        1.0,
        "i'm am count keep* repay* pay* reward* started watched",
    ),
    (
        rf"{_OPENS}(?:just |please |you can |you could |you may |better to |best to )*(?:skip|avoid|pass on|leave|forget|drop|bin|ditch|dodge) (?:{_IT}|well alone)\b|\b(?:give|giving) (?:it|this|this one) a (?:miss|wide berth)\b|\b(?:i'd|i would|i'll|hard|easy|a firm) pass\b",
        -2.0,
        "skip avoid pass leave forget drop bin ditch dodge miss berth",
    ),
    (
        r"\b(?:don't|do not|no need to|never) (?:bother|waste|worry about|feel obliged)|\bspare your?sel(?:f|ves)|\bsave (?:your(?:self| money| time| evenings?)?|the) ?(?:money|time|trouble|bother|hours?)?\b|\blook elsewhere\b|\bsteer clear\b|\b(?:stay|keep) away\b|\bso (?:that )?you (?:need not|don't have to|needn't|do not have to)\b",
        -1.8,
        "bother* waste worry obliged spare save look steer away need* have",
    ),
    (
        r"\bwaste of\b|\bwast(?:ed|ing) (?:your|my|two|an|ninety|\d+)\b|\b(?:hours?|weeks|evenings?) (?:i|you|we) (?:will never|won't|can't) get back\b",
        -2.4,
        "wast* back",
    ),
    (
        r"\b(?:not|isn't|hardly|barely|never|n't) (?:\w+ )?worth\b|\bnot for (?:anyone|anybody|me)\b|\bnothing to (?:see|recommend)\b|\b(?:no reason|hard to see why|cannot see why)\b",
        -1.8,
        "worth anyone anybody me nothing reason why",
    ),
    (r"\b(?:one of the|among the|the) worst\b", -1.6, "worst"),
    (
        r"\b(?:decision|verdict|status|result)\W+(?:to )?(?:dropped|drop|quit|out|skip|no|refund\w*|binned|gone)\b|\bi(?:'m| am) (?:out|done|dropping)\b|\bi (?:dropped|quit|gave up|bailed|shall not (?:be back|return)|won't be (?:back|returning|watching)|will not be (?:back|returning|watching))\b|\brefunded\b|\bmoney back\b|\bhere i get off\b|\bi get off\b|\b(?:deleted|uninstalled) it\b",
        -1.8,
        "decision verdict status result am i'm dropped quit gave bailed back return* watching refunded off deleted uninstalled",
    ),
    (
        r"\blife is (?:too )?short\b|\bspend (?:your|the|those|that) (?:\w+ ){0,3}(?:with|on|elsewhere|doing)\b|\b(?:better|other) things (?:to do|on)\b|\b(?:watch|see|play|read|do) (?:something|anything|almost anything|nearly anything) else\b|\byou(?:'re| are) better off\b|\b(?:insomnia|cure for)\b|\bleave it (?:where|there|on)\b|\blook out of\b",
        -1.4,
        "short spend things else off insomnia cure leave out",
    ),
    (
        r"\byour (?:\w+ )?(?:evenings?|time|money|weekends?|sundays?|fridays?|hours?) (?:deserves?|(?:is|are) worth more)\b|\b(?:can(?:not|'t)|could(?:n't| not)) in good conscience\b|\bbetter ways? to spend\b|\b(?:nobody|no one) (?:needs|should)\b"
        r"|\b(?:keep|hold on to) your money\b|\bwallet (?:shut|closed)\b|\bstop there\b|\boff (?:my|the|our) list\b|\bnot even (?:fans|devotees|completists|the)\b|\bshould(?:n't| not)? bother\b|\b(?:been|be) warned\b"
        r"|\bwant (?:those|my|the|these) .{0,24}\bback\b|\buseful with your\b|\b(?:not|n't|no longer) be (?:coming|going) back\b|\b(?:go for|take) a (?:walk|nap|swim|bath)\b|\b(?:read|see|watch|play) (?:a|an) (?:\w+ )?(?:book|film|game|one)? ?instead\b",
        -1.4,
        "your conscience ways way nobody one wallet stop off even bother warned back useful walk nap swim bath instead",
    ),
    (r"\bi(?:'d| would) rather (?!see it|watch it|watch this)", -1.0, "rather"),
    (
        r"\b(?:i am|i'm) sorry\b|\bi apologi[sz]e\b|\b(?:the|a) retraction\b|\bi regret\b|\bnever again\b|\bfell asleep\b|\bwalked out\b",
        -1.0,
        "sorry apologi* retraction regret again asleep walked",
    ),
)
_SOME = (
    # (pattern, how much it speaks for some readers, or at another price, and not for all, words)
    (
        r"\b(?:worth|yes|recommend\w*|fine|enough|try|watch|see it|play it|good|great)\b[^.;]{0,40}\b(?<!even )(?<!as )if (?:you|your|the|that)\b",
        1.0,
        "if",
    ),
    (
        r"^\W*(?:(?:and|but|so) )?if (?:you|your|that|what|it)\b(?!(?:'re| are) going to\b| (?:see|watch|play|read|buy|have time for) (?:only |just )?(?:one|a single)\b| (?:have )?(?:ever |already |since )?(?:passed|gave|given|stayed|missed|skipped|dropped|bounced|left|never)\b)|(?<!even )(?<!as )\bif (?!you(?:'re| are) going)(?:you|your|that|the|what|it)\b.{3,140}?\b(?:yes|no|stay|look|skip|go|see|watch|wait|you(?:'ll| will| may| might| could)|this (?:is|may|might|will))\b",
        1.0,
        "if",
    ),
    (
        r"\bif not\b|\botherwise\b|\b(?:everyone|everybody) else (?:can|may|might|should|will|would|need)\b|\bfor (?:everyone|everybody) else\b|\ball others\b|\bthe (?:rest|others) (?:of (?:us|you)|can|may|should|will|need)\b|\bnewcomers\b",
        0.8,
        "if otherwise else other rest newcomer*",
    ),
    (r"\bunless\b", 0.4, "unless"),
    (
        r"\b(?:try|sample) (?:the|a) (?:first|couple|few|demo)\b|\bwin (?:anyone|anybody|you|over)\b.{0,20}\bover\b|\balready an? (?:believer|fan|convert)\b|\bconvert\b|\byour (?:own )?(?:patience|tolerance|taste|mood|appetite|fondness)\b"
        r"|\bhalf (?:of (?:it|this|them)|a (?:great|good|fine))\b|\bif nothing else is\b|\b(?:rainy|lazy|wet|slow) (?:afternoon|evening|sunday|day|weekend)\b|\bin the background\b|\balready (?:pay|subscribe|have)\b",
        1.2,
        "try sample win already convert tolerance patience taste mood appetite fondness half nothing rainy lazy wet slow background",
    ),
    (
        r"\bi (?:liked|enjoyed|admired?|respect(?:ed)?|loved) (?:it|much|parts|a lot|some|most)\b.{0,30}\b(?:but|though|although|without|than)\b|\bone for (?:the )?(?:patient|faithful|curious|brave|few|converted|young|old)\b|\b(?:only|strictly|best|mainly|mostly|chiefly) for (?:the|those|people|anyone who)\b|\bexpectations? (?:low|in check|down)\b|\blow(?:er(?:ed)?)? (?:your )?expectations\b"
        r"|\bworse ways (?:to|of) (?:spend|pass|wast|kill)|\b(?:could|can) do (?:\w+ )?worse\b|\bwith an? (?:\w+ )?(?:warning|caveat|reservation|asterisk|footnote)\b|\b(?:can't|cannot|not) quite (?:recommend|bring|say|tell|warn)\b",
        1.5,
        "liked enjoyed admire* respect* loved one only strictly best mainly mostly chiefly expectation* low* worse warning caveat reservation asterisk footnote quite",
    ),
    (
        r"\b(?:one )?(?:for|only for|strictly for|mainly for|best for) (?:the )?(?:\w+ )?(?:fans|devotees|completists|collectors|enthusiasts|the (?:curious|patient|faithful)|diehards|die-hards)\b|\bfans only\b|\bonly (?:fans|devotees|completists)\b",
        1.4,
        "fan* devotee* completist* collector* enthusiast* curious patient faithful diehard* die",
    ),
    (
        r"\bwait (?:for|until) (?:a|the|it|they|someone)\b|\b(?:on|in) (?:a|the) sale\b|\bdiscount|\bhalf (?:the )?price\b|\bprice drop\b|\b(?:rent|borrow) (?:it|this|rather)\b|\bworth (?:a )?(?:rent|renting|borrowing)\b|\brental\b|\brent\W*$|\b(?:it|this|that) can wait\b",
        1.6,
        "wait sale discount* price rent* borrow*",
    ),
    (
        r"\b(?:in|of) two minds\b|\btorn\b|\bon the fence\b|\bmixed (?:bag|feelings|blessing)\b|\b(?:will )?depends? (?:on|upon|how)\b|\bmileage\b|\bnot for every(?:one|body)\b|\bacquired taste\b|\b(?:i'm|i am|still) (?:still )?not (?:certain|sure|convinced)\b(?! (?:they|he|she|who|why)\b)|\bcould(?:n't| not) (?:quite )?decide\b|\bneither .{3,60} nor\b",
        1.6,
        "mind* torn fence mixed depend* mileage every* acquired certain sure convinced decide neither",
    ),
    (
        r"\b(?:patient|forgiving|curious|younger|loyal|undemanding) (?:viewers|readers|players|fans|audiences)\b|\bgive it (?:two|three|four|a few|a couple)\b|\b(?:three|two|first) (?:or four|or three|two|three) episodes\b",
        0.8,
        "viewer* reader* player* fan* audience* give episode*",
    ),
    (
        r"\b(?:and|but|yet) (?:only|no more|not much more)\b|\bwith (?:reservations|caveats|patience)\b|\b(?:passable|watchable|harmless|serviceable|decent enough|fine,? (?:but|if))\b",
        0.8,
        "only more reservation* caveat* patience passable watchable harmless serviceable decent fine",
    ),
)
_PATTERNS = tuple(re.compile(pattern) for pattern, _, _ in (*_LEAN, *_SOME))
_WEIGHTS = tuple(weight for _, weight, _ in (*_LEAN, *_SOME))
_WORDS = Terms({str(n): words.split() for n, (_, _, words) in enumerate((*_LEAN, *_SOME))})
"""Of each pattern the words one of which stands in all that it matches: looking for all of them at once saves most of the cost."""
_SUPPOSED = re.compile(
    r"(?<!even )(?<!as )\bif\b(?! you (?:have )?(?:(?:see|watch|play|read|buy) (?:only |just )?(?:one|a single)|passed|gave|given|stayed|missed|skipped|dropped|bounced|left|never)\b)"
)
"""A condition; "if you gave up, try again" is none, nor is "if you see one show"."""
_WITHHELD = re.compile(
    r"\b(?:no|without an?) (?:final )?(?:score|verdict|word|rating|grade|judge?ment)\b.{0,60}\b(?:until|yet|for now|before|later)\b|\b(?:review|verdict) in progress\b|\breserv\w+ (?:my |our |final )?judge?ment\b"
    r"|\b(?:stars|score|verdict|rating|decision)\b.{0,40}\b(?:leave|up) to\b|\bleave the (?:score|verdict|stars|decision|judging) to\b|\b(?:final|full) (?:score|verdict|review) (?:will|to) (?:follow|come)\b"
)
_WITHHELD_HINTS = Hints("score", "verdict", "word", "rating", "grade", "judg", "star", "decision", "review")
_NOT = re.compile(r"(?:\b(?:not|never|no|nor|nobody|hardly|cannot|without)|n't)(?:\s+\w+){0,3}\s*$")
_ONE_WAY = 2.0
"""Weight of an outspoken recommendation; also of one with reservations."""
_LONG = 600
"""Characters of a sentence that are read."""
_OUTRIGHT = 1.0
_CONDITIONAL = 0.4
"""What is left of a weight where the sentence sets a condition."""
_FROM = 0.5
"""Position in the piece, 0..1, from which on it counts as the end."""


class Advice(NamedTuple):
    """`lean`: log odds, above 0 for the work. `some`: how much it advises some readers only; 0 and more."""

    lean: float
    some: float

    withheld: bool = False
    """It says that it gives no verdict, or not yet."""

    @property
    def sign(self) -> int | None:
        """1 for, -1 against, 0 for some only; None where it is not said outright."""
        if self.withheld and abs(self.lean) < _OUTRIGHT:
            return None
        if self.some >= _OUTRIGHT and abs(self.lean) < 1.2 * self.some:
            return 0
        return 1 if self.lean >= _OUTRIGHT else -1 if self.lean <= -_OUTRIGHT else None


def advice(sentences: Iterable[tuple[str, float]]) -> Advice:
    """Of (sentence, position 0..1) in order; the first half of a piece advises nothing."""
    lean = some = 0.0
    said = [(_plain(text), position) for text, position in sentences]
    last = [(text, position) for text, position in said if position >= _FROM]
    for (text, position), words in zip(last, _WORDS.labels_each([text for text, _ in last]), strict=True):
        weight = 0.3 + 0.7 * ((position - _FROM) / (1 - _FROM)) ** 2
        here = _weighed(text, words)
        lean += weight * here.lean
        some += weight * here.some
    return Advice(lean, some, any(_WITHHELD_HINTS.stand_in(text) and _WITHHELD.search(text) for text, _ in said))


def _plain(text: str) -> str:
    return text[:_LONG].replace("’", "'").lower()


def _weighed(low: str, words: Iterable[str]) -> Advice:
    """A sentence in lower case, with the patterns that may match it."""
    lean = some = 0.0
    for n in map(int, words):
        found = _PATTERNS[n].search(low)
        if found and n >= len(_LEAN):
            some += _WEIGHTS[n]
        elif found and not _NOT.search(low[max(0, found.start() - 40) : found.start()]):
            lean += _WEIGHTS[n]
    if (said := recommendation(low)) is not None:
        some += _ONE_WAY if said == 0 else 0.0
        lean = lean + _ONE_WAY * said if lean * said <= 0 else max(abs(lean), _ONE_WAY) * said
    if low.rstrip(" \"'”)").endswith("?"):
        return Advice(0.0, some / 2)
    return Advice(lean * _CONDITIONAL, some) if some >= 0.8 or _SUPPOSED.search(low) else Advice(lean, some)
