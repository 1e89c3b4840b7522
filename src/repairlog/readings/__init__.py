"""What can be read: pure functions from a record and a moment to frozen reports.

Where to look, by the families of what can be written (`kinds/`):

- what all stand on: ``record`` (entries as they read now), ``people`` (settings), ``assent`` and
  ``waiting`` (what binds, what waits for a yes), ``proposals``, ``threads`` and ``closing`` (what
  is open until when), ``wording``, ``rows``, ``told`` (one entry as a line);
- commitments: ``course`` and ``changes`` (what a promise is), ``standing`` (the rules of DESIGN 3),
  ``binding`` and ``refusals`` (what a delivery belongs to), ``promised``, ``ledger``;
- boundaries: ``boundaries``, ``steps``; triggers: ``triggers``; pace: ``pace``;
- conversations: ``conversations``, ``talk_rules``; moments: ``moments``, ``projects``;
- owning and repairing: ``repair``, ``plans`` (versions after setbacks), ``progress`` (what comes
  up by itself);
- the agreement: ``agreement`` over ``versions``, ``in_force`` (its page), ``agreed_words``,
  ``ratings``, ``consent``;
- check-ins: ``cadence`` (on time, late), ``checkins``, ``scales``; milestones: ``milestones``;
- pages: ``today``; ``review`` with ``challenges``, ``opening`` and ``agenda`` (its questions);
  ``month`` with ``comparing`` and ``month_opening``; ``timeline`` with ``events`` and ``weekly``;
  ``lists``, ``thing``, ``log``, ``search``;
- the file itself: ``check``, ``health``, ``remembered``.

``*_json`` is what `--json` prints of the report of that name.
"""
