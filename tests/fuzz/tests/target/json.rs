//! JSON with something changed in it: a field gone, doubled, unknown, of another kind.

use fuzz::Pick;
use serde_json::{Map, Value, json};

/// Another value, where one is expected.
fn other(pick: &mut Pick<'_>) -> Value {
    match pick.below(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(2.0),
        4 => json!(2.5),
        5 => json!(1_u64 << 53),
        6 => json!(u64::MAX),
        7 => json!(1e300),
        8 => json!([]),
        9 => json!({}),
        10 => json!(["a", null, {"b": 1}]),
        11 => json!({"a": {"b": [1]}}),
        12 => json!(""),
        13 => {
            json!(pick.words(
                3,
                &["å", "\u{0}", "../", "x".repeat(300).as_str(), "2026-02-30T25:00:00Z", "https://x.example"]
            ))
        }
        14 => json!(i64::MAX),
        _ => json!("2"),
    }
}

/// The same JSON with one to three changes.
pub(crate) fn changed(of: &Value, pick: &mut Pick<'_>) -> Value {
    let mut value = of.clone();
    for _ in 0..=pick.below(3) {
        change(&mut value, pick);
    }
    value
}

fn change(value: &mut Value, pick: &mut Pick<'_>) {
    match value {
        Value::Object(map) if !map.is_empty() && pick.below(8) > 0 => of_object(map, pick),
        Value::Array(list) if !list.is_empty() && pick.below(8) > 0 => {
            let at = pick.below(list.len());
            match pick.below(4) {
                0 => drop(list.remove(at)),
                1 => list.push(list[at].clone()),
                _ => change(&mut list[at], pick),
            }
        }
        _ => *value = other(pick),
    }
}

fn of_object(map: &mut Map<String, Value>, pick: &mut Pick<'_>) {
    let names: Vec<String> = map.keys().cloned().collect();
    let name = &names[pick.below(names.len())];
    match pick.below(8) {
        0 => drop(map.remove(name)),
        1 => drop(map.insert(name.to_uppercase(), other(pick))),
        2 => drop(map.insert(pick.one(&["zz", "", "__proto__", "id", "ekstra"]).to_owned(), other(pick))),
        3 => drop(map.insert(name.clone(), other(pick))),
        _ => {
            if let Some(value) = map.get_mut(name) {
                change(value, pick);
            }
        }
    }
}

/// It as text: now and then with a field said twice, or with bytes changed.
pub(crate) fn written(value: &Value, pick: &mut Pick<'_>) -> Vec<u8> {
    const PIECES: &[&str] = &["{", "}", "[", "]", ",", ":", "\"", "null", "1e999", "\\u0000", "\\ud800", "\"a\":1,"];
    let text = value.to_string();
    match pick.below(6) {
        0 => pick.mutated(text.as_bytes(), PIECES),
        1 => {
            let first = value.as_object().and_then(|map| map.iter().next());
            let Some((name, said)) = first.filter(|_| text.len() > 2) else { return text.into_bytes() };
            let again = if pick.coin() { said.clone() } else { other(pick) };
            format!("{{{}:{again},{}", json!(name), &text[1..]).into_bytes()
        }
        _ => text.into_bytes(),
    }
}
