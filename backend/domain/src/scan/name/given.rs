//! Given names (fornavn) that people in Norway bear, from the country itself and from where people have come.

/// Norwegian and other Nordic names, in bokmål and nynorsk forms.
pub(super) const NORDIC: &str = "Erna Bertel Ingmar Betzy Asgeir Gudleiv Gunnleiv Eli Kåre Hallbera Ingvil Inge-Lise Pia Sylfest Torvild Vibeche \
     Wibecke Ødger Vigleik Sigbjorn Leikvoll Ottarr Tormund Eyvind Bjarnhild Borgny Borghild Dagfrid Einfrid Ellfrid \
     Gerdny Gunnlaug Hallfrid Hallvor Haldor Halgeir Hjalti Hugleik Iselin Ivarna Jorild Kjellrun Leifur Magnfrid Målfrid \
     Nikoline Oddbjørn Olaug Olfrid Ragnfrid Reidunn Roarr Signhild Sigurlaug Solvår Steinulv Svanlaug Terjer Torfrid \
     Torvil Turi Tarjei Viljar Vårin Aage Aagot Adele Adelheid Adrian Agnar Agnes Agnete Agnethe Aina Aksel Alan Alberte \
     Albert Albertine Aleksander Alexander Alexandra Alf Alfhild Alfred Alice Alida Alma Alva Alvar Alvhild Alvilde Amalie \
     Amanda Amund Anders Andor Andrea Andreas Andrine Ane Anette Angelica Angelika Anita Anja Anker Ann Anna Annbjørg Anne \
     Annelise Anneli Annemarie Annette Annfrid Annichen Anniken Annika Anny Ansgar Anton Antonia Are Arild Aril Arna Arnar \
     Arndis Arne Arnfinn Arnhild Arnold Arnoldus Arnstein Arnt Arnulf Arnvid Arthur Artur Arve Arvid Asbjørg Asbjørn Ask \
     Aslak Aslaug Asle Asta Astri Astrid Atle Aud Audhild Audny Audun August Augusta Aurora Axel Balder Bård Beate Beathe \
     Bengt Benedicte Benedikte Benjamin Bente Bergljot Berit Bernhard Bernt Bertil Berthe Bertine Birger Birgit Birgitta \
     Birgitte Birk Birthe Bjarne Bjarte Bjørg Bjørgulf Bjørghild Bjørn Bjørnar Bjørnulf Björn Bo Bodil Bothild Brage Brede \
     Brit Brita Brith Britt Brittmarie Brynhild Brynjar Brynjulf Bror Børge Børre Carina Carl Carlos Carolina Caroline \
     Carsten Casper Caspar Cathrin Cathrine Cato Catharina Cecilia Cecilie Celina Celine Charlotte Christel Christer \
     Christian Christiane Christin Christina Christine Christoffer Christopher Clara Claes Claus Conrad Cornelia Dag \
     Dagfinn Daghild Dagmar Dagny Dagrun Dan Daniel Daniella Danielle Dennis Ditlef Dina Dora Doris Dordi Dorte Dorthe \
     Dorthea Ebba Ebbe Edda Edel Edgar Edit Edith Edmund Edna Edvard Edvin Edle Edward Egil Egill Eigil Eilert Eilif Eiliv \
     Eilin Einar Einy Eirik Eirin Eivind Eivor Elbjørg Eldar Eldbjørg Eldrid Elen Elena Eleonora Elias Elin Elina Eline \
     Elis Elisa Elisabet Elisabeth Elise Eliza Ella Elle Ellen Ellinor Elling Elly Ellisiv Elna Elsa Elsbeth Else Elvira \
     Embla Embrik Emelie Emil Emilia Emilie Emma Emmy Emrik Endre Eric Erica Erik Erika Erland Erlend Erling Ernst Esben \
     Eskil Espen Ester Esther Eugen Eva Even Evelyn Evy Eystein Fabian Felix Ferdinand Filip Finn Finnur Fred Fredd Freddy \
     Fredrik Fredrikke Frida Frits Fritz Fritjof Fridtjof Frode Frank Frøya Frøydis Geir Geirmund Geirr Georg Gerd Gerda \
     Gerhard Gerhardt Gina Gisle Gislaug Gitte Gjermund Gjert Gjertrud Gjøran Glenn Grete Grethe Gro Gry Gudbrand Gudmund \
     Gudny Gudrun Gudveig Gunda Gunhild Gunn Gunnar Gunnbjørg Gunnhild Gunnvor Gunvald Gunvor Guri Guro Gustav Gustaf \
     Guttorm Gyda Gyrid Göran Gøran Gøril Gørild Haakon Hågen Håkon Håkan Håvard Haavard Hallbjørg Halldis Halldor \
     Hallgeir Hallgerd Hallgrim Hallstein Hallvard Halvard Halvdan Halvor Hanna Hannah Hanne Hannibal Hans Harald Hardy \
     Harriet Harry Hartvig Hauk Hedda Hedvig Hege Heidi Heine Helen Helena Helene Helga Helge Helle Helmer Helmut Hendrik \
     Henning Henny Henri Henrik Henriette Henrikke Herbert Herborg Herdis Herlof Herman Hermann Hermine Hermod Hilda Hilde \
     Hildegard Hildegunn Hilmar Hjalmar Hjørdis Hogne Holger Hugo Hulda Hårek Ida Idar Idun Idunn Igor Ildri Ina Inar Inga \
     Ingar Ingard Inge Ingebjørg Ingeborg Ingebrigt Ingebrikt Ingeleiv Inger Ingfrid Ingjerd Ingolf Ingri Ingrid Ingrunn \
     Ingun Ingunn Ingvald Ingvar Ingve Ingvild Ingvill Irene Iren Iris Irja Irmelin Isa Isabel Isabell Isabella Isabelle \
     Isak Ivan Ivar Iver Ivo Jacob Jacobine Jakob Jakop Jan Jane Janet Janicke Janike Janne Jannicke Jannike Jappe Jarand \
     Jarl Jarle Jeanett Jeanette Jeanne Jenny Jens Jeppe Jesper Jim Jimmy Jo Joachim Joakim Joar Joel Johan Johanna \
     Johanne Johannes John Johnny Johs Jomar Jon Jonas Jonatan Jonathan Jone Jonette Jonny Jonnar Joralf Jorid Jorun \
     Jorunn Josef Josefine Josefin Joseph Josephine Jostein Judith Julia Julian Julie Julius June Juni Juliane Jørgen Jørn \
     Jørund Jöns Kai Kaia Kaja Kaj Kalle Kamilla Karen Kari Karianne Karin Karina Karine Karita Karl Karla Karoline \
     Karolina Karstein Karsten Kaspar Kasper Kate Katharina Katinka Kato Katarina Kathrine Kathe Katja Katrin Katrine Kay \
     Kenneth Kent Ketil Kevin Kim Kine Kirsten Kirsti Kitty Kjartan Kjell Kjellaug Kjellbjørg Kjellfrid Kjersti Kjerstin \
     Kjetil Kjærsti Klara Klaus Klemet Knut Kolbein Kolbjørn Konrad Konstanse Kornelia Kristen Krister Kristian Kristiane \
     Kristin Kristina Kristine Kristoffer Kristofer Kurt Kyrre Laila Lajla Lars Lasse Laura Laurits Lauritz Laurens \
     Lavrans Lea Leah Leander Leif Leiv Leidulf Lemet Lena Lene Lennart Leo Leon Leonard Leonora Levi Leikny Lilian Lilja \
     Lill Lilla Lilli Lillian Lilly Lina Linda Line Linn Linnea Linnéa Lisa Lisbet Lisbeth Lise Liss Lisen Liv Live Lone \
     Lorents Lorentz Lotta Lotte Louis Louise Louisa Lovise Lovisa Lucas Lucia Ludvig Ludvik Luise Lukas Lydia Lykke Lyder \
     Mads Magda Magdalena Magna Magnar Magne Magnhild Magni Magnus Maia Maiken Maja Malene Malin Maline Malvin Mai Maj \
     Margareth Margaret Margaretha Margarethe Margareta Margit Margot Margrete Margrethe Margrét Mari Maria Mariana \
     Mariann Marianne Marie Mariel Mariell Marielle Marion Marit Marita Marius Mariken Markus Marcus Maren Marlene Marna \
     Martha Marta Marte Marthe Martin Martine Martinus Mary Mathea Mathias Mathilde Matias Mats Matheo Matilde Matteus \
     Mathis Mattis Mauritz Max Maximilian May Maylen Merete Merethe Meta Mette Mia Michael Michaela Michelle Miriam Mikael \
     Mikal Mikkel Milla Mille Mina Mirjam Modulf Mona Monica Monika Mons Morgan Morten Mortimer Nancy Nanna Natalia \
     Natalie Nathalie Nataniel Nelly Nicholas Nicklas Nicolai Nicolas Nicole Nikita Niklas Nikolai Nils Nina Njål Noah \
     Noomi Nora Norleif Norma Norunn Norvald Oda Odd Oddbjørg Oddgeir Oddleif Oddlaug Oddmund Oddny Oddrun Oddvar Oddveig \
     Odin Ola Olai Olaf Olav Olava Ole Olea Oleander Olga Oliver Oline Olivia Oluf Omar Oscar Oskar Ole-Jan Ottar Ottilie \
     Otto Ove Owe Palle Patricia Patrick Patrik Paul Paula Paulina Pauline Peder Per Perly Pernille Persida Peter Petra \
     Petrine Petronelle Petter Philip Philippa Preben Pål Pær Rachel Rafael Ragna Ragnar Ragne Ragnhild Ragnvald Rakel \
     Randi Rannei Randulf Rannveig Rasmus Ravn Rebecca Rebekka Regine Regina Reidar Reiel Reidulf Reidun Reimar Reinert \
     Reinhard Rein Renate Rigmor Rikard Rikke Rita Roald Roar Robert Robin Roger Rolf Rolv Rolleif Roland Ronja Ronald \
     Ronny Rosemarie Roy Ruben Rudi Rudolf Runa Runar Rune Runhild Ruth Ryan Rønnaug Sabina Sally Salve Sander Sandra \
     Sanna Sanne Sara Sarah Sebastian Selma Serina Severin Sidsel Sif Sigbjørg Sigbjørn Sigfrid Sigmund Signe Signy Sigrid \
     Sigrun Sigurd Sigvald Sigvard Sigve Sigvart Silja Silje Silas Simen Simon Simone Sina Sindre Sissel Sissi Siv Siver \
     Sivert Siri Sjur Sjurd Skjalg Snefrid Snorre Sofia Sofie Sol Solbjørg Solfrid Solgunn Solrun Solveig Solvei Sondre \
     Sonja Sophia Sophie Stefan Stefanie Stein Steinar Steinkjell Steinulf Steffen Stella Stephan Stephanie Sten Stian \
     Stig Stine Storm Sturla Sture Ståle Styrk Styrkår Sune Sunniva Susann Susanna Susanne Sussie Svanhild Svein Sveinung \
     Sveinulf Sveinar Sven Svend Svenn Svenning Sverre Sylvi Sylvia Synne Synnøve Synnøva Søren Sølve Sølvi Sæbjørn Tage \
     Tallak Tania Tanja Tarald Terese Teresa Tea Terje Thale Thea Theis Thelma Theodor Theodora Therese Theresa Thina \
     Thomas Thomine Thor Thora Thorbjørn Thord Thore Thorfinn Thorgeir Thorhild Thorleif Thoralf Thorolf Thorstein \
     Thorvald Tilda Tilde Tilla Tilly Tim Timian Tina Tine Tiril Tiina Tobias Tom Tomas Tomine Tommy Tone Tonje Tony Tor \
     Toralf Toralv Torben Torbjørg Torbjørn Tord Tordis Tore Torfinn Torger Torgeir Torgils Torgrim Torgunn Torhild Toril \
     Torill Torje Torjus Torkel Torkil Torkild Torkjell Torleif Torleiv Tormod Torny Torolf Torolv Torquil Torstein \
     Torsten Torun Torunn Torvald Tove Trine Tristan Trond Tron Truls Trude Trygg Trygve Trym Turid Tuva Tyra Tyr Tyri \
     Tyge Ulf Ulla Ulrik Ulrich Ulrikka Ulrikke Una Une Unn Unni Unnveig Ursula Urd Valborg Valdemar Valentin Valentina \
     Vanessa Vanja Varg Vebjørn Vegar Vegard Veslemøy Vera Veronica Veronika Vetle Vibeke Vibecke Victor Victoria Vidar \
     Vidkun Vigdis Viggo Viktor Viktoria Vilde Vilhelm Vilja Vilma William Willy Wanda Wenche Werner Wilhelm Wilma Wiggo \
     Willem Yngvar Yngve Yngvild Yngvil Ylva Yvonne Øistein Øivind Ørjan Ørnulf Øyolf Øystein Øyvind Øyvor Åge Ågot Åke \
     Åsa Åse Åshild Åsulv Åsmund Åsne Åste Åsta Aase Aasmund Aasne Aaslaug Ånund Anund Aino Anders-Johan Áile Ánde Ánne \
     Biret Elle-Máret Issát Iŋgá Jouni Jussi Juhani Jukka Kaisa Kalevi Kirsi Lauri Liisa Máret Matti Mika Mikko Minna \
     Nils-Aslak Niillas Outi Pekka Piera Pirkko Päivi Ristin Sámmol Seppo Sirpa Tarja Timo Tuula Veikko Ville Agneta \
     Berndt Börje Gunilla Göte Inga-Lill Ingemar Jöran Karl-Erik Kerstin Lars-Erik Mikaela Pontus Pär Rickard Sixten \
     Stellan Torgny Ulrika Urban Östen Bjarke Flemming Frederik Frederikke Freja Jette Jytte Kjeld Lærke Mogens Niels \
     Nikolaj Poul Thyra Troels Vagn Árni Ásgeir Björk Guðrún Guðmundur Gylfi Halldór Hrafn Ingibjörg Jón Jóhann Jóhanna \
     Katrín Kristín Magnús Ólafur Páll Sigríður Sigurður Stefán Sveinn Þór Þorsteinn Þóra";

/// Names of people who have come from elsewhere, or of whom one writes.
pub(super) const WORLD: &str = "Ruby Rutger Sacha Phoebe Wilbur Thaddeus Agatha Aisling Alastair Aleksi Alec Alfie Amos Anatol Anselm Archie Arlo \
     Arnaldo Astor Aubrey August Austin Balthazar Barney Bart Basil Beau Benedict Benji Bernd Blake Boyd Brady Brendon \
     Bridget Brigid Bronwyn Buster Byron Caleb Camille Carlotta Cary Cassius Cecil Cedric Celeste Clarence Claudine \
     Clayton Clementine Cleo Colette Cornelius Crispin Cyril Cyrus Dale Damien Daphne Darcy Dashiell Deirdre Della \
     Delphine Denzel Dexter Dietrich Dieudonné Dionysios Dirk Dmitrii Drew Dudley Duke Ebony Edison Effie Eleanor Elias \
     Elliot Elliott Ellis Elsie Emmet Enid Ephraim Erasmus Erich Ernestine Esmeralda Eugenie Eunice Eva Evander Ezekiel \
     Fabio Fabrice Fatih Faustino Felicia Felicity Fergus Fernanda Fidelma Finbar Fletcher Floyd Francine Frankie Franklin \
     Garth Gaspard Gaston Genevieve Georges Germaine Gerrit Gerry Gilda Giselle Glen Godfrey Greta Gretchen Gunter Gustave \
     Gwendolyn Hamish Hanno Hansel Harley Harrison Harvey Heidrun Hermione Hilda Hiram Holly Hope Ignatius Igor Imelda \
     Imogen Inez Ingo Iolanda Ira Isaac Isadora Isidore Ivy Jada Jago Jaroslava Jasper Jefferson Jerrold Joachim Joaquin \
     Jocelyn Johann Jolene Jonas Josephine Josiah Julianne Julien Jürg Kaspar Katia Katrina Kayleigh Kendra Kent Kermit \
     Kerstin Knud Konrad Kristopher Lachlan Lana Larissa Laszlo Lavinia Leander Lenny Leopold Lester Lewis Lillian Lionel \
     Lorna Lothar Lucille Lucius Ludovic Luther Lyle Mabel Madonna Maeve Magnolia Malachi Marcelle Marguerite Marietta \
     Marlon Maude Mauricette Maxwell Melvin Meredith Merle Meyer Mildred Millie Milos Minerva Moritz Mortimer Muriel Myra \
     Myron Myrtle Nadine Nadezhda Nathanael Nell Nestor Niall Nikita Noelle Norbert Odette Olaf Olympia Orson Osvald Otis \
     Ottmar Patience Patti Pearl Percy Perpetua Philippa Phineas Pia Piers Prudence Quincy Ralf Ramsay Raphael Reinhard \
     Reva Rhys Rita Roald Rocco Roland Rolando Rosamund Rowan Roxie Rudolph Rudy Rupert Salvador Sanford Saul Seamus Selma \
     Seth Shawna Sid Sidney Siegfried Sigmund Sissy Sterling Stuart Sylvie Tabitha Tatum Tess Tessa Thelma Theodore \
     Thurston Tilly Titus Trudy Ulrich Ursula Valentine Vance Vaughn Velma Vera Vernon Victor Vince Vinnie Virgil Vivien \
     Volker Walther Wilbert Wilfred Wilhelmina Willa Winifred Wolfram Wyatt Xander Yvette Zane Zelda Zora Aamir Aaron \
     Aaliyah Abbas Abdel Abdelkader Abdelrahman Abdi Abdifatah Abdikadir Abdirahman Abdirashid Abdiaziz Abdul Abdulkadir \
     Abdullah Abdullahi Abdulla Abdulrahman Abdurrahman Abeba Abebe Abel Abid Abir Abraham Abu Ada Adam Adan Adel Adele \
     Aden Adil Adina Adisa Adnan Adolf Adriana Adrianna Afaf Afrim Agata Agim Agnieszka Ahlam Ahmad Ahmed Ahmet Aida \
     Aigars Aisha Aishah Aija Ajay Ajla Akbar Akram Alaa Alain Alan Alana Alba Alberto Aldo Alejandra Alejandro Aleksandar \
     Aleksandr Aleksandra Aleksandras Aleksei Aleksey Alena Alessandra Alessandro Alexandre Alexey Alexei Alexis Alfonso \
     Alfredo Ali Alia Alina Aliona Alisa Alison Alla Allan Allen Alma Almaz Almir Alona Altin Alvaro Alvin Alyona Amal \
     Amar Amara Amela Amelia Amer Amin Amina Aminah Aminata Amine Amir Amira Amit Amna Amy Ana Anab Anas Anastasia \
     Anastasiia Anatoly Anders Andre André Andrei Andrej Andrejs Andrew Andrey Andriy Andrii Andrius Andrzej Andy Aneta \
     Angel Angela Angelina Angelo Angus Anh Ania Anil Anis Anisa Anish Anisha Anja Ante Anthony Antoine Antonella Antoni \
     Antonio António Antony Anwar Anya Aram Aras Araya Arben Ardian Areeba Arek Ariana Arian Arif Ariel Arjan Arjun \
     Arkadiusz Armend Armin Arnaud Arnold Arpad Arsim Artem Artiom Artjom Artūras Arturas Arturs Arun Arvin Arvind Aryan \
     Asad Asfaw Asha Asim Asif Asiya Aslam Asma Asmaa Asta Aster Atif Atiq Attila Audrius Aung Ausra Avni Avram Aweis Awet \
     Axmed Aya Ayaan Ayan Ayaz Ayesha Ayla Ayman Ayse Ayşe Azad Azadeh Azam Aziz Aziza Azra Baba Babak Bahar Bahram \
     Bakhtiar Balázs Barack Baran Barbara Barbora Barry Bartek Bartlomiej Bartosz Bashar Bashir Bassam Bassem Batoul Beata \
     Beatrice Beatriz Behrouz Belinda Ben Benazir Benita Benito Benny Berat Berhane Bernadette Bernard Bernardo Bert Berta \
     Bertha Beth Betsy Bettina Betty Beyene Bianca Bilal Bill Billy Binh Binyam Biljana Birgul Birhane Birutė Biruk Blerim \
     Blerta Bob Bobby Bogdan Bogdana Bogusław Boguslaw Bohdan Boris Bożena Bozena Brad Bradley Brahim Branko Brandon \
     Brenda Brendan Brent Brett Brian Brigitta Brigitte Brooke Bruce Bruno Bryan Bujar Burak Burhan Bushra Callum Calvin \
     Cameron Candice Carla Carlo Carlos Carmen Carol Carole Carrie Carter Cassandra Catalina Caterina Catherine Cathy Cem \
     Cemal Cesar Chad Chan Chantal Charles Charlie Chelsea Cheng Cheryl Chi Chiara Chloe Chloé Chris Christa Christophe \
     Chuck Cindy Claire Clare Clark Claude Claudia Claudio Clemens Cliff Clifford Clint Clive Colin Connie Connor Consuelo \
     Constantin Corinne Cory Costas Courtney Craig Cristian Cristiano Cristina Curt Curtis Cynthia Czesław Dagmara Dahir \
     Daiva Dalia Damian Damir Damon Dana Danh Danica Daniela Daniele Danijel Danilo Dani Danny Danuta Daria Dariia Dario \
     Darius Dariusz Darko Darren Daryl Dave David Davide Davor Dawid Dawit Dean Debbie Deborah Deepa Deepak Deka Delia \
     Demir Dénes Denis Denise Denys Derek Desiree Desta Destiny Detlef Diana Diane Didier Diego Dieter Dilan Dimitri \
     Dimitrios Dimitris Dina Dinesh Dino Dionne Diyar Dmitri Dmitrij Dmitriy Dmitry Dmytro Dolores Domenico Dominic \
     Dominik Dominika Dominique Don Donald Donatas Donna Dora Doreen Dorota Dorothea Dorothy Doug Douglas Dovilė Draga \
     Dragan Dragana Drita Duane Duc Dung Duncan Dusan Dustin Dušan Dwight Dylan Dzenana Dženan Earl Ebrahim Eda Eddie Eddy \
     Edin Edina Edita Edmond Edmundo Eduard Eduardo Edwin Edyta Efrem Egle Eglė Ehab Eileen Elaine Elaheh Elbasan Eldin \
     Elham Elif Elijah Eliot Elizabeth Elizaveta Ellie Elmir Elmira Elon Elton Elvis Elżbieta Elzbieta Emanuel Emilia \
     Emiliano Emilio Emily Emina Emine Emir Emira Emmanuel Emmanuelle Emre Engin Enes Enis Enrico Enrique Enver Enzo Erdal \
     Erdem Eren Erhan Erin Ermias Ernest Ernesto Erol Errol Ersin Erwin Erzsébet Esma Esmail Esra Estelle Esteban Estera \
     Estrella Ethan Etienne Euan Eugene Eugenia Eugeniusz Evan Evelina Evelyne Everett Evgeni Evgeny Ewa Ewelina Eyob Ezra \
     Faduma Fadumo Fadi Fadila Fahad Fahima Faisal Faiza Fajar Farah Fardin Fardowsa Farhad Farhan Farhiya Farid Farida \
     Farooq Farrukh Farzad Farzana Fartun Fathi Fatima Fatimah Fatma Fatmir Fatou Fatos Fawad Fawzia Faye Fazil Federico \
     Fedor Felipe Ferhat Fernando Fidel Fikret Filippo Filippa Filmon Fiona Firas Flavia Flavio Flora Florence Florian \
     Florin Fotini Franca Frances Francesca Francesco Francis Francisco Franco François Francois Franciszek Françoise \
     Frank Franz Frauke Fred Frederic Frédéric Frederick Freya Frieda Friedrich Fuad Gabriel Gabriela Gabriele Gabriella \
     Gabrielle Gael Gaetano Galina Gareth Garry Gary Gaute Gavin Gediminas Gemma Gene Genet Geoff Geoffrey George Georgia \
     Georgios Georgina Gerald Geraldine Gerard Gérard Gergely Gert Ghada Ghassan Ghulam Gianluca Gianni Gideon Gil Gilbert \
     Gilles Gillian Ginger Ginny Giorgio Giovanna Giovanni Gintaras Giedrė Gita Giulia Giulio Giuseppe Gladys Gloria \
     Goitom Goran Gordana Gordon Grace Gražina Grażyna Grazyna Greg Gregor Gregory Grigory Grzegorz Guido Guillaume \
     Guillermo Gul Gulnara Gunay Gunther Guntis Gurpreet Gustavo Guy Gwen György Gyula Habib Habiba Habtom Hadi Hadia \
     Hadis Hafiz Hafsa Hai Haidar Haile Hakan Hakim Hala Halil Halima Halina Halyna Hamed Hamid Hamida Hamit Hamsa Hamza \
     Hana Hanad Hanan Hang Hanh Hani Hania Hanif Hank Hannelore Hany Hao Haris Harjit Harlan Harold Haroon Harun Hasan \
     Hashim Hassan Hassen Hatice Hawa Hayat Hazel Heather Hector Heba Heike Heiko Heinrich Heinz Hélène Henok Henri \
     Henrique Henry Henryk Hermela Hibo Hicham Hien Hilal Hilary Hillary Hiroshi Hisham Hoa Hoang Hodan Hoda Homer Hong \
     Horace Horst Hossein Houda Howard Hrvoje Hubert Huda Hue Hugh Hui Humayun Hung Huong Huseyin Hüseyin Hussain Hussein \
     Huy Huyen Iain Ian Ibrahim Ibrahima Idil Idris Idriss Ieva Ifrah Ignacio Igors Ihab Ihor Ikram Ilaria Ildikó Ilhan \
     Ilir Ilkka Ilona Ilse Ilya Iman Imad Imane Immanuel Imran Imre Inam Indira Indre Indrė Ines Ingrida Inna Inês Ioan \
     Ioana Ioannis Ion Iqbal Iqra Irena Irfan Irina Irma Iryna Isaias Isam Isatou Ishaq Ishak Isla Ismael Ismail Ismet \
     Isra Israa Issa István Ivana Ivanka Ivars Iveta Ivica Ivona Iwona Izabela Izabella Izzat Jack Jackie Jackson Jacek \
     Jacqueline Jacques Jad Jadwiga Jafar Jaime Jake Jakub Jalal Jamal James Jamie Jamil Jamila Jamshid Jana Janez Janina \
     Janine Janis Jānis Janusz Jared Jarosław Jaroslaw Jaroslav Jasmin Jasmina Jasmine Jasminka Jason Jaspreet Jasna Javad \
     Javed Javid Javier Jawad Jay Jean Jeff Jeffrey Jelena Jennifer Jeremiah Jeremy Jerome Jérôme Jerry Jerzy Jesse \
     Jessica Jessie Jessika Jesus Jesús Jett Jill Jin Joan Joana Joanna Joanne Joao João Jodie Jody Joe Joerg Jolanda \
     Jolanta Joleen Jonah Jordan Jordi Jorge Jörg José Jose Josep Josh Joshua Josip Josipa Jovan Jovana Joy Joyce Juan \
     Juanita Judy Jules Julio Julija Juliusz Juliet Juma Junaid Jung Jurate Jurga Jurij Jurgita Justas Justin Justina \
     Justyna Jürgen Kaan Kadir Kadija Kadra Kadri Kamal Kamel Kamil Kamila Kamran Kanwal Karam Karim Karima Karol Karthik \
     Karwan Kasia Kasim Kasun Katarzyna Kate Katerina Kateryna Katharine Katherine Kathleen Kathryn Kathy Katie Katy Kaveh \
     Kavita Kayla Kazim Kazimierz Kebede Keith Kelly Kelvin Kemal Ken Kenan Kenny Kerim Kerry Kesang Kestutis Khadija \
     Khadra Khalid Khalida Khaled Khalil Khan Khanh Khawar Khoa Khurram Kian Kieran Kiflom Kimberley Kimberly King Kiran \
     Kirill Kirk Klaudia Kofi Kolinda Konstantin Konstantinos Korab Kostas Kosta Krishna Krister Krisztina Krystian \
     Krystyna Krzysztof Kubra Kujtim Kumar Kwame Kyle Kyaw Kylie Laith Lakshmi Lam Lamia Lan Lance Lara Larisa Larry \
     László Latifa Laurent Lauren Laurence Laurie Laurynas Lawrence Layla Leandro Leanne Lech Lee Leena Leila Lejla Lemlem \
     Leona Leonardo Leonid Leonie Leonora Leroy Lesley Leslie Leszek Leticia Leyla Liam Liban Lidia Lidija Lien Liga \
     Ligita Liliana Lin Lindsay Lindsey Ling Linas Linh Lino Lisandro Liudmila Liviu Ljiljana Ljubica Lloyd Loan Logan \
     Lola Long Lora Loreta Lorena Lorenzo Loretta Lori Lorraine Lou Loubna Louay Luan Lucia Lucian Luciano Lucie Lucjan \
     Lucy Lucyna Ludmila Ludwig Luigi Luis Luís Luiz Luka Łukasz Lukasz Luke Luljeta Lulu Luna Lutfi Luz Ly Lyndon Lynn \
     Lyubov Maciej Mackenzie Macarena Maddison Madeleine Madelyn Madina Magdalena Magdi Maha Mahad Mahamed Mahamoud Mahdi \
     Maheen Mahmoud Mahmood Mahmud Mahnaz Mahsa Mai Maida Majid Makda Malaika Malak Malala Malcolm Malgorzata Małgorzata \
     Malik Malika Manal Mandy Manfred Manh Manjit Manoj Mansoor Mansour Manu Manuel Manuela Mao Mara Marc Marcel Marcela \
     Marcello Marcin Marcia Marco Marcos Marek Margarida Margarita Margaux Marge Margherita Margo Margriet Mariam Mariama \
     Mariana Marianna Mariano Maribel Marija Marijana Marijus Marika Marilyn Marina Mario Mariola Mariusz Mariya Mariyam \
     Mariia Marjan Marko Marlene Marsha Marta Márta Martina Martyna Marvin Marwa Marwan Mary Maryam Maryan Maryna Marzena \
     Masood Masoud Massimo Mateo Mateusz Matej Mateja Matheus Matt Matteo Matthew Matthias Matthieu Maud Maureen Maurice \
     Mauricio Maurizio Mauro Mawluda Maxamed Maxime Maya Mazen Meera Megan Mehdi Mehmet Mehmed Mei Melanie Melat Melissa \
     Melinda Melisa Memet Mercedes Meriem Mert Merve Meryem Messi Miao Micha Michał Michal Michalina Michel Michele \
     Michèle Michela Mick Micky Miguel Mihai Mihaela Mihail Mike Mikhail Mikołaj Mila Milad Milan Milana Milena Miles \
     Milica Miljan Milo Milorad Miloš Milton Mimoun Mindaugas Ming Mingyu Minh Minna Miodrag Mira Miranda Mirela Mirjana \
     Miriama Miroslav Mirosław Mirza Misbah Mitch Mitchell Mitra Modou Mohamad Mohamed Mohammad Mohammed Mohammadreza \
     Mohamud Mohsen Mohsin Moira Molly Momin Moniek Monique Moses Mostafa Moshe Mounir Mourad Muad Muaz Mubarak Mudassar \
     Muhammad Muhammed Muhammet Muhamed Muharrem Muhubo Muna Munir Munira Murad Murat Musa Muse Mushtaq Mussie Mustafa \
     Mustapha Muzaffar My Mykola Myriam Myroslav Naima Nabil Nadeem Nadia Nadiia Nadir Nadja Nadiya Naeem Nafisa Nagla \
     Nahid Nahom Naim Najah Najib Najma Nam Namo Nancy Naomi Napoleon Nardos Narges Nargis Narin Nasim Nasima Nasir Nasra \
     Nasreen Nasrin Nasser Nasteho Natacha Natalija Nataliia Nataliya Natalya Natasha Natasja Nate Nathan Nathaniel Naveed \
     Navid Nawal Nawaz Nazanin Nazia Nazir Neal Nebojsa Nebojša Ned Neda Nedim Neema Neha Neil Nelson Nemanja Nenad \
     Nerijus Nermin Nermina Neville Nevin Ngan Ngoc Nguyet Nhan Nhi Nhung Nick Nico Nicola Nicoleta Nigel Nihad Nikki \
     Nikos Nikola Nikolaos Nikolaus Nikolay Nikolaj Nils Nima Nimo Nimco Nino Nizar Noel Noémie Noor Noora Nora Norman \
     Nour Noura Nuha Nuno Nur Nura Nuran Nuria Nuri Nurten Octavia Oksana Oleg Oleh Oleksandr Oleksandra Oleksii Oleksiy \
     Olena Olesia Olha Olivier Ollie Omar Omer Ömer Omid Ondřej Oonagh Ophelia Oprah Orhan Orlando Oscar Osama Osman \
     Osvaldo Otilia Owais Owen Özlem Ozan Pablo Paddy Paige Pamela Paolo Paola Parisa Parvaneh Parveen Parviz Parwin \
     Pascal Pasquale Pat Patrice Patricio Patrycja Patryk Patty Paulius Paulo Pavel Paweł Pawel Pedro Peggy Penelope Penny \
     Perry Petar Pete Petr Petro Petros Petru Phan Phil Philippe Phillip Phong Phuc Phuong Phyllis Pierre Pierrette Pietro \
     Pilar Ping Piotr Pooja Povilas Pranav Priya Priyanka Przemysław Przemyslaw Qasim Quan Quang Quentin Quinn Quoc Quyen \
     Rabia Rachelle Rachid Radmila Radosław Radoslaw Radek Radu Raed Raffaele Rafał Rafal Rafiq Raghad Rahel Rahim Rahima \
     Rahma Rahman Rahmat Raimonda Raimondas Raimund Rainer Raisa Raj Raja Rajan Rajesh Rakesh Ralph Rama Ramadan Ramazan \
     Rami Ramin Ramiz Ramon Ramona Ramūnas Ramunas Rana Randy Rania Ranjit Raoul Raquel Rashed Rashid Rasa Rasha Raul Raúl \
     Raven Ravi Ray Raymond Raza Rebeca Recep Reem Reggie Regimantas Rehana Reinhold Reiner Rejhan Remigiusz Remzi Rémi \
     Renata Renato Rene René Renee Reshma Resul Reuben Rex Reza Rezan Rhonda Riad Ricardo Riccardo Richard Rick Rickie \
     Ricky Rihanna Rima Rimantas Rizwan Rob Robbie Roberta Roberto Rod Rodney Rodrigo Roderick Roger Rohan Roja Rojda \
     Rolandas Roma Romain Roman Romana Romeo Ron Rona Ronaldo Ronan Rory Rosa Rosalie Rosalind Rosana Rosanna Rosario Rose \
     Rosemary Rosie Ross Roswitha Roxana Roxanne Royce Roza Rozerin Róża Ruba Rufus Rūta Ruta Ruslan Ruslana Russ Russell \
     Rustam Ruth Ruud Ryszard Saad Saadia Sabah Saba Sabir Sabrina Sabri Sadaf Saddam Sadia Sadik Sadiq Sadio Saeed Saeid \
     Safa Safia Safiya Sagal Sahar Sahra Said Saida Saif Sajad Sajid Sajida Sajjad Saki Salah Salam Salar Saleh Salem Sali \
     Salih Salim Salima Salma Salman Salome Salvatore Sam Samah Saman Samantha Samar Sami Samia Samir Samira Samiullah \
     Sammy Samson Samuel Samy Sana Sanaa Sander Sandeep Sandro Sanja Sanjay Santiago Sarwar Sasha Saša Saskia Savas Savo \
     Scarlett Scott Sead Sean Seán Seble Sedat Seema Sefa Sehar Seif Selam Selamawit Selda Selena Selim Selin Selina Selvi \
     Semir Semira Semra Senad Senait Senada Sené Sepideh Serap Serdar Serena Serge Sergei Sergej Sergey Sergejs Sergio \
     Serhat Serhii Serhiy Serkan Sevda Sevim Seyed Seymour Shabana Shabnam Shadi Shafiq Shah Shahab Shahid Shahida Shahin \
     Shahla Shahnaz Shahram Shahzad Shakira Shamim Shamsa Shane Shannon Sharif Sharmila Sharmin Sharon Shaun Shawn Shayan \
     Sheila Shelby Sheldon Shelley Sherin Sherry Sheryl Shirin Shirley Shiva Shivani Shoaib Shpresa Shqipe Sibel Sidra \
     Siham Sikander Silva Silvana Silvia Silvio Simas Simona Simonas Sina Sinan Sinead Siobhan Sirwan Skye Slava Slavica \
     Slavko Sławomir Slawomir Slobodan Sławomira Snezana Snežana Sofiia Sofya Sohail Soheila Solange Solomon Somaya Sonia \
     Soo Soraya Souad Soumaya Spencer Stacey Stacy Stan Stana Stanisław Stanislaw Stanislav Stanley Stavros Stefania \
     Stefano Stefanos Steffi Steph Stephen Steve Steven Stevo Stewart Stoyan Su Sue Suada Suad Subhan Suhail Sukhdev \
     Suleiman Suleyman Süleyman Sultan Sultana Suman Sumaya Sumeya Sunil Sunita Suresh Surinder Sushma Susan Suzana \
     Suzanne Svetlana Svitlana Sybil Sydney Syed Sylvain Sylvester Sylwia Szabolcs Szymon Tabassum Tadas Tadesse Tadeusz \
     Taha Tahir Tahira Tahmina Taisiia Takashi Talal Talib Tam Tamara Tamas Tamás Tamer Tammy Tan Tanvir Tanya Tara Tarek \
     Tareq Tariq Taras Tarja Tasneem Tatiana Tatjana Tatyana Taylor Ted Teddy Tekle Temesgen Teodor Teodora Terence Teresa \
     Teresė Terrence Terri Terry Tesfai Tesfaye Tesfay Tetiana Thabo Thai Thanh Thao Theo Theresia Thieu Thierry Thu Thuy \
     Thuan Tiago Tiberiu Tien Tiffany Tigist Tihana Tina Tino Tiziana Tobiasz Toby Todd Tolga Tomasz Tomáš Tomislav Toni \
     Tony Tonia Tonya Torsten Tracey Tracy Tran Travis Trent Trevor Tricia Tristan Trung Tsegay Tsehay Tuan Tung Tuncay \
     Turan Tuyet Tyler Tyrone Tyson Tünde Ubah Udo Ugnė Ugur Ulises Ulysses Uma Umair Umar Umer Umut Uros Uroš Usama Usha \
     Usman Uwe Vaclav Václav Vadim Vadym Vahid Vaida Valdas Valdis Valentino Valentyna Valeria Valerie Valeriia Valerio \
     Valery Valon Valter Van Vanja Vasile Vasilij Vasily Vasyl Velibor Venus Verena Vesna Vicente Vicki Vicky Vijay \
     Viktoriia Viktorija Vilius Vilija Vincent Vincenzo Vineet Viola Violet Violeta Violetta Virginia Virginija Vishal \
     Vita Vitalij Vitalii Vitaly Vitalijs Vito Vittorio Vivian Viviane Vlad Vlada Vladan Vladimir Vladislav Vladyslav \
     Vojislav Volodymyr Vytautas Waheed Wahid Wahida Waldemar Waleed Walid Wallace Wally Walt Walter Wanjiru Waqar Waqas \
     Warren Warsame Wasim Wassim Wayne Wei Wendy Wesley Whitney Wiesław Wieslaw Wiktor Wiktoria Will Willard Willemijn \
     Willi Willie Wim Winston Witold Władysław Wojciech Wolfgang Woody Wu Xavier Xenia Xiao Xin Yacine Yacob Yael Yahia \
     Yahya Yan Yana Yang Yannick Yaroslav Yaseen Yasemin Yasin Yasir Yasmin Yasmina Yasmine Yasser Yassin Yassine Yaw \
     Yeliz Yemane Yen Yevgen Yevgeniy Yevheniia Yi Yigit Yin Ying Yitzhak Yogesh Yohannes Yoko Yolanda Yonas Yong Yosef \
     Youcef Younes Youness Yousef Yousif Youssef Youssra Yu Yulia Yuliia Yuliya Yuki Yunus Yuri Yuriy Yurii Yusra Yusuf \
     Yvan Yves Zaccheus Zach Zachary Zafar Zaheer Zahid Zahida Zahir Zahra Zahraa Zaid Zaida Zaim Zain Zainab Zaki Zakaria \
     Zakariya Zakir Zamzam Zana Zara Zarina Zbigniew Zdenka Zdenko Zdravko Zdzisław Zeb Zeeshan Zehra Zeinab Zeke Zeliha \
     Zeljka Zeljko Željko Zenon Zerina Zeynab Zeynep Zhanna Zhen Ziad Ziba Zina Zinaida Zineb Zita Zlatan Zlatko Zmarai \
     Zoe Zoé Zofia Zoltan Zoltán Zoran Zorica Zubair Zuhal Zuhair Zuzana Zuzanna Zygmunt Žaneta Žydrūnas Łucja Şükrü \
     Štefan Šarūnas";

/// Names that begin sentences as ordinary words too.
pub(super) const ALSO_WORDS: &str = "Alt Are Ask Bo Bror Brede Can Dag Dan Du Even Gro Hai Her Hong Inn Islam Jo Juni Jul Kai Kan Kim King Lam Lan Leve \
     Linn Liv Live Lin Lise Long Lone Mai Man Mars Max May Min Mitt My Nam Nord Odd Ole Ove Per Rand Rein Rose Røst Said \
     Sang Silva Siv Skye Sol Stein Stig Storm Stå Su Tam Tan Thai Than Thi Tim Tre Trond Una Une Van Will Yang Yen Yi Yin \
     You Ravn Varg Mons Lykke Roma Unn Ulla Jett Ada Alma Elle Embla Tor Hal Pat Mark June Jean Don Grace Joy Faye Sue Ray \
     Rob Rod Penny Raven Violet Viola Melissa Victor Sultan Shah Baba Allah Napoleon Venus Luna Messi Aurora Angel Jesus \
     Moses Mira Bill Gene Charity Hope Faith Sale Skjalg Trygg Sander Borg Hauk Sverre Ernst Vold Berg Dal Strand Vik Hage \
     Bakke Bakken Eng Lie Moe Sand Sund Skog Foss Glad Grande Graven Krane Horn Saga Ringen Hammer Rise Sande Vang Bru By \
     Falk Hauge Haug Lund Moen Myr Nes Stien Voll Alle Mill Price Wood Green Black Brown Park Young Rice Ward Hill Gates \
     Stone Cook Bush Grant Bell Fisher Baker Ho Do Le Li Ma Wei Ong Oz Sen Kara Kaya Boge Lode Form Grov Grong Tufte Lande \
     Felde Hove Hol Lo Hover Mala Fare Rem Orre Palm Nygård Nygaard Solem Husa Tysse Vie Vestre Brenne Brenna Brann Bryn \
     Fure Golden Gordon Greve Hamar Hamre Hansa Hatt Thu Kaia";
