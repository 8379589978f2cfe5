"""What checks of rights and requests must find, and what they must leave alone; as in cases_basis."""

from tests.privacy.notices.compliance.rules.cases_basis import Case

CASES: dict[str, tuple[list[Case], list[Case]]] = {
    "PN035": (
        [
            ("fi", "security", "Ilmoitamme loukkauksesta valvontaviranomaiselle."),
            ("sv", "security", "Vi anmäler incidenter till tillsynsmyndigheten."),
            ("en", "recipients", "Data are disclosed to authorities."),
        ],
        [
            ("fi", "exercising_rights", "Voit saattaa asian tietosuojavaltuutetun käsiteltäväksi."),
            ("fi", "other_rights", "Voit tehdä valituksen valvontaviranomaiselle."),
            ("sv", "exercising_rights", "Du kan föra ärendet till dataombudsmannen."),
            ("sv", "other_rights", "Du kan lämna in klagomål till tillsynsmyndigheten."),
            ("en", "exercising_rights", "You can bring the matter before the Data Protection Ombudsman."),
            ("en", "other_rights", "You can lodge a complaint with a supervisory authority."),
        ],
    ),
    "PN036": (
        [
            ("fi", "right_to_rectification", "Voit saattaa epäämisen tietosuojavaltuutetun ratkaistavaksi."),
            ("fi", "rights_overview", "Jos oikaisu evätään, voit saattaa asian tietosuojavaltuutetun käsiteltäväksi."),
            ("sv", "right_to_rectification", "Du kan föra ett avslag till dataombudsmannen."),
            ("en", "right_to_rectification", "A refusal can be referred to the Data Protection Ombudsman."),
        ],
        [
            ("fi", "exercising_rights", "Voit saattaa asian tietosuojavaltuutetun käsiteltäväksi."),
            (
                "fi",
                {
                    "right_to_rectification": "Voit saattaa epäämisen tietosuojavaltuutetun ratkaistavaksi.",
                    "complaint": "Voit tehdä valituksen tietosuojavaltuutetulle.",
                },
            ),
            ("sv", "exercising_rights", "Du kan föra ärendet till dataombudsmannen."),
            ("sv", "rights_overview", "Du kan klaga hos dataombudsmannen."),
            ("en", "exercising_rights", "You can complain to the Data Protection Ombudsman."),
            ("en", "rights_overview", "You can refer the matter to the supervisory authority."),
        ],
    ),
    "PN037": (
        [
            ("fi", "right_of_access", "Tarkastuspyyntö on allekirjoitettava."),
            ("fi", "exercising_rights", "Pyyntö tulee tehdä omakätisesti allekirjoitetulla asiakirjalla."),
            ("fi", "right_of_access", "Pyyntö osoitetaan rekisterinpitäjälle allekirjoitettuna kirjeenä."),
            ("sv", "exercising_rights", "Begäran ska vara egenhändigt undertecknad."),
            ("en", "exercising_rights", "The request must be signed."),
        ],
        [
            ("fi", "exercising_rights", "Pyyntöä ei tarvitse allekirjoittaa."),
            ("fi", "exercising_rights", "Allekirjoitusta ei vaadita pyyntöön."),
            ("fi", "exercising_rights", "Jos teet pyynnön toisen puolesta, valtakirja on allekirjoitettava."),
            ("fi", "exercising_rights", "Pyynnön on oltava allekirjoitettu tai sen voi lähettää sähköpostilla."),
            ("fi", "security", "Työntekijän tulee allekirjoittaa salassapitoilmoitus."),
            ("sv", "exercising_rights", "Begäran behöver inte undertecknas."),
            ("sv", "exercising_rights", "Fullmakten ska vara undertecknad när begäran görs av ett ombud."),
            ("en", "exercising_rights", "No signature is required for a request."),
            (
                "en",
                "exercising_rights",
                "The power of attorney must be signed when a request is made for somebody else.",
            ),
        ],
    ),
    "PN038": (
        [
            ("fi", "right_of_access", "Pyyntö tulee tehdä kirjallisena asiakaspalveluun."),
            ("fi", "right_to_object_marketing", "Kielto tulee tehdä kirjallisesti."),
            ("fi", "exercising_rights", "Pyynnöt otetaan vastaan vain kirjallisina."),
            ("fi", "exercising_rights", "Oikeutta käytetään esittämällä kirjallinen pyyntö."),
            ("sv", "exercising_rights", "Begäran ska göras skriftligt."),
            ("sv", "exercising_rights", "Begäran riktas skriftligen till kontaktpersonen."),
            ("en", "exercising_rights", "Requests must be made in writing."),
        ],
        [
            ("fi", "exercising_rights", "Pyyntö tulee tehdä kirjallisesti tai suullisesti."),
            ("fi", "exercising_rights", "Vastaamme pyyntöön kirjallisesti vain, jos haluat."),
            ("fi", "exercising_rights", "Voit tehdä kirjallisen pyynnön."),
            ("fi", "exercising_rights", "Pyyntöä ei tarvitse tehdä kirjallisesti."),
            ("fi", "right_to_rectification", "Pyynnön epäämisestä lähetetään kirjallinen todistus."),
            ("fi", "right_of_access", "Jäljennös toimitetaan kirjallisena, jos sitä pyydetään."),
            ("fi", "exercising_rights", "Pyyntö on tehtävä kirjallisesti, esimerkiksi sähköpostilla."),
            ("sv", "exercising_rights", "Begäran ska göras skriftligt eller muntligt."),
            ("sv", "exercising_rights", "Du kan göra en skriftlig begäran."),
            ("sv", "exercising_rights", "Vi svarar skriftligt och ska göra det inom en månad från begäran."),
            ("en", "exercising_rights", "Requests must be made in writing or orally."),
            ("en", "exercising_rights", "You can make a written request."),
            ("en", "exercising_rights", "We must answer a request in writing."),
        ],
    ),
    "PN039": (
        [
            ("fi", "right_of_access", "Pyynnön tekijän henkilöllisyys on todennettava."),
            ("fi", "exercising_rights", "Pyytäjän tulee esittää henkilöllisyystodistus."),
            ("fi", "exercising_rights", "Tarkistamme aina pyytäjän henkilöllisyyden."),
            ("sv", "exercising_rights", "Den som gör begäran måste styrka sin identitet."),
            ("en", "exercising_rights", "Your identity must always be verified."),
        ],
        [
            ("fi", "exercising_rights", "Varmistamme tarvittaessa henkilöllisyytesi."),
            (
                "fi",
                "exercising_rights",
                "Henkilöllisyys on todistettava vain, jos meillä on perusteltua syytä epäillä sitä.",
            ),
            ("fi", "exercising_rights", "Henkilöllisyystodistusta ei tarvitse esittää."),
            ("fi", "exercising_rights", "Voimme pyytää lisätietoja henkilöllisyydestäsi."),
            ("sv", "exercising_rights", "Vid behov ska du styrka din identitet."),
            ("sv", "exercising_rights", "Din identitet ska styrkas bara om vi har rimliga skäl att betvivla den."),
            ("en", "exercising_rights", "We ask for proof of identity only if we have reasonable doubts."),
            ("en", "exercising_rights", "You do not have to show proof of identity."),
        ],
    ),
    "PN040": (
        [
            ("fi", "right_of_access", "Tarkastuspyyntö tehdään suomeksi tai englanniksi."),
            ("sv", "exercising_rights", "Begäran görs på finska eller på engelska."),
            ("en", "exercising_rights", "Requests are made in Finnish or English."),
        ],
        [
            ("fi", "exercising_rights", "Pyynnön voi tehdä suomeksi, ruotsiksi tai englanniksi."),
            ("fi", "exercising_rights", "Vastaamme suomeksi."),
            ("sv", "exercising_rights", "Begäran kan göras på svenska, på finska eller på engelska."),
            ("sv", "introduction", "Beskrivningen finns också på finska."),
            ("en", "exercising_rights", "Requests can be made in Finnish, Swedish or English."),
            ("en", "introduction", "This notice is also available in Finnish."),
        ],
    ),
    "PN041": (
        [
            ("fi", "exercising_rights", "Ota yhteyttä."),
            ("sv", "complaint", "Dataombudsmannen"),
            ("en", "complaint", "x"),
        ],
        [
            ("fi", "exercising_rights", "Vastaamme kuukauden kuluessa."),
            ("fi", "rights_overview", "Saat vastauksen 30 päivässä."),
            ("sv", "exercising_rights", "Vi svarar inom en månad."),
            ("sv", "rights_overview", "Du får svar inom 30 dagar."),
            ("en", "exercising_rights", "We answer within one month."),
            ("en", "rights_overview", "You get an answer within 30 days."),
        ],
    ),
    "PN068": (
        [
            ("fi", "right_of_access", "Sinulla on oikeus tarkastaa tietosi."),
            ("sv", "right_of_access", "Du har rätt till insyn."),
            ("en", "right_of_access", "You have the right of access."),
        ],
        [
            ("fi", "right_of_access", "Tarkastuspyyntö lähetetään asiakaspalveluun."),
            ("fi", "other_rights", "Käytä oikeuksiasi ottamalla yhteyttä toimistoon."),
            ("sv", "right_of_access", "Begäran skickas till kundtjänsten."),
            ("sv", "other_rights", "Kontakta oss för att utöva dina rättigheter."),
            ("en", "right_of_access", "Send the request to customer service."),
            ("en", "other_rights", "To use your rights, contact the office."),
        ],
    ),
    "PN069": (
        [
            ("fi", "complaint", "Voit valittaa valvontaviranomaiselle."),
            ("sv", "complaint", "Du kan klaga hos tillsynsmyndigheten."),
            ("en", "complaint", "You can complain to the supervisory authority."),
        ],
        [
            ("fi", "complaint", "Voit valittaa tietosuojavaltuutetulle."),
            ("fi", "complaint", "Voit valittaa valvontaviranomaiselle, https://tietosuoja.fi."),
            ("sv", "complaint", "Du kan klaga hos dataombudsmannen."),
            ("sv", "complaint", "Du kan klaga hos Integritetsskyddsmyndigheten."),
            ("en", "complaint", "You can complain to the Data Protection Ombudsman."),
            ("en", "complaint", "You can complain to the authority, www.imy.se."),
        ],
    ),
}
for _id, _texts in {
    "PN027": (
        "Voit tarkastaa tietosi.",
        "Sinulla on oikeus saada jäljennös tiedoistasi.",
        "Du har rätt till insyn i dina uppgifter.",
        "You have the right to a copy of your data.",
    ),
    "PN028": (
        "Voit pyytää tiedon korjaamista.",
        "Sinulla on oikeus oikaista tietojasi.",
        "Du kan begära att uppgifter rättas.",
        "You can ask us to correct your data.",
    ),
    "PN029": (
        "Sinulla on oikeus tulla unohdetuksi.",
        "Tietosi hävitetään pyynnöstäsi.",
        "Du har rätt att bli bortglömd.",
        "You have the right to be forgotten.",
    ),
    "PN030": (
        "Voit vaatia käsittelyn rajoittamista.",
        "Sinulla on oikeus rajoittaa käsittelyä.",
        "Du kan begära begränsning av behandlingen.",
        "You can request restriction of the processing.",
    ),
    "PN031": (
        "Sinulla on oikeus siirtää tiedot järjestelmästä toiseen.",
        "Voit saada tiedot koneellisesti luettavassa muodossa.",
        "Du har rätt till dataportabilitet.",
        "You have the right to data portability.",
    ),
    "PN032": (
        "Sinulla on oikeus vastustaa tietojesi käsittelyä.",
        "Voit vastustaa käsittelyä erityiseen tilanteeseesi liittyvällä perusteella, myös suoramarkkinointia.",
        "Du har rätt att invända mot behandlingen.",
        "You have the right to object to the processing.",
    ),
}.items():
    CASES[_id] = (
        [
            ("fi", "rights_overview", "Oikeuksistasi kerromme asiakaspalvelussa."),
            ("sv", "rights_overview", "Kundtjänsten berättar om dina rättigheter."),
            ("en", "rights_overview", "Customer service tells you about your rights."),
        ],
        [(language, "rights_overview", text) for language, text in zip(("fi", "fi", "sv", "en"), _texts, strict=True)],
    )
CASES["PN032"][0].append(("fi", "rights_overview", "Voit vastustaa suoramarkkinointia."))
