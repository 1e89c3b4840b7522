"""What `repairlog help` explains besides the commands: how to use this safely, and kind words."""

from __future__ import annotations

SAFETY = """\
WHO THIS IS FOR
  This record suits two people who both choose it, and may both stop.

  It is not for a relationship with violence, threats or control. There, what
  one writes can be read, demanded or turned against one. If you are afraid of
  the other person, if you are watched, threatened, forced or hurt, or if you
  did not feel free to say no to this record: it is not the right tool, and
  that is not your fault.

  Nothing here makes anyone safe, and nothing here can tell whether someone is.

PEOPLE TO TALK TO
  Someone you trust. A doctor, a counsellor, an advice centre. In danger, the
  emergency number of where you are.

  A helpline near you: on a device that the other person does not use, look for
  "domestic violence helpline" and the name of your country. Health services,
  the police and town councils list them, in many languages, often for any
  gender. Numbers change, so none stands here.

TO LEAVE THE SCREEN QUICKLY
  repairlog away        clears the screen and what can be scrolled back to,
                        in tmux too, and gives the window a neutral title

  It cannot clear:
  - the shell's history. A line that begins with a space stays out of it in
    fish, in zsh after `setopt HIST_IGNORE_SPACE`, and in bash where
    HISTCONTROL is ignorespace or ignoreboth. Words that are not on the line
    never get there: `repairlog add note` asks for them, `-` and --edit take
    them too. To remove a line from it: `history -d NUMBER` in bash, `history
    delete` in fish; in zsh, its line in the file that $HISTFILE names.
  - other windows, panes and devices, copied text, pictures of the screen, a
    terminal that logs what it shows, or GNU screen's own scrollback;
  - files: exports, backups, and the journal itself.

  A simple habit: keep another window open that you can turn to.

WHAT A PRIVATE ENTRY IS
  --private writes to a file of your own beside the shared journal. That is
  discretion, not secrecy: whoever uses this account, or looks after this
  computer, can open it, and its name shows that it is there. What would put
  you at risk if it were read belongs in no file on a shared computer.

TO LEAVE, WITH WHAT IS YOURS
  Nobody's consent is needed to stop.
  repairlog export --for me -o FILE           what both can read, as a text
  repairlog export --format json -o FILE      the whole record
  repairlog backup FOLDER                     a copy of the journal
  repairlog --private backup FOLDER           a copy of your private journal
  repairlog consent growth --withdraw         says that you do not go on
  repairlog erase REF                         removes words of your own for good

  Keep such a file where only you can reach it. Copies that were made before
  hold what they held: nothing here can reach another device, or a backup.

WHAT IT DOES NOT KNOW
  Names are statements, not proof: whoever sits at this account can write in
  either name. What is written was said by someone; it was not found true."""

KIND_WORDS = """\
KIND WORDS
  Before a text of yours is saved, it is read for what could hurt more than it
  says: "you always", names, mockery, excuses, a door that closes. Where there
  is something, you are shown which words, how they could be heard, and an
  example of another way: what happened, how it was for you, what you need,
  what you ask for.

  Then you keep your words as they are, with the enter key, or say them anew.
  They are yours. Nothing is changed, kept or counted, and nobody is told.

  It goes by rules, on this computer, and reads English only: of a text in
  another language nothing is said. It is often wrong. It does not correct
  pain: "I feel betrayed" is left alone. What you heard the other say, names,
  and what is imported are left alone, too.

  Where there is nobody to ask, as in a script, one line follows the saving.

  repairlog settings tone off      silences it on this device; on brings it back"""

TOPICS = {"safety": SAFETY, "kind words": KIND_WORDS}
