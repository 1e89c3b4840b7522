"""All rules of the nudge, in the order in which they are asked."""

from __future__ import annotations

from repairlog.tone.rules.contempt import CONTEMPT
from repairlog.tone.rules.criticism import CRITICISM
from repairlog.tone.rules.defensiveness import DEFENSIVENESS
from repairlog.tone.rules.judgement import JUDGEMENT
from repairlog.tone.rules.stonewalling import STONEWALLING

RULES = (*JUDGEMENT, *CONTEMPT, *CRITICISM, *DEFENSIVENESS, *STONEWALLING)
