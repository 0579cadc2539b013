//! The description of the API, as the server hands it out: every operation is in it, and every reference leads somewhere.

use contract::{Access, TABLE};
use serde_json::Value;
use suite::Stand;

/// Every `$ref` below a value.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(list) => list.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_is_described_and_every_reference_leads_somewhere() {
    let stand = Stand::up().await;
    let answer = stand.client.get(format!("{}/openapi.json", stand.url)).send().await.expect("described");
    let all: Value = answer.json().await.expect("JSON");
    let paths = all["paths"].as_object().expect("paths");
    assert_eq!(paths.len(), TABLE.len());
    for row in TABLE {
        let post = &paths[row.path]["post"];
        let kind = if row.streams { "text/event-stream" } else { "application/json" };
        assert!(post["requestBody"]["content"]["application/json"]["schema"].is_object(), "{}", row.path);
        assert!(post["responses"]["200"]["content"][kind]["schema"].is_object(), "{}", row.path);
        assert_eq!(
            post["security"].as_array().is_some_and(Vec::is_empty),
            row.access == Access::Anyone,
            "{}",
            row.path
        );
        assert_ne!(stand.post(row.path, None, "{}").await.status(), 404, "{} is mounted", row.path);
    }
    let mut found = Vec::new();
    references(&all, &mut found);
    assert!(found.len() > TABLE.len(), "{found:?}");
    for reference in found {
        let pointer = reference.strip_prefix('#').expect("within the description");
        assert!(all.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}
