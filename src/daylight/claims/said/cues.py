"""Words that tell what a clause claims wherever its actors stand: for what no pattern reads.

A pattern knows where subject and object stand; a cue does not. It takes the bloc, the states, the
leaders of its clause in the order in which they are named.
"""

from __future__ import annotations

from daylight.claims.cue import Cue

TRADE = r"\b(?:trade|trades|traded|trading|business|commerce|turnover|goods|exports?|imports?|dealings)\b"
TIE = r"\b(?:ties?|bonds?|alliances?|relations(?:hips?)?|partnership|friendship|peace|pact|entente|axis|truce)\b"

SPOKEN = (
    r"‹T|[“\"‘]|(?<= )'|\bthat\b|\b(?:at|before|from|in front of|to|in|aboard) (?:the |his |a |an )?(?:[A-Z]|‹[SBP])"
)
"""What a statement that can be looked up has: a time, a quotation, its sense, or a place."""

CUES: tuple[Cue, ...] = (
    Cue("sequence", "join", r"\b(?:(?:taken|let|brought|received|welcomed|allowed|voted|drawn) into|admitted|accepted into|accession|entry into|came in|signed up)\b", "BS"),
    Cue("membership", "leave", r"\b(?:suspension|withdrawal|walkout|exit|expulsion|quit|kicked out|thrown out|turned its back on|left)\b", "BS"),
    Cue("candidate", "candidate", r"\b(?:candidates?|candidacy|application|applied|apply|applicants?|bid|invited|invitation|hopefuls?|waiting room|would-be members?|future members?|accession talks|membership talks|knocking)\b", "BS"),
    Cue("tether", "hub", r"\b(?:lean(?:s|ed|ing)?|depend(?:s|ed|ent)?|turn(?:s|ed)? on|revolv\w+|dominat\w+|tether\w+|leash|centre of gravity|hub|anchor\w*|scarcely with each other|more on|looks? to|beholden|hinges? on)\b", "BS"),
    Cue("membership", "member", r"\b(?:observers?|members?|membership|chair|seat|founders?|dialogue partners?|belong(?:s|ed)?)\b", "BS"),
    Cue("statement", "said", r"\b(?:told|tell|asked|asking|crying|cried|likened|likens|sketched|unveiled|unveiling|put|promised|lectured|declared|declaring|toasted|swore|bury|coined|called|calling|proposed|speech|address|speaking|spoke|announced|warned|pledged|vowed|famously|remark\w*|phrase|words|quipp?ed|described|offered|launched|proclaimed|shouted|confessed|admitted|denied|laid out|set out|outlined|floated|thanked|accused|dismissed|praised|compared|said|says|urged|insisted|boasted|joked|argued|cast|spelled out|opened)\b", "L", also=SPOKEN),
    Cue("meeting", "met", r"\b(?:met|meet|meeting|talks|summit|sat down|sit down|received|hosted|welcomed|visit\w*|together|shook|handshake|dined|dinner|flew|travell?ed|set foot|shut up|days with|hours with|face to face|tête-à-tête|conferred|side by side|aboard|guest|trip|journey|came to|went to|came calling|rode|host|greeted|embraced|saw|lunch|breakfast|audience|stopover)\b", "LP"),
    Cue("comparison", "more", TRADE + r".*?\b(?P<word>more|bigger|larger|greater|less|smaller|twice)\b.*?\bthan\b|\b(?P<word2>more|bigger|larger|greater|less|smaller)\b.*?" + TRADE + r".*?\bthan\b|\b(?:buy(?:s|ing)?|bought|sold|sells?|imported|exported)\b.*?\b(?P<word3>more|less)\b.*?\bthan\b", "SSS", "trade"),
    Cue("comparison", "more", r"\b(?:vot(?:e|es|ed|ing)|roll calls?|sided)\b.*?\b(?P<word>more|less)\b", "SSS", "votes"),
    Cue("trend", "change", rf"(?:{TRADE}|{TIE}).*?\b(?P<word>trebled|doubled|tripled|halved|quadrupled|vanished|shrank|shrunk|fell|fallen|rose|risen|grew|grown|swollen|swelled|collapsed|dried up|soared|dwindled|withered|slumped|climbed|more and more|less and less|warmed|cooled|soured|thawed|frozen|froze|worsened|improved|deepened|loosened|tightened|weakened|strengthened|ebbed)\b", "SS"),
    Cue("trend", "change", r"\b(?:voted|voting|votes?|sided)\b.*?\b(?P<word>more and more|less and less|ever more|ever less|increasingly|more often|less often)\b", "SS", "votes"),
    Cue("resilience", "held", TIE + r".*?\b(?P<word>come through|came through|unbroken|broken?|breaks?|snapped|held|holds|survived?|fall apart|fell apart|collapsed|intact|outlived|outlasted|lasted|stood|steady|rupture\w*|cracked|weathered|withstood)\b|\b(?P<word2>broke) with\b", "SS"),
    Cue("superlative", "record", rf"(?:{TRADE}|{TIE}|\bbond\b).*?\b(?P<word>never been (?:greater|higher|larger|closer|warmer|better|worse|colder|lower)|(?:a|its|their|an all-time) record|record (?:high|low)|all-time (?:high|low)|highest|lowest|closest|warmest|coldest|than ever)\b", "SS"),
    Cue("superlative", "largest", r"\bno (?:country|state|nation|one|other)\b.*?" + TRADE + r".*?\bmore\b|\b(?:largest|biggest|main|chief|top|leading)\b.*?\b(?:partner|market|supplier|customer)\b", "SS", "trade"),
    Cue("quantity", "amount", TRADE, "SSN", "trade"),
    Cue("quantity", "votes", r"\b(?:vot(?:e|es|ed|ing)|roll calls?)\b", "SSN", "votes"),
    Cue("quantity", "count", r"\b(?:troops|soldiers|servicemen|garrison|men under arms|GIs)\b", "SSN", "troops"),
    Cue("base", "forces", r"\b(?:navy|sailors|garrison|bombers|troops|forces|warships|jets|radar|bases?|airfield|station|squadron|aircraft|planes|marines|submarines|fleet|soldiers|supply point|airmen)\b", "SP"),
    Cue("sphere", "within", r"\b(?:spheres?|orbit|backyard|fold|camp|grip)\b", "SS"),
    Cue("sequence", "treaty", r"\b(?:treaty|pact|accord|agreement)\b.*?\b(?P<word>signed|concluded|sealed|torn up|tore up|denounced|ratified|lapsed|renewed|ended)\b|\b(?P<word2>signed|concluded|sealed|torn up|tore up|denounced|ratified|lapsed|renewed)\b.*?\b(?:treaty|pact|accord|agreement)\b", "SST"),
)  # fmt: skip
