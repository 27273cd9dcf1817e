"""Which pieces are copies of one text (syndicated, shortened, reworded, translated, or a press release), and which is the origin.

Pure: the same pieces give the same answer in whatever order they come. Reports count opinions once an origin.
"""

from pipeline.syndication.families import origins
from pipeline.syndication.piece import Origin, Piece, Relation, count

__all__ = ["Origin", "Piece", "Relation", "count", "origins"]
