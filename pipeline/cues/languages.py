"""Words of titles in other languages: German, French, Spanish, Italian, Portuguese, Japanese."""

from pipeline.cues.cue import cue

LANGUAGES = (
    cue(
        "episode_review",
        2.5,
        "title",
        "first impressions",
        r"\b(?:erste[rn]? eindr(?:uck|ücke)\b|premières impressions\b|primeras impresiones\b|prime impressioni\b|primeiras impressões\b)|第1話|初回",
    ),
    cue(
        "review",
        2.5,
        "title",
        "the title says review",
        r"\b(?:rezension\b|fazit\b|notre (?:avis|critique|verdict)\b|avis\s*:|opinión\b|veredicto\b|nota final\b|recensioni?\b|resenha\b)|^avis\b|総評|評価",
    ),
    cue(
        "preview",
        2.5,
        "title",
        "the title looks ahead",
        r"\b(?:was (?:wir|uns|euch|man) .{0,20}erwart\w+|angespielt\b|ausblick\b|qué esperar\b|todo lo que sabemos\b|ce (?:que l'on|qu'on) (?:sait|attend)\b|on l'attend\b|aperçu\b|anteprima\b)|先行|注目",
    ),
    cue(
        "news",
        2.5,
        "title",
        "the title announces",
        r"\b(?:starttermin\b|angekündigt\b|verschoben\b|verkaufszahlen\b|anuncia(?:n|do|da)?\b|fecha de estreno\b|tráiler\b|avance\b|se retrasa\b|date de sortie\b|dévoil(?:e|ée?s?)\b|annonc(?:e|ée?s?)\b|repoussée?\b|bande-annonce\b|annunciat\w+)|決定|公開|発表|解禁|放送開始|予告|延期",
    ),
    cue(
        "interview",
        3.0,
        "title",
        "the title says interview",
        r"\b(?:im gespräch\b|im interview\b|entretien\b|rencontre avec\b|hablamos con\b|charlamos con\b|intervista\b|entrevista\b)|対談",
    ),
    cue(
        "guide",
        3.2,
        "title",
        "the title explains",
        r"\b(?:erklärt\b|erklärung\b|tipps\b|lösung\b|wo (?:kann man|läuft|schauen)\b|explicad[oa]\b|guía\b|dónde ver\b|trucos\b|expliquée?\b|explication\b|où (?:voir|regarder)\b|astuces\b|spiegat[oa]\b)|解説|考察|攻略|まとめ",
    ),
    cue(
        "list",
        3.2,
        "title",
        "the title counts things",
        r"\b(?:die|los|las|les|le|i) \d{1,2} (?:besten|schönsten|mejores|peores|meilleure?s|migliori)\b|\b\d{1,2} (?:gründe|razones|raisons|motivi)\b|選\b|ランキング",
    ),
)
