//! House rules (`rules.toml`): read, or refused with a sentence.

use contract::rules::read;

const WORDS: &[&str] = &[
    "version = 3\n",
    "version = -1\n",
    "version = \"x\"\n",
    "body = \"Fjordvik kommune\"\n",
    "domains = [\"fjordvik.kommune.no\"]\n",
    "domains = 4\n",
    "stop_when_away = true\n",
    "below = \"\"\"Postboks\n1\"\"\"\n",
    "[notice]\n",
    "nb = \"KI\"\n",
    "nn = 1\n",
    "no = \"x\"\n",
    "[raised]\n",
    "fee = \"stop\"\n",
    "third_party = \"heavy\"\n",
    "[",
    "[[",
    "]",
    "=",
    "\"",
    "'''",
    "#",
    "{",
    "}",
    "a.b.c = 1\n",
    "1979-05-27T07:32:00Z",
    "0x",
    "1e999",
    "\\u00e5",
    "\\",
    "\n",
    "[a]\n[a]\n",
];

fuzz::target!(
    /// What somebody writes in an editor.
    rules_read, 1_500, |pick| {
    let text = pick.text(WORDS);
    assert!(read(&format!("zz = 1\n{text}")).is_err(), "an unknown key is taken: {text:?}");
    match read(&text) {
        Ok(rules) => assert!(rules.version != Some(0) || text.contains('0'), "{text:?}"),
        Err(unreadable) => assert!(!unreadable.why.trim().is_empty() && !unreadable.to_string().is_empty(), "{text:?}"),
    }
});
