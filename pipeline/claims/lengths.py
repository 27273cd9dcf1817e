"""How the press says how many episodes there are: patterns with the number as `n`, and what follows it as `rest`. Knows no series."""

import re

from pipeline.claims.numbers import NUMBER, ORDINAL

_ABOUT = r"(?P<about>(?i:(?:somewhere\s+)?(?:about|around)|roughly|some|approximately|circa|nearly|almost|in\s+the\s+region\s+of|something\s+like)\s+|~)?"
_ADJECTIVES = r"(?:(?:full|half-hour|broadcast|total|weekly|more|whole|television|TV|main|regular|hour-long|one-hour|feature-length|self-contained|\d+-minute)\s+)?"
_COUNT = rf"{_ABOUT}(?P<n>{NUMBER})(?:\s*(?:to|or|-|–)\s*(?P<to>{NUMBER}))?"
_EXACTLY = rf"(?P<about>(?!))?(?P<n>{NUMBER})(?P<to>(?!))?"
"""One number, without "about" and "to"."""
_EPISODES = rf"{_COUNT}(?P<so>\s+or\s+so)?[\s-]+{_ADJECTIVES}(?i:episodes?|eps?\b|chapters|instal?lments)"
_HAVE = (
    r"(?i:given|lists?|listing|ha(?:s|ve|d|ving)|hav(?:e|ing)|gets?|got|runs?|ran|runn?ing|run(?:s|ning)? (?:to|for)|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)(?: of)?|span(?:s|ned|ning)?|total(?:s|ed|led|ling)?|includ(?:e|es)|be|is|was|are"
    r"|lasts?|lasted|last for|feature[sd]?|contain(?:s|ed)?|order(?:s|ed)?(?: of| for)?|commission(?:s|ed)|made up of|made of|com(?:e|es|ing) to|amount(?:s|ing)? to|with|at|for|of|its|all|the whole|the full|the complete|the entire|to|confirm(?:s|ed)?|reveal(?:s|ed)|shows|planned|listed as|(?:will|to|['’]ll) air|speaks? of|talks? of|expects?|cut to|trimmed to|shortened to|raised to|increased to|extended to|expanded to|grown to|grows? to|grew to|shrinks? to|stretch(?:es|ed) to|swells? to|reduced to|span of|total of|tell(?:s|ing)? its story (?:in|over|across)|in|across|over)"
)
_STATED = re.compile(
    rf"\b(?P<verb>{_HAVE})\s+(?:(?i:for|a total of|just|only|exactly|the|its|all|now|a full|in|to|of|at|as|be|a run of|still)\s+){{0,3}}{_EPISODES}(?P<rest>.{{0,50}})"
)
HYPHEN = re.compile(
    rf"{_ABOUT}(?P<n>{NUMBER})(?:\s*(?:to|or|-|–)\s*(?P<to>{NUMBER}))?[\s-](?i:episodes?|parts?|part)(?:,\s|[\s-])\s*(?i:(?:(?:straight-to-series|British|American|Japanese|Irish|Scottish|German|French|Korean|new|weekly|fantasy|historical|period|romantic|legal|medical|family|prestige|original|tv|television|anime|sci-fi|science-fiction|cyberpunk|mystery|fantasy|drama|single|broadcast|limited|crime|first|one-cour|action|animated|comedy|thriller|horror)\s+)*)"
    rf"(?:(?!(?:of|in|for|to|from|about|at|on|with|by|and|or|the|an?|that|is|was|season|story|podcast|radio|web|audio|book|comic|manga|novel|fan|interview|lecture|were|are|have|has|had|will|make|this|each|per|every|into|as|after|before|until|so|than|its|his|her)\b)[a-z]+\s+)?(?P<noun>(?i:series|season|run|anime|show|drama|original|story|production|length|order|whole|cour|adaptation|thriller|mystery|commitment|serial|mini-?series|tale|journey|count|take|retelling|treatment|import))(?![a-z])(?P<rest>.{{0,30}})"
)
_SERIES_OF = re.compile(
    rf"\b(?:(?i:series|season|run|order|anime|show|fantasy|drama|comedy|thriller|mystery|serial)|(?i:an?)\s+(?:[\w-]+\s+){{0,3}}(?i:production|adaptation|story|original))\s*,?\s+(?:(?:again|also|once more|this time)\s+)?(?:(?i:of|with)|(?<=, )in)\s+(?:(?i:just|only)\s+)?{_EPISODES}(?P<rest>.{{0,50}})"
)
_ORDERED = re.compile(
    rf"(?<![\w-]){_EPISODES}(?P<rest>\s+(?:(?i:have been|has been|are|were|will be)\s+(?:(?i:reportedly|apparently|said to be|understood to be|now|currently|also)\s+){{0,2}}(?:being\s+)?(?i:ordered|planned|budgeted|confirmed|commissioned|announced|made(?!\s+available)|produced|listed|scheduled|in (?:production|the works))|(?i:make up|strong|long|in all\b|in total\b|in length\b|altogether\b)))"
)
ALL = re.compile(
    rf"(?:\b(?:(?P<every>(?i:all))|(?i:its|whose(?!\s+[\w-]+-(?:episode|part))|the full|the complete))|\b(?i:the|this) (?!(?:previous|old|older|other|earlier|original|last|final|next|same)\b)(?:[a-z-]+ ){{0,2}}(?:series|show|season|anime|drama|thriller|comedy|miniseries)['’]s?)\s+{_EPISODES}(?P<rest>.{{0,50}})"
)
CUT = re.compile(
    rf"\b(?i:from)\s+{NUMBER}(?:\s+episodes)?\s+(?i:to)\s+(?P<about>(?i:about|around)\s+)?(?P<n>{NUMBER})(?P<to>(?!))?(?P<rest>\s*(?:episodes|[.,;]|$|\s(?:after|because|when|following)\b).{{0,20}})"
)
_BARE = re.compile(
    rf"[:—–|][*_]{{0,2}}\s+(?:(?i:TV|ONA|OVA|television)(?i:\s+(?:series|anime|drama))?\s?[,;/(–—-]\s?)?(?:(?i:just|only|all|a full)\s+)?{_EPISODES}(?P<rest>.{{0,50}})"
)
_ALONE = re.compile(
    rf"(?:^\W*(?:Still\s+)?|[.!?][”\"*_]{{1,3}}\s+|\((?:[\w -]{{1,15}},\s+)?){_EPISODES}(?P<rest>\s*(?:[.,;|)+]|$|(?:on|for|from)\s+[A-Z]|in\s+(?:all|total))(?!.{{0,40}}\b(?:then|followed by|remaining|the rest|more)\b).{{0,40}})"
)
"""A sentence or brackets that begin with the number and say nothing of what was done with the episodes."""
_THE = re.compile(
    rf"^\W*The\s+{_EPISODES}(?P<rest>\s+(?:of\s+(?:(?i:season|series)\s+(?i:one|1)|the\s+(?:first\s+season|series|show|anime))\s+)?(?:can|could|are|will|stream|run|remain)\b.{{0,40}})"
)
"""All of them, of which something is said."""
IN_PARTS = re.compile(
    rf"\b(?:(?i:series|drama|thriller|show|story|tale|mystery|comedy|serial|adaptation|retelling|version|romance|fantasy|anime|told|set|unfold(?:s|ing)?),?\s+(?:(?i:told|spread|itself)\s+)?(?i:in|over|across)(?:\s+the\s+course\s+of)?|(?i:runs?|ran|stretch(?:es|ed)|extend(?:s|ed))\s+(?i:to)|(?i:all))\s+(?:(?i:just|only|some)\s+)?{_COUNT}\s+(?:(?!of\b)[a-z-]+\s+)?(?i:parts|episodes|chapters|instal?lments)\b(?!,?\s+(?:of(?!\s+(?:(?:the|this)\s+(?:[\w-]+\s+)?(?:series|drama|serial|thriller|show|mystery|comedy)\b|[\"“*_]*[A-Z]))|each)\b)(?P<rest>.{{0,30}})"
)
_PARTER = re.compile(rf"(?P<about>(?!))?(?<![\w-])(?P<n>{NUMBER})(?P<to>(?!))?-(?i:parter)s?\b(?P<rest>)")
_IT_IS = re.compile(
    rf"\b(?i:it|this|the (?:series|show|season))(?:['’]s|\s+is)\s+(?:(?i:only|just|a lean|a tight|a brisk)\s+)?{_EPISODES}(?P<rest>\s*(?:[.,;]|long\b|or so\b|now\s*[.,;]).{{0,20}})"
)
_THERE_ARE = re.compile(rf"\b(?i:there (?:are|will be))\s+(?i:only|just)\s+{_EPISODES}(?P<rest>.{{0,40}})")
_THERE_WERE = re.compile(rf"^\W*There\s+(?:are|were|will\s+be)\s+{_EPISODES}(?P<rest>\s*[.!]?\W*$)")
"""A sentence that says nothing else."""
_IN_SEASON = re.compile(
    rf"\b(?i:there (?:are|were|will be))\s+{_EPISODES}(?P<rest>\s+(?i:in|to|of)\s+(?i:(?:season|series)\s+(?:one|two|three|\d)|(?:the|this)\s+(?:(?:first|second|third|new|whole|entire)\s+)?(?:season|series|show|run|anime|drama))\b(?!\s+(?:so far|to date|left|that|which)|['’]))"
)
_EACH_OF = re.compile(
    rf"\b(?i:each(?:\s+one)?)\s+of\s+(?:the|its)\s+{_EPISODES}(?P<rest>\s+(?i:is|was|runs|lasts|has|will|tells|follows|opens|ends|begins|focuses|takes|centres|centers|covers|adapts|unfolds)\b)"
)
_EACH_MADE = re.compile(
    rf"\b(?i:each(?:\s+one)?|every\s+one)\s+of\s+(?:the|its)\s+{_EPISODES}(?P<rest>,?\s+(?:(?i:is|was|being|having been)\s+)?(?i:made|shot|filmed|captured|recorded|told|played\s+out|unfolding|running|lasting)\b)"
)
"""And how each of them was made."""
_COUR_OR = re.compile(
    rf"\b(?i:(?:one|a single|two|three|\d)[\s-]cours?)(?:,?\s+or|\s*\(|,)\s*{_EPISODES}(?!\w|\s+(?:each|apiece|a\s))(?P<rest>)"
)
_IN_SUM = re.compile(
    rf"\b(?:volumes|cours?|discs|parts|weeks|season|series|anime|show|runs?|ordered|commissioned|renewed),?\s+(?:\w+\s+){{0,4}}for\s+a\s+total\s+of\s+{_EPISODES}(?P<rest>\s*(?:[.,;)]|$))"
)
_SO_MANY_OF = re.compile(
    rf"\b(?i:direct(?:s|ed|ing)|wr(?:ites|ote|iting)|written|penned|helm(?:s|ed|ing)|(?:appear|star|featur)\w*\s+in)\s+{NUMBER}\s+of\s+(?:the|its)\s+{_EPISODES}(?P<rest>\s*(?:[.,;)]|$|(?:of|in)\s+the\s+(?:(?:first|second|new)\s+)?(?:series|season)\b))"
)
"""How many of all of them somebody made or is in."""
_LAST_OF = re.compile(
    rf"\b(?i:the\s+(?:last|final)\s+of)\s+{_EPISODES}(?P<rest>\s+(?:is|was|airs?|aired|left|leaves|arrives|will|has|ends|ended|goes|went)\b|\s*(?:[.;]|$))"
)
_OF_SHOWN = re.compile(
    rf"\b(?i:with|after)\s+(?:(?i:only|just)\s+)?{NUMBER}\s+of\s+(?:its|the)\s+{_COUNT}[\s-]+(?i:episodes|parts|chapters|instal?lments)(?P<rest>\s+(?:(?:now|already|still)\s+)?(?:shown|aired|broadcast|out|gone|behind|done|down|left|remaining|to\s+(?:go|come))\b)"
)
_WEEKS = re.compile(
    rf"\b(?:its|an?|the)\s+{_EXACTLY}-week\s+run(?P<rest>,\s|\s+(?:on\s+(?:[A-Z]|television)|of\s+[A-Z])|\s*[.;])"
)
"""How many of all of them were shown; and one a week."""
_ENDS_WITH = re.compile(
    rf"(?<!arc )(?<!cour )(?<!half )(?<!part )(?<!block )(?<!saga )(?<!volume )(?<!disc )\b(?:wrap(?:s|ped)?(?:\s+up)?|ends?|ended|conclude[sd]?|close[sd]?|finishe[sd]|finish|bow(?:s|ed)?\s+out|sign(?:s|ed)?\s+off)\s+(?:(?:its\s+run|for\s+good|on\s+(?:\w+day|[A-Z]\w+\s+\d{{1,2}}|\d{{1,2}}\s+[A-Z]\w+)|this\s+\w+|next\s+\w+)\s+)?with\s+episode\s+{_EXACTLY}(?P<rest>)(?!\w)"
)
"""Of the last one, its number."""
_BRING_TO = re.compile(
    rf"\b(?i:(?:further|additional|extra|more|new)\s+(?:{NUMBER}\s+)?episodes?|episodes?\s+(?:more|added))\s+(?:(?:will|would|that)\s+)?(?:bring|take)s?\s+(?:[^;,]{{2,60}}?\s)to\s+(?:a\s+total\s+of\s+)?{_EXACTLY}(?P<rest>\s*(?:[.,;]|$|episodes\b))"
)
"""With those that were added."""
_AFTER_A_RUN = re.compile(
    rf"\b(?:cancel\w+|axed|end(?:s|ed)|close[sd]|over)\b[^.;]{{0,60}}?\bafter\s+a\s+run\s+of\s+{_EXACTLY}(?P<rest>\s*(?:[.,;]|$|episodes\b))"
)
_JAPANESE = re.compile(r"(?:全|(?<=\())\s?(?P<about>(?!))?(?P<n>\d{1,3})(?P<to>(?!))?(?P<rest>\s?話(?!目|[〜～~-]))")
""" "全12話", and in brackets "12話"."""
_FIRST_OF = re.compile(r"\b[Nn]ew\s+(?:[a-z-]+\s+){0,2}series\s+\(1/(?P<about>(?!))?(?P<n>\d{1,2})(?P<to>(?!))?(?P<rest>\))")
"""As listings have it: "New series (1/6)"."""
_AT_THAT = re.compile(rf"(?:\band|[;,])\s+at\s+(?:(?:only|just)\s+)?{_EPISODES}(?P<rest>,?\s+it\b)")
_OF_THEM = re.compile(
    rf"\b(?i:episodes)\b[^.;:?]{{0,60}}[;,]?\s+(?:and\s+)?(?i:there (?:are|were|will be))\s+(?:(?i:only|just|still|to be)\s+)?{_COUNT}(?P<rest>\s+(?i:of them|in all|in total)\b|(?=\s*(?:[.;]|$)))"
)
"""How many, where the word for them stands before."""
_OVER_AFTER = re.compile(
    rf"\b(?i:after|with)\s+{_EPISODES}(?P<rest>,?)(?=\s+(?:(?i:it|the\s+(?:[\w-]+\s+){{0,3}}?(?:series|show|season|anime|drama|mystery|thriller|comedy|fantasy|romance))(?:\s+by\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}})?|[A-Z](?:(?!['’]s\b)[^,.;]){{2,50}}?)\s+(?:(?:has|is|now|finally|also)\s+)*(?:ends|ended|come to (?:an|its) end|came to (?:an|its) end|conclude[sd]|wraps|wrapped|finishe[sd]|bows out|bowed out|signs off|signed off|over|done)\b)"
)
_IS_RIGHT = re.compile(
    rf"(?:^\W*|[.!?]\s+)(?:The\s+)?{_EPISODES}(?P<rest>\s+(?i:is|are|was|were|turns? out to be|proves? to be|feels?|may be|seems?)\s+(?:(?i:exactly|just|quite|about|more than|plainly)\s+)*(?i:what (?:this|the|such a)|all (?:that )?(?:this|the|it|there|they|she|he|we)\b|all that [A-Z]|(?:(?:not|never|hardly|barely) (?:going to be )?(?:nearly |quite )?)?enough (?:for (?:this|the|such)|to (?:tell|cover|adapt|do) (?:it|this|the|all|such))|(?:the )?right (?:for|number|length)|right[.,;]|an? (?:[a-z-]+,? ){{0,3}}(?:length|order|number)\b|(?:\w+ )?too (?:many|few)\b|the length of\b|plenty\b(?!\s+to\b))|\s+is\s+an?\s+(?!(?:[\w-]+,?\s+){{0,2}}?(?:standard|normal|typical|usual|common|season|cour|broadcast|start|beginning|sample|taste|lot|while|third|half|quarter|week|day|year)\b))"
)
"""How many there are, and that this is right."""
_ALL_THE = re.compile(
    rf"\b(?P<whole>(?i:the))\s+{_EPISODES}(?P<rest>\s*(?:[.;!]|$)|\s+(?:last|lasted|themselves|contain|cover|covered|adapt|adapted|tell|told|have|has|had|are|were|will|would|can|could|ran|run|take|took|of\s+(?:the|its|this)\s+(?:(?:first|debut|opening|second|third|fourth|new|whole|entire)\s+)?(?:series|show|anime|drama|season|run)\b(?!['’]|\s+(?:so far|to date|that|which|aired|sent|provided|seen|shown|we|I)\b))\b.{{0,30}})"
)
"""The episodes that there are, where nothing says that they are some."""
_TIMES = re.compile(
    r"(?<![\w.,/-])(?P<about>(?!))?(?P<n>\d{1,3})(?P<to>(?!))?(?P<rest>\s?[x×]\s?(?:(?:\d{2,3}\s?(?:['’′]|-?\s?min(?:ute)?s?\b)|(?:one|half)-hours?\b)(?=\s*(?:[.,;)|]|$)|\s+(?:[\w-]+\s+){0,3}?(?:series|drama|adaptation|serial|thriller|comedy|mystery|show|anime|mini-?series|format)\b)))"
)
"""How many there are, and how long each is ("8 x 60’")."""
_SAYS = re.compile(rf"\b(?i:says|said|claims)\s+{_EPISODES}(?P<rest>\s*(?:,|[.;]\s|$|for\s+[A-Z]|starting\b|from\s+[A-Z]))")
_AMONG = re.compile(
    rf"^\W*(?:(?i:an?|one|the)\s+)?(?:[\w-]+\s+){{0,2}}?(?i:series|anime|drama|serial|mini-?series|original|box|set)(?:,\s+(?!an?\s)(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+){{0,2}},\s+(?:(?i:all|just|only)\s+)?{_EPISODES}(?P<rest>(?=\s*(?:,|[.;]|$)))"
)
"""One of the things that a line without a verb tells ("Original series, 11 episodes, Studio Kestrel")."""
_WE_MADE = re.compile(rf"\b[Ww]e\s+(?:made|shot|filmed)\s+{_EPISODES}(?P<rest>\s*(?:[,.;!”\"]|$))")
"""Said by those who made them."""
TITLES = re.compile(
    rf"[\"”’'*_]*(?:(?:['’]s?|(?<=['’]s))\s+|\s*\((?:[\w '’+-]{{1,20}}[,;|]\s+){{0,4}}){_EPISODES}(?P<rest>.{{0,40}})"
)
ENTRY = re.compile(rf"[\"”’'*_]*(?:\s+[–—-]\s+(?:[\w .+]{{1,20}},\s+){{1,4}}|,\s+){_EPISODES}(?P<rest>\s*(?:[.,;|]|$))")
"""Right behind the title: whose they are; or in what a list has of it."""
OPENING = re.compile(
    rf"^\W*(?P<at>At|With|In|Over|Across)\s+(?:(?i:the(?=\s+\S+\s+episodes\s+(?:we|you|they|it|the)\b)|just|only|a brisk|a lean|a mere|its|the course of|a tight|a tidy)\s+){{0,3}}{_EPISODES}(?P<rest>,|(?=\s+(?:[A-Z]|it\b|(?:we|you|they)\s+(?:can|see|get|watch|learn|come|meet|will)\b|the\s|to\s+(?:fill|tell|play|work)\b)))"
)
"""A sentence that begins with the whole length."""
MADE_INTO = re.compile(
    rf"\b(?:(?i:turn|spread|stretch|compress|condens|squeez|pack|cram|boil|distil|divid|adapt|fit|unfold)\w*\s+(?:(?i:it|them)|(?:[\w'’-]+\s+){{1,5}}?(?i:novels?|manga|books?|stor(?:y|ies)|play|memoir|tale|trilogy|saga|comics?|script)(?:\s+down)?(?:\s+(?:on\s+which|that|which)\s+(?:it|the\s+\w+)(?:\s+\w+){{1,3}}?)?)\s+(?:in|over|across|in?to)|(?i:does|did|do|done)\s+with)\s+(?:(?i:just|only|its|the|these)\s+)?{_EPISODES}(?P<rest>.{{0,50}})"
)
"""What the makers had to tell, or did, in all of them."""
_WHOLE_ORDER = re.compile(
    rf"\b(?i:the|these|those)\s+{_EPISODES}(?P<rest>\s+(?:are|were)\s+(?:all\s+(?:there|that|of\s+it)\b|everything\b|the\s+(?:whole|entire|full|complete)\s+(?:commission|order|run|series|season|show|story|thing)\b))"
)
_TO_FILL = re.compile(
    rf"\b(?i:with|had|has|have)\s+(?:(?:only|just)\s+)?{_EPISODES}(?P<rest>\s+(?:to\s+(?:fill|play\s+with|work\s+with|cover|tell)|at\s+(?:its|her|his|their|our|my)\s+disposal)\b)"
)
_AT_ONCE = re.compile(
    rf"(?<![\w-]){_EPISODES}(?P<rest>\s+(?:arrive|drop|land|stream|(?:will|are to)\s+(?:arrive|drop|land|stream|air|run|be\s+(?:released|shown|streamed|broadcast)))\s+(?:(?:all\s+)?at\s+once|together|weekly|every\s+week|once\s+a\s+week|in\s+one\s+go|on\s+the\s+same\s+day)\b)"
)
_ON_DISC = re.compile(
    rf"(?<![\w-]){_EPISODES}(?P<rest>,?\s+(?:(?:spread|split|divided|collected)\s+)?(?:over|across|in|on)\s+(?:a\s+total\s+of\s+)?{NUMBER}\s+(?:(?:home\s+video|Blu-ray|BD|DVD|disc)(?:/DVD)?\s+)?(?:volumes|releases)\b)"
)
"""What is to be told in all of them, how all of them come, and how many volumes hold them."""
_SHORTER = re.compile(
    rf"(?:\b(?:shorter|longer|short|brief|lean|compact|tight)\b[^.;]{{0,30}}?|\b(?:is|was|be)\s{{9,60}}),\s+at\s+(?:(?:just|only)\s+)?{_EPISODES}(?P<rest>\s*(?:[.,;]|$))"
)
"""Where it says that it is shorter than another, that may be blank."""
FIRST_HAD = re.compile(
    rf"\b(?:(?i:the first)(?:\s+(?:season|series|one|run))?|(?i:season|series)\s+(?:1|one))(?:,\s+which)?\s+(?i:had|has|ran to|ran for|consisted of)\s+(?P<n>{NUMBER})(?=\s*(?:[.,;)]|$))|\bagainst\s+the\s+first\s+(?:series|season)['’]s?\s+(?P<o>{NUMBER})(?=\s*(?:[.,;)]|$))"
)
"""Of the first, where the next is told of, too."""
_A_WORK = re.compile(
    rf"^\W*An?\s(?:(?!\b(?:is|are|was|were|has|have|had)\b)[^.;:!?]){{0,80}}?\b(?:drama|thriller|mystery|comedy|anime|series|romance|fantasy|adaptation)\b(?:(?!\b(?:is|are|was|were|has|have|had)\b)[^.;:!?A-Z]){{0,60}}?,\s+{_EPISODES}(?P<rest>\s*(?:[,.;]|$))"
)
"""A line of a list that has no verb, nor a name of another work behind the first noun."""
NEW = re.compile(
    rf"(?<![\w-]){_COUNT}\s+(?:(?i:(?:brand-)?new|further|additional|more)\s+(?i:episodes|parts)\b|(?i:episodes|parts)\s+this\s+time\b)(?P<rest>.{{0,30}})"
)
"""Of a season that is not the first."""
LABEL = re.compile(
    rf"(?i:(?:(?:number|no\.) of episodes|episode (?:count|order|total)|ep count|episodes|eps|total episodes|話数))\s*(?:[:：|–—-][*_]{{0,2}}|,(?=\s*\d{{1,2}},)|\((?=\s?[\w~ ]{{1,12}}\b ?[),;])|\b(?:is|at|stands at|of|stays(?: at)?|remains(?: at)?|comes to|(?:is|was|will be|has been) (?:set|fixed|put) at|will be|is now)\b|\b(?:(?:is|was|has been)\s+)?(?:confirmed|revealed|announced|listed|given)(?:\s+(?:as|to be)\b|:))\s*{_COUNT}(?!\s*(?:/|of|[-–]\s*\d|-?min(?:ute)?s?\b|weeks\b|volumes\b))(?P<rest>.{{0,20}})"
)
SHEET = re.compile(rf"^\W*(?i:(?:total\s+|(?:number|no\.)\s+of\s+)?episodes)\s+{_EXACTLY}(?P<rest>\s*$)")
"""A line of a data sheet that says nothing else."""
LAST = re.compile(
    rf"(?i:episode)\s+(?P<n>{NUMBER}),?\s+(?i:the\s+(?:season\s+|series\s+)?(?:finale|last(?: episode)?|final (?:episode|one)))|(?i:the|its|with a|a)\s+(?P<o>{ORDINAL})\s+(?i:and\s+(?:final|last)\s+(?:episode|part|chapter|instal?lment))"
)
LAST_IS = re.compile(
    rf"\b(?i:the\s+(?:(?:series|season)\s+)?finale,\s+episode)\s+(?P<n>{NUMBER})(?=,|\s*(?:[.;)]|$))|\b(?i:the\s+(?:final|last)),\s+(?P<o>{ORDINAL})\s+(?i:episode)"
)
OF_THE = re.compile(
    rf"\b(?i:the (?:(?:first|last|final) (?:two|three|\d)|first|second|third|last|final) of)\s+(?i:the|its)\s+(?P<n>{NUMBER})(?:(?=\s+(?:on\s+(?:\w+day\b|[A-Z\d])|air(?:s|ed)\b))|\s+(?i:episodes|parts|instal?lments)\b)(?!\s+(?i:that|which|who|whose|where|made|written|directed|storyboarded|drawn|sent|shown|screened|provided|we|he|she|they|I|on(?!\s+(?:\w+day\b|[A-Z\d]))|for|to|with|by)\b)(?P<o>(?!))?"
)
AHEAD = re.compile(rf"\b(?i:the|its|this)\s+(?P<n>{NUMBER})[\s-](?i:episode|part)\s+(?:[a-z]+\s+)?[\"“‘'*_]*$(?P<o>(?!))?")
"""Right before the title ("the ten-episode Iron Moth")."""
_IN_ALL = re.compile(rf"(?:\b(?i:for|to make|making|or)|[:—–,(])\s+{_EXACTLY}(?P<rest>\s+(?i:in all|in total|altogether)\b)")
COURS = re.compile(
    rf"(?P<c>{NUMBER}|(?i:single))[\s-](?:(?i:cours?)(?i:\s*(?:,|\()?\s*(?:of|with|each of|at)|,(?=\s+[\w-]+\s+episodes\s+each\b))\s+(?P<n>{NUMBER})(?:\s+(?i:episodes?))?|(?i:parts|halves|batches|blocks|runs)(?i:\s*(?:,|\()?\s*(?:of|with|each of|at))\s+(?P<m>{NUMBER})(?:\s+(?i:episodes?)(?:\s+each)?|\s+each))"
)
AND_OTHER = re.compile(rf"\s+(?i:and)\s+(?P<n>{NUMBER})\b")
"""Behind the length of one cour: that of the other."""
ALL_END = re.compile(
    rf"(?i:(?:end|wrap|conclud|finish)\w*(?: up)?(?: its run)?|bow(?:s|ed|ing)? out|sign(?:s|ed|ing)? off|to (?:an|its) end|complete|over|done)(?:\s+(?:on|in|last|this|yesterday|today)\s+[\w ,]{{0,30}}?)?\s*(?i:after|with|at|in)\s+(?:(?i:a total of|all|just|only)\s+)?{_COUNT}[\s-]+(?:(?!more\b|of\b|other\b)[a-z-]+\s+)?(?i:episodes?|parts|chapters)(?P<rest>.{{0,30}})"
)
BOTH = re.compile(
    r"\b(?:both seasons|two seasons|three seasons|all seasons|seasons combined|combined|altogether|across (?:\w+ )?seasons|over (?:\w+ )?seasons|per season|each season)\b",
    re.IGNORECASE,
)


_SO_LONG = (_OF_SHOWN, _WEEKS, _ENDS_WITH, _BRING_TO, _AFTER_A_RUN, _JAPANESE, _FIRST_OF)
PATTERNS = (
    LABEL,
    SHEET,
    OPENING,
    ALL_END,
    MADE_INTO,
    HYPHEN,
    CUT,
    _ORDERED,
    _STATED,
    ALL,
    _IN_ALL,
    _SERIES_OF,
    _BARE,
    _ALONE,
    _THE,
    _IS_RIGHT,
    _WHOLE_ORDER,
    IN_PARTS,
    _PARTER,
    _IT_IS,
    _THERE_ARE,
    _THERE_WERE,
    _IN_SEASON,
    _EACH_MADE,
    _EACH_OF,
    _COUR_OR,
    _IN_SUM,
    _SO_MANY_OF,
    _LAST_OF,
    _AT_THAT,
    *_SO_LONG,
    _OVER_AFTER,
    _OF_THEM,
    _ALL_THE,
    _TIMES,
    _SAYS,
    _AMONG,
    _WE_MADE,
    _TO_FILL,
    _AT_ONCE,
    _ON_DISC,
    _SHORTER,
    NEW,
    _A_WORK,
    TITLES,
    ENTRY,
)
"""In the order in which they are tried."""
WHOLE = frozenset({_AT_ONCE, _SHORTER, IN_PARTS, _THERE_ARE, _OF_THEM, _IT_IS, _OVER_AFTER, _WHOLE_ORDER, _AT_THAT})
"""Patterns that mean all of them, but for what may stand behind."""
_TOLD = frozenset({_IN_SEASON, _EACH_OF, _COUR_OR, _IN_SUM, _SO_MANY_OF, _LAST_OF})
ALL_OF_THEM = _TOLD | {
    ALL_END,
    _TO_FILL,
    _ON_DISC,
    *_SO_LONG,
    SHEET,
    _EACH_MADE,
}
"""Patterns that mean all of them, whatever stands behind."""
IF_ALL = frozenset({OPENING, MADE_INTO, ENTRY})
"""Patterns that count only where all of them are meant."""
IF_MANY = _TOLD | {
    _THERE_WERE,
    _WEEKS,
    _AFTER_A_RUN,
    _ALL_THE,
    _SAYS,
    _AMONG,
    _IS_RIGHT,
    _WE_MADE,
    _TO_FILL,
    _ON_DISC,
    _A_WORK,
    _AT_ONCE,
}
"""Patterns that a few of them fit, too."""
