"""Whether the words around a date tell of what is to come or of what is over; a simple look at the nearest verb."""

import re

_AHEAD = (
    r"(?:will|would|shall|won['’]t|(?:is|are|was|were)\s+to|to)\s+be(?:\s+\w+ed)?|will|would|shall|won['’]t"
    r"|(?:is|are|was|were)\s+to|going\s+to|scheduled|slated|due\s+(?:on|in|by|for|at)|planned|plans?|planning|intends?"
    r"|expected|expects?|set\s+(?:for|to)|upcoming|ahead\s+of|arrives|starts|begins|expires|resumes|convenes|takes\s+(?:place|effect)"
    r"|to\s+(?:meet|visit|hold|begin|start|discuss|travel|take\s+place|open|close|arrive|sign|launch|attend|resume|expire)"
)
_OVER = (
    r"\w{2,}ed|was|were|had|has|have|did|said|told|began|took|came|made|held|left|met|won|lost|went|saw|gave|got|led|fell"
    r"|rose|broke|sent|struck|hit|wrote|spoke|became|brought|shot|found|set|put|cut|fought|flew|paid|built|ran|since"
    r"|earlier|ago"
)
_UP_TO = re.compile(
    r"\b(?:by|until|till|before)\s+(?:the\s+)?(?:(?:end|middle|beginning|start)\s+(?:of\s+)?)?$", re.IGNORECASE
)
_VERB = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<over>{_OVER}))\b", re.IGNORECASE)
REACH = 80  # characters before and after


def is_ahead(before: str, after: str) -> bool | None:
    """True for what is to come, False for what is over, None where no verb near tells; the verb before comes first."""
    if _UP_TO.search(before):
        return True
    verbs = list(_VERB.finditer(before[-REACH:]))
    verb = verbs[-1] if verbs else _VERB.search(after[:REACH])
    return None if verb is None else verb["ahead"] is not None
