"""What no data decide: causes, wishes, what will be, and how good a thing is."""

from __future__ import annotations

from daylight.claims.patterns import Pattern

WHO = r"(?P<sub>‹[SLBD]\d+›)"

PATTERNS: tuple[Pattern, ...] = (
    Pattern("causal", "cause",
            r"(?P<sub>‹[SLBD]\d+›)?[^.;!?]{0,200}?\b(?P<word>because(?: of)?|led to|caused|owing to|due to|as a result(?: of)?|prompted|triggered|thanks to|drove|forced|pushed|explains why|which is why|gave rise to|stems from|resulted (?:in|from)|provoked|fuelled|fueled|encouraged|brought about|was behind|made possible)\b",
            ("because", "led to", "caus", "owing", "due to", "as a result", "prompt", "trigger", "thanks to", "drove", "forc", "push", "why", "gave rise", "stems", "result", "provok", "fuel", "encourag", "brought about", "behind", "made possible")),
    Pattern("intent", "wish",
            WHO + r"[^.;!?]{0,120}?\b(?P<word>aim(?:s|ed|ing)? (?:to|at)|seek(?:s|ing)? to|sought to|wants? to|wanted to|intend(?:s|ed)? to|hop(?:es?|ed|ing) to|hopes? for|designed to|in order to|preparing to|attempt(?:s|ed|ing)? (?:to|at)|eager to|determined to|trying to|tr(?:y|ies|ied) to|bent on|strateg(?:y|ic goal)|ambitions?|would demand|demand in return|motive|cent(?:red|ered) (?:[a-z ]+ )?on|pursu(?:e|es|ed|ing)|keen to|desire[sd]?|wish(?:es|ed)? to|intentions?|calculat(?:es|ed|ion))\b",
            ("aim", "seek", "sought", "want", "inten", "hop", "designed", "in order", "prepar", "attempt", "eager", "determin", "try", "tri", "bent on", "strateg", "ambition", "demand", "motive", "cent", "pursu", "keen", "desire", "wish", "calculat")),
    Pattern("forecast", "will",
            WHO + r"[^.;!?]{0,160}?\b(?P<word>will|won['’]t|(?:is|are) (?:likely|unlikely|set|bound|about|expected|poised|going|certain) to|may (?:soon |well |yet |eventually )*[a-z]+|might|could (?:soon|yet|well|eventually)|shall|in the coming|by the end of the decade|is expected|sooner or later|next year|it might be possible)\b",
            ("will", "won’t", "won't", "likely", "set to", "bound to", "about to", "expected", "poised", "going to", "certain to", "may ", "might", "could", "shall", "coming", "end of the decade", "sooner", "next year")),
    Pattern("value", "worth",
            r"(?P<sub>‹[SLBD]\d+›)[^.;!?]{0,160}?\b(?P<word>historic|remarkabl[ey]|prestigious|viable|resounding|success(?:ful)?|failure|disastrous|dangerous|reckless|wise|unwise|foolish|right|wrong|unjust|illegitimate|legitimate|shameful|heroic|great(?:est)?|catastroph(?:e|ic)|brilliant|exceedingly|enormous|impressive|admirable|deplorable|worthless|important|crucial|vital|indispensable|ought to|should|must|better off|overdue|mistake|blunder|triumph|tragic|hypocritical|cynical|noble|unacceptable|worrying|alarming)\b",
            ("historic", "remarkab", "prestig", "viable", "resound", "success", "fail", "disastr", "danger", "reckless", "wise", "foolish", "right", "wrong", "just", "legit", "shame", "hero", "great", "catastr", "brilliant", "exceed", "enorm", "impress", "admir", "deplor", "worth", "important", "crucial", "vital", "indisp", "ought", "should", "must", "better off", "overdue", "mistake", "blunder", "triumph", "tragic", "hypocr", "cynic", "noble", "unaccept", "worry", "alarm")),
)  # fmt: skip
