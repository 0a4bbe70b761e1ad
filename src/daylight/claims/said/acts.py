"""What was said, who met, and whose forces are where."""

from __future__ import annotations

from daylight.claims.patterns import Pattern

SAY = (
    r"(?:said|says|say|declared|declares|told|remarked|remarks|called|calls|warned|warns|described|announced|"
    r"proclaimed|vowed|pledged|promised|argued|insisted|stated|denounced|quipped|boasted|lamented|"
    r"coined|spoke|speaking|urged|demanded|branded|labelled|labeled|famously|delivered|used|recalled|asked|challenged|thundered|assured)"
)
FORCES = (
    r"(?:(?:military|air|naval|fighter|combat|war|attack|bomber|army|marine|special|armed|ground|peacekeeping|private) )*"
    r"(?:jets|troops|forces|aircraft|planes|warplanes|bombers|fighters|warships|ships|vessels|soldiers|submarines|"
    r"helicopters|personnel|marines|contingent|garrison|units?|squadron|fleet|presence|drones)"
)

PATTERNS: tuple[Pattern, ...] = (
    Pattern("statement", "said",
            rf"(?P<before>[^.;!?]{{0,200}}?)(?P<sub>‹L\d+›)(?:['’]s?)?,?(?P<neg>[^‹›.;!?“\"]{{0,60}}?) ?\b(?P<word>{SAY}|[a-z]+ speech|[a-z]+ address|phrase|words|remark|line|doctrine|ultimatum)\b(?P<after>.{{0,400}})",
            ("sa", "declar", "told", "remark", "call", "warn", "descri", "announc", "procla", "vow", "pledg", "promis",
             "argu", "insist", "stat", "denounc", "coin", "sp", "urg", "demand", "brand", "label", "famously", "phrase", "words", "address", "line", "used", "deliver", "asked", "quip", "boast", "lament", "recall", "challeng", "assur", "thunder", "doctrine", "ultimatum")),
    Pattern("meeting", "met",
            r"(?P<sub>(?:the )?‹L\d+›(?:,[^,‹›]{0,40},)?(?:(?:,? and |, )(?:the )?‹[LS]\d+›)+)(?P<neg>(?: (?:have|has|had))?(?: never| not| did not| didn['’]t| have not)?) ?(?P<word>met|meet|held|hold|shook hands|sat down|signed|talked|gathered|conferred|at|in|during|on the sidelines|speak|attended|attend)\b(?P<after>[^.;!?]{0,160})",
            ("met", "meet", "held", "hold", "shook", "sat down", "sign", "talk", "gather", "confer", " at ", " in ", "during", "sidelines", "speak", "attend")),
    Pattern("meeting", "met",
            r"(?P<sub>{A}),? (?P<neg>{ADV})(?P<word>met|meets|meeting|hosted|hosts|received|visited|visits|welcomed|(?:travell?ed|flew|went|journeyed) to|held (?:[a-z]+ )?(?:talks|a summit|a meeting|a summit meeting)|sat down|conferred|summit)(?: [a-z]+){0,2}(?: with| to| by)? (?P<obj>{A})(?P<after>[^.;!?]{0,160})",
            ("met", "meet", "host", "receiv", "visit", "welcom", "trav", "flew", "went", "journey", "held", "sat", "confer", "summit")),
    Pattern("meeting", "met",
            r"(?P<neg>)(?P<word>summit|meeting|talks)(?: [a-z]+){0,3} (?:between|of) (?P<sub>(?:{A})(?:(?:,? and |, )(?:{A}))+)(?P<after>[^.;!?]{0,160})",
            ("summit", "meeting", "talks")),
    Pattern("base", "forces",
            rf"(?P<sub>{{A}}) (?P<neg>)(?P<word>{FORCES})(?:,? [^‹›.;:]{{0,50}}?)? (?:at|in|from|on|to|near) (?P<obj>{{P}})(?P<after>[^.;!?]{{0,100}})",
            ("jets", "troops", "forces", "craft", "planes", "bombers", "fighters", "ships", "vessels", "soldiers", "submarines", "helicopters", "personnel", "marines", "contingent", "garrison", "unit", "squadron", "fleet", "presence", "drones")),
    Pattern("base", "forces",
            r"(?P<sub>{SS})(?: (?:navy|air force|army|military|forces|bombers|sailors|marines|troops|planes|aircraft))?,? (?P<neg>{ADV}(?:still |no longer )?)(?P<word>operat(?:es?|ed|ing)|us(?:es?|ed|ing)|leas(?:es?|ed|ing)|r[au]ns?|vacated|evacuated|abandoned|clos(?:es|ed)|stayed on|fl(?:ew|ies|ying)|(?:(?:ha[sd]|have|had|keeps?|kept|maintain(?:s|ed)|built|opened|established|acquired|lost|gave up|left) (?:an? |its |the |had )?(?:[a-z-]+ ){0,2}(?:base|facility|garrison|outpost|station|supply point|presence|port|airfield|troops|forces|bombers|ships|fleet)))(?:[^‹›.;:]{0,60}?|[^‹›.;:]{0,30}{N}[^‹›.;:]{0,40}?) (?P<obj>{P})(?P<after>[^.;!?]{0,100})",
            ("operat", "us", "leas", "run", "ran", "ha", "keep", "kept", "maintain", "built", "open", "establish", "acquir", "lost", "left", "gave", "clos", "vacat", "evacu", "abandon", "stayed", "fl")),
    Pattern("base", "forces",
            r"(?P<sub>‹S\d+›)(?:['’]s?)? (?P<neg>)(?P<word>(?:air|naval|military|army|submarine|drone|main|only|largest|overseas|foreign|permanent|[a-z]+)? ?(?:base|facility|port|outpost|airfield|garrison))s? (?:at|in|on|near) (?P<obj>{P}|{A})(?P<after>[^.;!?]{0,100})",
            ("base", "facility", "port", "outpost", "airfield", "garrison")),
    Pattern("base", "forces",
            r"(?P<sub>{A}) (?P<word>(?:soldiers|troops|forces|military presence|garrisons?|bases?|personnel))(?P<neg>,? (?:{BE}|are|have been|has been|remain|stayed)?(?: not| no longer| still)?)(?: [a-z]+){0,3} (?:stationed|based|deployed|garrisoned|present|kept)? ?(?:in|on) (?P<obj>{A})(?P<after>[^.;!?]{0,100})",
            ("soldiers", "troops", "forces", "presence", "garrison", "base", "personnel")),
    Pattern("base", "forces",
            r"(?P<sub>{A}),? (?P<neg>{ADV})(?P<word>station(?:s|ed)|deploy(?:s|ed)|keeps?|kept|has|had|maintain(?:s|ed)|based?|withdrew|withdrawn|pulled)(?: [a-z-]+){0,3}(?: {N})?(?: [a-z-]+){0,3} (?:troops|forces|soldiers|military base|naval base|air base|base|bases|garrison)(?: [a-z]+){0,3} (?:in|from|on|out of) (?P<obj>{A})(?P<after>[^.;!?]{0,100})",
            ("troops", "forces", "soldiers", "base", "garrison")),
    Pattern("sequence", "treaty",
            r"(?P<sub>{A}(?:(?:,? and | with ){A})),? (?P<neg>{ADV})(?P<word>(?:signed|concluded|ratified|agreed|struck|sealed|renewed|ended|denounced|abrogated|tore up|cancelled)[^‹›.;!?]{0,60}?(?:pact|treaty|agreement|alliance|accord|deal))(?P<after>[^.;!?]{0,100})",
            ("pact", "treaty", "agreement", "alliance", "accord", "deal")),
    Pattern("sequence", "treaty",
            r"(?P<sub>{A}),? (?P<neg>{ADV})(?P<word>(?:signed|concluded|ratified|agreed|struck|sealed|renewed|ended|denounced|abrogated|tore up|cancelled)[^‹›.;!?]{0,60}?(?:pact|treaty|agreement|alliance|accord|deal)) (?:with|between) (?P<obj>{A})(?P<after>[^.;!?]{0,100})",
            ("pact", "treaty", "agreement", "alliance", "accord", "deal")),
    Pattern("membership", "ally",
            r"(?P<sub>{SS})(?P<neg> (?:{BE}|are|is)(?: not| no longer| never| formally| treaty| still)*) (?P<word>(?:formal |treaty |military |close )?(?:allies|allied|ally)|bound by[^‹›.;!?]{0,40}?(?:pact|treaty|alliance))(?: (?:of|with|to) (?P<obj>{A}))?(?=[,.;) ]|$)",
            ("allies", "allied", "ally", "bound by")),
)  # fmt: skip
