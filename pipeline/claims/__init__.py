"""What the press says about a series, claim by claim, and whether it holds. Reads articles and a Series; knows no store and no report.

How articles are read stands in `ledger.py`, and is no name of the package: who holds claims against each other needs none of its patterns.
"""

from pipeline.claims.agreement import agreement
from pipeline.claims.claim import Claim
from pipeline.claims.kinds import KINDS
from pipeline.claims.matter import Matter, Quarrel, Reading

__all__ = ["KINDS", "Claim", "Matter", "Quarrel", "Reading", "agreement"]
