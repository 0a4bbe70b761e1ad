"""How two states stand: amounts, comparisons, records, trends, resilience, hubs and spheres."""

from __future__ import annotations

from daylight.claims.patterns import Pattern

TIES = r"(?:ties|bonds?|relations(?:hips?)?|partnership|alliance|cooperation|links|friendship|entente|axis|rapprochement)"
TRADE = r"(?:trade(?: turnover| volume)?|commerce|turnover|trade in goods)"
BETWEEN = r"(?:(?:between |linking |of |that |which )(?P<sub>{SS})|(?:of|by) (?P<own>{A}) (?:and|with|to) (?P<obj>{SS}))"
PAIR = (
    r"(?:(?P<sub>{{SS}}) (?:[a-z-]+ ){{0,3}}{what}(?: with (?P<obj>{{SS}}))?|"
    r"{what}{{G}} (?:between|linking|of|binding) (?P<both>{{SS}})|"
    r"{what} (?:that|which) (?P<those>{{SS}})|{what} with (?P<one>{{SS}}))"
)


def pair(what: str) -> str:
    """Return the words for something of two states, wherever they stand."""
    return PAIR.format(what=what)


ROSE = r"(?:doubled|tripled|quadrupled|grown|grew|rose|risen|increased|expanded|surged|soared|climbed|boomed|jumped|multiplied|picked up|deepened|strengthened|warmed|improved|tightened|flourished|blossomed|intensified|recovered)"
FELL = r"(?:halved|fallen|fell|dropped|declined|shrunk|shrank|collapsed|plunged|plummeted|dwindled|cooled|deteriorated|worsened|soured|weakened|frayed|slumped|withered|cratered|dried up|eroded|ruptured)"
HELD = r"(?:held steady|stagnated|remained (?:flat|stable|steady)|barely (?:moved|changed))"

PATTERNS: tuple[Pattern, ...] = (
    Pattern("quantity", "amount",
            pair(TRADE) + r"{GG}(?P<word>was|were|is|reached|hit|stood at|stands at|totall?ed|(?:was|is) worth|amounted to|exceeded|topped|surpassed|passed|fell to|rose to|grew to|came to|climbed to|worth)(?: [a-z]+){0,3} (?P<n>{N})",
            ("trade", "commerce", "turnover"), "trade"),
    Pattern("quantity", "amount",
            r"(?P<sub>{A}) (?:[a-z-]+ ){0,2}(?:exports|sales|shipments|imports) (?P<way>to|from) (?P<obj>{A}){GG}(?P<word>was|were|reached|hit|stood at|totall?ed|worth|amounted to|exceeded|topped|fell to|rose to)(?: [a-z]+){0,3} (?P<n>{N})",
            ("export", "import", "sales", "shipments"), "exports"),
    Pattern("quantity", "amount",
            r"(?P<sub>{A}) (?:exported|sold|shipped)(?: [a-z]+){0,3} (?P<n>{N})(?: worth)?(?: of)?(?: [a-z]+){0,3} to (?P<obj>{A})",
            ("export", "sold", "shipped"), "exports"),
    Pattern("quantity", "share",
            r"(?P<sub>{A}) (?:[a-z-]+ ){0,2}(?:accounts?|accounted|is responsible|made up|makes? up|took|takes)(?: for)?(?: [a-z]+){0,3} (?P<n>{N})(?: of| in)?(?: all)? (?P<obj>{A}) (?:[a-z]+ ){0,2}(?:trade|commerce|exports|imports)",
            ("trade", "commerce", "export", "import"), "trade_share"),
    Pattern("quantity", "share",
            r"(?P<n>{N})(?: [a-z]+){0,2} of (?P<obj>{A}) (?:[a-z]+ ){0,2}(?:trade|commerce)(?: was| is| were| went)?{G}(?:with|to|goes to) (?P<sub>{A})",
            ("trade", "commerce"), "trade_share"),
    Pattern("quantity", "votes",
            r"(?P<sub>{SS})(?:,)? {ADV}(?P<word>vot(?:ed?|es|ing)|agreed?|sided?|cast the same vote)(?: at the [A-Z][A-Za-z ]+| in the [A-Z][A-Za-z ]+)?{G}(?: (?:with|alongside|against) (?P<obj>{A}))?{GG}(?P<n>{N})(?: of the time| of (?:roll calls|votes|resolutions|occasions))?",
            ("vot", "agree", "sided"), "votes"),
    Pattern("quantity", "count",
            r"(?P<n>{N})(?: [a-z-]+){0,2} (?P<sub>‹[SL]\d+›) (?:[a-z-]+ )?(?:troops|soldiers|military personnel|service members|forces|servicemen)(?: [a-z]+){0,4} (?:in|on|to) (?P<obj>{A})",
            ("troops", "soldiers", "personnel", "service", "forces"), "troops"),
    Pattern("quantity", "count",
            r"(?P<sub>{A}) (?:[a-z-]+ ){0,3}(?P<n>{N}) (?:[a-z-]+ )?(?:troops|soldiers|military personnel|service members|servicemen)(?: [a-z]+){0,3} (?:in|on|to) (?P<obj>{A})",
            ("troops", "soldiers", "personnel", "service"), "troops"),
    Pattern("quantity", "amount",
            r"(?P<sub>{A}) (?:[a-z-]+ )?(?:GDP|gross domestic product|economy|economic output|national income){GG}(?P<word>was|is|reached|stood at|worth|of|totall?ed|topped|exceeded)(?: [a-z]+){0,3} (?P<n>{N})",
            ("gdp", "gross", "economy", "output", "income"), "gdp"),
    Pattern("comparison", "more",
            r"(?P<sub>{A}),? {ADV}(?P<way>trad(?:es?|ed)|does (?:far )?more (?:trade|business)|did more (?:trade|business)|exports|exported|sells|sold|buys|imports|imported)(?: [a-z]+){0,3} (?P<word>more|less|twice as much|far more|much more)? ?(?:[a-z]+ ){0,3}(?:with|to|from) (?P<obj>{A})(?: [a-z]+){0,3} than (?:it (?:does|did) )?(?:with |to |from )?(?P<other>{A})",
            ("than",), "trade"),
    Pattern("comparison", "more",
            r"(?P<sub>{A}) (?:[a-z]+ )?(?:trade|commerce) with (?P<obj>{A})(?: [a-z]+){0,3} (?P<word>exceed(?:s|ed)|outstrip(?:s|ped)|dwarf(?:s|ed)|outweigh(?:s|ed)|surpass(?:es|ed)|outpac(?:es|ed)|(?:is|was) (?:larger|bigger|greater|smaller|higher|lower) than)(?: (?:that|its trade))? (?:with )?(?P<other>{A})",
            ("exceed", "outstrip", "dwarf", "outweigh", "surpass", "outpac", "than"), "trade"),
    Pattern("comparison", "more",
            r"(?P<sub>{A}),? {ADV}(?:vot(?:es?|ed)|sid(?:es?|ed)|agree[sd]?){G}(?P<word>more|less)(?: often| frequently)? (?:with|alongside) (?P<obj>{A})(?: [a-z]+){0,3} than (?:with |alongside )?(?P<other>{A})",
            ("than",), "votes"),
    Pattern("comparison", "more",
            r"(?P<sub>{A}),? {ADV}(?:vot(?:es?|ed)|sid(?:es?|ed)|agree[sd]?) (?:with|alongside) (?P<obj>{A}){G}(?P<word>more|less)(?: often| frequently| closely)? than (?:with |alongside )?(?P<other>{A})",
            ("than",), "votes"),
    Pattern("comparison", "more",
            r"(?P<sub>{A}) {ADV}(?:(?:is|was|are|were|stood|stands|has been|lies|lay) )(?:[a-z]+ )?(?P<word>closer|nearer|more distant|further)(?: [a-z]+){0,3} (?:to|from) (?P<obj>{A})(?: [a-z]+){0,6}? than (?:it (?:is|was) )?(?:to |from )?(?P<other>{A})",
            ("closer", "nearer", "distant", "further"), "bond"),
    Pattern("comparison", "more",
            r"(?P<sub>{A}) (?:economy|GDP|gross domestic product){G} (?P<word>larger|bigger|smaller|greater|twice|half|richer|poorer){GG}(?P<other>{A})",
            ("economy", "gdp", "gross"), "gdp"),
    Pattern("superlative", "record",
            pair(TIES) + r"[^.;:!?]{0,60}? (?P<word>(?:stronger|closer|better|warmer|deeper|tighter|healthier|worse|colder|weaker|cooler|more distant|more hostile|tenser) than (?:ever|at any (?:time|point|moment)|they (?:have|had) ever been|before|it (?:has|had) ever been|in (?:years|decades|a generation))|at (?:their|its|an?) (?:all-time |historic )?(?:lowest|highest|best|worst|closest|low|high|peak|nadir|weakest|strongest)(?: point| ebb| level)?|(?:the )?(?:lowest|highest|best|worst|closest|strongest|weakest) (?:point|level|ebb|they have been|state|they had been|in))(?P<since>(?: since| in)?[^.;:!?‹›]{0,40}(?:{T})?)",
            ("than", "lowest", "highest", "best", "worst", "closest", "low", "high", "peak", "strongest", "weakest", "nadir"), "bond"),
    Pattern("superlative", "record",
            r"(?P<sub>{SS}),? (?:[a-z]+ )?(?:{BE}|are|have (?:never|rarely) been) (?P<word>(?:so |as )?(?:closer|close|more closely aligned|further apart|more distant|stronger together|at odds))(?: than (?:ever|at any (?:time|point))| as (?:ever|now|today)| before)?(?P<since>(?: since)?[^.;:!?‹›]{0,30}(?:{T})?)",
            ("than ever", "at any", "never been", "rarely been"), "bond"),
    Pattern("superlative", "largest",
            r"(?P<obj>{A}) (?P<neg>{ADV}(?:{BE}|is|are|became|replaced [^.;:]{0,30} as)) (?:not |no longer |still |now |by far |already |also )*(?P<sub>{A}) (?:single )?(?P<word>largest|biggest|top|main|leading|number[- ]one|principal|most important|second[- ](?:largest|biggest)|third[- ](?:largest|biggest)) (?P<what>trad(?:ing|e) partner|export market|market|source of imports|supplier|customer|buyer)",
            ("partner", "market", "source", "supplier", "customer", "buyer"), "trade", "max"),
    Pattern("superlative", "largest",
            r"(?P<sub>{A}) (?:single )?(?P<word>largest|biggest|top|main|leading|number[- ]one|principal|most important|second[- ](?:largest|biggest)) (?P<what>trad(?:ing|e) partner|export market|market|source of imports)(?P<neg>(?:,| (?:is|was|remains?|remained|became))(?: not| no longer)?)(?: [a-z]+){0,2} (?P<obj>{A})",
            ("partner", "market", "source"), "trade", "max"),
    Pattern("superlative", "closest",
            r"(?P<obj>{A}) (?P<neg>(?:{BE}|is)) (?:not |no longer |still |now |perhaps |arguably )*(?P<sub>{A}) (?P<word>closest|staunchest|most important|oldest|strongest|best|only|nearest|firmest) (?:ally|partner|friend)(?! of)",
            ("ally", "partner", "friend"), "bond", "max"),
    Pattern("trend", "change",
            pair(rf"(?:{TRADE}|{TIES})") + rf"(?P<neg>[^.;:!?‹›]{{0,40}}?) (?P<word>{ROSE}|{FELL}|{HELD})(?: [a-z]+){{0,3}}(?P<by>(?: by)? ?(?:{{N}})?)(?:{{GG}}(?P<t>{{T}}))?",
            ("trade", "commerce", "turnover", "ties", "bond", "relation", "partnership", "alliance", "cooperation", "links", "friendship", "entente", "axis")),
    Pattern("trend", "change",
            r"(?P<sub>{SS}),? (?P<neg>(?:(?:has|have|had|is|are|were|was) )?(?:not |never |steadily |gradually |slowly |clearly |both |long )*)(?P<word>drift(?:ed|ing) apart|drifted away|grown? (?:closer|apart)|grew (?:closer|apart)|growing (?:closer|apart)|(?:moved?|moving|drawn|drew|inched|edged) (?:closer|away|apart|nearer)(?: together)?|distanced (?:itself|themselves)|converged?|diverged?|parted ways)(?: (?:to|from|towards?) (?P<obj>{A}))?(?:{GG}(?P<t>{T}))?",
            ("apart", "closer", "away", "nearer", "converg", "diverg", "parted", "distanc"), "bond"),
    Pattern("trend", "change",
            r"(?P<word>double|triple|halve|rise|fall|increase|decline|growth|drop|surge)[a-z]* in " + pair(TRADE) + r"(?:{GG}(?P<t>{T}))?",
            ("trade", "commerce"), "trade"),
    Pattern("resilience", "held",
            pair(TIES) + r"(?P<neg>{GG})(?P<word>resilient|durable|robust|survived?|surviving|withstood|withstand|weathered?|endured?|enduring|held firm|holds? firm|unbroken|unshaken|proof|outlasted|outlived|lasting|stood the test|fragile|brittle|unbreakable)",
            ("resilien", "durable", "robust", "surviv", "withst", "weather", "endur", "firm", "unbroken", "unshaken", "outl", "lasting", "stood the", "fragile", "brittle", "unbreak")),
    Pattern("tether", "hub",
            r"(?P<obj>{BB})(?:,? [^‹›.;:]{0,30}?)?,? (?:that |which )?(?P<neg>(?:{BE} )?(?:not |no longer )?)(?:[a-z]+ly )?(?P<word>tethered to|dominated by|led by|controlled by|cent(?:red|ered) on|run by|dependent on|anchored (?:by|on|in)|beholden to|revolves? around|leans? on|subservient to|an instrument of|steered by|built around|in thrall to|driven by) (?P<sub>{SS})",
            ("tether", "dominat", "led by", "control", "cent", "run by", "depend", "anchor", "beholden", "revolve", "lean", "subserv", "instrument", "steered", "built around", "thrall", "driven")),
    Pattern("tether", "hub",
            r"(?P<sub>‹[SL]\d+›)-(?P<word>led|dominated|controlled|run|backed|cent(?:red|ered)|sponsored)(?P<neg>) (?:[a-z]+ ){0,3}(?P<obj>{BB})",
            ("-led", "-domin", "-contr", "-run", "-backed", "-cent", "-spons")),
    Pattern("tether", "hub",
            r"(?P<sub>{A}) (?P<neg>{ADV})(?P<word>dominates|leads|controls|runs|anchors|steers|dominated|led|anchored|controlled) (?P<obj>{BB})",
            ("dominat", "lead", "control", "runs", "anchor", "steer", "led")),
    Pattern("sphere", "within",
            r"(?P<sub>{SS}),? (?P<neg>{ADV}(?:{BE}|is|are|lies?|lay|fell|falls?|stayed|sits?|sat|slipped|drifted|remain(?:s|ed)?|moved|escaped|left|broke out)(?: not| no longer| never)?)(?: [a-z]+){0,3} (?P<word>within|in|inside|into|out of|from|outside|under|part of) (?P<obj>{A})(?: [a-z]+){0,2} (?:sphere(?: of influence)?|orbit|shadow|backyard|grip|fold)",
            ("sphere", "orbit", "shadow", "backyard", "grip", "fold")),
    Pattern("sphere", "holds",
            r"(?P<obj>{A}) (?:[a-z]+ ){0,2}(?P<neg>)(?P<word>)(?:sphere(?: of influence)?|orbit)(?: (?:of|such as|including|over|in|with))* (?P<sub>{SS})",
            ("sphere", "orbit")),
)  # fmt: skip
