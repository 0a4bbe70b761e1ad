"""Who belongs to what: members, standings, counts, candidates, first days."""

from __future__ import annotations

from daylight.claims.patterns import Pattern

STANDING = (
    r"(?P<word>(?:full|founding|permanent|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)|newest|youngest|latest|associate|observer|candidate|dialogue|original|formal|"
    r"non[- ]permanent|fellow|provisional|prospective|core|charter|partner|new|newest|first|nuclear|"
    r"European|Arab|African|Asian|loyal|active|treaty|a|an|the|one of the|"
    r"of|\s|,)*)"
)
JOIN = (
    r"(?:join(?:s|ed|ing)?|acced(?:ed|es) to|accession to|entered|enters|(?:was|were) admitted (?:in)?to|"
    r"became (?:a )?part of|(?:has|have|had) been (?:a )?part of|(?:is|are|was|were) (?:a )?part of|"
    r"belong(?:s|ed)? to|sits? in|sat in)"
)
LEAVE = (
    r"(?:left|leaves|leave|leaving|quit|quits|quitting|withdrew from|withdrawn from|withdraws from|withdrawing from|"
    r"pulled out of|exited|exit from|walked out of|(?:was|were|been) (?:expelled|ejected|suspended|excluded) from|suspended from|"
    r"departed(?: from)?|abandoned|broke with|withdrawal from|departure from)"
)
WISH = (
    r"(?:(?:(?:is|are|was|were|has been|have been) )?(?:currently |now |also |openly |reportedly |seriously |actively )*"
    r"(?:contemplat(?:es?|ed|ing)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|discuss(?:es|ed|ing)?|"
    r"mull(?:s|ed|ing)?|explor(?:es?|ed|ing)|plan(?:s|ned|ning)?|debat(?:es?|ed|ing)|prepar(?:es?|ed|ing)))"
)

PATTERNS: tuple[Pattern, ...] = (
    Pattern("membership", "member",
            rf"(?P<sub>{{SS}})(?:,? (?:which|who|that))?,? {{ADV}}(?P<neg>(?:{{BE}}|is|are) (?:not |no longer |never |still |now |also |already |both |all )*){STANDING}"
            r"(?:members?(?: states?| countries)?|states? part(?:y|ies)|observers?|partners?|candidates?|applicants?|(?<=observer )states?)(?: for membership| to join)? (?:of|in|at|to|with|for) (?P<obj>{BB})",
            ("member", "observer", "partner", "candidate", "applicant", "part")),
    Pattern("membership", "member",
            r"(?P<sub>{SS})(?:,? (?:which|who|that))?,? (?P<neg>{ADV}(?:holds?|has|have|held|enjoys?|had|(?:was|were|been) (?:granted|given|offered|awarded)|obtained|received|gained|got|won|lacks?))"
            r" (?P<word>(?:full |formal |official |only |an? |the |its |their )*(?:observer|candidate|partner|dialogue partner|associate|member|candidacy|membership)(?:ship)?) (?:status|standing|seat|membership)?\s?(?:in|of|at|with|by|within|from) (?P<obj>{BB})",
            ("observer", "candidate", "partner", "member")),
    Pattern("membership", "join", rf"(?P<sub>{{SS}})(?:,? (?:which|who|that))?,? (?P<neg>{{ADV}}){JOIN} (?P<obj>{{BB}})",
            ("join", "acced", "enter", "admitted", "part of", "belong", "sit", "sat ")),
    Pattern("membership", "leave", rf"(?P<sub>{{SS}})(?:,? (?:which|who|that))?,? (?P<neg>{{ADV}}){LEAVE} (?P<obj>{{BB}})",
            ("left", "leav", "quit", "withdr", "pulled", "exit", "walked", "expel", "suspend", "depart",
             "abandon", "broke", "exclud", "eject")),
    Pattern("membership", "join",
            r"(?P<obj>{B}) (?P<neg>{ADV})(?:admitted|accepted|took in|welcomed|absorbed|inducted) (?P<sub>{SS})(?: as (?P<word>an? [a-z ]{1,24}))?",
            ("admitted", "accepted", "took in", "welcomed", "absorbed", "inducted")),
    Pattern("membership", "leave",
            r"(?P<obj>{B}) (?P<neg>{ADV})(?:expelled|suspended|ejected|threw out|excluded) (?P<sub>{SS})",
            ("expel", "suspend", "eject", "threw out", "exclud")),
    Pattern("membership", "member",
            r"(?P<sub>{SS})(?:,? (?:which|who|that))?,? (?P<neg>)(?:(?:both|all|each|itself|themselves|an?|fellow|now|still|then|long|like|by then) )*(?P<word>(?:full |founding |candidate |observer )?)(?:‹B\d+› (?:members?|allies|ally|partners?)|members? of (?P<obj>{B}))(?=[,.;)]|$)",
            ("member", "ally", "allies", "partner")),
    Pattern("membership", "member",
            r"(?P<obj>‹B\d+›)[- ](?P<neg>)(?P<word>)(?:members?|member[- ]states?|allies|ally)(?: such as| like| including|,)? (?P<sub>{SS})",
            ("member", "allies", "ally")),
    Pattern("membership", "members",
            r"(?P<obj>{B})(?:[^‹›.;:]{0,60}?) (?P<neg>)(?:compris(?:es|ed|ing)|includ(?:es|ed|ing)|consist(?:s|ed|ing) of|"
            r"group(?:s|ed|ing)|(?:made up|composed) of|brings? together|brought together|unit(?:es|ed|ing)|bind(?:s|ing)|whose members (?:are|were|include[ds]?)|"
            r"membership includes|members (?:are|were|include[ds]?)) (?:only |just |not only )?(?P<sub>{SS})",
            ("compris", "includ", "consist", "group", "made up", "composed", "together", "unit", "bind", "members")),
    Pattern("membership", "member", r"(?P<sub>{SS})(?:,? (?:which|who|that))?,? (?P<neg>(?:(?:has|have|had) (?:not |never |long )?)?(?:{BE}|is|are) (?:not |no longer |never |now |also |still |long )*)(?:in|outside|out of|inside|within) (?P<obj>{B})(?=[,.;]| and| but| for| since| until| when|$)",
            (" in ", "outside", "out of")),
    Pattern("count", "members",
            r"(?P<obj>{B})(?:[^‹›.;:]{0,40}?|,)? (?:boast(?:s|ed|ing)?|ha[sd]|have|count(?:s|ed|ing)?|compris(?:es|ed|ing)|group(?:s|ed|ing)|"
            r"number(?:s|ed|ing)|includ(?:es|ed|ing)|with|consist(?:s|ed|ing) of|bring(?:s|ing) together|unit(?:es|ed|ing)|grew to|expanded to|gained|made up of|swelled to|spans|grown to) "
            r"(?:only |just |some |about |exactly |already |now |more than |fewer than |its )*(?P<n>{N}) (?P<word>(?:other |full |new |permanent |founding |current )*)(?:members?|states|countries|nations|member[- ]states)"
            r"(?: (?:in addition to|besides|apart from|other than|plus|aside from) (?P<apart>{SS}))?(?: ?[(:,–—-] ?(?P<sub>{SS}))?",
            ("member", "states", "countries", "nations")),
    Pattern("count", "members", r"(?P<n>{N})[- ](?P<word>)(?:member|nation|country|state|strong)(?:[- ][a-z]+){0,2} (?P<obj>{B})",
            ("member", "nation", "country", "state", "strong")),
    Pattern("count", "members",
            r"(?P<obj>{B})(?:['’]s?)?,? (?:whose |with its |and its )?(?:then |now |current )?(?P<n>{N}) (?P<word>(?:full |other |founding |new )*)(?:members|member[- ]states|states|countries|nations)",
            ("member", "states", "countries", "nations")),
    Pattern("count", "members",
            r"(?P<n>{N}) (?P<word>(?:full |other |founding )*)(?:members|member[- ]states|states|countries|nations)(?: now)? (?:of|in|belong(?:ed)? to|make up|made up|form) (?P<obj>{B})",
            ("member", "states", "countries", "nations")),
    Pattern("candidate", "candidate",
            rf"(?P<obj>{{B}})[^.;:!?]{{0,200}}?(?P<neg>){WISH} (?:the )?(?:possible |eventual |future )*(?:addition|accession|admission|membership|entry|inclusion)(?: of)?"
            r"(?: ?(?P<n>{N}) (?:more|others?|further|new|additional|states|countries|members)?)*[ (:,–—-]*(?P<sub>{SS})",
            ("contemplat", "consider", "weigh", "discuss", "mull", "explor", "plan", "debat", "prepar")),
    Pattern("candidate", "candidate",
            rf"(?P<sub>{{SS}})(?:,? (?:which|who|that))?,? (?P<neg>{{ADV}})(?:{WISH} |(?:(?:is|are|was|were) )?(?:hop(?:es?|ed|ing)|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying)|bid(?:ding)?|aspir(?:es?|ed|ing)|ask(?:s|ed|ing)?|"
            r"(?:has|have) (?:applied|asked|bid)) (?:to |for )?)(?:be(?:ing|come|coming)? (?:admitted|a (?:full )?member)|joining|join|membership|accession|entry|accede|enter)(?: to| of| in| into)? (?P<obj>{B})",
            ("join", "member", "accession", "entry", "accede", "enter", "admit")),
    Pattern("candidate", "candidate",
            r"(?P<sub>{SS})(?:,? (?:which|who|that))?,? (?P<neg>(?:{BE}|is|are) (?:not |no longer |never )?)(?:also |now |still )?(?:an? |the )?(?:likely|potential|prospective|possible|future|aspiring|would-be|official|formal) (?:candidates?|members?|entrants?|applicants?) (?:for|of|to) (?P<obj>{B})",
            ("candidate", "member", "entrant", "applicant")),
    Pattern("sequence", "founded",
            r"(?P<obj>{B})(?:,[^,‹›]{0,60},)?(?: (?P<neg>(?:was|were|had been|has been|been|itself) (?:not )?)|, | )(?:[a-z]+ly |first )?(?P<word>founded|formed|created|established|launched|set up|born|dissolved|disbanded|wound up|inaugurated|came into being|came into existence|was signed|signed)(?P<t>[^.;:!?]{0,60}?{T})",
            ("found", "form", "creat", "establish", "launch", "set up", "born", "dissol", "disband", "wound", "inaugur", "came into", "signed")),
    Pattern("sequence", "founded",
            r"(?P<word>Founded|Formed|Created|Established|Launched|Set up|Born)(?P<t>[^.;:!?‹›]{0,30}{T})[^.;:!?‹›]{0,40},(?P<neg>) (?P<obj>{B})",
            ("found", "form", "creat", "establish", "launch", "set up", "born")),
    Pattern("sequence", "order",
            r"(?P<sub>{A}),? (?P<neg>{ADV})(?:join(?:ed|s)|entered|acceded to|left|quit|withdrew from|pulled out of) (?P<obj>{B})[^‹›.;:]{0,40}? (?P<word>before|after|ahead of|earlier than|later than) (?P<other>{A}|(?:joining |entering |it joined |leaving )?{B})",
            ("before", "after", "ahead of", "earlier", "later")),
)  # fmt: skip
