//! Given names (fornavn) that are common in Norway; they tell a person at the start of a sentence from an ordinary word.

use std::{collections::HashSet, sync::OnceLock};

/// Names that are also ordinary first words of a sentence (Even, Gro, Dag) are few and kept.
const NAMES: &str = "Aage Abdi Adam Adrian Agnes Ahmed Aksel Albert Alexander Alf Ali Alma Amalie Amina Amir Anders Andreas Andrzej \
    Ane Anette Anita Anja Anna Anne Anniken Anton Arild Arne Arvid Asbjørn Astrid Atle August Aud Aurora Axel \
    Benjamin Bente Berit Bernt Birgit Birgitte Bjarne Bjørg Bjørn Bodil Brit Britt Camilla Carl Caroline Cathrine \
    Cecilie Charlotte Christian Christine Christoffer Dag Daniel David Ebba Edvard Egil Eilif Einar Eirik Eldbjørg \
    Elias Elin Elisabeth Ella Ellen Else Elsa Emil Emilie Emma Erik Erling Espen Eva Even Fatima Filip Fredrik Frida \
    Frode Geir Georg Gerd Grete Grethe Gro Gudrun Gunn Gunnar Gunvor Guro Hallvard Hanna Hanne Hans Harald Hassan \
    Hedda Hege Heidi Helene Helge Hilde Håkon Håvard Ibrahim Ida Inga Inge Ingeborg Inger Ingrid Ingunn Ingvild \
    Irene Isak Ivar Iver Jakob Jan Janne Jens Joakim Johan Johanne Johannes John Jon Jonas Jorunn Jostein Julia \
    Julie Jørgen Jørn Kai Kamilla Karen Kari Karin Karl Karoline Kasper Katarzyna Katrine Kenneth Kim Kirsten Kjell \
    Kjersti Kjetil Knut Kristian Kristin Kristine Kristoffer Kåre Lars Laila Leah Leif Lena Line Linda Linn Lise Liv \
    Lucas Lukas Mads Magne Magnus Maja Malin Marcus Maren Margit Mari Maria Marianne Marie Marit Marius Markus Marte \
    Martin Mathias Matias Mette Michael Mohamed Mohammed Mona Monica Morten Nils Nina Nora Odd Oddvar Ola Olaf Olav \
    Ole Olga Oliver Omar Oscar Oskar Otto Per Peter Petra Petter Philip Pål Ragnar Ragnhild Randi Rebecca Reidar \
    Reidun Robert Roger Rolf Rune Ruth Sander Sandra Sara Sebastian Selma Sigrid Sigurd Silje Simen Simon Siri \
    Sissel Sofia Sofie Solveig Sondre Sophie Stein Steinar Stian Stig Stine Sunniva Svein Sverre Synnøve Terje Thea \
    Theodor Thomas Thor Thore Tiril Tobias Tom Tomas Tone Tor Torbjørn Tore Torill Tove Trine Trond Trude Turid Tuva \
    Ulf Une Unni Vegard Vegar Vera Vibeke Victoria Vidar Viktor Vilde William Yngve Yusuf Zahra Øystein Øyvind Åse \
    Åshild Åsmund";

/// Whether somebody may well be called this.
pub(super) fn is_known(word: &str) -> bool {
    static KNOWN: OnceLock<HashSet<&str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| NAMES.split_whitespace().collect());
    word.split('-').next().is_some_and(|first| known.contains(first))
}
