//! Settings that cannot be used, each named.

use super::{Counted, START, Still, settings};
use crate::{Entra, Settings};
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU8},
};
use vocabulary::TenantId;

type Change = fn(&mut Settings);

#[test]
fn a_wrong_setting_is_named() {
    let table: &[(&str, Change)] = &[
        ("authority", |s| "login.microsoftonline.com".clone_into(&mut s.authority)),
        ("authority", |s| "http://login.microsoftonline.com".clone_into(&mut s.authority)),
        ("authority", |s| "https://user:word@login.microsoftonline.com".clone_into(&mut s.authority)),
        ("authority", |s| "http://127.0.0.1.example.no".clone_into(&mut s.authority)),
        ("redirect_url", |s| "http://saksvar.example.no/auth/callback".clone_into(&mut s.redirect_url)),
        ("client_id", |s| "saksvar".clone_into(&mut s.client_id)),
        ("clients", |s| s.clients = vec!["office".to_owned()]),
        ("clients", |s| s.clients.clear()),
        ("tenants", |s| s.tenants[0].id = TenantId::new("common")),
        ("tenants", |s| s.tenants.clear()),
        ("graph_scopes", |s| s.graph_scopes.clear()),
        ("scope", |s| "access_as_user profile".clone_into(&mut s.scope)),
        ("audience", |s| s.audience.clear()),
    ];
    for (field, change) in table {
        let mut settings = settings("https://login.microsoftonline.com");
        change(&mut settings);
        assert_eq!(made(settings), Err(*field), "{field}");
    }
    for good in ["https://login.microsoftonline.com/", "http://localhost:4600", "http://[::1]:4600"] {
        assert_eq!(made(settings(good)), Ok(()), "{good}");
    }
}

fn made(settings: Settings) -> Result<(), &'static str> {
    let clock = Arc::new(Still(AtomicI64::new(START)));
    let chance = Arc::new(Counted(AtomicU8::new(0)));
    Entra::new(settings, clock, chance).map(|_| ()).map_err(|wrong| wrong.field)
}
