//! The description of the API (OpenAPI 3.1), made from the table of operations.

use crate::{Access, Problem, Step, TABLE, input::MOST, operation};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The whole description, for `GET /openapi.json`.
#[must_use]
pub fn describe() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    let mut generator = settings.into_generator();
    let problem = generator.subschema_for::<Problem>();
    let step = generator.subschema_for::<Step>();
    let schemas = operation::schemas(&mut generator);
    let paths: Map<_, _> = TABLE
        .iter()
        .zip(schemas)
        .map(|(row, (path, request, answer))| {
            let kind = if row.streams { "text/event-stream" } else { "application/json" };
            // Of a stream this is the data of one event: a step, and at the end the answer or the problem.
            let answer = if row.streams { event(&json!({"anyOf": [step, answer, problem]})) } else { json!(answer) };
            let secured = if row.access == Access::Anyone { json!([]) } else { json!([{"bearer": []}]) };
            let post = json!({
                "operationId": path.rsplit('/').next(),
                "security": secured,
                "requestBody": {"required": true, "content": {"application/json": {"schema": request}}},
                "responses": {
                    "200": {"description": "answer", "content": {kind: {"schema": answer}}},
                    "default": {"description": "problem", "content": {"application/problem+json": {"schema": problem}}},
                },
            });
            (path.to_owned(), json!({ "post": post }))
        })
        .collect();
    let mut description = json!({
        "openapi": "3.1.0",
        "info": {"title": "Saksvar", "version": env!("CARGO_PKG_VERSION"), "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        "paths": paths,
        "components": {
            "schemas": generator.take_definitions(true),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    });
    bound(&mut description);
    description
}

/// An event of a stream; its data is JSON in a line.
fn event(data: &Value) -> Value {
    json!({
        "type": "object",
        "required": ["event", "data"],
        "properties": {
            "event": {"enum": ["progress", "answer", "problem"]},
            "data": {"type": "string", "contentMediaType": "application/json", "contentSchema": data},
        },
    })
}

/// Whole numbers are told with the largest that is read: `format` alone binds nobody.
fn bound(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let most = match fields.get("format").and_then(Value::as_str) {
                Some("uint32") => Some(u64::from(u32::MAX)),
                Some("uint64" | "uint") => Some(MOST),
                _ => None,
            };
            fields.extend(most.map(|most| ("maximum".to_owned(), json!(most))));
            fields.values_mut().for_each(bound);
        }
        Value::Array(list) => list.iter_mut().for_each(bound),
        _ => {}
    }
}
