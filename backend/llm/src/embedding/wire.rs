//! The shapes of the embeddings endpoint: what is posted, and what comes back, which is not believed before it is looked at.

use crate::failure;
use domain::port::{Failure, Vector};
use serde::Deserialize;
use serde_json::{Value, json};

/// Numbers that a vector may have; the longest in use have 4096.
const NUMBERS: usize = 8_192;

#[derive(Deserialize)]
struct Answer {
    data: Vec<Numbered>,
}

#[derive(Deserialize)]
struct Numbered {
    index: usize,
    embedding: Vec<f32>,
}

/// The request body.
pub(super) fn request(model: &str, texts: &[String]) -> Value {
    json!({ "model": model, "input": texts, "encoding_format": "float" })
}

/// The vectors in the order of the texts, which is told by their numbers and not by how they stand.
pub(super) fn read(body: &[u8], count: usize) -> Result<Vec<Vector>, Failure> {
    let answer: Answer =
        serde_json::from_slice(body).map_err(|_| failure::garbled("it is no list of numbered vectors"))?;
    if answer.data.len() != count {
        return Err(failure::garbled("it has not one vector for each text"));
    }
    let mut places = vec![None; count];
    for Numbered { index, embedding } in answer.data {
        if embedding.is_empty() || embedding.len() > NUMBERS {
            return Err(failure::garbled("a vector has no numbers, or too many"));
        }
        let vector = Vector::of(embedding).ok_or_else(|| failure::garbled("a vector has no direction"))?;
        let place = places.get_mut(index).filter(|place| place.is_none());
        *place.ok_or_else(|| failure::garbled("its vectors are numbered wrongly"))? = Some(vector);
    }
    Ok(places.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_a_vector_for_each_text_is_believed() {
        let data = |data: &str| format!(r#"{{"object":"list","data":[{data}],"model":"m"}}"#);
        let one = |index: &str, numbers: &str| format!(r#"{{"index":{index},"embedding":[{numbers}]}}"#);
        let both = |first: &str, second: &str| data(&format!("{first},{second}"));
        for (what, body, first) in [
            ("in order", both(&one("0", "1,0"), &one("1", "0,1")), Some([1.0, 0.0])),
            ("in another order", both(&one("1", "0,1"), &one("0", "2,0")), Some([1.0, 0.0])),
            ("one too few", data(&one("0", "1,0")), None),
            ("one too many", both(&both(&one("0", "1"), &one("1", "1")), &one("2", "1")), None),
            ("the same number twice", both(&one("0", "1,0"), &one("0", "0,1")), None),
            ("a number beyond", both(&one("0", "1,0"), &one("2", "0,1")), None),
            ("no number", both(r#"{"embedding":[1,0]}"#, &one("1", "0,1")), None),
            ("not a number", both(&one("0", "NaN,0"), &one("1", "0,1")), None),
            ("nothing", both(&one("0", "null,0"), &one("1", "0,1")), None),
            ("beyond what can be written", both(&one("0", "1e39,0"), &one("1", "0,1")), None),
            ("nought alone", both(&one("0", "0,0"), &one("1", "0,1")), None),
            ("empty", both(&one("0", ""), &one("1", "0,1")), None),
            ("as text", both(r#"{"index":0,"embedding":"AACAPw=="}"#, &one("1", "0,1")), None),
            ("endless", both(&one("0", &vec!["1"; 8_193].join(",")), &one("1", "0,1")), None),
            ("no list", r#"{"data":7}"#.to_owned(), None),
            ("a page", "<!doctype html>".to_owned(), None),
        ] {
            let found = read(body.as_bytes(), 2).ok().map(|all| all[0].numbers().to_vec());
            assert_eq!(found, first.map(Vec::from), "{what}");
        }
    }
}
