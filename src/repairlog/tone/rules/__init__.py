"""All rules of the nudge, in the order in which they are asked."""

from __future__ import annotations

from repairlog.tone.rules.absolutes import ABSOLUTES
from repairlog.tone.rules.blame_back import BLAME_BACK
from repairlog.tone.rules.character import CHARACTER
from repairlog.tone.rules.contempt import CONTEMPT
from repairlog.tone.rules.excuses import EXCUSES
from repairlog.tone.rules.judgement import JUDGEMENT
from repairlog.tone.rules.mockery import MOCKERY
from repairlog.tone.rules.reproach import REPROACH
from repairlog.tone.rules.stonewalling import STONEWALLING

RULES = (
    *JUDGEMENT,
    *CONTEMPT,
    *MOCKERY,
    *ABSOLUTES,
    *REPROACH,
    *CHARACTER,
    *BLAME_BACK,
    *EXCUSES,
    *STONEWALLING,
)
