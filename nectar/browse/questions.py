"""Questions that an editor usually asks, as SQL for SQLite; `:name` becomes a field of a form, which may stay empty."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    title: str
    description: str
    sql: str


QUESTIONS: Mapping[str, Question] = {
    "newest": Question(
        "What is new?",
        "The articles found last, with what they say in all.",
        """
select assessment.first_seen, article.published, assessment.series, assessment.kind, assessment.episode, article.title, article.site,
  assessment.score_as_written, round(assessment.stance, 2) as stance, assessment.verdict, article.url
from assessment join article on article.id = assessment.article_id
where :series = '' or assessment.series = :series
order by assessment.first_seen desc, assessment.id desc limit 200""",
    ),
    "aspects": Question(
        "How does each aspect fare?",
        "Mean polarity (-1 to 1) of what reviews think, over all weeks; only what was judged.",
        """
select opinion.name as aspect, count(*) as articles, round(avg(opinion.polarity), 2) as polarity,
  sum(opinion.polarity > 0.1) as praise, sum(opinion.polarity < -0.1) as blame, sum(opinion.remarks) as remarks
from opinion join assessment on assessment.id = opinion.assessment_id
where opinion.facet = 'aspect' and opinion.polarity is not null and assessment.kind in ('review', 'episode_review')
  and (:series = '' or assessment.series = :series)
group by opinion.name order by polarity desc""",
    ),
    "aspect_by_week": Question(
        "How did it change from week to week?",
        "Of one aspect or theme, such as pacing; empty for all. Weeks of publication.",
        """
select assessment.week, opinion.name, count(*) as articles, round(avg(opinion.polarity), 2) as polarity
from opinion join assessment on assessment.id = opinion.assessment_id
where opinion.polarity is not null and assessment.week is not null and (:name = '' or opinion.name = :name)
group by assessment.week, opinion.name order by assessment.week desc, opinion.name""",
    ),
    "praise_and_blame": Question(
        "Who says so?",
        "The sentences behind the numbers, strongest first; of one aspect or theme, or of all.",
        """
select round(remark.polarity, 2) as polarity, remark.name, sentence.text as sentence, article.site, article.title, article.url
from remark
join sentence on sentence.assessment_id = remark.assessment_id and sentence.position = remark.position
join assessment on assessment.id = remark.assessment_id
join article on article.id = assessment.article_id
where remark.polarity is not null and (:name = '' or remark.name = :name)
order by abs(remark.polarity) desc limit 200""",
    ),
    "promise_and_delivery": Question(
        "What was promised, and what was delivered?",
        "Mean polarity of previews beside that of reviews, aspect by aspect.",
        """
select opinion.name as aspect,
  round(avg(case when assessment.kind = 'preview' then opinion.polarity end), 2) as promised,
  round(avg(case when assessment.kind in ('review', 'episode_review') then opinion.polarity end), 2) as delivered,
  sum(assessment.kind = 'preview') as previews, sum(assessment.kind in ('review', 'episode_review')) as reviews
from opinion join assessment on assessment.id = opinion.assessment_id
where opinion.facet = 'aspect' and opinion.polarity is not null and (:series = '' or assessment.series = :series)
group by opinion.name having previews > 0 and reviews > 0 order by delivered - promised""",
    ),
    "outlets": Question(
        "Which outlets are kind, which are harsh?",
        "Stated scores (0 to 100) and stance (-1 to 1) by outlet.",
        """
select article.site, count(*) as articles, count(assessment.score) as scored, round(avg(assessment.score), 1) as score,
  round(avg(assessment.stance), 2) as stance, max(article.published) as newest
from assessment join article on article.id = assessment.article_id
where :series = '' or assessment.series = :series
group by article.site order by articles desc""",
    ),
    "clashes": Question(
        "Where do score and text disagree?",
        "Reviews whose stated score lies far from what their text amounts to.",
        """
select assessment.score, round(assessment.estimate, 0) as estimate, assessment.score_as_written, article.title, article.site, article.url
from assessment join article on article.id = assessment.article_id
where assessment.score is not null and assessment.estimate is not null
order by abs(assessment.score - assessment.estimate) desc limit 100""",
    ),
    "claims": Question(
        "What is claimed, and by whom?",
        "Each value with its articles and with their independent origins; of one kind of claim, such as premiere, or of all.",
        """
select series, claim, about, value, count(*) as articles, count(distinct origin_id) as origins, min(published) as first,
  max(published) as last, group_concat(distinct site) as outlets, min(sentence) as sentence
from claims where (:series = '' or series = :series) and (:name = '' or claim = :name or about = :name)
group by series, claim, about, value order by claim, about, origins desc, value limit 500""",
    ),
    "origins": Question(
        "Who copied whom?",
        "Families of copies, the largest first; each with its origin.",
        """
select series, origin_url = url as is_origin, relation, site, origin_site, published, title, because, url
from origins where copies > 0 and (:series = '' or series = :series)
order by copies desc, origin_id, is_origin desc, published limit 500""",
    ),
    "changed": Question(
        "What did outlets change after publication?",
        "Text, title, date or score of an article, as it was and as it is.",
        """
select revision.found, article.site, article.title, revision.changed, revision.before, revision.after, revision.difference, article.url
from revision join article on article.id = revision.article_id order by revision.found desc limit 200""",
    ),
    "not_taken": Question(
        "What was not taken, and why?",
        "Links by source and reason, with one example.",
        """
select source, reason, count(*) as links, max(last_seen) as last_seen, max(url) as example
from skip where :series = '' or series = :series group by source, reason order by links desc""",
    ),
    "sources": Question(
        "How do the sources fare?",
        "The last runs of each source, failures first.",
        """
select run.started, source_run.source, source_run.kind, source_run.found, source_run.fetched, source_run.trouble, run.outcome
from source_run join run on run.id = source_run.run_id
order by run.id desc, source_run.trouble = '', source_run.source limit 200""",
    ),
}
