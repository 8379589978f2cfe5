"""What checks of words, marks and cookies must find, and what they must leave alone; as in cases_basis."""

from tests.privacy.notices.compliance.rules.cases_basis import Case

LONG_FI = "Säilytämme sopimuksen tietoja niin kauan kuin sopimus on voimassa ja kolme vuotta sen päättymisen jälkeen."
LONG_SV = (
    "Vi förvarar avtalets uppgifter så länge avtalet gäller och tre år efter det att avtalet har upphört att gälla."
)
LONG_EN = "We keep the data of the contract as long as the contract is in force and for three years after it has ended."
SHORT = "Tietoja ei luovuteta."

CASES: dict[str, tuple[list[Case], list[Case]]] = {
    "PN043": (
        [
            ("fi", "purposes", "Tietoja käsitellään henkilötietolain mukaisesti."),
            ("fi", "rights_overview", "Oikeutesi perustuvat lakiin 523/1999."),
            ("sv", "purposes", "Uppgifterna behandlas enligt personuppgiftslagen (523/1999)."),
            ("en", "purposes", "Data are processed under the Personal Data Act."),
        ],
        [
            ("fi", "purposes", "Henkilötietolaki kumottiin 1.1.2019."),
            ("fi", "purposes", "Sovellamme lakia henkilötietojen käsittelystä poliisitoimessa (616/2019)."),
            ("fi", "purposes", "Käsittely perustuu poliisin henkilötietolakiin."),
            ("fi", "changes", "Seloste laadittiin henkilötietolain aikana."),
            ("sv", "purposes", "Personuppgiftslagen upphävdes 2019."),
            ("sv", "purposes", "Vi följer lagen om behandling av personuppgifter i polisens verksamhet."),
            ("en", "purposes", "The Personal Data Act was repealed in 2019."),
            ("en", "purposes", "The Norwegian Personal Data Act applies to our branch in Oslo."),
        ],
    ),
    "PN044": (
        [
            ("fi", "cookies", "Noudatamme sähköisen viestinnän tietosuojalakia (516/2004)."),
            ("sv", "transfers", "Skyddsnivån följer direktiv 95/46/EG."),
            ("en", "transfers", "The clauses follow Directive 95/46/EC."),
        ],
        [
            ("fi", "purposes", "Direktiivi 95/46/EY kumottiin tietosuoja-asetuksella."),
            ("fi", "data_categories", "tilausnumero 195/46"),
            ("sv", "purposes", "Direktiv 95/46/EG har upphävts."),
            ("sv", "purposes", "Lagen om tjänster inom elektronisk kommunikation (917/2014)."),
            ("en", "purposes", "Directive 95/46/EC was repealed by the GDPR."),
            ("en", "purposes", "The Data Protection Act (1050/2018) applies."),
        ],
    ),
    "PN045": (
        [
            ("fi", "introduction", "Tämä rekisteriseloste koskee asiakkaita."),
            ("sv", "introduction", "Denna registerbeskrivning gäller kunder."),
            ("en", "introduction", "This description of file concerns customers."),
        ],
        [
            ("fi", "introduction", "Tämä seloste korvaa aiemman rekisteriselosteen."),
            ("fi", "introduction", "Pidämme myös selostetta käsittelytoimista."),
            ("sv", "introduction", "Denna beskrivning ersätter den tidigare registerbeskrivningen."),
            ("sv", "introduction", "Beskrivningen gäller kundregistret."),
            ("en", "introduction", "This notice replaces the former description of file."),
            ("en", "introduction", "This is a description of how we process data."),
        ],
    ),
    "PN046": (
        [
            ("fi", "security", "ATK:lla käsiteltävät tiedot on suojattu."),
            ("fi", "security", "Atk-laitteet: ATK-laitteet ovat lukitussa tilassa."),
            ("sv", "security", "Uppgifter som behandlas med ADB är skyddade."),
            ("en", "security", "The ATK room is locked."),
        ],
        [
            ("fi", "recipients", "Järjestelmän toimittaja on ATK-Palvelu Esimerkki Oy."),
            ("fi", "recipients", "Adobe Systems"),
            ("sv", "recipients", "Leverantören är ADB-Data Exempel Ab."),
            ("sv", "security", "Abonnemanget är skyddat."),
            ("en", "recipients", "Atkinson & Sons"),
            ("en", "recipients", "Adobe"),
        ],
    ),
    "PN047": (
        [
            ("fi", "exercising_rights", "Lähetä pyyntö osoitteeseen (s-postiosoite)."),
            ("fi", "introduction", "Laadittu x.x.2026."),
            ("fi", "controller", "[Yrityksen nimi], Y-tunnus"),
            ("sv", "controller", "[Företagets namn]"),
            ("en", "controller", "[Company name]"),
            ("en", "retention", "We keep the data for XX years."),
        ],
        [
            ("fi", "data_categories", "yhteystiedot (esim. osoite)"),
            ("fi", "exercising_rights", "Kirjoita: tietosuoja(at)example.fi"),
            ("fi", "exercising_rights", "tietosuoja [at] example.fi, [email protected]"),
            ("fi", "data_categories", "Tietoja on kolmenlaisia [1]."),
            ("sv", "exercising_rights", "Skriv till dataskydd(at)example.fi (se ovan)."),
            ("sv", "data_categories", "Har du frågor om något annat?"),
            ("en", "exercising_rights", "Write to privacy [at] example.com."),
            ("en", "data_categories", "size XXL (for shirts)"),
        ],
    ),
    "PN049": (
        [
            ("fi", "purposes", "<p>Asiakaspalvelu</p>"),
            ("sv", "purposes", "## Ändamål"),
            ("en", "purposes", "**Purposes**"),
        ],
        [
            ("fi", "purposes", "Ikä < 13 tai > 65 vuotta"),
            ("fi", "purposes", "Asiakas #1 ja 2*3*4"),
            ("sv", "purposes", "Ålder < 13 år"),
            ("sv", "purposes", "Kund #1"),
            ("en", "purposes", "Age < 13 & > 65"),
            ("en", "purposes", "Ticket #1, 5 * 3"),
        ],
    ),
    "PN050": (
        [
            ("fi", "data_categories", "- nimi\n- osoite"),
            ("sv", "data_categories", "• namn\n• adress"),
            ("en", "data_categories", "✓ name\n✓ address"),
        ],
        [
            ("fi", "data_categories", "nimi\nosoite"),
            ("fi", "data_categories", "Aukioloajat 9–16\n– huolto sopimuksen mukaan"),
            ("sv", "data_categories", "namn\nadress"),
            ("sv", "data_categories", "kund-\nnummer"),
            ("en", "data_categories", "name\naddress"),
            ("en", "data_categories", "-5 degrees\n-10 degrees"),
        ],
    ),
    "PN053": (
        [
            ("fi", {"purposes": LONG_FI, "retention": LONG_FI}),
            ("sv", {"purposes": LONG_SV, "retention": LONG_SV}),
            ("en", {"purposes": LONG_EN, "retention": LONG_EN}),
        ],
        [
            ("fi", {"purposes": SHORT, "recipients": SHORT}),
            ("fi", "purposes", f"{LONG_FI} {LONG_FI}"),
            ("sv", {"purposes": LONG_SV, "retention": LONG_SV.replace("tre", "fyra")}),
            ("sv", "purposes", f"{LONG_SV} {LONG_SV}"),
            ("en", {"purposes": LONG_EN, "retention": LONG_EN.replace("three", "four")}),
            ("en", "purposes", f"{LONG_EN} {LONG_EN}"),
        ],
    ),
    "PN055": (
        [
            ("fi", "sources", "Tiedot saadaan sinulta tai\nyhteistyökumppanin teknisen toteutuksen kautta."),
            ("sv", "sources", "Uppgifterna fås av dig eller\nsamarbetspartnern genom ett tekniskt gränssnitt."),
            ("en", "sources", "The data come from you or\nthe partner through a technical interface."),
        ],
        [
            ("fi", "sources", "Käytössä on kaksi palvelua.\neOppiva on näistä uudempi palvelu."),
            ("fi", "sources", "Keräämme seuraavat tiedot:\nnimi ja osoite sekä puhelinnumero"),
            ("fi", "sources", "Lue lisää.\nwww.example.fi on osoitteemme verkossa."),
            ("sv", "sources", "Vi samlar in följande:\nnamn och adress samt telefonnummer"),
            ("sv", "sources", "Två appar.\niPhone är den ena av de två."),
            ("en", "sources", "We collect:\nname and address and telephone"),
            ("en", "sources", "There are two apps.\niPhone is one of the two."),
        ],
    ),
    "PN057": (
        [
            ("fi", "sources", "Ilmoita muutokset rekisteripitäjälle."),
            ("fi", "exercising_rights", "Pynnössä on kerrottava nimi."),
            ("sv", "sources", "Kontakta den personuppgiftansvarige."),
            ("en", "sources", "Your personel data"),
        ],
        [
            ("fi", "sources", "Ilmoita muutokset rekisterinpitäjälle tai rekisterin pitäjälle."),
            ("fi", "exercising_rights", "Pyynnössä on kerrottava nimi."),
            ("sv", "sources", "Kontakta den personuppgiftsansvarige."),
            ("sv", "dpo", "Dataskyddsombudet svarar."),
            ("en", "sources", "Our personnel enter the data."),
            ("en", "sources", "The controller processes personal data."),
        ],
    ),
    "PN058": (
        [
            ("fi", "cookies", "Käyttämällä sivustoamme hyväksyt evästeiden käytön."),
            ("fi", "cookies", "Sivustoa käyttämällä suostut evästeiden tallentamiseen."),
            ("sv", "cookies", "Genom att använda webbplatsen godkänner du kakor."),
            ("sv", "cookies", "Om du fortsätter använda webbplatsen godkänner du kakor."),
            ("en", "cookies", "By using this site you accept cookies."),
        ],
        [
            ("fi", "cookies", "Voit hyväksyä evästeet käyttämällä asetusikkunan painiketta."),
            ("fi", "cookies", "Sivuston käyttäminen ei ole suostumus: jatkamalla et hyväksy evästeitä."),
            ("fi", "purposes", "Sopimuksen hyväksyt käyttämällä palvelun tilauslomaketta."),
            ("sv", "cookies", "Du godkänner kakor med knappen."),
            ("sv", "cookies", "Genom att använda webbplatsen godkänner du inte kakor."),
            ("en", "cookies", "You accept cookies with the button."),
            ("en", "cookies", "By using the site you do not accept cookies."),
        ],
    ),
    "PN059": (
        [
            ("fi", "cookies", "Voit estää evästeet selaimesi asetuksista."),
            ("sv", "cookies", "Du kan blockera kakor i webbläsarens inställningar."),
            ("en", "cookies", "You can block cookies in your browser settings."),
        ],
        [
            ("fi", "cookies", "Pyydämme suostumuksen. Voit poistaa evästeet myös selaimen asetuksista."),
            ("fi", "cookies", "Käytämme vain välttämättömiä evästeitä, jotka voit poistaa selaimen asetuksista."),
            ("sv", "cookies", "Vi ber om samtycke. Kakor kan också raderas i webbläsaren."),
            ("sv", "cookies", "Vi använder endast nödvändiga kakor. De kan raderas i webbläsaren."),
            ("en", "cookies", "We ask for consent. Cookies can also be deleted in the browser."),
            ("en", "cookies", "We use only necessary cookies. They can be deleted in the browser."),
        ],
    ),
    "PN060": (
        [
            ("fi", "sources", "Tietoja saadaan evästeiden avulla."),
            ("sv", "sources", "Uppgifter samlas in med kakor."),
            ("en", "sources", "Data are collected with cookies."),
        ],
        [
            ("fi", "sources", "Emme käytä evästeitä."),
            ("fi", "sources", "Evästeistä kerromme evästeselosteessa."),
            ("sv", "sources", "Vi använder inte kakor."),
            ("sv", "sources", "Om kakor berättar vi i vår cookiepolicy."),
            ("en", "sources", "We do not use cookies."),
            ("en", "sources", "Cookies are described in our cookie policy."),
        ],
    ),
    "PN061": (
        [
            ("fi", "cookies", "Kävijää ei voida tunnistaa evästeiden avulla."),
            ("sv", "cookies", "En besökare kan inte identifieras med kakor."),
            ("en", "cookies", "A visitor cannot be identified from cookies."),
        ],
        [
            ("fi", "cookies", "Tilastot ovat anonyymejä: kävijää ei voi tunnistaa niistä."),
            ("fi", "cookies", "Kävijää ei voi tunnistaa, koska IP-osoite lyhennetään."),
            ("fi", "cookies", "Eväste tunnistaa selaimen."),
            ("sv", "cookies", "Statistiken är anonym, och besökaren kan inte identifieras."),
            ("sv", "cookies", "Kakan identifierar webbläsaren."),
            ("en", "cookies", "The statistics are aggregated, so no visitor can be identified."),
            ("en", "cookies", "The cookie identifies the browser."),
        ],
    ),
    "PN066": (
        [
            (
                "fi",
                "recipients",
                "Tietoja voidaan luovuttaa. Tietoja saatetaan käyttää. Voimme tarvittaessa siirtää niitä.",
            ),
            ("sv", "recipients", "Uppgifter kan lämnas ut. De kan eventuellt användas. Vi kan vid behov flytta dem."),
            ("en", "recipients", "Data may be disclosed. They might be used. We may if necessary move them."),
        ],
        [
            ("fi", "exercising_rights", "Varmistamme tarvittaessa. Voidaan pyytää. Voimme auttaa. Saatamme kysyä."),
            ("fi", "recipients", f"Voidaan. Voimme. Voivat. Saatetaan. {'Tiedot annamme tilitoimistolle. ' * 200}"),
            ("fi", "data_categories", "esim. nimi, esim. osoite, esim. ikä, esim. kieli"),
            ("sv", "exercising_rights", "Du kan fråga. Du kan ringa. Du kan skriva. Vi kan svara."),
            ("sv", "recipients", "Vi kan lämna ut uppgifter till polisen."),
            ("en", "exercising_rights", "You may ask. You may call. You may write. We may answer."),
            ("en", "recipients", "We may disclose data to the police."),
        ],
    ),
}
