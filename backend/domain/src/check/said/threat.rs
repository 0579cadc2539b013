//! Threats in other words than their usual ones: a weapon that is brought, somebody who will be hurt, a house that will burn (truslar).

use super::word::not;
use crate::check::frame::{Frame, Frames};

/// Against somebody else.
pub(in crate::check) static OTHERS: Frames = Frames::new(&[
    Frame {
        all: &[
            "hagle hagla haglen gevær geværet våpen våpenet rifle rifla rifla kniv kniven øks øksa øksen pistol pistolen bensin bensinkanne bensinkanna dynamitt sprengstoff balltre balltreet slegge slegga bombe bomba bomben gun rifle shotgun knife axe bomb petrol",
            "jeg eg vi i'll i'm",
            "tar tek har kommer kjem henter hentar bringer møter stiller vil skal bring come have take",
            "neste gong gang dere deg dykk de du rådhus- rådhuset kontoret kommunehuset kommunen nav you office town",
        ],
        none: "jakt- jakta jaktlag- kjøkken- våpenkort- våpenløyve- våpenskap- lisens- ved hogst- hogge tre trær bilen båt- båten pris- prisen stasjon- bensinstasjon- innlever- levere politiet stjålet stole mistet hunting licence",
    },
    Frame {
        all: &[
            "svi smeller smell small unngjelde bløde blø blod juling bank gråte bleed pay regret sorry",
            "få får skal så kommer kjem må vil will shall make",
            "dere de deg dykk du noen nokon nav kommunen ikke ikkje saksbehandler- saksbehandlar- sakshandsam- ordfører- ordførar- you they",
        ],
        none: "nabohus- fyrverkeri- skyte- skytebane- nyttår- døra dør dører blodprøve- gebyr- fee fees bill avgift- betale rent parking for",
    },
    Frame {
        all: &[
            "tar tek knuser tak knekker knekk slår finner finn dreper drep skyter skyt banker brenner brenn sprenger sprengjer kveler ødelegger øydelegg gutter burn kill shoot smash destroy bomb find",
            "jeg eg vi i'll i'm",
            "dere deg dykk dykkar rådhuset kommunehuset kontoret heile hele saksbehandleren sakshandsamaren ordføreren ordføraren rektor you office hall",
            "ned kommer kjem skal hjem heim der snart neste til will going gonna",
        ],
        none: "kontakt tak opp bilde bilete bilder imot med meg grill- ved bål bålet lauv fram frem ut svar svaret nummeret vegen veien ikke ikkje for not contact out",
    },
    Frame {
        all: &[
            "skadet skada skadd drept døy dø død såret hurt killed die dead",
            "noen nokon folk nokre dere dykk someone somebody people",
            "kommer kjem vil skal blir vert will",
            "hvis dersom om får til fortsetter held ikke ikkje if unless before",
        ],
        none: "vei veien veg vegen kryss krysset fart farten fartsgrense- strø strødd strødde brøyte- bil biler bilar trafikk- trafikken fortau- gangfelt- lys belysning is isen glatt bru brua bruen gjerde tre trær treet stillas- lekeplass leikeplass leke- leike- ras raset flom flaum hund hunder hundar strøm straum ledning skole- skule- dyr road speed traffic ice crossing bridge playground",
    },
    Frame {
        all: &[
            "passe pass vokt vokte watch",
            "deg dere dykk seg yourself yourselves back",
            "bør burde må får skal kan du dere de better should",
            "går heim hjem kvelden kveld mørket natta bilen barna borna framover heretter nå no neste home night kids",
        ],
        none: "på isen glatt vei veien veg vegen elg hund",
    },
    Frame {
        all: &[
            "vet veit know",
            "hvor kor kvar where",
            "bor bur jobber jobbar parkerer live lives work",
            "jeg eg vi i'll i'm",
            "du dere de hun han ho saksbehandler- saksbehandlar- familien you she he",
        ],
        none: "ikke ikkje lurer lurar not don't",
    },
]);

/// Against one's own life.
pub(in crate::check) static SELF: Frames = Frames::new(&[
    Frame {
        all: &[
            "leve leva livet live life living",
            "orker orkar orke makter maktar klarer klarar ønsker ønskjer vil gidder ork vits mening meining grunn poeng point reason want bear",
            not!(),
            "jeg eg han hun ho mer meir lenger lengre meg i anymore longer",
        ],
        none: "slik slikt sånn her der med under naboen støyen lukta tv av på here with noise",
    },
    Frame {
        all: &[
            "slutt slutte ende avslutte avsluttar end ending",
            "livet alt heile hele sammen saman life everything all",
            "jeg eg meg mitt i'm i my",
            "gjøre gjere gjør gjer sette setje tenker tenkjer vil skal kommer kjem going want",
        ],
        none: "abonnement- avtale- avtalen saken saka støyen mobbing- krangel- strid- striden naboforhold- leieforhold- bygging- prosjekt- tiden tida contract",
    },
    Frame {
        all: &[
            "dø døy døyr død daud forsvinne borte die dead gone",
            "jeg eg meg han hun ho i",
            "vil ønsker ønskjer skulle ville lyst bedre betre helst håper håpar want wish better rather",
            "bare berre selv sjølv helst var skulle å om just if were",
        ],
        none: "plante- blomst- tre hunden katten batteri- telefon- nettet slekt- ferie utenlands bort bilen post- posten",
    },
    Frame {
        all: &[
            "farvel adjø siste avskjedsbrev goodbye last",
            "alle jeg eg meg i me",
            " verden verda livet takler maktar orker gir gjev opp leve world giving",
        ],
        none: "faktura purring- varsel frist- dag dagen gang gong møte betaling brev år",
    },
]);
