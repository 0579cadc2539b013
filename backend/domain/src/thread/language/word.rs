//! The words by which each language is known (kjenneord): what people use in every letter, and the words of their errands.

use vocabulary::Language;

/// The words by which each language is known. A word in several lists counts less.
pub(super) const WORDS: [(Language, &str); 7] = [
    (
        Language::Nb,
        "var som så ved mot over under mange andre flere år før enn mer mest sin sitt sine hans hennes slik siden \
         uten innen mens ifølge første annet blant både sammen igjen aldri alltid derfor fordi gjennom hatt gjort \
         sagt sier sa tok kom gikk fikk ga ligger ser bedre frem gi ta ha be la si man alt nok tid dag hverandre \
         selve tilbake bort hjem ned ute inne allerede kanskje derimot imidlertid heller verken ettersom deretter \
         dermed samt hos bør burde finnes finner finne viser jeg ikke hva hvordan hvor hvorfor hvem noen noe dere \
         deres fra også være vært blir ble mye selv bare hvis etter meg deg seg nå kunne skulle gjerne takk \
         spørsmål søknad søknaden hei vennlig hilsen kommunen uke uker måned måneder til mellom ennå saken fått \
         er å og i på det en et for med av har kan vil skal må om vi du han hun de dem min mitt mine når der her \
         men eller mottatt ønsker vite gjelder hvilke hvilken lurer svar opp ut inn da sende sendt barnehage \
         skole eneste alle ingen disse denne dette hadde kommer gjør går får står tomten eiendommen veien gebyret \
         huset hjemme snakke snakket ringe ringer sette satt gjerde nabo naboen datteren sønnen moren faren \
         skolen høsten våren sommeren vinteren begynner starter stenger åpner åpent mangler mener sett legen \
         melder melde klager klage vedtaket avslag avslaget vedlagt følger skjemaet tredje gangen måneden ferien \
         flyttet bor bodd trenger hjelp hjelpe søker søkt søke sender betale betalt regning regningen koster gate \
         gaten morgen kveld ettermiddag mandag lørdag søndag utenfor omtrent nesten veldig litt noens egen eget \
         egne hvert hver ditt vår vårt våre hvilket dersom eventuelt gjelde angående vedrørende forventet vente \
         venter kontakt kontakte snarest vennligst mottok mottar skriver skrev lest leser bekrefte bekreftelse \
         frist fristen barn barnet barna plass plassen altså nytt nye ny far mor lese tomta vegen flytta skriv \
         skrive venta finn tar hit dit gang stadig meget godt hen hurtig hurtige synes aften form time timer lei \
         vel gamle gammel store stor lille små ja nei fint bra siste neste kjenner vet kjøre kjører kjørte tror \
         håper se funnet laget bygge bygger bygd bygget undersøkt informasjon dager natt sted steder navn adresse \
         telefon dokument dokumenter brev brevet mail vedtak rett riktig feil skjer skjedd kontor kontoret gratis \
         pris prisen fram",
    ),
    (
        Language::Nn,
        "var som så ved mot over under mange andre fleire år før enn meir mest sin sitt sine hans hennar slik \
         sidan utan innan medan ifølgje første fyrste blant både saman igjen aldri alltid difor fordi gjennom \
         hatt gjort sagt seier sa tok kom gjekk fekk gav ligg ser betre fram gje ta ha be la seie man alt nok tid \
         dag kvarandre sjølve tilbake bort heim ned ute inne allereie kanskje derimot likevel heller verken \
         ettersom deretter dermed samt hos bør burde finst finn finne viser vert verte vorte skil einskild eigen \
         eige eigne heile høve eg ikkje kva korleis kor kvifor kven nokon noko dykk dykkar frå òg også vere vera \
         vore blir vart mykje sjølv berre dersom etter meg deg seg no kunne skulle gjerne takk spørsmål søknad \
         søknaden hei vennleg venleg helsing kommunen veke veker månad månader til mellom enno saka fått er å og \
         i på det ein eit ei for med av har kan vil skal må om vi me du han ho dei min mitt mine når der her men \
         eller motteke ønskjer ynskjer vite gjeld kvar lurer svar opp ut inn då sende sendt barnehage skule \
         einaste alle ingen desse denne dette hadde kjem gjer går får står tomta eigedomen vegen gebyret huset \
         sjå heime mogleg snakke snakka ringe ringjer sette sett gjerde nabo naboen dottera dotter sonen mor far \
         skulen hausten våren sommaren vinteren byrjar startar stengjer opnar ope manglar meiner sei legen melder \
         melde klagar klage vedtaket avslag avslaget vedlagt følgjer skjemaet tredje gongen gong månaden ferien \
         flytta bur budd treng hjelp hjelpe søkjer søkt søkje sender betale betalt rekning rekninga kostar gate \
         gata morgon kveld ettermiddag måndag laurdag sundag utanfor omtrent nesten veldig litt nokre kvart ditt \
         vår vårt våre eventuelt gjelde vedkomande venta vente ventar kontakt kontakte snarast vennlegast mottok \
         skriv skreiv lese stadfeste stadfesting frist fristen born barn barnet barna plass plassen att framleis \
         korkje anten altså soleis nye nytt gamal heilt endå oss deira søker søke visar kontakta dit stadig godt \
         form time timar vel ny tar hit gang tror trur håpar funne bygge byggjer bygd undersøkt informasjon dagar \
         natt stad stader namn adresse telefon dokument brev brevet vedtak rett riktig feil skjer skjedd kontor \
         kontoret gratis pris prisen køyre køyrer køyrde gammal gamle store stor lita små ja nei fint bra siste \
         neste kjenner veit skrive lei synest vatn vatnet snill ver hjå leige leiger bos sist",
    ),
    (
        Language::Da,
        "var som så ved mod over under mange andre flere år før end mere mest sin sit sine hans hendes sådan \
         siden uden inden mens ifølge første andet blandt både sammen igen aldrig altid derfor fordi gennem haft \
         gjort sagt siger sagde tog kom gik fik gav ligger ser bedre frem give tage have man alt nok tid dag \
         hinanden selve tilbage bort hjem ned ude inde allerede måske dog heller hverken derefter dermed samt hos \
         bør burde findes finder finde viser jeg ikke hvad hvordan hvor hvorfor hvem nogen noget i jeres fra også \
         være været bliver blev meget selv kun hvis efter mig dig sig nu kunne skulle gerne tak spørgsmål \
         ansøgning ansøgningen hej venlig hilsen kommunen uge uger måned måneder til mellem endnu sagen fået er \
         at og på det en et for med af har kan vil skal må om vi du han hun de dem min mit mine når der her men \
         eller modtaget ønsker vide gælder hvilke hvilken svar op ud ind da sende sendt børnehave skole eneste \
         alle ingen disse denne dette havde kommer gør går får står grunden ejendommen vejen gebyret huset oplyse \
         hjemme snakke snakket ringe ringer sætte sat hegn nabo naboen datter sønnen moren faren skolen efteråret \
         foråret sommeren vinteren begynder starter lukker åbner åbent mangler mener læge lægen lægens melder \
         melde klager klage afgørelsen afslag vedhæftet følger skemaet tredje gang ferien flyttet bor boet brug \
         hjælp hjælpe søger søgt søge sender betale betalt regning regningen koster gade gaden morgen aften \
         eftermiddag mandag lørdag søndag udenfor omkring næsten lidt egen eget hvert hver dit vores eventuelt \
         angående vente venter kontakt kontakte snarest venligst modtog modtager skriver skrev læst læser \
         bekræfte bekræftelse frist fristen barn barnet børn plads pladsen stadig hen hertil ad spørge spurgte \
         kender godt hurtige synes vel form time timer ny nye nyt nytte store stor lille små ja nej fint siste \
         næste tror håber set fundet bygge bygger bygget information dage nat sted steder navn adresse telefon \
         dokument dokumenter brev brevet ret rigtig fejl sker sket kontor kontoret gratis pris prisen hit far mor \
         læse skrive køre kører kørte vand vandet leje lejer",
    ),
    (
        Language::Sv,
        "var som så vid mot över under många andra flera år före än mer mest sin sitt sina hans hennes sådan \
         sedan utan inom medan enligt första annat bland både tillsammans igen aldrig alltid därför eftersom \
         genom haft gjort sagt säger sade tog kom gick fick gav ligger ser bättre fram ge ta ha man allt nog tid \
         dag varandra själva tillbaka bort hem ner ute inne redan kanske dock heller varken därefter samt hos bör \
         borde finns finner finna visar jag inte vad hur varför vem någon något ni er från också vara varit blir \
         blev mycket själv bara om efter mig dig sig nu kunde skulle gärna tack fråga frågor ansökan hej vänlig \
         vänliga hälsning hälsningar kommunen vecka veckor månad månader till mellan ännu ärendet fått är att och \
         i på det en ett för med av har kan vill ska måste vi du han hon de dem min mitt mina när där här men \
         eller mottagit önskar veta gäller vilka vilken undrar svar upp ut in då skicka skickat förskola skola \
         alla ingen dessa denna detta hade kommer gör går får står tomten fastigheten vägen avgiften huset hemma \
         prata pratat ringa ringer sätta satt staket granne grannen dotter sonen mamma pappa skolan hösten våren \
         sommaren vintern börjar startar stänger öppnar öppet saknas menar säg läkaren anmäler överklagar \
         beslutet avslag bifogat bifogar följer blanketten tredje gången månaden semestern flyttade bor behöver \
         hjälp hjälpa söker sökt söka skickar betala betalat räkning räkningen kostar gata gatan imorgon kväll \
         måndag lördag söndag utanför ungefär nästan lite egen eget varje ditt vår vårt våra ifall eventuellt \
         angående vänta väntar kontakt kontakta snarast vänligen mottog tar emot skriver skrev läst läser \
         bekräfta bekräftelse frist barn barnet plats platsen fortfarande hit vart sådana oss den ju form ny nya \
         nytt stor stora liten små ja nej fint bra sista nästa känner vet tror hoppas sett bygga bygger byggt \
         information dagar natt ställe namn adress telefon dokument brev brevet rätt fel kontor kontoret gratis \
         pris priset dit gång far mor läsa skriva köra kör körde vatten vattnet hyra hyr",
    ),
    (
        Language::En,
        "his her she he they them their than then so just only also into over after before other some more most \
         all no out up one two first said says through between both because without our us me him the and is of \
         to you i have what how for with are my would please thank thanks regards this that not be been it was \
         were when where who which why can could do does will should must we your from at on in as an a or if but \
         about application know dear hello hi sincerely week weeks month months any there has had call called \
         tomorrow today yesterday neighbour neighbor fence daughter son mother father school autumn fall spring \
         summer winter starts start opens open closed missing mean doctor sign appeal decision rejected attached \
         form third time holiday moved live need help get got apply applied send sent pay paid bill costs cost \
         street morning evening monday friday saturday sunday outside almost very little many own every yours \
         whether regarding wait waiting contact soon received receive write wrote read confirm confirmation \
         within deadline child children place still much quick reply house long let being did see make made take \
         took here again ask question questions tell new while since until against by day days night name address \
         phone number letter right wrong free price small big old yes good happy knows drive drove water safe far \
         near information document documents office",
    ),
    (
        Language::Se,
        "lea leat ja mun in ii dat dan go mii mo gii gos goas bures giitu dearvvuođat dearvvuođaiguin ohcat ohcan \
         ohcama áššis ášši suohkan suohkana galgá galggan sáhttá sáhtán jus vai dahje mu du su min din sin leamaš \
         ovdal maŋŋel maid muhto nu son don dii sii gielda dárbbašan háliidan diehtit galle maŋŋá vel eai it ehpet \
         lei ledje gosa olu máksá sáddet sáddii riŋget munnje ihttin odne dalle vuorddán vuordit vahkku rádjai nieida \
         bárdni skuvla skuvlii álgá čakčat giđđat váidalan váidalit mearrádus mearrádusa danne lohkan doaktára reivve \
         reive maiddái muhtin olbmot dárbbaša dárbbašit veahki veahkki leimmet livččii leago dáhpáhuvvá áigi \
         áigemearri dieđu dieđihit buorre beaivi dát dasa das dain gosnu makkár man mannan boahtte sámegillii gillii \
         mánná mánáid manaidgárdi ovttas beassat oažžut oažžu oaččun bidjat bargat lean leš eambbo eará gal dieđusge \
         eat ehket",
    ),
    (
        Language::Other,
        "der die das und nicht ich ist mit sie wir haben bitte wann wie für auf ein eine zu von werden mein guten tag \
         danke des est je vous nous pour une dans que qui bonjour merci mon avec el los las por una para señor hola \
         gracias usted nie się jest dzień dobry proszę czy mam jak że ale dziękuję w il che sono non buongiorno \
         grazie ja nav es kā labdien paldies yra kaip laba diena ačiū mitä miten minä olen kiitos hyvää päivää waa \
         iyo aan ku ka was wo warum kann können möchte hallo mir mich meine meinen meiner wird sind bin hat habe sehr \
         noch nur auch bei nach vom zum zur dem den einen einer oder aber wenn dass antrag antwort grüße kostet \
         schule tochter sohn frist gemeinde bekomme wissen diese dieser ihre ihr ihnen vielen dank bis um über unser \
         unsere goedemiddag goedendag ik het een niet van voor wil graag weten wanneer antwoord mijn aanvraag wat hoe \
         waar kan u met dat zijn voudrais savoir quand ma mes votre vos réponse demande combien où coûte dois sur \
         avez avons suis ce cette du au aux par plus quisiera cuándo recibiré respuesta mi solicitud cuánto dónde \
         cómo está buenos días saludos vorrei sapere quando risposta alla mia mio domanda quanto dove come di gli \
         della olá gostaria saber minha meu pedido obrigado obrigada onde como não uma kiedy otrzymam odpowiedź \
         wniosek ile kosztuje gdzie na do za są moja mój milloin saan vastauksen hakemus hakemukseen haluaisin tietää \
         paljonko maksaa mihin lähetän ei on tai kun että voinko saako terveisin tere millal kas oma ning aitäh kui \
         palju vai varu kad mans mana norėčiau kada gausiu savo aš ar prašau bună ziua aș dori când mea mulțumesc \
         sunt merhaba ne zaman bir ve için istiyorum teşekkürler benim salaan waxaan inaan goorta xin chào tôi là của \
         không góðan dag ég við minni hvenær fæ og að ekki kumusta gusto ako kung ang ng sa mga po dobrý ráda rád kdy \
         svou žádost děkuji prosím jsem selam si të dhe për kur unë faleminderit zdravo hvala molim sam gdje",
    ),
];
