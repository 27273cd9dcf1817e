"""What the press says about a series, claim by claim, and whether it holds. Reads articles and a Series; knows no store and no report."""

from pipeline.claims.agreement import agreement
from pipeline.claims.claim import Claim
from pipeline.claims.kinds import KINDS
from pipeline.claims.ledger import Lookup, claims
from pipeline.claims.matter import Matter, Quarrel, Reading

__all__ = ["KINDS", "Claim", "Lookup", "Matter", "Quarrel", "Reading", "agreement", "claims"]
