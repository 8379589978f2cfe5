"""Recognises what holds a fact in a line: organisations, addresses, numbers, labels. Such lines are never headings."""

import re

_FORMS = (
    r"Oyj|Oy|OYJ|OY|Abp|Ab|AB|ABP|Ky|KY|Kb|Tmi|TMI|T:mi|Fma|Ay|AY|Osk|r\.y\.|ry|RY|r\.f\.|rf|rs|sr|Ltd|LLC|Inc|GmbH|A/S|ApS"
    r"|BV|Plc|plc|säätiö|stiftelse|osuuskunta|andelslag|yhdistys|förening"
)
_PUBLIC = (
    r"kaupunki|kunta|kuntayhtymä|hyvinvointialue|seurakunta|seurakuntayhtymä|yliopisto|ammattikorkeakoulu|virasto|ministeriö"
    r"|maakuntahallitus|liitto|lautakunta|museo|kirjasto|koulu|opisto|osakeyhtiö|aktiebolag|kommun|stad|församling|universitet"
    r"|välfärdsområde|samkommun|förbund|nämnd|University|Association|Foundation|Municipality|Council|Society|Club"
)
ORGANISATION = re.compile(rf"(?<![\w.])(?:{_FORMS})(?![\w])|\w(?:säätiö|yhdistys|osuuskunta|stiftelse|förening)\b")
PUBLIC_BODY = re.compile(rf"\b\w*(?:{_PUBLIC})\b")
EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(ät\)|\[ät\]|\(a\)|\[a\]|\{at\}|\(@\)|\[@\]|\s(?:at|ät)\s(?=[\w-]+\.(?:fi|com|se|net|org|ax|eu)\b))\s?"
    r"[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
POSTAL = re.compile(
    r"(?<![\d-])(?:FIN?-|AX-|S-|SE-)?(?P<code>\d{5}|\d{3}\s\d{2})\s+"
    r"(?P<city>[A-ZÅÄÖ][\wåäö-]+(?:[ ](?!Finland|Suomi|FINLAND|SUOMI|Puh|Tel|P\b)[A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]{2,}){0,1})"
)
BUSINESS_ID = re.compile(r"(?<![\d-])\d{7}\s?[-–]\s?\d(?!\d)")
PHONE = re.compile(r"(?<![\w+./-])(?:\+\s?\d|00\d|\(0|0)[\d()\s–/-]{5,18}\d(?![\w-])")
WEBSITE = re.compile(
    r"(?:https?://|www\.)[^\s,;()<>]+[\w/]|(?<![@\w.])[a-zåäö0-9-]{2,}(?:\.[a-z0-9-]+)?\.(?:fi|com|ax|se|net|org|eu)\b(?![@:\w])",
    re.IGNORECASE,
)
STREET = re.compile(
    r"(?:(?:Vanha|Iso|Pieni|Uusi|Ylä|Ala|Norra|Södra|Östra|Västra|Stora|Lilla|Gamla|Nya|Itäinen|Läntinen|Pohjoinen|Eteläinen"
    r"|Old|New|[A-ZÅÄÖ]\w+n)\s)?[A-ZÅÄÖ][\wåäö'-]*?(?:katu|tie|kuja|polku|raitti|väylä|kaari|tori|ranta|rinne|aukio|penger"
    r"|puistikko|puisto|bulevardi|kuja|mäki|kulma|portti|laituri|silta|linja|gata|gatan|väg|vägen|gränd|gränden|stigen"
    r"|esplanaden|torget|platsen|stranden|kajen|brinken|[ ]street|[ ]road|[ ]avenue|[ ]lane|[ ]square|esplanadi)\s\d+"
    r"[a-zA-Z]?(?:\s?[-–]\s?\d+)?(?:\s[A-Z]{1,2}(?![\wåäö])(?:\s\d{1,3})?)?",
    re.IGNORECASE,
)
BOX = re.compile(r"(?<!\w)(?:PL|P\.?L\.?|PB|P\.?B\.?|P\.?\s?O\.?\s?Box|Postbox)\.?\s?\d{1,5}(?!\d)", re.IGNORECASE)
_LABELS = {
    "name": r"(?:(?:yrityksen|yhdistyksen|rekisterinpitäjän|organisaation|virallinen|henkilön|yhteyshenkilön) )?nimi|yritys|organisaatio"
    r"|rekisterinpitäjä|yhtiö|yhdistys|namn|företag(?:ets namn)?|bolag|organisation|förening|personuppgiftsansvarig|registeransvarig"
    r"|(?:company |full |legal )?name|company|controller|data controller",
    "business_id": r"(?:y|ly)\W?\s?tunnus|yritystunnus|yritys- ja yhteisötunnus|fo\W?(?:nummer|nr)\.?|organisationsnummer|org\.?\s?nr\.?"
    r"|business (?:id(?:entity code)?|identity code)|company (?:id|registration number|number)|reg(?:istration)? (?:no|number)\.?",
    "street_address": r"(?:käynti|posti|katu|lähi|jakelu|toimipaikan )?osoite|(?:besöks|post|gatu|utdelnings)?adress"
    r"|(?:street|postal|visiting|mailing|business|office )?\s?address",
    "postal_code": r"postinumero(?: ja -?(?:toimi)?paikka)?|postnummer|postal code|post ?code|zip(?: code)?",
    "city": r"(?:posti)?toimipaikka|kaupunki|paikkakunta|kotipaikka|(?:post)?ort|stad|hemort|city|town|place of business",
    "phone": r"puh(?:elin(?:numero)?)?|p|tel(?:efon(?:nummer)?|ephone(?: number)?)?|tfn|gsm|(?:mobile )?phone(?: number)?|matkapuhelin"
    r"|mobil(?:telefon|nummer)?|asiakaspalvelunumero|vaihde|växel|switchboard|mobile",
    "email": r"s(?:ähkö)?\W?posti(?:\W?osoite)?|e\W?mail(?:\s?address)?|e\W?post(?:adress)?|email|sposti",
    "website": r"www(?:\W?(?:osoite|sivut?|adress))?|koti?sivut?|verkkosivu(?:t|sto)?|internet(?:\W?(?:osoite|sivut))?|webb(?:plats|sida)"
    r"|hemsida|web\s?site|web(?: page)?|url",
    "contact": r"(?:rekisterin |rekisteriasioiden |tietosuoja-asioiden )?(?:yhteys|vastuu|yhdys)henkilö(?:t)?(?: rekisteriasioissa)?"
    r"|(?:registrets )?kontaktpersone?r?|ansvarig person|contact(?: person| persons)?|lisätietoja(?: antaa)?|rekisteriasioista vastaa",
    "dpo": r"(?:organisaation )?tietosuojavastaava(?:n yhteystiedot)?|dataskyddsombud(?:ets kontaktuppgifter)?|(?:data protection officer|dpo)"
    r"(?: \(dpo\))?",
    "title": r"titteli|tehtävä(?:nimike)?|asema|rooli|title|position|titel|befattning|roll|role",
    "none": r"yhteystiedot|kontaktuppgifter|kontaktinformation|contact (?:details|information)|muut yhteystiedot(?: \(.*\))?|maa|land|country"
    r"|alv(?:\W?numero)?|vat(?:\W?(?:id|number))?|moms(?:nummer)?|vastuuhenkilön yhteystiedot",
}  # fmt: skip
_LABEL = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{field}>{words})" for field, words in _LABELS.items())
    + r")\s*(?:[:=]|\.(?=\s*[+(\d]))\s*",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    r"(?<![\w-])(?:puh|p|tel|tfn|gsm|puhelin|telefon|phone|puhelimitse|numero\w*)\.?:?\s+(?=[+(\d])", re.IGNORECASE
)
AUTHORITY = re.compile(
    r"tietosuojavaltuutet\w*|tietosuojavaltuutetun toimisto|dataombudsman\w*|data protection ombudsman|@om\.fi|tietosuoja\.fi"
    r"|lintulahdenkuja|ratapihantie 9|0295?\s?66|029\s?56|\+358\s?29\s?56|integritetsskyddsmyndighet\w*|datainspektion\w*|@imy\.se"
    r"|information commissioner\w*|supervisory authorit\w*|valvontaviranomai\w*|tillsynsmyndighet\w*",
    re.IGNORECASE,
)  # fmt: skip


def is_fact(text: str) -> bool:
    """Say whether a line is a name, an address or the like."""
    return any(pattern.search(text) for pattern in (ORGANISATION, EMAIL, POSTAL, BUSINESS_ID, PHONE, STREET))


def labelled(line: str) -> list[tuple[str | None, str]]:
    """Part a line into fields: (field or None, text); `Puh. 09 123, sähköposti: a@b.fi` gives two."""
    marks = list(_LABEL.finditer(line))
    parts: list[tuple[str | None, str]] = []
    if not marks or marks[0].start() > 0:
        parts.append((None, line[: marks[0].start()] if marks else line))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        text = line[mark.end() : after.start() if after else len(line)]
        parts.append((mark.lastgroup, text.strip(" ,;|")))
    return [(field, text) for field, text in parts if text.strip(" ,;|()") or field]


def with_labels(lines: list[str]) -> list[str]:
    """Put a label that stands on a line of its own before the line after it."""
    done: list[str] = []
    waiting = ""
    for line in lines:
        if not waiting and _LABEL.fullmatch(f"{line.strip().rstrip(':')}:"):
            waiting = f"{line.strip().rstrip(':')}: "
            continue
        done.append(waiting + line)
        waiting = ""
    return [*done, waiting] if waiting else done


def without_phone_words(text: str) -> str:
    """Take away the short words that stand before a telephone number."""
    return _PHONE_WORD.sub(" ", text)
