//! Settings that cannot be used, each named; only Graph itself and this computer ever get a token.

use super::{Even, Still};
use crate::{Graph, Settings};
use std::sync::Arc;

#[test]
fn only_graph_and_an_allowed_loopback_are_addresses() {
    for (address, loopback, good) in [
        ("https://graph.microsoft.com/v1.0", false, true),
        ("https://graph.microsoft.com/v1.0/", true, true),
        ("http://graph.microsoft.com/v1.0", true, false),
        ("https://graph.microsoft.com:8443/v1.0", true, false),
        ("https://graph.microsoft.com.example.no/v1.0", true, false),
        ("https://user@graph.microsoft.com/v1.0", true, false),
        ("https://graph.microsoft.com/v1.0?x", true, false),
        ("http://127.0.0.1:4000/v1.0", true, true),
        ("http://localhost:4000/v1.0", true, true),
        ("http://[::1]:4000/v1.0", true, true),
        ("http://127.0.0.1:4000/v1.0", false, false),
        ("http://127.0.0.1.example.no/v1.0", true, false),
        ("ftp://127.0.0.1/v1.0", true, false),
        ("graph", true, false),
    ] {
        let settings = Settings { address: address.to_owned(), loopback, ..Settings::default() };
        assert_eq!(made(settings), if good { Ok(()) } else { Err("address") }, "{address} {loopback}");
    }
}

#[test]
fn counts_are_sensible() {
    for (field, settings) in [
        ("pages", Settings { pages: 0, ..Settings::default() }),
        ("page_size", Settings { page_size: 1001, ..Settings::default() }),
        ("concurrent", Settings { concurrent: 0, ..Settings::default() }),
    ] {
        assert_eq!(made(settings), Err(field));
    }
}

fn made(settings: Settings) -> Result<(), &'static str> {
    Graph::new(settings, Arc::new(Still), Arc::new(Even)).map(|_| ()).map_err(|wrong| wrong.field)
}
