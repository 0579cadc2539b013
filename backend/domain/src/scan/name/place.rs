//! Names of places (stedsnavn) and of bodies, newspapers and things that a text writes with a capital and that are no people.

/// Countries, counties, municipalities, towns, and parts of the world.
pub(super) const PLACES: &str = "Norge Noreg Norway Sverige Sweden Danmark Denmark Finland Island Iceland Færøyene Færøyane Grønland Svalbard \
     Longyearbyen Tyskland Germany Frankrike France England Skottland Wales Irland Nord-Irland Storbritannia Britain \
     Nederland Holland Belgia Luxembourg Sveits Østerrike Italia Spania Portugal Hellas Tyrkia Kypros Malta Polen Litauen \
     Latvia Estland Russland Russia Ukraina Hviterussland Kviterussland Belarus Moldova Romania Bulgaria Ungarn Tsjekkia \
     Slovakia Slovenia Kroatia Bosnia Bosnia-Hercegovina Serbia Montenegro Kosovo Makedonia Nord-Makedonia Albania Georgia \
     Armenia Aserbajdsjan Kasakhstan Usbekistan Syria Irak Iraq Iran Israel Palestina Libanon Jordan Egypt Libya Tunisia \
     Algerie Marokko Sudan Sør-Sudan Etiopia Eritrea Somalia Somaliland Kenya Uganda Tanzania Rwanda Burundi Kongo Nigeria \
     Ghana Gambia Senegal Mali Niger Tsjad Kamerun Angola Zambia Zimbabwe Mosambik Malawi Botswana Namibia Sør-Afrika \
     Madagaskar Afghanistan Pakistan India Bangladesh Nepal Bhutan Tibet Sri Lanka Kina China Japan Korea Nord-Korea \
     Sør-Korea Mongolia Vietnam Laos Kambodsja Thailand Burma Myanmar Malaysia Singapore Indonesia Filippinene Filippinane \
     Australia Zealand USA Amerika America Nord-Amerika Sør-Amerika Latin-Amerika Canada Mexico Cuba Haiti Jamaica \
     Guatemala Honduras Nicaragua Panama Colombia Venezuela Ecuador Peru Bolivia Brasil Chile Argentina Uruguay Paraguay \
     Europa Europe Asia Afrika Africa Oseania Antarktis Arktis Norden Skandinavia Scandinavia Balkan Baltikum Kaukasus \
     Midtøsten Midtausten Gaza Vestbredden Vestbreidda Saudi-Arabia Jemen Oman Qatar Kuwait Dubai Emiratene Kurdistan \
     Tsjetsjenia Sovjetunionen Sovjet Jugoslavia Øst-Europa Vest-Europa Sør-Europa Vesten Østen Nordpolen Sørpolen Hawaii \
     Alaska California Texas Florida Illinois Ohio Massachusetts Virginia Arizona Colorado Washington Manhattan Brooklyn \
     Hollywood Guantánamo Sibir Krim Bayern Preussen Sicilia Sardinia Korsika Kreta Bretagne Normandie Toscana Galilea \
     Jerusalem Tel-Aviv Beirut Damaskus Bagdad Teheran Kabul Kandahar Islamabad Karachi Lahore Delhi Mumbai Kolkata Dhaka \
     Kathmandu Beijing Peking Shanghai Hongkong Hong-Kong Taiwan Tokyo Kyoto Seoul Pyongyang Hanoi Saigon Bangkok Manila \
     Jakarta Sydney Melbourne Nairobi Kampala Addis-Abeba Khartoum Darfur Mogadishu Kairo Tripoli Tunis Rabat Lagos Accra \
     Dakar Johannesburg Pretoria Cape London Liverpool Manchester Birmingham Oxford Cambridge Edinburgh Glasgow Dublin \
     Belfast Paris Lyon Marseille Nice Cannes Strasbourg Brussel Bruxelles Amsterdam Haag Rotterdam Berlin Hamburg München \
     Frankfurt Köln Bonn Dresden Leipzig Wien Zürich Genève Geneve Bern Basel Davos Roma Rom Milano Napoli Venezia Firenze \
     Torino Madrid Barcelona Sevilla Lisboa Aten Athen Istanbul Ankara Praha Budapest Warszawa Krakow Kraków Gdansk \
     Vilnius Riga Tallinn Kiev Kyiv Moskva Leningrad Petersburg Murmansk Minsk Beograd Sarajevo Zagreb Pristina Tirana \
     Sofia Bucuresti Stockholm Göteborg Gøteborg Malmö Malmø Uppsala Kiruna København Aarhus Århus Odense Aalborg Ålborg \
     Skagen Helsinki Helsingfors Turku Tampere Reykjavik Torshavn York Boston Chicago Philadelphia Dallas Houston Seattle \
     Miami Detroit Toronto Montreal Ottawa Havanna Rio Caracas Santiago Lima Bogota Vatikanet Oslo Kristiania Christiania \
     Bergen Bjørgvin Trondheim Nidaros Stavanger Kristiansand Tromsø Drammen Fredrikstad Sandnes Sarpsborg Skien Porsgrunn \
     Ålesund Sandefjord Haugesund Tønsberg Moss Bodø Arendal Hamar Larvik Halden Lillehammer Molde Harstad Horten Gjøvik \
     Kongsberg Narvik Alta Elverum Steinkjer Stjørdal Levanger Verdal Namsos Askim Kristiansund Grimstad Mandal Farsund \
     Flekkefjord Lyngdal Kongsvinger Hammerfest Vadsø Vardø Kirkenes Honningsvåg Lakselv Karasjok Kárášjohka Kautokeino \
     Guovdageaidnu Tana Finnsnes Sortland Stokmarknes Svolvær Leknes Lofoten Vesterålen Mosjøen Brønnøysund Sandnessjøen \
     Rana Fauske Røros Oppdal Orkdal Orkanger Volda Ørsta Ulsteinvik Fosnavåg Sunndalsøra Åndalsnes Førde Florø Måløy \
     Sogndal Lærdal Årdal Årdalstangen Flåm Aurland Voss Odda Stord Leirvik Bømlo Askøy Øygarden Kvinnherad Etne Karmøy \
     Kopervik Bryne Egersund Sauda Suldal Jørpeland Klepp Randaberg Sola Notodden Rjukan Bø Kragerø Risør Tvedestrand \
     Lillesand Vennesla Evje Setesdal Stavern Holmestrand Svelvik Hønefoss Gol Geilo Hemsedal Nesbyen Fagernes Otta Dombås \
     Lom Vågå Skjåk Vinstra Ringebu Tynset Alvdal Rena Trysil Brumunddal Raufoss Jessheim Lillestrøm Strømmen Lørenskog \
     Ski Ås Drøbak Asker Bærum Sandvika Nesodden Kolbotn Mysen Rakkestad Hvaler Råde Rygge Vestby Eidsvoll Nannestad \
     Gardermoen Hurdal Nittedal Rælingen Fetsund Aurskog Aurskog-Høland Modum Vikersund Krødsherad Flesberg Numedal \
     Hallingdal Valdres Gudbrandsdalen Østerdalen Hedmarken Toten Hadeland Romerike Follo Folgefonna Hardanger \
     Hardangervidda Sunnhordland Nordhordland Sogn Fjordane og Sunnfjord Nordfjord Sunnmøre Nordmøre Romsdal Fosen \
     Innherred Namdalen Helgeland Salten Ofoten Troms Finnmark Nordland Nord-Norge Nord-Noreg Trøndelag Sør-Trøndelag \
     Nord-Trøndelag Vestlandet Austlandet Østlandet Sørlandet Midt-Norge Midt-Noreg Hordaland Rogaland Jæren Ryfylke Agder \
     Aust-Agder Vest-Agder Telemark Vestfold Buskerud Akershus Østfold Oppland Hedmark Innlandet Vestland Viken Møre \
     Jotunheimen Dovre Dovrefjell Rondane Nordmarka Østmarka Holmenkollen Grønlandsleiret Grünerløkka Majorstuen Frogner \
     Groruddalen Søndre Nordstrand Holmlia Furuset Stovner Ullern Ullevål Blindern Bislett Karl-Johan Youngstorget \
     Stortorget Bryggen Laksevåg Fana Åsane Fyllingsdalen Landås Loddefjord Lade Heimdal Byåsen Moholt Hinna Tasta Madla \
     Kvadrat Fjordvik Nesttun Utøya Skagerrak Kattegat Nordsjøen Norskehavet Barentshavet Østersjøen Austersjøen \
     Middelhavet Atlanterhavet Stillehavet Svartehavet Oslofjorden Sognefjorden Hardangerfjorden Mjøsa Glomma Tyrifjorden \
     Telemarkskanalen Europavegen Alpene Himalaya Alnes Åmot Hof Hole Rollag Tinn Vinje Fyresdal Kviteseid Seljord Bygland \
     Valle Bykle Sirdal Kvinesdal Lund Bjerkreim Gjesdal Strand Hjelmeland Kvitsøy Bokn Tysvær Vindafjord Utsira Austevoll \
     Sund Fjell Sotra Samnanger Vaksdal Modalen Osterøy Meland Radøy Lindås Masfjorden Fedje Gulen Solund Hyllestad \
     Høyanger Vik Balestrand Leikanger Luster Jølster Naustdal Askvoll Fjaler Gaular Bremanger Vågsøy Selje Eid Hornindal \
     Gloppen Stryn Vanylven Sande Herøy Ulstein Hareid Sykkylven Stranda Norddal Stordal Skodje Haram Giske Sula Vestnes \
     Rauma Nesset Midsund Aukra Fræna Eide Averøy Gjemnes Tingvoll Surnadal Rindal Smøla Halsa Hemne Snillfjord Hitra \
     Frøya Ørland Bjugn Åfjord Roan Osen Rissa Meldal Melhus Skaun Klæbu Malvik Selbu Tydal Holtålen Midtre Gauldal \
     Rennebu Meråker Frosta Leksvik Inderøy Snåsa Lierne Røyrvik Namsskogan Grong Høylandet Overhalla Fosnes Flatanger \
     Vikna Nærøy Leka Bindal Sømna Brønnøy Vega Vevelstad Alstahaug Leirfjord Vefsn Grane Hattfjelldal Dønna Nesna Hemnes \
     Lurøy Træna Rødøy Meløy Gildeskål Beiarn Saltdal Sørfold Steigen Hamarøy Tysfjord Lødingen Tjeldsund Evenes Ballangen \
     Røst Værøy Flakstad Vestvågøy Vågan Hadsel Øksnes Andøy Moskenes Kvæfjord Skånland Ibestad Gratangen Lavangen Bardu \
     Salangen Målselv Sørreisa Dyrøy Tranøy Torsken Berg Lenvik Senja Balsfjord Karlsøy Lyngen Storfjord Kåfjord Skjervøy \
     Nordreisa Kvænangen Loppa Hasvik Kvalsund Måsøy Nordkapp Porsanger Lebesby Gamvik Berlevåg Båtsfjord Nesseby \
     Sør-Varanger Sør-Libanon Haukeland Rikshospitalet Radiumhospitalet Mongstad Snøhvit Goliat Statfjord Ekofisk Melkøya \
     Kårstø Tjeldbergodden Maihaugen Heddal Borgund Eidsvollsbygningen Akropolis Kreml Downing Wall Times";

/// Bodies, media, parties, firms, feasts and things.
pub(super) const THINGS: &str = "As Asa Ans Sa Da Ba Iks Hf Ks Nav Ikt Mayen Ap Frp FrP Sp Krf KrF Sf NrK Nrk Vg Aps Fifa Uefa Nho Lo Bay Stortinget \
     Sametinget Riksrevisjonen Høgsterett Høyesterett Lagmannsretten Regjeringen Regjeringa Regjering Departementet \
     Kongehuset Slottet Språkrådet Kulturrådet Forsvaret Politiet Statsministeren Statoil Equinor Hydro Telenor Statkraft \
     Aker Yara Orkla Storebrand Schibsted Aftenposten Dagbladet Dagsavisen Klassekampen Nationen Morgenbladet Dagens \
     Næringsliv Finansavisen Adresseavisen Adressa Vårt Verdens Gang Nettavisen Budstikka Nordlys Sunnmørsposten \
     Fædrelandsvennen Aftenblad Aftenbladet Tidende Tidend Avisa Avis Blad Gula Arbeiderbladet Østlendingen Firda \
     Hallingdølen Romsdals Journalisten Bistandsaktuelt Guardian Times Post Journal Tribune Daily Telegraph Observer \
     Independent Spiegel Figaro Monde Reuters Associated Press BBC CNN Google Facebook Microsoft Apple Amazon Twitter \
     Instagram YouTube Netflix Wikipedia Windows Android Linux iPhone Playstation Xbox Nintendo Toyota Volvo Saab Ford \
     Mercedes-Benz Volkswagen Audi BMW Opel Peugeot Renault Honda Nissan Mazda Hyundai Tesla Boeing Airbus Braathens \
     Widerøe Ryanair Coop Rema Kiwi Meny Bunnpris Vinmonopolet Posten Bring Postnord Helfo Altinn Digipost Vipps Bufdir \
     Bufetat Husbanken Lånekassen Lånekassa Skatteetaten Tolletaten Kartverket Vegvesenet Mattilsynet Arbeidstilsynet \
     Datatilsynet Helsetilsynet Utdanningsdirektoratet Helsedirektoratet Miljødirektoratet Statsforvalteren \
     Statsforvaltaren Fylkesmannen Sivilombudet Barneombudet Forbrukerrådet Husleietvistutvalget Nasjonalbiblioteket \
     Nynorsk Bokmål Norsk Engelsk Samisk Arbeiderpartiet Arbeidarpartiet Høyre Høgre Venstre Fremskrittspartiet \
     Framstegspartiet Senterpartiet Raudt Rødt Miljøpartiet Kristelig Folkeparti Folkepartiet Kristeleg Demokratene \
     Republikanerne Labour Konservative Likud Hamas Hizbollah Fatah Taliban Al-Qaida Nato Koranen Bibelen Gud Allah Herren \
     Satan Kristus Profeten Guds Olympia Eliteserien Premier League Champions Brann Rosenborg Vålerenga Viking Lillestrøm \
     Odd Start Bodø/Glimt Vikings Chelsea Arsenal Tottenham United City Liverpool Everton Juventus Barcelona Inter Grammy \
     Oscar Nobel Spellemann Spellemannprisen Idol Melodi Eurovision Jul Jula Jol Jola Påske Pinse Ramadan Id Hanukka \
     Wimbledon Tour Giro OL VM EM NM Nord Sør Øst Vest Aust Syd Vestre Østre Nordre Søndre Holocaust Auschwitz Watergate \
     Wikileaks Brexit Bluetooth Internett Internet Excel Word Outlook Teams Zoom Sharepoint Acrobat Marxisme Islam \
     Kristendom Jorden Jorda Månen Sola Venus Jupiter Saturn Merkur Melkeveien Universet Andre Første Annen Tredje Black \
     White Red Blue Green New Old Big Great Little Super Star Stars War Wars Night Day World Life Love Rock Music Video \
     Radio Film Show Band Boys Girls Live Dead Death Man Men Woman Girl Boy House Home Street Road River Lake Mountain \
     Park Square Bridge Hall Club Society Foundation Institute Center Centre Company Group Inc Ltd Corp Corporation \
     Holding Partners Capital Invest Media Books Records Studios Games Systems Software Technologies Solutions Energy Oil \
     Gas Air Airlines Lines Shipping Marine Seafood Bank Insurance Finance Trust Fund Council Committee Commission Union \
     Party Front Army Navy Force Guard Police Court Senate Congress Parliament Government Ministry Department Office \
     Agency Bureau Service Services University College School Academy Hospital Church Temple Museum Theatre Theater Opera \
     Gallery Library Festival Open Cup Prix Grand Championship Tournament International National American British European \
     African Asian Western Eastern Northern Southern North South East West Central Middle States Kingdom Republic Islands \
     Island Beach Valley Hills Hotel Inn Resort Palace Castle Tower Saint San Santa Los Las La Le Les El Il Der Die Das De \
     Den Det";

/// Words that make a body, a place or a document of what stands beside them; also as the end of a compound.
pub(super) const BODIES: &str = "kommune kommunes fylkeskommune skole skule barneskole barneskule ungdomsskole ungdomsskule barnehage kirke kyrkje \
     sykehus sjukehus sjukehuset sykehuset universitet universitetet høgskole høgskule høyskole høgskolen høgskulen museum \
     museet senter senteret sentrum stadion bank banken forening foreining forbund forbundet forlag forlaget teater \
     teatret lag laget klubb klubben råd rådet utvalg utvalet komité komiteen nemnd nemnda direktorat direktoratet \
     departement departementet tilsyn tilsynet etaten etat verket verk fond fondet institutt instituttet stiftelse \
     stiftelsen stifting avis avisen avisa blad bladet tidende parti partiet hotell hotellet hall hallen park parken vei \
     veien veg vegen gate gata gaten plass plassen torg torget bru brua fjord fjorden dal dalen elv elva elven øy øya \
     øyane øyene fjell fjellet berget halvøya sjø sjøen vann vannet vatn vatnet havn havna hamn hamna lufthavn flyplass \
     stasjon stasjonen prisen pris lov loven lova forskrift meldingen meldinga traktaten avtalen avtala konvensjonen \
     erklæringen kampen krigen festivalen festival mesterskap mesterskapet cup cupen ligaen serien legatet gymnas gymnaset \
     tingrett lagmannsrett domkirke domkyrkje prosti bispedømme menighet kyrkjelyd sykehjem sjukeheim bibliotek \
     bofellesskap idrettslag fotballklubb skytterlag velforening borettslag sameie gård gard as asa ans da ba sa iks hf ks \
     nav ikt";
