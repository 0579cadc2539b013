//! The description of the API (OpenAPI 3.1), made from the table of operations.

use crate::{Access, Problem, TABLE, operation};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The whole description, for `GET /openapi.json`.
#[must_use]
pub fn describe() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    let mut generator = settings.into_generator();
    let problem = generator.subschema_for::<Problem>();
    let schemas = operation::schemas(&mut generator);
    let paths: Map<_, _> = TABLE
        .iter()
        .zip(schemas)
        .map(|(row, (path, request, answer))| {
            let kind = if row.streams { "text/event-stream" } else { "application/json" };
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
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Saksvar", "version": env!("CARGO_PKG_VERSION"), "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        "paths": paths,
        "components": {
            "schemas": generator.take_definitions(true),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    })
}
