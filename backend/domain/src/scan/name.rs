//! Names of people (personnavn): a common given name and a family name after it, or a family name as people bear it.

use super::pattern::compile;
use super::{Candidate, Confidence, Kind};
use regex::Regex;
use std::{collections::HashSet, sync::LazyLock};

/// Given names that are common in Norway; one of them followed by a capitalised word is a person.
const GIVEN: &str = "Aage Abdi Adam Agnes Ahmed Albert Aleksander Alexander Alf Ali Alice Amalie Amina Amund Anders Andrea Andreas Ane Anita Anja Ann Anna Anne \
    Anniken Annika Anton Are Arild Arne Arnfinn Arvid Asbjørn Aslak Asle Astrid Atle Aud Audun August Aurora Axel Beate Bente Berit Bernt Birger Birgit Birgitte \
    Bjarne Bjørg Bjørn Bjørnar Bodil Brit Britt Brynjar Camilla Carina Caroline Casper Cathrine Cecilie Charlotte Christian Christina Christine Christoffer Christopher Dag \
    Dagfinn Dagny Daniel David Didrik Ebba Edel Edvard Egil Eigil Eilif Einar Eirik Eirin Eivind Eldar Eli Elias Elin Eline Elisabeth Elise Ella Elle Ellen Elling Else \
    Embla Emil Emilie Emma Endre Erik Erika Erlend Erling Espen Ester Eva Even Fatima Filip Finn Fredrik Frida Frode Frøydis Geir Georg Gerd Gisle Gjermund Grete Grethe \
    Gro Gudrun Gunhild Gunn Gunnar Gunvor Guri Gustav Guttorm Gyda Haakon Hanna Hannah Hanne Hans Harald Hassan Hedda Hege Heidi Helene Helga Helge Hella Henning Henriette \
    Henrik Herman Hilda Hilde Hildegunn Hilmar Hugo Håkon Håvard Ida Idar Idun Inga Inge Ingeborg Inger Ingrid Ingunn Ingvar Ingvild Irene Iselin Isak Ivar Iver Jakob Jan \
    Jane Janne Jarle Jeanette Jenny Jens Jesper Jo Joachim Joakim Johan Johanna Johanne Johannes Johnny Jon Jonas Jorunn Jostein Julian Julie Julius Jørgen Jørn Kaja Kamilla Kari \
    Karianne Karin Karina Karl Karoline Katarina Kathrine Katrine Ketil Kim Kine Kirsten Kjartan Kjell Kjersti Kjetil Klara Knut Kolbjørn Konrad Kristian Kristin Kristina \
    Kristine Kristoffer Kurt Kåre Lars Laila Lasse Laura Lea Leif Lena Lene Leo Leon Lene Lill Lillian Lina Linda Line Linn Linnea Lisa Lisbeth Liv Live Lise Lone Lucas \
    Ludvig Lukas Magne Magnhild Magnus Maia Maja Malene Malin Margaret Margit Margrete Margrethe Maren Mari Maria Mariann Marianne Marie Marit Marita Marius Mark Markus Marte \
    Martha Marthe Martin Martine Mathea Mathias Mathilde Mats Matteo May Merete Merethe Mette Mia Michael Mikael Mikkel Mina Mohamed Mohammad Mohammed Monica Morten Muhammad \
    Nana Nadia Nicolai Nils Nina Noah Nora Oda Odd Oddbjørn Oddvar Ola Olaf Olai Olav Ole Olga Oline Oliver Olivia Oscar Oskar Ottar Otto Ove Pål Paul Paula Peder Per Pernille \
    Peter Petra Petter Pia Preben Ragna Ragnar Ragnhild Rakel Randi Randulf Rasmus Rebecca Rebekka Reidar Reidun Rikke Roald Robert Robin Roger Roar Rolf Ronny Rune Ruth Sander \
    Sandra Sara Selma Sebastian Severin Sigmund Signe Sigrid Sigrun Sigurd Sigve Silje Simen Simon Sindre Sissel Siv Siri Sivert Snorre Sofia Sofie Solfrid Solveig Sondre Stein Steinar \
    Stefan Stian Stig Stine Sunniva Susanne Svein Sven Sverre Synne Synnøve Sølvi Terese Terje Thea Theodor Therese Thomas Thor Thorbjørn Tiril Tobias Tom Tomas Tommy Tone \
    Tonje Tor Torbjørn Tord Tore Torfinn Torgeir Torhild Torill Torleif Torstein Torunn Trine Trond Truls Trude Trygve Turid Tuva Tyra Ulf Ulrik Una Unn Unni Vanja Vebjørn \
    Vegard Vera Veronica Vetle Victor Victoria Vidar Vigdis Viktor Vilde Vilma Wenche William Yngve Yngvild Yusuf Yvonne Øivind Øyvind Ørjan Øystein Åge Åse Åsmund Åshild Åste";

/// What family names end in; with another capitalised word before it, likely a person.
const FAMILY: &str = "sen|son|sson|dotter|stad|land|berg|vik|dal|haug|heim|rud|lund|moen|nes|mo|set|eng|ås|gård|gaard|bakken|hagen|haugen|lien|strand|by|bø";

static GIVEN_NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| GIVEN.split_whitespace().collect());
static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compile(
        r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: (?:(?:van|von|de|al|el|Al) )?\p{Lu}(?:\p{Ll}+(?:\p{Lu}\p{Ll}+)?|\.)(?:-\p{Lu}\p{Ll}+)?){1,3}",
    )
});
static SURNAME: LazyLock<Option<Regex>> = LazyLock::new(|| compile(&format!(r"\p{{L}}{{2}}(?:{FAMILY})$")));

/// Words with a capital that make of what stands beside them a body, a place or a thing.
const BODIES: [&str; 26] = [
    "Kommune",
    "Fylkeskommune",
    "Skole",
    "Skule",
    "Barnehage",
    "Kirke",
    "Kyrkje",
    "Sykehus",
    "Sjukehus",
    "Universitet",
    "AS",
    "As",
    "Bank",
    "Stadion",
    "Senter",
    "Park",
    "Museum",
    "Lov",
    "Vennlig",
    "Vennleg",
    "Hilsen",
    "Helsing",
    "Kjære",
    "Hei",
    "Dear",
    "Regards",
];

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let runs = WORDS.iter().flat_map(|pattern| pattern.find_iter(text));
    runs.filter_map(|run| person(run.as_str(), run.start(), opens_sentence(text, run.start()))).collect()
}

fn opens_sentence(text: &str, at: usize) -> bool {
    text[..at]
        .trim_end_matches([' ', '«', '"', '-', '–'])
        .chars()
        .next_back()
        .is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '\n'))
}

/// The person in a run of capitalised words: from the first given name on, else by how the last word ends.
fn person(run: &str, start: usize, opens: bool) -> Option<Candidate> {
    let starts: Vec<usize> = std::iter::once(0).chain(run.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let word = |at: usize| run[at..].split(' ').next().unwrap_or_default();
    if starts.iter().any(|at| BODIES.contains(&word(*at))) {
        return None;
    }
    let given =
        starts.iter().copied().find(|at| word(*at).split('-').next().is_some_and(|part| GIVEN_NAMES.contains(part)));
    let candidate =
        |at: usize, confidence| Candidate { kind: Kind::Name, bytes: start + at..start + run.len(), confidence };
    match given {
        Some(at) if run[at..].contains(' ') => Some(candidate(at, Confidence::Probable)),
        Some(_) => None,
        None => {
            let first = if opens { *starts.get(1)? } else { 0 };
            let surname = SURNAME.as_ref().is_some_and(|surname| surname.is_match(run));
            (surname && run[first..].contains(' ')).then(|| candidate(first, Confidence::Possible))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn people_are_told_from_bodies_and_places() {
        for (text, name) in [
            ("Vi snakket med Per Haug i går.", Some("Per Haug")),
            ("Saken til Anne-Mette von Berg er ferdig.", Some("Anne-Mette von Berg")),
            ("Fjordvik kommune svarer.", None),
            ("Olav Duuns Skole er stengt.", None),
            ("Per sier hei.", None),
            ("Naboen Zaid Ottersen klager.", Some("Zaid Ottersen")),
        ] {
            assert_eq!(find(text).first().map(|found| &text[found.bytes.clone()]), name, "{text}");
        }
    }
}
