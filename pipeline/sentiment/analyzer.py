"""The critic through TextBlob's door: `TextBlob(text, analyzer=CriticAnalyzer()).sentiment`. Apart, because TextBlob is slow to import."""

from pathlib import Path
from typing import NamedTuple

from textblob.base import CONTINUOUS, BaseSentimentAnalyzer

from pipeline.sentiment.critic import TABLE, load


class Sentiment(NamedTuple):
    """What TextBlob's users expect; 0 and 0 where the engine abstains."""

    polarity: float
    confidence: float


class CriticAnalyzer(BaseSentimentAnalyzer):  # type: ignore[misc]
    """The same reading as the engine's."""

    kind = CONTINUOUS
    RETURN_TYPE = Sentiment

    def __init__(self, table: Path = TABLE) -> None:
        super().__init__()
        self._model = load(table)

    def analyze(self, text: str) -> Sentiment:
        judged = self._model.judge(text)
        return Sentiment(0.0 if judged.polarity is None else judged.polarity, judged.confidence)
