"""The words that the rules speak of, by class; a base form stands for its other forms too.

A class says how a word mostly sounds when it is said to a partner, not what is true of anyone.
"""

from __future__ import annotations

from functools import cache

_WORDS = {
    "YOU": "you",
    "YOUR": "your",
    "ALWAYS": "always alwayz constantly invariably continually perpetually forever consistently",
    "NEVER": "never nvr nevr nver neva",
    "ARE": "are is seem act behave sound look",
    "BE": "am is are was were be been being seem act behave sound look",
    # What may stand between a person and what is said of them: the verb's helpers, then degrees,
    # manners and articles.
    "AUX": """am is are was were be been being have has had do did does still just almost
        even really simply literally basically actually honestly seriously truly also""",
    "ADV": """a an the so such just really being truly honestly actually always very most kind sort
        of bit little total totally complete completely absolute absolutely utter utterly real
        fucking bloody damn damned freaking massive proper too way only quite literally beyond pretty
        rather clearly obviously simply seriously acting becoming getting big huge fully plain
        downright all still also even ever that one frankly right exact exactly""",
    "CLEARLY": "clearly obviously evidently apparently plainly",
    "FAMILY": """mother father mum mom dad mam ma pa mummy daddy brother sister parents family ex
        aunt uncle grandmother grandfather mother-in-law""",
    "PERSON": """person man woman husband wife partner boyfriend girlfriend father mother parent dad
        mum mom adult human people lad bloke spouse friend couple fella guy""",
    "KID": """child kid baby toddler infant teenager schoolboy schoolgirl two-year-old three-year-old
        five-year-old ten-year-old year-old brat""",
    # Said of someone, these wound in every tense.
    "SLUR": """pathetic stupid dumb useless worthless ridiculous crazy insane disgusting spineless
        gutless dense thick moronic idiotic delusional psychotic hysterical laughable clueless
        brainless heartless ludicrous despicable contemptible repulsive vile ugly fat deranged
        unhinged nuts bonkers mental psycho narcissistic sociopathic toxic cringe cringy lame daft
        deluded infantile insufferable incompetent inept shameless soulless filthy revolting retarded
        braindead brain-dead feeble gormless stupidest dumbest""",
    # Said of someone in the present, these sound like a verdict.
    "MILD": """selfish lazy childish immature cold cruel weak hopeless impossible irresponsible
        inconsiderate thoughtless careless arrogant needy clingy dramatic paranoid manipulative
        unreliable untrustworthy dishonest mean nasty rude controlling stubborn ungrateful spoiled
        spoilt self-centred self-centered selfcentred egotistical conceited entitled petty
        hypocritical two-faced difficult unreasonable irrational illogical unfair pig-headed
        pigheaded insensitive uncaring unloving unsupportive vindictive spiteful sly sneaky shady
        fake phony boring demanding bossy judgmental judgemental stingy disorganised forgetful
        unromantic frigid emotionless robotic callous disrespectful flaky unbelievable unbearable
        self-absorbed self-obsessed obsessed embarrassing aggressive hostile sarcastic condescending patronising
        smug evasive secretive neglectful tactless clumsy incorrigible high-maintenance narrow-minded
        thin-skinned bad-tempered self-righteous sanctimonious abusive deceitful annoying unavailable cowardly
        inattentive unhelpful defensive overbearing intolerable exhausting touchy snappy melodramatic
        disloyal sloppy ignorant incapable passive-aggressive stupidly lazier laziest""",
    "INSULT": """idiot moron loser jerk liar cheater bitch bastard asshole arsehole twat dick dickhead
        prick muppet wanker coward clown psycho narcissist sociopath psychopath slob
        hypocrite fool dumbass dipshit simp creep parasite leech imbecile pig cretin numpty
        plonker git tosser bellend knob pillock dimwit halfwit half-wit nitwit twit airhead bimbo
        scumbag scum trash garbage whore slut slag manchild man-child weasel
        crybaby cry-baby weirdo freak buffoon ignoramus prat wimp sissy
        douche douchebag hag witch lunatic nutter nutcase nutjob maniac ingrate freeloader scrounger
        layabout lowlife oaf dope dolt dunce goon lump wuss snowflake deadbeat slacker brat""",
    # Names that also stand for things; they count only behind "you are".
    "FAILING": """joke failure disgrace nightmare disappointment embarrassment cow snake rat doormat
        pushover martyr cheat tyrant waste waster slouch mess bully drain lost insult""",
    "TITLE": """genius einstein sherlock mastermind hero superman superstar champ professor saint
        highness majesty hotshot smartypants smartarse""",
    # How a person is and what they do when it goes well.
    "GOOD": """good great brave kind sweet patient generous gentle loving wonderful amazing beautiful
        lovely calm close closer safe safer happy proud grateful thankful glad loved cherished
        understood supported special comfortable better best smile tea coffee breakfast dinner lunch
        soup flower gift present surprise hold comfort adore love enjoy cheer remind warm nice funny
        fun cute adorable perfect important valuable appreciated valued welcome peaceful hopeful
        helpful sincere trustworthy wise strong smart clever talented handsome gorgeous delightful
        joy joyful delight honest honestly fair reliable steady truth truthful gracious respectful
        considerate thoughtful attentive caring tender blessing treasure gem angel bright playful
        cosy cozy together dear darling star sunshine rock relaxed relieved reassured reassuring
        heal secure worth worthy deserve brilliant excellent admire bring cook bake wait stay stand
        rescue save share carry drive cover tuck sing hum wave dance cuddle fetch greet
        congratulate celebrate supportive affectionate punctual beloved heard seen respected wanted
        chosen included soothe calmer goodnight warmth pride luck lucky easy easier promise""",
    # What a partner is asked for; "you never" before one of these is a complaint about the person.
    "DEED": """listen hear help support apologise admit own acknowledge accept care open trust
        believe understand learn change respect appreciate thank value consider clean tidy wash
        hoover vacuum text phone ring reply respond write visit initiate compromise deliver cooperate
        communicate explain remember notice compliment praise encourage hug kiss touch reassure
        defend contribute follow commit show prioritise participate bother volunteer offer
        answer plan include involve invite consult warn inform validate empathise sympathise forgive
        concentrate focus reciprocate engage reflect grow improve pay iron sweep dust try credit
        lift protect back surprise learnt""",
    # Wanted or not, by what follows.
    "LIGHT": """say make think treat take put give do want ask talk speak spend finish love share cook
        smile plan""",
    # What hurts when it is done, or is said when it goes badly; after "you never" it is praise.
    "BAD": """ignore interrupt forget blame complain lie criticise ruin twist yell shout scream nag
        control excuse overreact exaggerate argue attack accuse judge dismiss belittle mock humiliate
        embarrass insult threaten manipulate gaslight betray deceive hide sulk whine moan patronise
        condescend undermine sabotage wreck spoil destroy break disappoint hurt fail neglect abandon
        disregard refuse avoid dodge deflect withdraw stonewall disappear vanish storm slam swear
        curse snap bark growl hit shove waste overspend procrastinate delay postpone cancel flake
        bail quit mess screw fuck late fault bad worse worst angry mad furious cross annoyed
        irritated irritable distant absent unavailable busy unhappy dissatisfied negative awful
        terrible horrible small guilty lonely unloved unwanted invisible anxious burden doubt regret
        suspicious mistrust distrust jealous possessive silent provoke tease ridicule sneer sigh
        contradict overrule override disrespect intimidate pressure rush demand nitpick snoop spy
        stalk pry gossip flirt stray minimise invalidate drama fuss tantrum scene panic overthink
        presume victim scold punish reject resent despise hate harm wound injure abuse mislead
        pretend fake quarrel bicker hog micromanage project meddle cling badmouth forsake grudge names score granted
        problem trouble drunk lash trample crush discourage cheat wrong bully moody grumpy dramatic
        overspend steamroll brag less shame judged stupid ashamed ugly scared afraid hopeless secret
        lies unkind hurtful harsh sharp voice rejected suspect criminal stranger enemy nuisance afterthought""",
    # Behind a kind or a plain verb, these turn it round: "never gave up", "never let me down".
    "UNDO": """away down back against from over off without twice up wait disappointed quit fall cease stop alone expense attitude not pay regret""",
    # Behind these, what follows is no longer said of the person.
    "TURN": "when if what how whether that because until even though although while in after as",
    "MISDEED": """lie yell shout scream cheat hide leave snap drink swear sleep stray flirt text
        delete hit shove slam break act react look go say keep lash withdraw shut sneak smoke gamble
        deny deceive see kiss message behave walk throw raise storm spend read forget exaggerate overreact
        insult shut feel""",
    "THANKS": """thank thanks appreciate grateful thankful glad admire proud love lucky cherish adore
        treasure enjoy relieved honour honor blessed happy""",
    "GLAD": """thank thanks grateful thankful glad proud happy lovely wonderful kind sweet love great
        congratulations congrats deserve deserved hug luck""",
    # How a wish, a fear or an understanding is opened.
    "HOLDING": """afraid scared fear worry worried terrified frightened dread hope wish want need
        know understand believe trust promise vow realise glad nervous anxious anxiety safe safer
        comforting wonder imagine remember helpful""",
    "SAID": """said told called saying calling telling shouted yelled screamed wrote texted whispered
        heard hear asked thought claimed believed read replied answered shouting yelling swore
        implied word words phrase sentence says tells calls writes message muttered snapped accused
        """,
    "SAY": "say tell call shout yell use hear write text name think ask hurl scream reply",
    "FEELING": """sad upset hurt angry lonely alone scared afraid anxious tired exhausted worried
        stressed overwhelmed numb lost empty nervous ok okay fine""",
    # When someone comes back to it, or what for they pause.
    "RETURN": """tomorrow later minutes hours oclock monday tuesday
        wednesday thursday friday saturday sunday morning afternoon evening tonight break calm calmer
        calming yet meanwhile breather moment while weekend session therapist therapy counsellor
        counselor pause overwhelmed flooded week""",
    "DATE": """monday tuesday wednesday thursday friday saturday sunday january february april june
        july august september october november december yesterday oclock""",
    "PART": "night evening day morning afternoon week weekend time month summer winter year",
    "BELITTLE": """whine whinge moan sulk snivel nag bitch wallow grovel blubber mope whimper bleat
        yammer snivel cry overreact blubbering sook""",
    "MEDAL": "medal trophy applause award parade statue ovation star",
    "CURSE": "fuck fucks fucking hell damn shit crap toss heck monkey's rat's",
}
# Classes of classes.
_WIDER = {
    **dict.fromkeys(("GOOD", "DEED"), ("KIND",)),
    **dict.fromkeys(("BAD", "SLUR", "MILD", "INSULT", "FAILING"), ("HARD",)),
}
CLASS_NAMES = frozenset({*_WORDS, "KIND", "HARD", "QUOTE", "NUMBER", "ING", "PAST"})

# They lead into a clause, or out of it, without being part of what is said.
_INTERJECTIONS = """oh well look honestly seriously so and but ok okay just then now ugh god wow
    please right yeah yes no nope nah yep actually lol omg haha hah ha lmao like anyway again because
    for once fine sorry hey hm hmm um er ah aw aww awww oi jeez christ jesus gosh man babe baby love
    darling dear mate dude bro sweetheart honey hun or ooh mmm huh listen frankly also still really
    sure maybe perhaps too fucks sake smh"""
_FILLERS = """ok okay already please now then anymore thanks alright lol right yeah either though lmao
    haha fucks sake again anyway honestly really seriously ever mate dude babe love huh dear darling"""
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve half noon midnight"
INTERJECTIONS = frozenset(_INTERJECTIONS.split())
FILLERS = frozenset(_FILLERS.split())
NUMBERS = frozenset(_NUMBERS.split())

# What follows "ur" when it stands for "you are".
_AFTER_UR = """a an the so such too just always never not really being like acting gonna right wrong
    welcome still only way literally actually honestly"""
AFTER_UR = frozenset(_AFTER_UR.split())

_FORMS = """be being | use using | say said | tell told | make made | do did done does doing | go went gone goes going |
    come came | leave left | forget forgot forgotten | get got gotten | give gave given |
    think thought | keep kept | break broke broken | take took taken | know knew known | see saw |
    feel felt | hear heard | have has had | lie lying | choose chose chosen | throw threw thrown |
    understand understood | write wrote written | speak spoke spoken | show shown | find found |
    hold held | drink drank drunk | swear swore sworn | hide hid hidden | sleep slept |
    drive drove driven | buy bought | bring brought | spend spent | pay paid | mean meant |
    stand stood | sit sat | fight fought | forgive forgave forgiven | lose lost | stick stuck |
    sing sang | grow grew grown | learn learnt | text txt txted | man men | woman women |
    wife wives | child children | withdraw withdrew withdrawn | fall fell fallen | catch caught"""
_NO_PAST = "being does doing goes going has lying using men women wives children"
IRREGULAR = {form: forms.split()[0] for forms in _FORMS.split("|") for form in forms.split()[1:]}
PAST = frozenset(IRREGULAR) - frozenset(_NO_PAST.split())

# Words that carry a rule; they are looked for in what is a slip of the finger away from them.
_TYPED_WRONGLY = """always pathetic selfish whatever ridiculous stupid useless worthless sensitive
    overreacting disgusting childish immature everything nothing because should constantly listen
    dramatic apologise discuss conversation unbelievable inconsiderate unreasonable"""
TYPED_WRONGLY = tuple(_TYPED_WRONGLY.split())


@cache
def classes() -> dict[str, frozenset[str]]:
    """Each word with the classes that it belongs to; made when first asked for."""
    found: dict[str, set[str]] = {}
    for name, words in _WORDS.items():
        for word in words.split():
            found.setdefault(word, set()).update((name, *_WIDER.get(name, ())))
    return {word: frozenset(names) for word, names in found.items()}
