//! Kinds of words (ordklasser etter innhold) that several frames share, as lists that can be joined; bokmål, nynorsk and English together.

/// The municipality, and who speaks for it.
macro_rules! us {
    () => {
        "vi me oss vår vårt våre kommunen kommunens kommuna administrasjonen rådmannen kommunedirektøren we us our municipality"
    };
}
/// Whom the letter is for.
macro_rules! reader {
    () => {
        "du deg din di ditt dine dere dykk dykkar deres you your"
    };
}
/// Somebody else: a pronoun, kin, or somebody by their part.
macro_rules! person {
    () => {
        "han hun ho ham henne hans hennes hennar vedkommende vedkommande mor mora moren far faren son sonen sønn sønnen dotter dottera datter datteren dattera kona mannen ektefellen ektemannen samboeren sambuaren bror broren søster søsteren søstera barnet barna ungen ungane ungene guten gutten jenta jenten eleven elevene elevane foreldra foreldrene bestemor- bestefar- familien naboen naboene naboane grannen leietak- leigetak- leieboer- leigebuar- pasienten brukeren brukaren klienten klageren klagaren he she him her his son daughter child children kids wife husband mother father brother sister neighbour neighbor"
    };
}
/// Denies.
macro_rules! not {
    () => {
        "ikke ikkje ingen inga inkje intet ingenting aldri verken hverken korkje uten utan not no never cannot can't neither"
    };
}
/// Makes a sentence one of what may come or of what is usual.
macro_rules! maybe {
    () => {
        "når hvis dersom hvorvidt enten vanligvis vanlegvis normalt if when whether unless usually"
    };
}
/// Makes a sentence one of how a form, a page or a call is to be used.
macro_rules! guide {
    () => {
        "skjema- -skjema -skjemaet nettsid- nettstad- heimesid- hjemmesid- lenke- lenkj- logg- telefon- brosjyre- rettleiing- veiledning- website form link page"
    };
}
/// What a body permits.
macro_rules! permit {
    () => {
        "løyve- -løyve -løyvet tillatelse- -tillatelse -tillatelsen dispensasjon- samtykke- konsesjon- bevilling- -bevilling -bevillingen godkjenning- fritak- ferdigattest- brukstillatelse- permit- permission licence exemption"
    };
}
/// What a body gives.
macro_rules! help {
    () => {
        "plass plassen -plass -plassen støtte støtta støtten -støtte -støtta -støtten stønad- -stønad -stønaden tilskudd- -tilskudd -tilskuddet tilskot- -tilskot -tilskotet lån lånet -lån -lånet skyss- -skyss bolig boligen bustad bustaden -bolig -bustad avlasting- avlastning- støttekontakt- hjelpemid- heimehjelp- hjemmehjelp- -kort -kortet rabatt- moderasjon- fradrag- ytelse- yting- ytinga assistanse- place grant loan benefit allowance"
    };
}
/// What somebody asks a body for.
macro_rules! asked {
    () => {
        "søknad- -søknad -søknaden klage klagen klaga krav kravet -kravet ønske ønsket -ønske -ønsket anmodning- oppmoding- forespør- førespurn- forslag- anken anka begjæring- application request appeal complaint claim"
    };
}
/// Who judges or votes.
macro_rules! body {
    () => {
        "statsforvalt- fylkesmann- kommunestyre- heradsstyre- bystyre- formannskap- utvalget -utvalget utvalet -utvalet nemnd- -nemnd -nemnda -nemnden klageinstans- tingrett- lagmannsrett- domstol- departement- direktorat- sivilombud- fylkesting- politikerne politikarane governor court council committee board ministry ombudsman"
    };
}
/// A day or a season.
macro_rules! day {
    () => {
        "mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag uke uka uken uker veke veka veker måned måneden måneder månad månaden månader kveld kvelden helg helga helgen morgen morgon morgendagen morgondagen dagen dager dagar dag jul jula påske påska nyttår årsskiftet vår våren høst høsten haust hausten sommer sommeren sommar sommaren vinter vinteren ferien januar februar mars april mai juni juli august september oktober november desember tomorrow monday tuesday wednesday thursday friday saturday sunday week weeks month days christmas easter spring summer autumn january february march may june july october december"
    };
}

pub(super) use {asked, body, day, guide, help, maybe, not, permit, person, reader, us};
