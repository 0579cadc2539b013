//! Family names (etternavn) that people in Norway bear, and what family names end in.

/// Names that no ending betrays; those on -sen and the like are known by it.
pub(super) const FAMILY: &str = "Olsen Bertelsen Tollefsen Tønnesen Salomonsen Willumsen Zakariassen Bendiksen Didriksen Gregersen Knudsen Mathiesen \
     Matiassen Nicolaisen Olaussen Ottesen Reiersen Sigvaldsen Svendsen Tønnessen Abrahamsen Aanonsen Absalonsen Adolfsen \
     Albertsen Alfredsen Ambjørnsen Baardsen Bøgeberg Børresen Corneliussen Eilertsen Embretsen Enersen Eriksen Evensen \
     Gulliksen Haagensen Hallvorsen Halvorsen Henriksen Ingvaldsen Johannessen Kjeldsen Kristensen Lorentsen Mortensen \
     Mikkelsen Olufsen Oddvarsen Ovesen Rasmussen Rønningsen Rolfsen Sevaldsen Skaarsen Stensen Steffensen Syversen \
     Sørensen Thorvaldsen Tharaldsen Torstensen Trulsen Ulriksen Wilhelmsen Ingebretsen Høiland Aa Aabø Aaby Aakre Aakvik \
     Aalberg Aalen Aamodt Aamot Aanerud Aarnes Aarseth Aas Aase Aasen Aaser Aasheim Aasland Abel Abelvik Adde Aga Alm \
     Almaas Almås Alnes Alstad Alver Amble Amdal Amdam Amlie Amundrud Andenæs Anker Apeland Arntzen Aronsen Arvesen \
     Asbjørnslett Askeland Askheim Asphaug Aspelund Astrup Aukrust Austad Austbø Austgulen Austnes Austrheim Aune Aursand \
     Avset Ask Baastad Bache Bakka Bakke Bakken Bakker Balke Balstad Balsvik Bang Barstad Barth Batalden Bauge Bech Beck \
     Bekkelund Bekken Bekkevold Bell Berg Berge Bergan Bergane Bergem Bergene Berger Bergersen Berget Bergh Bergheim \
     Berglund Bergman Bergmann Bergseng Bergset Bergstrøm Bergum Bjaaland Bjelland Bjerga Bjerk Bjerkan Bjerke Bjerkås \
     Bjerknes Bjerregaard Bjordal Bjorvatn Bjugan Bjørgan Bjørgo Bjørgum Bjørhovde Bjørkli Bjørklund Bjørkum Bjørlo \
     Bjørndal Bjørneboe Bjørnerud Bjørnson Bjørnstad Bjørnø Bjørseth Bjørvik Blom Blix Bleka Blikra Blystad Boge Boine \
     Bolstad Bolme Bondevik Borch Borg Borge Borgen Borgersrud Borgos Borten Botnen Botten Brakstad Brandal Brandt \
     Brandvold Brann Brantzæg Bratland Bratli Bratlie Brattbakk Bratteli Bratberg Brattli Brattås Bratvold Braut Brede \
     Bredal Bredesen Breen Breivik Brekka Brekke Brekken Brekkhus Bremnes Brenden Brendmoe Brenna Brenne Brenno Bringedal \
     Broch Brodal Bru Brun Brunborg Brudevoll Brudvik Bruland Brundtland Bruun Brustad Bruvik Bry Bryhni Bryn Brynildsrud \
     Brænd Brække Brøgger Brørs Buan Buer Bugge Bull Buhl Bye Byberg Bysheim Bø Bøe Bøhler Bøhn Bøkko Bøyum Bårdsen \
     Bårdstu Bårnes Cappelen Carlson Castberg Christie Collett Conradi Dahl Dahle Dahlberg Dahlen Dal Dalane Dalby Dale \
     Dalen Dalene Dalseth Dalsbø Danbolt Danielssen Dass Dehli Devold Ditlevsen Djupvik Djuve Djønne Dokka Dokken Drange \
     Drangsholt Drevland Dreyer Drivenes Dybdahl Dybvik Dyb Dyrdal Dyrkorn Dyrnes Dyrstad Døhl Døsen Dørum Edland \
     Edvardson Eek Eggen Egge Eggum Egeberg Egeland Egenes Ege Eid Eide Eidem Eidet Eidsvåg Eidsvig Eidsvik Eie Eik Eike \
     Eikeland Eikenes Eikrem Eikås Eilefstjønn Einan Einang Eitrheim Ek Ekeberg Ekeland Eken Eker Ekern Ekhaugen Ekker \
     Eknes Ekra Ekren Ellingsrud Elde Elden Elle Elnan Elstad Elvebakk Elvestad Endal Endresen Enebakk Eng Enge Engan \
     Engelsvold Engelstad Engebakken Engebretsen Engen Enger Engeseth Engh Engø Enoksen Erdal Erga Eriksrud Ertzeid Espe \
     Espedal Espeland Espeseth Espedokken Espevik Espelid Estensen Evensmoen Evjen Evju Faarlund Falch Falck Falk \
     Falkanger Fagerheim Fagerli Fagerhaug Fagerland Fagernes Fahre Farstad Faye Fauske Fauskanger Fedje Feldt Felde \
     Fennefoss Ferkingstad Fikse Fimland Finne Finnerud Finnes Fiskaa Fiskå Fiskum Fjeld Fjelde Fjeldstad Fjeldheim Fjell \
     Fjellanger Fjellheim Fjellstad Fjellvang Fjelltun Fjerdingstad Fjetland Fjære Flaa Flaate Flage Flagstad Flakstad \
     Flaten Flatås Flatland Flatø Flesland Flo Floden Flom Flå Flåten Flø Folkestad Folland Foldnes Forberg Fordal Fosse \
     Fossdal Fossum Fossen Fossheim Fosshaug Fossland Fossmo Foss Fosnes Foyn Frafjord Fredheim Fredly Frantzen Friis \
     Fremstad Friestad Frisvold Frogner Frost Frydenlund Frøiland Frøyland Frøysa Frøystad Fuglesang Fuglestad Fuglerud \
     Furu Furre Furuheim Furulund Furuseth Furuset Furuli Fure Fylling Fyllingsnes Fyhn Fæhn Følstad Førde Førland Førre \
     Føllesdal Gabrielsen Gaarder Gaare Gaarden Galaasen Galtung Garborg Garnes Garvik Gaustad Geelmuyden Geitung Gimse \
     Gilje Gihle Gjelsvik Gjerde Gjerdrum Gjerstad Gjerløw Gjertsen Gjesdal Gjestad Gjelsten Gjelstad Gjøen Gjørv Gjøsund \
     Glad Glesne Glomnes Godal Godøy Golden Goksøyr Gordon Gran Granberg Grande Granerud Graneng Granheim Granli Granlund \
     Granum Granmo Graff Gravdal Graven Gravem Greger Greve Gresslien Grieg Grimstad Grimsbø Grimsrud Grimsmo Grinde \
     Grindheim Grini Grong Grov Groven Grøndahl Grøndal Grønli Grønlie Grønlund Grønn Grønning Grønnevik Grønseth Grønstad \
     Grønvold Grøtan Grøthe Grøtte Gude Gulbrandsen Guldberg Gulli Gullhav Gundersen Gustad Gurvin Gusland Guttelvik \
     Gysland Gåsvær Gåskjønli Gåsland Haaland Haave Haakonsen Haarberg Haavik Haga Hagan Hage Hagen Hagene Hageberg \
     Hagelund Hagland Hagerup Hambro Hamre Hamran Hamar Hammer Hammerstad Hamsun Hamnes Handal Handeland Handberg Hanger \
     Hannisdal Hanken Hareide Hareim Harkestad Harbo Harstad Hartmann Hasle Haslund Hassel Hasselgård Haug Hauan Haugan \
     Hauge Haugen Haugerud Haugland Haugli Haugstad Hauglid Haukeland Haukås Haukland Hauken Hauksson Hauso Haver Hegdal \
     Hegge Heggelund Heggen Heggem Hegerberg Heglund Hegna Hegseth Heiberg Heide Heier Heimdal Heimen Heimstad Heiestad \
     Heitmann Helgeland Helgerud Helgesen Helgheim Helland Helle Hellesnes Hellebust Helleland Hellem Helleren Hellerud \
     Helliesen Hellum Hellvik Helmen Helseth Helset Hem Hemmingsen Hennum Herland Hermo Herstad Hertzberg Hesjedal Hestad \
     Hestnes Hetland Hetle Heyerdahl Hide Hildre Hilde Hille Hilmo Hilt Himle Hinderaker Hindenes Hjelle Hjelm Hjelmeland \
     Hjelmtveit Hjermstad Hjorteland Hjorth Hodne Hoel Hoem Hof Hoff Hofstad Hogstad Hognestad Hogne Hol Holan Holand \
     Holberg Hole Holen Holm Holmboe Holmberg Holmefjord Holmen Holmlund Holmås Holst Holstad Holt Holta Holtan Holte \
     Holten Holter Holth Holtet Holum Hopland Horgen Horn Horne Hornnes Hosteland Hov Hovda Hovde Hovden Hovdenak Hove \
     Hovland Hovind Huseby Husby Husebø Huse Husa Huus Huitfeldt Hult Hustad Hustveit Husum Hval Hvidsten Hveding Hvattum \
     Hybertsen Hysing Høeg Høgh Høgmo Høgset Høgseth Høgåsen Høiby Høie Høibråten Høidahl Høien Høier Høines Høiseth \
     Høivik Høgberg Høyer Høybakken Høybråten Høydahl Høydal Høye Høyland Høylandskjær Høyheim Høyum Håland Håberg \
     Håkestad Håheim Hånes Håvik Hårstad Ibsen Idland Idsøe Igesund Igland Ihle Indrebø Indergaard Ingier Ingebrigtsen \
     Ingul Instebø Irgens Isdahl Ims Inderhaug Jagland Jahr Jenssen Jebsen Johnsrud Joner Joten Jordal Jordet Jore Juul \
     Juvik Juliebø Jæger Jørstad Jøssang Kaald Kallevik Kalland Kampen Kanestrøm Karlsrud Kaspersen Kaupang Kavli Keilhau \
     Kielland Killi Kirkeby Kirkhus Kirkerud Kittang Kittelsen Kiær Kjellstad Kjelstad Kjeldsberg Kjeldstad Kjelsrud \
     Kjenes Kjos Kjus Kjær Kjærstad Kjølstad Kjøs Klaveness Klem Klepp Kleppe Kleppa Kleiva Kleiven Kleven Klev Kleveland \
     Klingenberg Klokk Klungland Klungtveit Klæboe Klokkerud Knapskog Knarvik Knoff Knudtzon Knutsson Koch Kolstad Kolberg \
     Koldal Kolltveit Kolås Kongshaug Kopperud Koppang Kops Korneliussen Korsvik Korsmo Kraft Krag Krane Kraugerud \
     Kristiansund Krog Krogh Krohg Krokstad Krogstad Krogsrud Kroken Krosby Kråkenes Kråkevik Kruse Kvale Kvalsund \
     Kvalheim Kvaløy Kvam Kvamme Kvande Kvandal Kvarme Kveim Kvernberg Kverneland Kvernmo Kvinge Kvisle Kvist Kvitberg \
     Kvia Kvistad Kyllo Kyllingstad Kyrkjebø Kårstad Kåsa Laache Laberg Lagesen Laland Lampe Landa Landmark Landro Landsem \
     Landsverk Lange Langaas Langeland Langerud Langfeldt Langhelle Langholm Langli Langmo Langnes Langseth Langset \
     Langslet Langva Langøy Larsson Lauritzen Lauvrak Lauvås Lavik Leikanger Leirvik Leite Leivestad Lende Lenes Lereim \
     Lervik Lerum Lervåg Liabø Lia Liaaen Liane Lid Lidal Lien Lie Liestøl Lillebø Lilleng Lillehaug Lillestøl Lilleås \
     Lima Lind Linde Lindahl Lindberg Lindeman Lindeland Lindgren Lindland Lindqvist Lindset Lindseth Lindstad Lindstrøm \
     Lindtveit Lindås Linge Linnerud Linstad Lium Ljones Ljosland Lo Lode Loe Loen Lofthus Loland Loftesnes Lombnes Loraas \
     Lorentzen Losnegård Lothe Lotsberg Lovik Lund Lundberg Lundby Lundbye Lunde Lundgren Lundeby Lundekvam Lundh \
     Lundestad Lundemo Lundquist Lundvall Lurås Lura Lutnæs Lyche Lyng Lyngstad Lyngås Lynge Lyngvær Lysaker Lysbakken \
     Lysne Lysø Lystad Lægreid Lærum Løken Løkke Løkken Løland Lømo Lønne Lønning Lønnum Løseth Løvaas Løvås Løve Løvik \
     Løvland Løvlie Løvstad Løvold Løwer Låte Magnussen Mala Malmin Malmo Malme Malterud Mannes Mannsåker Mansåker \
     Marstein Martinussen Marthinsen Maråk Mauland Maurstad Mauseth Mehl Mehli Mehlum Mehus Meland Melby Melbye Melhus \
     Meling Mellum Mellemstrand Meyer Michalsen Michelet Midthun Midtbø Midttun Midtgaard Midtskogen Mikkelborg Minde \
     Misje Mittet Mjelde Mjøs Mjøen Mjaaland Mjåland Mo Moan Moberg Moe Moen Mogstad Mohn Mohr Moi Moland Molde Moldestad \
     Molden Molnes Molvær Monge Mork Morken Morland Mortensrud Mosby Moslet Mosand Moum Mowinckel Munch Munkeby Munkvold \
     Munthe Myhr Myhra Myhre Myhrer Myhren Myhrvold Myklebust Mykland Mykle Mykletun Myrdal Myran Myrann Myren Myre Myrer \
     Myrland Myrhaug Myrmo Myrseth Myrset Myrstad Myrvang Myrvold Myrvoll Mæhle Mæhlum Mæland Mølmen Mørch Mørk Mørkved \
     Møgster Møllerplass Møller Møyner Måseide Nansen Narvestad Natvig Naustdal Nedrebø Nedrelid Nerdal Nergård Nergaard \
     Nerland Nermo Nerhus Nes Nesbakken Nesbø Nesheim Nesje Neset Neslein Nesse Nesset Nesteby Nestvold Ness Nesvik \
     Nicolaysen Nielssen Nilssen Njøs Noddeland Norang Nord Nordahl Nordal Nordberg Nordby Nordbø Nordeide Nordgård \
     Nordgaard Nordhagen Nordhaug Nordheim Nordhus Nordland Nordli Nordlie Nordlund Nordmann Nordmo Nordnes Nordseth \
     Nordskog Nordstrand Nordstrøm Nordtveit Nordvik Nordås Normann Norheim Norum Norvik Novik Nybakk Nybakken Nyberg \
     Nyborg Nybø Nybråten Nygaard Nygard Nygård Nyhagen Nyhammer Nyheim Nyhus Nyland Nylund Nymoen Nymo Nyrud Nyquist \
     Nyseth Nyset Nysveen Nysæter Nærum Næss Nævdal Nævestad Nærø Nøkleby Nøstdal Nøttveit Nåvik Odden Oddane Odland \
     Ofstad Oftedal Oftestad Okkenhaug Omdal Ohnstad Omholt Omland Onarheim Ones Onstad Oppedal Opdal Opheim Oppegaard \
     Oppegård Opsahl Opsal Opstad Orheim Orre Osdal Oseland Osen Osmundsen Osnes Ose Ottersen Otterlei Otterstad Ousdal \
     Ousland Overå Overrein Oma Palm Paasche Paus Pettersson Pedersson Pihl Pladsen Plahte Platou Prestegard Prestegård \
     Prytz Prøsch Quam Quisling Raa Raaen Raanes Raknes Rafoss Rakke Rambøl Ramberg Ramfjord Ramsdal Ramstad Ramsland \
     Ramsøy Ranheim Rasch Raustøl Ravn Ravnaas Ravndal Ravnås Refsdal Refsnes Refvik Reigstad Reinertsen Reistad Reitan \
     Reite Reiten Reksten Rekdal Rem Remme Remøy Reppe Resaland Rese Revheim Rian Riise Riis Rinde Ringdal Ringen Ringheim \
     Ringnes Ringstad Ringvold Risan Risa Risberg Rise Risnes Risdal Ristesund Riseng Rishaug Roaldkvam Roaldset Rokke \
     Rogne Rognli Rognstad Roksvåg Roland Rolland Rolstad Romstad Rommetveit Ronæss Rong Ronglan Roos Rosenlund Rosland \
     Rosseland Rossland Rosenberg Rosenvinge Rossavik Rosvold Rud Rudi Rudlang Rudshaug Rugaas Rugsveen Rui Rukke Rundhaug \
     Rusten Rustad Rustand Ruud Ruste Ryan Rye Ryeng Rygg Rygh Rykkje Ryland Ryen Rysst Rød Rødal Rødland Rødseth Rødberg \
     Røe Røed Rødne Røkke Røkeberg Røise Røiseland Rønne Rønning Rønningen Rønnes Rønnestad Rørvik Røsand Røst Røsvik \
     Røsten Røstad Røv Røyrvik Røyset Røyseland Røys Råde Rånes Rånås Saga Sagen Sakariassen Salte Saltvik Saltnes \
     Salvesen Samdal Samnøy Samuelsen Sandbakk Sandbakken Sand Sandaker Sandal Sanden Sandberg Sande Sandhaug Sandli \
     Sandland Sandmo Sandmæl Sandnes Sandstad Sandven Sandvik Sandvoll Sandvær Sandøy Sandø Sandum Sandsmark Sara Sars \
     Sarheim Saue Saug Saugestad Saxegaard Schanche Schei Scheie Schjelderup Schjerve Schjølberg Schmidt Schou Schrøder \
     Schultz Schulz Schjøtt Seeberg Segtnan Seim Seierstad Selbekk Selboe Seljestad Seljeseth Selland Selmer Selnes Selvig \
     Selvik Selstad Semb Semmingsen Senje Seter Setsaas Sevland Shetelig Sigurdson Simonnes Sinding Sivertson Sira Siljan \
     Skagen Skage Skaar Skaara Skaare Skaug Skauge Skaugen Skari Skarbø Skarpnes Skarstein Skarsvåg Skartveit Skaufel Skei \
     Skeie Skibenes Skiaker Skinnes Skinstad Skippervik Skille Skimmeland Skjæret Skjelbred Skjelstad Skjervold Skjeldal \
     Skjold Skjolden Skjong Skjønberg Skjønsberg Skjønhaug Skjerven Skjæveland Skjåk Skodvin Skog Skogen Skogheim Skogli \
     Skoglund Skoglie Skogmo Skogseth Skogstad Skogvold Skoge Skollerud Skomedal Skorge Skorpen Skoftedal Skottheim \
     Skotland Skotte Skov Skovly Skram Skramstad Skrede Skrefsrud Skretting Skrove Skullerud Skundberg Skuterud Skylstad \
     Skyberg Skøien Skår Skåland Skåre Skånøy Slaatto Slagstad Slettebakk Sletten Slettebø Slettvoll Sletta Sletvold \
     Slinde Slåtten Slåttelid Smeby Smestad Smeplass Smith Smedsrud Smaaland Snarheim Snekkevik Snerte Solbakk Solbakken \
     Solberg Solbrekke Solem Solend Soler Solhaug Solheim Soli Solli Sollie Sollid Solstad Solum Solvang Solvik Solvoll \
     Solås Sommerfelt Sommerseth Sponheim Soot Soltvedt Soltveit Sortland Spigseth Spilling Spjelkavik Sperre Stabell \
     Stabæk Stakkeland Stallemo Stamnes Stang Stange Stangeland Standal Starheim Stavang Stavland Stavik Stavnes Stavrum \
     Steen Stein Steigen Steine Steinsholt Steinsland Steinsvik Steinum Steffensrud Stenberg Stenersen Stenseth Stensland \
     Stensrud Stenstad Stenvik Sterri Stien Stigen Stige Stjern Stoa Stokka Stokkan Stokke Stokkeland Stokken Stokland \
     Stoknes Stoltenberg Storaas Storbakken Storhaug Storli Storlien Storm Stormo Storvik Storset Storsveen Storås \
     Stoveland Straand Strand Strandberg Strande Strandheim Strandli Strandos Strandvik Straum Straume Strømme Strøm \
     Strømmen Strømnes Strømsnes Strømstad Strømsvik Strømsø Stub Stubberud Stubsjøen Sturød Stuen Støa Støre Størseth \
     Støle Støen Støyva Støylen Ståhl Stålesen Sudmann Sund Sundal Sundberg Sundby Sunde Sundet Sundfør Sundli Sundnes \
     Sundsbø Sundt Sundvor Surnevik Svarstad Svartdal Svartveit Svanberg Svanes Svare Svarva Sve Sveen Svela Svele \
     Svendsby Svensson Sverdrup Svergja Svindland Svingen Sviland Svartås Swensen Sylte Sylta Syse Syvertsen Syvertsrud \
     Sætre Sæter Sæterbø Sætermo Sætersdal Sæther Sæthre Sætran Sævik Sæverud Sævareid Sæbø Sæle Sælen Sælid Sæland \
     Søgaard Søgnen Søiland Sølvberg Sømme Søndenå Sønstebø Sønderland Sørby Sørbø Sørdal Sørdahl Søreide Sørheim Sørhaug \
     Sørli Sørlie Sørlien Sørmo Sørum Sørvik Søvik Søvde Sørås Såtvedt Takle Talgø Tande Tangen Tangeland Tangvald Tanke \
     Taraldset Taule Teig Teigen Teigland Telle Tellnes Terum Thommessen Thune Thrane Thoresen Thorsrud Thoen Thon \
     Thorbjørnsrud Thowsen Throndsen Thuen Thue Tjelta Tjelle Tjønn Tjomsland Tjore Tofte Tofteland Toftner Toften Tokle \
     Tollefsrud Tollaksen Tomter Tomren Tonheim Torgersrud Torbergsen Torkildsen Torp Torheim Torpe Torset Torsvik Torvik \
     Torvund Torvanger Tosterud Totland Tranøy Traaholt Trones Trosterud Troland Trovåg Trollvik Trygstad Trøan Trøen \
     Tufte Tuft Tuv Tuset Tungesvik Tungland Tuntland Tvedt Tveit Tveita Tveite Tveiten Tveito Tveiterås Tveitan Tveter \
     Tvete Tyholt Tysland Tysse Tyssen Tøgersen Tømte Tønder Tønseth Tørum Tørresdal Tørres Tøsse Ueland Uglem Uglum \
     Ullern Ulland Ullebø Ullestad Ulstad Ulstein Ulset Ulvestad Ulven Ulvund Ulveseth Undheim Underdal Undset Undlien \
     Urdal Urke Urstad Utheim Utgård Utne Utsi Utvik Uthus Utvær Vaa Vaage Vaagen Vaagland Vadset Vaksdal Vaksvik \
     Valderhaug Valen Valestrand Valland Valle Vallestad Valvik Vamraak Vanebo Vangen Vange Vangsnes Vanvik Varhaug Varne \
     Varpe Vassbotn Vassenden Vasset Vasshaug Vasstveit Vassdal Vatn Vatne Vatland Vedeler Vedvik Veen Vegge Vegsund Veie \
     Veiteberg Velde Velle Vesaas Vestad Vestbø Vestby Vesterhus Vestgård Vestheim Vestnes Vestre Vestrheim Vestvik Vestøl \
     Vetås Veum Viddal Vie Vig Vigeland Vigen Vigre Vik Vikan Vikane Vikanes Vike Viken Vikene Vikeså Vikhamar Vikre \
     Viksund Vikse Vikøren Vikøyr Vilberg Vilhelmsen Vinje Vinnes Visnes Viste Visted Voie Vold Volden Voldsund Voll \
     Vollan Vollen Volle Vollset Vorland Vormedal Vågan Vågen Våge Vågenes Vågsether Våland Vårdal Vårvik Værnes Wahl \
     Waage Waagbø Waaler Wang Wangen Wangberg Warholm Wathne Weberg Wedel Weiseth Welde Welhaven Wenaas Wergeland Werner \
     Wessel Westad Westby Westerlund Westgaard Westlie Westly Wetlesen Wibe Wichstrøm Wiborg Wigdahl Wig Wiggen Wiik Wik \
     Wike Wikan Wikstrøm Wilberg Willoch Wille Winge Winje Winther With Woldseth Wold Wolden Woll Wollan Wright Ysland \
     Ytreberg Ytredal Ytreland Ytterdal Ytterstad Ødegaard Ødegard Ødegård Ødegården Øgård Øfsti Øglænd Øie Øien Øiestad \
     Økland Øksnes Øren Ørn Ørbeck Ørjasæter Øritsland Ørstavik Ørstad Øvergård Øverby Øverland Øverli Øvrebø Øvrelid \
     Øvreås Øvrum Øvsthus Øy Øya Øyan Øye Øyen Øygard Øygarden Øyehaug Øyjord Øyra Øyre Øyri Øystese Øwre Aadland Aagaard \
     Aagesen Åberg Ådland Ågotnes Åkre Ålund Ålien Åmdal Åmodt Åmot Ånderud Ånes Ås Åse Åsen Åsheim Åsli Åsland Årdal \
     Årstad Åsvang Årvik Årsvoll Eira Gaup Bongo Buljo Hætta Somby Turi Oskal Siri Balto Guttorm Juuso Keskitalo Nilut \
     Skum Valkeapää Eikjok Varsi Anti";

/// Names of families that have come from elsewhere, or of whom one writes.
pub(super) const WORLD: &str = "Abbas Abbasi Abdi Abdulahi Abdulkadir Abdullahi Abdullah Abebe Abraham Abukar Abdulle Acar Adan Adams Aden Afrah \
     Afzal Ahmad Ahmadi Ahmadzai Ahmed Ahmeti Ahmetović Akbari Akhtar Aksoy Aktas Alam Albrecht Ali Alibegović Aliyev \
     Allen Almeida Alvarez Álvarez Amin Amini Amiri Anderson Anwar Arafat Arif Arshad Artan Asghar Ashraf Aslam Assad \
     Aydin Aydın Aziz Azizi Babic Babić Bach Bachmann Bahar Bailey Bajwa Baker Bakhtiari Banaszak Banerjee Barakzai Barnes \
     Barre Bashir Bauer Baumann Becker Begum Begic Begić Begovic Bekele Bell Bennett Berisha Berlusconi Bernhardt Bhatti \
     Biden Bielska Bin Blair Blanc Bogdanov Bondarenko Bonde Boyko Brahimi Braun Brown Browning Bukhari Bush Butt Bytyqi \
     Çelik Celik Campbell Carter Castro Chan Chandra Chang Chaudhry Chávez Chavez Chen Cheng Cheema Chirac Chopra \
     Chowdhury Churchill Clark Clarke Clinton Cohen Cohn Cole Coleman Collins Conrad Cook Cooper Costa Cox Cruz Cruise \
     Da-Silva Dahir Darwin Davies Davis Demir Deng Descartes Diallo Diaz Díaz Dinh Do Doan Dogan Doğan Dostojevskij Doyle \
     Dubois Duong Durani Dzeko Eden Edwards Einstein Eisenhower Elmi Emanuelsen Engels Erdoğan Erdogan Estrada Evans Evers \
     Farah Farooq Faruqi Ferguson Fernandes Fernández Fernandez Ferrari Fischer Fisher Flores Foster Franco Freud Friedman \
     Fuchs Gaddafi Gandhi Garcia García Gashi Gates Gebre Ghafoor Ghani Ghebremedhin Gibson Goebbels Goethe Göring Gomez \
     Gómez Gonzalez González Gorbatsjov Gore Grabowski Graham Grant Gray Green Greene Griffin Grossman Gruber Grzybowska \
     Guled Gupta Gutierrez Guzman Habermas Habib Hadi Hadžić Hägglund Haile Haidari Hakim Halimi Hall Hamid Hamidi \
     Hamilton Hamza Hansson Harper Harris Hasan Hasani Hashemi Hashi Hashimi Hassan Hassani Haxhiu Heidegger Heinz \
     Henderson Hernandez Hernández Hersi Hill Himmler Hirsch Hitler Ho Hoang Hodžić Hoffmann Hoffman Holmes Hoti Howard \
     Hoxha Huang Hughes Huynh Hume Hussain Hussaini Hussein Huseyin Ibrahim Ibrahimovic Ibrahimović Iqbal Isse Ivanov \
     Ivanova Jabbar Jackson Jafari Jama James Jamil Jankauskas Jankowska Jankowski Jansson Javed Jefferson Jelcin Jesus \
     Jimale Johannson Johansson Johnson Jones Jonsson Jovanovic Jovanović Joyce Jung Kabir Kabila Kadyrov Kafka Kamara \
     Kamal Kamiński Kamińska Kaminski Kang Kant Kaplan Kapoor Kara Karim Karimi Karzai Kaur Kaya Kelly Kennedy Keynes \
     Khalid Khalifa Khalil Khalili Khamenei Khan Khatami Khatun Khomeini Kidane Kierkegaard Kim King Kissinger Klein Koch \
     Koroma Kovac Kovač Kovačević Kovalenko Kovács Kowalczyk Kowalska Kowalski Kozlov Kozlowski Kozłowski Krasniqi \
     Kravchenko Krueger Krüger Kumar Kurt Kurz Kuznetsov Kwiatkowski Lam Langley Laine Lê Le Lee Lehmann Lenin Lennon \
     Leroy Levin Lewandowski Lewis Li Liebermann Lim Lin Lincoln Lindqvist Ling Litvak Liu Lopes Lopez López Luther Luong \
     Lukic Lukić Lynch Ma Mac-Donald Macdonald MacDonald Machado Machiavelli Madsen Mahamed Mahamud Mahmood Mahmoud Mahmud \
     Mai Malik Malinowski Mandela Mansour Mao Marcos Marić Markovic Marković Marshall Martin Martinez Martínez Marx Masood \
     Maxamed Mayer Mazur McCain McCarthy McDonald Mehari Mehmood Mehmeti Mendes Mensah Merkel Meyer Miah Michelsen \
     Mihajlovic Mill Miller Milošević Mirza Mitchell Mitterrand Mohamed Mohammad Mohammadi Mohammed Mohamud Moore Morales \
     Moreno Morgan Morina Morris Morrison Mozart Mubarak Muhammad Muhammed Mujić Mukherjee Müller Muller Murphy Murray \
     Musa Musk Mussolini Mustafa Mutlu Myers Nadeem Nagy Naqvi Nasser Nawaz Nazari Nehru Nelson Netanyahu Newton Ng Ngo \
     Nguyen Nietzsche Nikolić Nixon Noor Noori Norris Novak Nowak Nowakowski Nunes Nur Nuur Obama O'Brien O'Connor O'Neill \
     Okafor Olsson Omar Omarzai Ong Orwell Osman Osmani Osmanović Özdemir Ozturk Öztürk Owens Oz Paine Palin Palme \
     Papadopoulos Parker Park Patel Pavlov Pavlović Pawlak Perera Pereira Perez Pérez Perry Persson Petersen Petersson \
     Peterson Petrenko Petrov Petrović Petraitis Pham Phan Phillips Piaget Picasso Pietrzak Pinochet Pinto Platon Popov \
     Popović Popper Powell Price Proust Putin Qasim Qadir Qureshi Rabbani Radu Rahimi Rahman Rahmani Raja Ram Ramadan \
     Ramirez Ramos Rana Rashid Rasmussen Rashidi Rasool Raza Reagan Rehman Reid Reyes Rezai Reynolds Rice Richards \
     Richardson Ricoeur Rivera Roberts Robinson Rodrigues Rodriguez Rodríguez Rogers Romney Ronaldo Roosevelt Rosen Rossi \
     Rousseau Roy Rudenko Ruiz Russell Rutkowski Saddam Sadat Sadiq Saeed Safi Said Salah Saleem Saleh Salihu Salim \
     Salinger Samatar Sanchez Sánchez Sanders Santos Saric Šarić Sarkozy Sartre Sattar Savchenko Schäfer Schneider \
     Schröder Schumacher Schwartz Scott Selassie Selimi Semere Sen Şen Shah Shahid Shakespeare Sharif Sharma Sheikh \
     Shevchenko Shire Siddiqui Silva Simmons Simpson Singer Singh Sivakumar Sivalingam Smith Sokolov Soros Sousa Spielberg \
     Stalin Stankovic Steinbeck Stewart Stone Strindberg Suleiman Sultan Syed Szabó Szymanska Szymański Tadesse Tahir \
     Tahiri Tamm Tan Tariq Taylor Tekle Tesfay Tesfaye Thapa Thatcher Thaqi Thompson Thomson Tkachenko Todorov Tolstoj \
     Torres Toth Tóth Tran Trần Trotskij Truong Truman Trump Turner Ullah Uddin Vargas Vasiliev Vega Vo Vogel Voltaire Vu \
     Vukovic Wagner Walker Wallace Ward Warsame Washington Watson Weber Wei White Williams Wilson Winkler Wisniewska \
     Wiśniewski Wojcik Wójcik Wolf Wong Wood Woods Woźniak Wright Wu Xhaka Xu Yang Yilmaz Yıldız Yildiz Young Yusuf Yusufi \
     Zafar Zaman Zapatero Zawadzki Zelenskyj Zhang Zhao Zhou Zhu Ziegler Zieliński Zielińska Zimmermann Zuma Žukauskas \
     Chomsky Cicero Sokrates Aristoteles Epikur Seneca Hegel Wittgenstein Spinoza Leibniz Schopenhauer Foucault Derrida \
     Bourdieu Beethoven Verdi Monet Rembrandt Hemingway Tolkien Rowling Beckham Maradona Mourinho Solskjær Gerhardsen \
     Bratteli Nygaardsvold Jagland Skaugen Brundtland Willoch Bondevik Stoltenberg";

/// What family names end in that no common word and hardly a place ends in.
pub(super) const ENDINGS: [&str; 44] = [
    "sen", "ssen", "zen", "sson", "sdotter", "sdatter", "stad", "rud", "erud", "seth", "haug", "berg", "lund", "dahl",
    "gaard", "gård", "strøm", "mann", "feldt", "ski", "ska", "sky", "skij", "wicz", "vić", "vic", "vicius", "enko",
    "chuk", "yan", "ian", "oglu", "oğlu", "zadeh", "pour", "stein", "bakk", "moe", "quist", "qvist", "vold", "stuen",
    "ovic", "ović",
];

/// What names of farms end in, which families bear and places too.
pub(super) const FARMS: [&str; 28] = [
    "land", "heim", "nes", "vik", "dal", "set", "moen", "bakken", "hagen", "haugen", "lien", "strand", "by", "bø",
    "eng", "ås", "tveit", "vang", "mo", "li", "lie", "voll", "eid", "eide", "åsen", "rød", "hus", "løkken",
];
