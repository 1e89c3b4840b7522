"""The nudge: a gentler form for a draft that a partner could hear as hurtful, or nothing at all.

It reads the author's own English draft by rules, keeps nothing, and only ever offers (DESIGN 7).
The classes are Gottman's four horsemen (criticism, contempt, defensiveness, stonewalling) and
Rosenberg's judgement dressed as a feeling; the gentler form is his nonviolent communication. The
rules are data in `rules`, one file a class; `lexicon` has the words, `guards` what is left alone:
pain, plain observations, gratitude, what others said, and what the writer answers for. `sieve`
says, before any of these is loaded, whether there could be anything to hear.
"""

from __future__ import annotations

from repairlog.tone.sieve import may_be_heard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from repairlog.tone.hearing import Nudge

__all__ = ["may_be_heard", "nudge"]


def nudge(text: str) -> Nudge | None:
    """The nudge for the first words of the draft that a rule speaks to, or None."""
    if not may_be_heard(text):
        return None
    from repairlog.tone.hearing import heard

    return heard(text)
