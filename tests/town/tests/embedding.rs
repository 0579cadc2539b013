//! The town's embeddings: what they mean, and what is refused.
#![cfg(test)]

use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use town::{EMBEDDING_MODEL, Running, Settings, Town};

fn ask(town: &Running, body: &Value) -> RequestBuilder {
    Client::new().post(format!("{}/embeddings", town.model_url)).bearer_auth(&town.settings().model_key).json(body)
}

async fn vectors(town: &Running, input: Value) -> Vec<Vec<f64>> {
    let body = json!({ "model": EMBEDDING_MODEL, "input": input, "encoding_format": "float" });
    let answer: Value = ask(town, &body).send().await.unwrap().json().await.unwrap();
    let data = answer["data"].as_array().unwrap();
    for (index, one) in data.iter().enumerate() {
        assert_eq!((&one["index"], &one["object"]), (&json!(index), &json!("embedding")));
    }
    assert!(answer["usage"]["total_tokens"].as_u64().unwrap() > 0);
    data.iter().map(|one| serde_json::from_value(one["embedding"].clone()).unwrap()).collect()
}

fn product(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[tokio::test]
async fn texts_with_the_same_words_lie_close() {
    let town = Town::start(Settings::default()).await.unwrap();
    let texts = json!(["Gebyret for tilbygg", "Hva er gebyr for tilbygget?", "Åpningstider på rådhuset", "?"]);
    let all = vectors(&town, texts).await;
    assert!(product(&all[0], &all[1]) > 0.6 && product(&all[0], &all[2]).abs() < 0.4, "{all:?}");
    assert!(all.iter().all(|one| (product(one, one) - 1.0).abs() < 1e-5), "each has length 1");
    assert_eq!(vectors(&town, json!("Gebyret for tilbygg")).await, all[..1], "the same text, the same vector");
    let body = json!({ "model": EMBEDDING_MODEL, "input": "Gebyr", "encoding_format": "base64" });
    let answer: Value = ask(&town, &body).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["data"][0]["embedding"].as_str().unwrap().len(), (256_usize * 4).div_ceil(3) * 4);
}

#[tokio::test]
async fn what_the_real_one_refuses_is_refused() {
    let town = Town::start(Settings::default()).await.unwrap();
    let long = "ord ".repeat(7_000);
    for (what, field, value, status) in [
        ("nothing is wrong", "input", json!(["a", "b"]), 200),
        ("another model", "model", json!("gpt-9"), 404),
        ("no model", "model", json!(null), 400),
        ("no text", "input", json!(null), 400),
        ("an empty text", "input", json!(["a", ""]), 400),
        ("an empty list", "input", json!([]), 400),
        ("a list of something else", "input", json!([1.5]), 400),
        ("as many as may be", "input", json!(vec!["a"; 2_048]), 200),
        ("too many", "input", json!(vec!["a"; 2_049]), 400),
        ("a too long text", "input", json!(long), 400),
        ("too much in all", "input", json!(vec![&long[..24_000]; 40]), 400),
        ("another form", "encoding_format", json!("hex"), 400),
    ] {
        let mut body = json!({ "model": EMBEDDING_MODEL, "input": "a" });
        body[field] = value;
        assert_eq!(ask(&town, &body).send().await.unwrap().status(), status, "{what}");
    }
    let body = json!({ "model": EMBEDDING_MODEL, "input": "a" });
    for key in [None, Some("wrong")] {
        let request = Client::new().post(format!("{}/embeddings", town.model_url)).json(&body);
        let request = key.into_iter().fold(request, |request, key| request.bearer_auth(key));
        assert_eq!(request.send().await.unwrap().status(), 401, "{key:?}");
    }
    let models: Value = reqwest::get(format!("{}/models", town.model_url)).await.unwrap().json().await.unwrap();
    assert!(models["data"].as_array().unwrap().iter().any(|model| model["id"] == EMBEDDING_MODEL));
}
