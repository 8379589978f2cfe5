"""What checks of purposes, bases, data and sharing must find, and what they must leave alone.

Check id -> (texts that have the fault, near misses); a text is (language, key of the section, words) or, for several
sections, (language, {key: words}).
"""

from typing import Any

Case = tuple[Any, ...]

CASES: dict[str, tuple[list[Case], list[Case]]] = {
    "PN008": (
        [
            ("fi", "contact_person", "Tietosuojavastaava Kaisa Esimerkki, puh. 040 123 4567"),
            ("sv", "contact_person", "Vårt dataskyddsombud Kaj Exempel svarar på frågor."),
            ("en", "contact_person", "Data Protection Officer: Kim Example"),
        ],
        [
            ("fi", "contact_person", "Emme ole nimittäneet tietosuojavastaavaa. Kysymyksiin vastaa asiakaspalvelu."),
            ("fi", {"contact_person": "Tietosuojavastaavaa emme tarvitse nimittää; ota yhteyttä toimistoon."}),
            ("fi", {"contact_person": "Asiakaspalvelu", "dpo": "Tietosuojavastaava: tietosuojavastaava@example.fi"}),
            ("sv", "contact_person", "Vi har inte utsett något dataskyddsombud. Kundtjänsten svarar."),
            ("sv", {"contact_person": "Kundtjänst", "dpo": "Dataskyddsombud: ombud@example.fi"}),
            ("en", "contact_person", "We have not appointed a data protection officer; write to the office."),
            ("en", {"contact_person": "Office", "dpo": "Data protection officer: dpo@example.com"}),
        ],
    ),
    "PN012": (
        [
            ("fi", "purposes", "Käytämme tietoja asiakassuhteen hoitamiseen."),
            ("fi", "purposes", "Käsittely perustuu henkilötietolain 8 §:ään."),
            (
                "fi",
                {"purposes": "Asiakaspalvelu.", "recipients": "Tietoja luovutetaan vain lakiin perustuvasta syystä."},
            ),
            (
                "fi",
                {"purposes": "Asiakaspalvelu.", "right_to_portability": "Voit siirtää tiedot, jos peruste on sopimus."},
            ),
            ("sv", "purposes", "Vi använder uppgifterna för att sköta kundförhållandet."),
            ("en", "purposes", "We use the data to look after our customers."),
        ],
        [
            ("fi", "purposes", "Laskutuksen perusteena on lakisääteinen velvoite."),
            ("fi", "purposes", "Tietoja käytetään, jotta sopimus voidaan täyttää."),
            ("fi", "purposes", "Peruste: tietosuoja-asetuksen 6 artiklan 1 kohdan f alakohta."),
            ("fi", {"purposes": "Rekrytointi.", "data_categories": "Tietojen käsittely perustuu suostumukseesi."}),
            ("fi", "legal_basis", "Käsittely perustuu oikeutettuun etuun."),
            ("fi", "legal_basis", "Käsittely ei perustu suostumukseen vaan sopimukseen."),
            ("fi", "purposes", "Pidämme luetteloa jäsenistä yhdistyslain (503/1989) 11 §:n mukaan."),
            ("fi", "legal_basis", "Tehtävä koskee yleistä etua."),
            ("sv", "purposes", "Grunden är en rättslig förpliktelse."),
            ("sv", "legal_basis", "Behandlingen sker med ditt samtycke."),
            ("sv", "legal_basis", "Artikel 6.1 e i dataskyddsförordningen."),
            ("en", "purposes", "The basis is a contract with you."),
            ("en", "legal_basis", "We rely on our legitimate interests."),
            ("en", "legal_basis", "Article 6(1)(c) GDPR."),
        ],
    ),
    "PN013": (
        [
            ("fi", "purposes", "Käsittelyn perusteena on yhdistyksen oikeutettu etu asiallisen yhteyden perusteella."),
            ("sv", "purposes", "Grunden är ett berättigat intresse."),
            ("en", "purposes", "The basis is legitimate interests."),
        ],
        [
            ("fi", "purposes", "Oikeutettu etumme on estää väärinkäytöksiä."),
            ("fi", "purposes", "Käsittely ei perustu oikeutettuun etuun."),
            (
                "fi",
                {
                    "purposes": "Peruste on oikeutettu etu.",
                    "legitimate_interests": "Haluamme pitää tilat turvallisina.",
                },
            ),
            ("sv", "purposes", "Vårt berättigade intresse är att hindra missbruk."),
            ("sv", "purposes", "Behandlingen grundar sig inte på berättigat intresse."),
            ("en", "purposes", "Our legitimate interest is to prevent fraud."),
            ("en", "purposes", "The processing is not based on legitimate interests."),
        ],
    ),
    "PN014": (
        [
            ("fi", "purposes", "Tietoja käytetään sähköiseen suoramarkkinointiin."),
            ("fi", "purposes", "Lähetämme asiakkaille markkinointia sähköpostilla ja tekstiviesteillä."),
            (
                "fi",
                {"purposes": "Sähköinen suoramarkkinointi.", "data_categories": "markkinointisuostumukset ja -kiellot"},
            ),
            ("sv", "purposes", "Uppgifterna används för elektronisk direktmarknadsföring."),
            ("en", "purposes", "The data are used for electronic direct marketing."),
        ],
        [
            ("fi", "purposes", "Sähköistä suoramarkkinointia kohdistamme vain yrityksille."),
            ("fi", "purposes", "Lähetämme mainoskirjeitä postitse ja soitamme asiakkaille."),
            ("fi", "purposes", "Emme lähetä markkinointia sähköpostilla."),
            (
                "fi",
                {"purposes": "Sähköinen markkinointi.", "sources": "Sähköiseen markkinointiin pyydämme suostumuksen."},
            ),
            ("fi", "purposes", "Markkinoimme nykyisille asiakkaille sähköpostilla samankaltaisia tuotteita."),
            ("fi", "purposes", "Lähetämme uutiskirjeen sen tilanneille."),
            ("sv", "purposes", "Vi sänder reklam per e-post endast till företag."),
            ("sv", "purposes", "Vi sänder reklam per post."),
            ("sv", "purposes", "Vi sänder marknadsföring per e-post om liknande produkter till våra kunder."),
            ("en", "purposes", "We send email marketing only to companies."),
            ("en", "purposes", "We send advertising by post."),
            ("en", "purposes", "We send marketing emails about similar products to existing customers."),
        ],
    ),
    "PN015": (
        [
            ("fi", "sources", "Tallennamme vain niiden tiedot, jotka ovat antaneet markkinointiluvan."),
            ("fi", "purposes", "Käsittelyn perusteena on suostumuksesi."),
            ("sv", "purposes", "Behandlingen grundar sig på ditt samtycke."),
            ("en", "purposes", "The processing is based on your consent."),
        ],
        [
            ("fi", "legal_basis", "Käsittely ei perustu suostumukseen vaan sopimukseen."),
            ("fi", "purposes", "Suostumusta emme käytä perusteena, koska se ei työsuhteessa ole vapaaehtoinen."),
            ("fi", "recipients", "Ilman suostumustasi emme luovuta tietoja."),
            ("fi", "purposes", "Alle 13-vuotias tarvitsee huoltajan suostumuksen."),
            ("fi", "cookies", "Muihin evästeisiin pyydämme suostumuksen."),
            (
                "fi",
                "right_to_portability",
                "Voit siirtää tietosi, jos käsittely perustuu suostumukseen tai sopimukseen.",
            ),
            (
                "fi",
                {"purposes": "Peruste on suostumus.", "other_rights": "Voit peruuttaa suostumuksesi milloin tahansa."},
            ),
            ("sv", "legal_basis", "Behandlingen grundar sig inte på samtycke."),
            ("sv", "recipients", "Utan ditt samtycke lämnar vi inte ut uppgifter."),
            (
                "sv",
                {"purposes": "Grunden är samtycke.", "other_rights": "Du kan när som helst återkalla ditt samtycke."},
            ),
            ("en", "legal_basis", "The processing is not based on consent."),
            ("sv", "legal_basis", "Samtycke används inte som grund."),
            ("en", "legal_basis", "Consent is not relied on."),
            ("en", "recipients", "We do not disclose data without your consent."),
            ("en", {"purposes": "The basis is consent.", "other_rights": "You can withdraw your consent at any time."}),
        ],
    ),
    "PN016": (
        [
            ("fi", "purposes", "Asiakaspalvelu."),
            ("sv", "purposes", "Kundtjänst."),
            ("en", "purposes", "Customer service."),
        ],
        [
            ("fi", "data_categories", "Nimen antaminen on vapaaehtoista. Ilman yhteystietoja emme voi vastata."),
            ("fi", "purposes", "Tietojen antaminen on sopimuksen edellytys."),
            ("sv", "purposes", "Det är frivilligt att lämna uppgifter."),
            ("sv", "data_categories", "Om du inte lämnar uppgifterna kan vi inte ingå avtal."),
            ("en", "purposes", "Providing the data is voluntary."),
            ("en", "data_categories", "Without these details we cannot deliver the order."),
        ],
    ),
    "PN021": (
        [
            ("fi", "transfers", "Henkilötietoja ei siirretä EU:n ulkopuolelle, ellei se ole teknisesti välttämätöntä."),
            ("fi", "transfers", "Tietoja voidaan siirtää EU:n tai ETA:n ulkopuolelle."),
            ("fi", "recipients", "Palvelimet voivat sijaita EU:n tai ETA:n ulkopuolella."),
            ("sv", "transfers", "Uppgifter överförs inte utanför EU, om det inte behövs tekniskt."),
            ("en", "transfers", "Data are generally not transferred outside the EU."),
        ],
        [
            ("fi", "transfers", "Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle."),
            ("fi", "transfers", "Siirrämme tietoja Yhdysvaltoihin. Siirrot perustuvat DPF-riittävyyspäätökseen."),
            ("fi", "transfers", "Tietoja siirretään EU:n ulkopuolelle komission vakiolausekkeiden nojalla."),
            ("fi", "transfers", "Ei siirtoja: kaikki tiedot säilytetään Suomessa."),
            ("fi", "transfers", "Tietoja käsitellään ainoastaan EU- ja ETA-alueella."),
            ("sv", "transfers", "Uppgifter överförs inte utanför EU eller EES."),
            ("sv", "transfers", "Överföringen till tredjeland sker med standardavtalsklausuler."),
            ("sv", "transfers", "Uppgifterna behandlas endast inom EU."),
            ("en", "transfers", "We do not transfer data outside the EU or the EEA."),
            ("en", "transfers", "Data are transferred to the United States under standard contractual clauses."),
            ("en", "transfers", "All data stay in the EU."),
        ],
    ),
    "PN022": (
        [
            ("fi", "transfers", "Siirto perustuu Privacy Shield -järjestelyyn."),
            ("sv", "transfers", "Överföringen grundar sig på Privacy Shield."),
            ("en", "transfers", "The provider is certified under Safe Harbor."),
        ],
        [
            ("fi", "transfers", "Privacy Shield -järjestely kumottiin, joten käytämme vakiolausekkeita."),
            ("fi", "transfers", "Siirrot perustuvat DPF-riittävyyspäätökseen."),
            ("sv", "transfers", "Privacy Shield har upphävts, och vi använder standardavtalsklausuler."),
            ("sv", "transfers", "Överföringen grundar sig inte på Privacy Shield."),
            ("en", "transfers", "Privacy Shield was annulled in 2020; we use standard contractual clauses."),
            ("en", "transfers", "We do not rely on Safe Harbor."),
        ],
    ),
    "PN023": (
        [
            ("fi", {"purposes": "Asiakaspalvelu.", "security": "Aineisto säilytetään lukitussa tilassa."}),
            ("fi", {"right_to_erasure": "Poistamme tiedot kuukauden kuluessa pyynnöstä."}),
            ("sv", {"security": "Materialet förvaras i ett låst skåp."}),
            ("en", {"security": "The material is kept in a locked room."}),
        ],
        [
            ("fi", "purposes", "Tilaukset, joiden tietoja säilytetään 3 vuotta."),
            ("fi", "purposes", "Päätökset arkistoidaan pysyvästi."),
            ("fi", "data_categories", "Tiedot poistetaan, kun niitä ei enää tarvita."),
            ("sv", "purposes", "Besluten arkiveras varaktigt."),
            ("sv", "data_categories", "Uppgifterna raderas två år efter leveransen."),
            ("en", "purposes", "Decisions are archived permanently."),
            ("en", "data_categories", "The data are deleted after two years."),
        ],
    ),
    "PN024": (
        [
            ("fi", "purposes", "Yhdistys julkaisee jäsenten tiedot luettelona, ellei jäsen sitä kiellä."),
            ("sv", "purposes", "Föreningen publicerar medlemmarnas uppgifter om medlemmen inte förbjuder det."),
            ("en", "purposes", "We publish the members' details unless the member objects."),
        ],
        [
            ("fi", "purposes", "Julkaisemme kuvan vain, jos olet antanut siihen luvan."),
            ("fi", "purposes", "Tulokset julkaistaan, ellei laki sitä kiellä."),
            ("sv", "purposes", "Vi publicerar bilden bara om du har gett ditt samtycke."),
            ("sv", "purposes", "Besluten publiceras, om inte lagen förbjuder det."),
            ("en", "purposes", "We publish a picture only if you have agreed."),
            ("en", "purposes", "Decisions are published unless the law forbids it."),
        ],
    ),
    "PN025": (
        [
            ("fi", "recipients", "Tietoja voidaan luovuttaa suoramarkkinointia varten."),
            ("sv", "recipients", "Uppgifter kan lämnas ut för direktmarknadsföring."),
            ("en", "recipients", "Data may be disclosed for direct marketing."),
        ],
        [
            ("fi", "recipients", "Emme luovuta tietoja suoramarkkinointiin."),
            ("fi", "recipients", "Tietoja voidaan luovuttaa suoramarkkinointiin vain suostumuksellasi."),
            ("fi", "right_to_object_marketing", "Voit kieltää, että tietoja luovutetaan suoramarkkinointiin."),
            ("fi", "purposes", "Tietoja voidaan käyttää suoramarkkinointiin luovuttamatta niitä muille."),
            ("sv", "recipients", "Uppgifter lämnas inte ut för direktmarknadsföring."),
            ("sv", "recipients", "Uppgifter kan lämnas ut för direktmarknadsföring bara med ditt samtycke."),
            ("en", "recipients", "Data are not disclosed for direct marketing."),
            ("en", "recipients", "Data may be disclosed for direct marketing only with your consent."),
        ],
    ),
    "PN026": (
        [
            ("fi", "data_categories", "nimi, syntymäaika, osoite"),
            ("sv", "data_categories", "namn, personbeteckning, adress"),
            ("en", "data_categories", "name, date of birth, address"),
        ],
        [
            ("fi", "data_categories", "Emme kerää henkilötunnusta."),
            ("fi", "data_categories", "Henkilötunnus, koska luottosopimus edellyttää asiakkaan yksilöintiä."),
            (
                "fi",
                {
                    "data_categories": "henkilötunnus",
                    "legal_basis": "Lakisääteinen velvoite: työsopimuslaki (55/2001).",
                },
            ),
            ("sv", "data_categories", "Vi samlar inte in personbeteckningar."),
            ("sv", "data_categories", "Personbeteckning, som behövs för att identifiera kunden vid kredit."),
            ("en", "data_categories", "We do not collect the date of birth."),
            ("en", "data_categories", "Date of birth, because there is an age limit."),
        ],
    ),
    "PN033": (
        [
            ("fi", "purposes", "Tietoja käytetään suoramarkkinointiin."),
            ("sv", "purposes", "Uppgifterna används för direktmarknadsföring."),
            ("en", "purposes", "The data are used for direct marketing."),
        ],
        [
            ("fi", "purposes", "Emme käytä tietoja suoramarkkinointiin."),
            ("fi", {"purposes": "Suoramarkkinointi.", "other_rights": "Voit kieltää suoramarkkinoinnin."}),
            ("sv", "purposes", "Uppgifterna används inte för direktmarknadsföring."),
            ("sv", {"purposes": "Direktmarknadsföring.", "other_rights": "Du kan förbjuda direktmarknadsföring."}),
            ("en", "purposes", "The data are not used for direct marketing."),
            ("en", {"purposes": "Direct marketing.", "other_rights": "You can opt out of direct marketing."}),
        ],
    ),
    "PN034": (
        [
            ("fi", "purposes", "Asiakkaita profiloidaan ostosten perusteella."),
            ("fi", "data_categories", "asiakassegmentti"),
            ("sv", "purposes", "Profilering av kunder."),
            ("en", "purposes", "Profiling of customers."),
        ],
        [
            ("fi", "purposes", "Emme tee profilointia."),
            ("fi", "right_to_object", "Voit vastustaa käsittelyä ja siihen liittyvää profilointia."),
            ("fi", {"purposes": "Profilointi.", "other": "Automaattisia päätöksiä ei tehdä."}),
            ("sv", "purposes", "Vi gör ingen profilering."),
            ("sv", "right_to_object", "Du kan invända mot profilering."),
            ("en", "purposes", "We do not use profiling."),
            ("en", "right_to_object", "You can object to profiling."),
        ],
    ),
}
