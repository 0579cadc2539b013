//! Words that a sentence, a greeting or a form writes with a capital though they name nobody; and words that announce a name.

/// Function words and first words of sentences, in bokmål, nynorsk and English.
pub(super) const PLAIN: &str = "me saman somme sume selv sjøl få naturligvis naturlegvis glad høye høge arbeids åleine att attende berre blei difor \
     dessverre diverre døme eitt etterkvart einaste endå ettersom fleire forutan framfor fyrst føre følgende følgjande \
     gitt heilt helst hjå hitt ho hugs håper håpar iblant innimellom ja kva-for kvart kvarandre kvifor korkje likeeins \
     liksom litt lykke mangt mennene middels minimum maksimum mogleg muligens målet nettopp nett no nokså noregs norges \
     nye nylig nyleg nær nærmere nærare nåja omtrent opphavleg opprinnelig ofte og òg ordet orsak paragraf parallelt \
     plutseleg punkt rart rask raskt redd reint rett rettleiing ringt sikkert skjønt skriftleg skriftlig slikt snart \
     sommar somt stadig store støtt sterk sterkt sånt tabell tabellen tema til tilsynelatende tilsynelatande titt totalt \
     trolig truleg tydeleg uansett uavhengig umiddelbart unnskyld uten utvalget utvalet vanligvis vanlegvis velkommen \
     velkomen verre veslevaksen vidare visstnok vistnok våren vekk vekas ytterligere årlig årleg årsaken årsaka året æ \
     øverst først fyrste kapittel kap avsnitt del figur bilde bilete foto ill tekst kjelde kilde kilder kjelder spørsmålet \
     svaret problemet a ad ai akkurat aldri alene aleine all alle allerede allereie alt alltid altså an and andre ane \
     angående annan annen annet arbeid at atter av avslag avtale bak bakgrunn bakgrunnen bare barna barn barnet be \
     beklager ber bør begge begrunnelse beste best bl blant ble bli blir blitt bortsett bra bruk brukar bruker but by byen \
     både da dagen dag daglig dagleg danske dansk dar dato de deg dei deira dekk dem den denne dens der deres deretter \
     derfor deri derimot dermed dersom des dessutan dessuten desse det dette di dialog din dine disse ditt dobbelt dog \
     dokument du dykk dykkar dyrt då dårlig eg egen egentlig egentleg ei eid eier eigar eigentleg ein eit ekstra eller \
     eldre ellers elles elleve email emne en enda endelig endeleg ene engelsk engelske enhver enn ennå enno ens enten er \
     erfaringen etter etterpå et faglig faktisk faktura familien fast fem ferie fra fram framleis fredag fremdeles frem \
     fire flere flest fleste flott folk for foran fordi forresten forskning forslag forslaget fortsatt forut from frå full \
     fullt første får før gammal gammel gang ganske gjelder gjeld gjennom gjerne gjer gjør god goddag godkjent gode godt \
     gud ha had hadde haddet han hans har he hei heile heisann hele heldigvis hello helsing hennar henne hennes her hi \
     hilsen him his hit hjelp hjemme heime hoi hos hovedsakelig hun hundre hus husk hva hvem hver hvert hvilke hvilken \
     hvilket hvis hvor hvordan hvorfor høy høyt høst i iallfall id idag ifølge ifølgje igjen ikkje ikke imens imellom \
     imidlertid in inga ingen ingenting inn innan inne innen inntil innbyggerne it især jau jeg jo ka kan kanskje kjem \
     kjære kjekt kjell klart klokken klokka klassen kom kommer konsert kor korfor korleis kort kva kvar kveld kven kvinner \
     kvinne kunde kunne kunsten la land lang lange langt langs legg lenge let leve ligg like likevel liten lita lite \
     ledelsen lenger list little lov lover lørdag laurdag løsningen m mai man mandag mange mannen med medan medlem mellom \
     mener mens menn menneske mennesker mer meir mest mi midt min mindre mine minst mitt mobil mobilen mot mye mykje \
     månedag må måte måtte n nei nesten neste noe noen noko nokon nokre nok norge norske norsk nord nr nu ny nytt nyt nå \
     når nødvendig nemleg nemlig obs of også om on onsdag opp opne oppe opplæring or oss over overalt ovanfor overfor på \
     påstand personlig pga plutselig presis prosjektet pluss pr pressen pris ps re regjeringen regjeringa resten riktig \
     riktignok rundt røde sa saken saka sammen samt samtidig samstundes sant se sei seier seint seg seinare senere sent \
     september sett si sidan siden sier sist siste sjeldan sjelden sju sjølv sjølvsagt ska skal skole skulle slik slike \
     slutt små snakk so som sommaren sommeren song sorry spesielt spør spørsmål st starten stor stort straks står støtte \
     svar svart svensk svenske syns synest synes søknad søknaden søndag sundag så sånn særleg særlig ta takk tale tall \
     tanken telefon ti tid tida tiden tidlegare tidligere tilbake tilbud tillegg tilsvarende tirsdag to torsdag tre trass \
     tross trenger treng trur tror trygg tusen ty tydelig tysdag tysk tyske tilleggsopplysninger u ulike under unge ungdom \
     unntatt ut utan ute utenfor utanfor utover vare var vart ved vel veldig ventar venter vennlig vennleg venleg \
     vennligst ver vere verdt viktig videre viss vi vil ville vinteren vis visst vore vår våre vårt være vær vært vert we \
     well what when where which who why with yes you your år årets åpent åtte å øke øst øvrige østlige fru herr hr mr mrs \
     ms dr doktor prof professor januar februar mars april juni juli august oktober november desember january february \
     march may june july october december monday tuesday wednesday thursday friday saturday sunday nordmann nordmenn \
     amerikansk amerikanske britisk britiske fransk franske italiensk spansk russisk russiske kinesisk kinesiske europeisk \
     europeiske gresk greske israelsk israelske palestinsk arabisk irsk skotsk nederlandsk polsk polske finsk finske \
     islandsk jødisk katolsk kristen muslimsk samisk nynorsk bokmål vedtak vedtaket søker søkar søkaren avsender avsendar \
     mottaker mottakar saksbehandler sakshandsamar saksbehandlar rådgiver rådgjevar leder leiar avdeling avdelinga enhet \
     eining seksjon byggesak plan kultur oppvekst helse omsorg økonomi personal arkiv servicetorg servicetorget \
     dokumentsenter postmottak rådhus rådhuset ordfører ordførar kommunedirektør rådmann rådmannen fylke stat kommune \
     kommunen administrasjonen vedlegg klage klagen klaga gebyr gebyret frist fristen merknad merknader nabovarsel tegning \
     tegninger situasjonsplan adresse telefonnummer tlf mob org kopi sendt send mvh vh hilsning regards sincerely kind \
     dear subject date cc bcc fwd fw sv vs emnet ref sjekk ring skriv kontakt les merk finn prøv velg tenk gå sjå hør høyr \
     følg logg kall skap elsk vent stopp start hald hold gi gje gir gjev fekk fikk tar tek tok går gjekk gikk ser såg sit \
     sitter ligger stod verken";

/// Words before a name that say who bears it: offices, trades and kin; also as the end of a compound, and in the plural.
pub(super) const TITLES: &str = "sjef sjefen kandidat kandidaten kritikar kritikaren konsul ekteparet pappa mamma vinner vinneren vinnar vinnaren \
     mester mesteren meister stjerne stjernen stjerna helt helten utøver utøvar veteran klient klienten pasient pasienten \
     eleven elev brukeren brukaren student studenten supermodell modellen forgjengeren etterfølgeren forgjengaren \
     etterfølgjaren motstanderen medarbeider medarbeidar assistent skribent spaltist komponisten oversetter omsetjar \
     forlegger forleggar bonden drosjesjåfør sjåfør politimann politikvinne avdøde fornærmede tiltalte siktede søkjaren \
     klagaren varsleren utbygger utbyggar huseier huseigar grunneier grunneigar leietaker leigetakar hjemmelshaver \
     tiltakshaver minister ministeren statsminister statsministeren statsråd president presidenten visepresident dommer \
     dommeren advokat advokaten statsadvokat aktor forsvarer lege legen overlege fastlege doktor dr professor professoren \
     førsteamanuensis amanuensis forsker forskar forskaren forskeren rektor rektoren lærer lærar læraren læreren lektor \
     prest presten biskop biskopen sokneprest sogneprest pave paven ordfører ordføraren ordføreren ordførar varaordfører \
     byrådsleder byråd fylkesmann statsforvalter rådmann kommunedirektør direktør direktøren administrerende \
     generalsekretær generalsekretæren sekretær statssekretær leder lederen leiar leiaren nestleder nestleiar formann \
     styreleder styreleiar partileder partileiar politiker politikaren representant representanten stortingsrepresentant \
     stortingsmann talsmann talskvinne talsperson pressetalsmann redaktør redaktøren ansvarlig journalist journalisten \
     reporter fotograf fotografen forfatter forfatteren forfattar forfattaren dikter diktar diktaren poet poeten kritiker \
     filosof filosofen historiker historikar psykolog økonom komponist musiker musikar artist artisten sanger songar \
     pianist fiolinist dirigent regissør regissøren skuespiller skodespelar skodespelaren skuespilleren kunstner \
     kunstnaren maler malar arkitekt arkitekten ingeniør trener trenar treneren trenaren spiller spelar spelaren spilleren \
     keeper løper skiløper skiløperen syklist bonde fisker skipper kaptein kapteinen offiser general generalen oberst \
     major sersjant politimester lensmann lensmannen konge kong kongen dronning dronninga prins prinsesse kronprins \
     kronprinsesse keiser kaisar tsar fyrste greve baron saksbehandler saksbehandleren sakshandsamar saksbehandlar \
     rådgiver rådgjevar seniorrådgiver konsulent inspektør avdelingsleder seksjonsleder enhetsleder kontaktperson \
     helsesykepleier sykepleier sjukepleiar jordmor ambassadør ambassadøren utsending delegat aktivist gründer investor \
     milliardær forretningsmann vaktmester naboen nabo naboene søkeren klageren mannen mann kona kone konen ektemannen \
     ektefelle ektefellen samboer samboeren sambuar sambuaren kjæreste kjæresten sønn sønnen son sonen datter datteren \
     dotter dottera mor mora moren far faren bror broren broder søster søsteren systera onkel tante fetter kusine bestemor \
     bestefar oldefar venn vennen venninne venninnen venen kollega kollegaen kompis kompisen kamerat kompanjongen barna \
     guten gutten jenta jenten herr fru frk hr hvorav heter heiter hete heite døpt oppkalt signert undertegnede \
     underteikna ved skrevet tidligere tidlegare komiker komikar rapper spydkaster midtbanespiller forfatterinne \
     skuespillerinne sangeren vokalist vokalisten gitarist gitaristen trommis bassist låtskriver produsent designer kokk \
     kokken eier eigar";

/// Verbs of saying and deeming, before a name or behind it; also those by which only people are told of.
pub(super) const SAYING: &str = "analyserer analyserar vurderer vurderar leser las leste peker peikar peikte framhever framhevar framheva oppsummerer \
     oppsummerar presenterer presenterar nemner nevner nevnte nemnde drømmer drøymer løper kjemper gråter snakker snakkar \
     snakket snakka jobber jobbar mottok sendte flyttet flytta reiste møtte møter savner sover skammer smilte vågar våger \
     fryktet håpet hevda hevdet trodde forlangte krevde foreslo foreslår innvendte tilføyer legg kyter fnyser utbryter \
     utbrøt understreket understreka gjentar gjentok advarer åtvarar takket takka gratulerer sier seier sa sagde mener \
     meiner meinte mente tror trur trudde svarer svarar svara svarte spør spurte forteller fortel fortalde fortalte \
     skriver skriv skrev skreiv forklarer forklarar forklarte påpeker påpeikar understreker understrekar hevder hevdar \
     legger fastslår fastslo konkluderer konstaterer erkjenner innrømmer medgir innrømte lover opplyser opplyste bekrefter \
     stadfestar avviser avviste synes synest ønsker ønskjer håper håpar frykter fryktar kommenterer kommenterte smiler ler \
     lo nikker nikkar sukker roper ringte klager klagar søkte søkjer klaga takker takkar beklager ber ba bad fikk fekk \
     tenker tenkjer tenkte vet veit visste husker hugsar minnes minnest arbeider bor bur ifølge ifølgje føler kjenner \
     elsker døde døydde født fødd giftet synger syng sang says said told wrote asked answered thinks believes";

/// What stands before the name of a place.
pub(super) const WHERE: &str = "i på utenfor utanfor langs nær near";

/// What stands before places and people alike.
pub(super) const FROM: &str = "ved fra frå rundt omkring gjennom from";
