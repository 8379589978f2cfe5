"""Words that several checks look for: negation, condition, demand, and the people and things of the field."""

from privacy.notices.compliance.engine.stems import Words

NOT = Words(
    fi=r"\bei\b|\beivät\b|\bemme\b|\beikä\b|\bemmekä\b|\bälä\b|\bet\b|\ben\b|\bilman\b|\bkoskaan\b",
    sv=r"\binte\b|\bej\b|\bnej\b|\binga\b|\bingen\b|\binget\b|\baldrig\b|\bicke\b|\butan att\b|\bvarken\b",
    en=r"\bnot\b|\bno\b|\bnever\b|\bnone\b|n't\b|n’t\b|\bcannot\b|\bwithout\b|\bneither\b",
)
# The person who reads is told what must be done, or that only one way will do.
DEMAND = Words(
    fi=r"\btulee\b|\bpitää\b|\btäytyy\b|\bon tehtävä|\bon oltava\b|\bon esitettävä|\bon toimitettava"
    r"|\bon lähetettävä"
    r"|\bon osoitettava|\bpyydettävä|allekirjoitettava|todennettava|varmistettava|todistettava|tarkistettava"
    r"|tunnistettava|\bvaadi(?:mme|taan)|\bvaatii\b|\bedellyt(?:ämme|etään|tää)|\bvain\b|\bainoastaan\b"
    r"|\bvelvollinen",
    sv=r"\bska\b|\bskall\b|\bmåste\b|\bbör\b|\bkrävs\b|\bkräver\b|\bförutsätt(?:er|s)\b|\bendast\b|\bbara\b"
    r"|\benbart\b",
    en=r"\bmust\b|\bshall\b|\brequired?\b|\brequires\b|\bonly\b|\bhas to\b|\bhave to\b|\bneeds? to be\b"
    r"|\bshould be\b"
    r"|\bis to be\b|\bare to be\b",
)
NO_DEMAND = Words(
    fi=r"\bei (?:tarvitse|tarvita|vaadita|edellytetä|ole pakko|ole pakollis|ole välttämät|tule\b|pidä\b|velvollis)"
    r"|\bemme (?:vaadi|edellytä|tarvitse|pyydä)|\bälä\b|\bet tarvitse",
    sv=r"\b(?:behöver|krävs|kräver|förutsätts|måste|begär|behövs) (?:vi )?(?:inte|ingen|inget|inga)\b"
    r"|\binte (?:krävs|nödvändig)"
    r"|\bingen? (?:underskrift|form)|\binga (?:form|krav)",
    en=r"\b(?:not|never) (?:need|required?|have to|ask for|demand|necessary)|n['’]t (?:need|require|have to|ask)"
    r"|\bno (?:need|signature|form|particular form)\b|\bneed(?:s)? not\b",
)
REQUEST = Words(
    fi=r"pyyn|pyydä|pyyt|vaatimu|kiel(?:to|lo)|ilmoitu|tarkastusoike|\boikeu|oikais",
    sv=r"begär|anhållan|ansökan|förbud|meddela|rättighet|\brätt\b|yrkan|invändning",
    en=r"request|application|prohibition|\bright|claim|objection|notif",
)
RIGHT = Words(
    fi=r"oikeu|\bvoit\b|\bvoi\b|\bsaat\b|\bsaa\b|\bpyydä|pyytää|vaatia|pyynnöst|\bhävitetään",
    sv=r"\brätt\b|rättighet|\bkan\b|\bfår du\b|\bdu får\b|begära|på begäran",
    en=r"\bright|\bmay\b|\bcan\b|you (?:get|receive)|request|\bask\b|entitled",
)
AUTHORISATION = Words(
    fi=r"valtakir|valtuut|edunvalvo|asiamies|puolesta",
    sv=r"fullmakt|ombud för|intressebevak",
    en=r"power of attorney|authoris|authoriz|on behalf",
)
ALSO_ORALLY_OR_BY_MAIL = Words(
    fi=r"suullis|sähköpost|lomak|puhelim|verkkopalvelu|sähköises|vapaamuoto",
    sv=r"muntlig|e-post|formulär|blankett|telefon|mejl|elektronisk|fritt formulera",
    en=r"\boral|e-?mail|\bform\b|telephone|by phone|electronic|any form",
)
OUTSIDE_EEA = Words(
    fi=r"ulkopuol|kolman(?:siin|nen|teen|nessa|sissa) ma|kolmansi(?:in|ssa)\b|yhdysval|\busa",
    sv=r"utanför|utom eu|tredjel[aä]nd|tredje land|förenta staterna|\busa",
    en=r"outside|third countr|united states|\busa\b|\bu\.s\.",
)
UNION = Words(
    any=r"\beu\b|\beu:|\beta\b|\beta:|\bees\b|\beea\b|europ|euroop|kolma|tredje|third|yhdysval|förenta|united"
    r"|\busa\b|\bu\.s\."
)
MARKETING = Words(
    fi=r"markkinoin|suoramaino|mainonta|mainonna|mainoskir|uutiskir|etämyyn|mainosvies",
    sv=r"marknadsför|reklam|nyhetsbrev|direktreklam|distansförsälj",
    en=r"marketing|advertis|newsletter|promotion",
)
DIRECT_MARKETING = Words(
    fi=r"suoramarkkinoin|suoramaino|uutiskir|sähköi\w{1,8} markkinoin|markkinointivies|markkinointikir"
    r"|tekstiviestimarkkin|sähköpostimarkkin",
    sv=r"direktmarknadsför|direkt marknadsför|direktreklam|nyhetsbrev|elektronisk marknadsför|reklamutskick",
    en=r"direct marketing|newsletter|e-?mail marketing|electronic marketing|marketing (?:messages|e-?mails"
    r"|letters)|sms marketing",
)
CONSENT = Words(
    fi=r"suostumu|suostunu|markkinointilu[pv]|yhteydenottolu[pv]|markkinointi- tai yhteydenottolu|kuvauslu[pv]",
    sv=r"samtyck|marknadsföringstillstånd|fotograferingstillstånd",
    en=r"\bconsent|\bopt-?in\b|marketing permission",
)
COOKIES = Words(
    fi=r"\beväste|eväst(?:eid|eit|eet|een|ei)", sv=r"\bkak(?:a|an|or|orna|orn)\b|\bcookie|webbkak", en=r"\bcookie"
)
AUTHORITY = Words(
    fi=r"valvontaviranomai|tietosuojavaltuut",
    sv=r"tillsynsmyndighet|dataombudsman|integritetsskyddsmyndighet|datainspektion|\bimy\b",
    en=r"supervisory authorit|data protection ombudsman|data protection authorit|information commissioner"
    r"|privacy protection",
    any=r"tietosuoja\.fi|datatilsynet|\bcnil\b|\bwww\.imy\.se|\bdi\.ax\b",
)
REPEALED = Words(
    fi=r"kumo(?:t|si|u|s|a)|korvas(?:i|tu)|korvat|korvau|mitätö|\bei enää\b|\bemme enää\b|\bpäätty|ei ole enää"
    r"|voimassa ennen",
    sv=r"upphäv|upphör|ersat[ts]|ersätt|ogiltig|inte längre|tidigare gällande|gällde",
    en=r"repeal|annul|invalid|replac|supersed|no longer|struck down|was in force|used to",
)

RIGHTS_KEYS = (
    "rights_overview",
    "right_of_access",
    "right_to_rectification",
    "right_to_erasure",
    "right_to_restriction",
    "right_to_portability",
    "right_to_object",
    "right_to_object_marketing",
    "right_automated_decisions",
    "right_to_withdraw_consent",
    "other_rights",
    "exercising_rights",
    "complaint",
)
