//! Who may call what stands in the documentation as it stands in the code.

use contract::{Access, TABLE};
use std::fs;
use vocabulary::Role;

/// The table as Markdown: an operation a line, a role a column.
fn table() -> String {
    let heads: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
    let mut lines = vec![
        format!("| operation | {} | no role | nobody signed in |", heads.join(" | ")),
        format!("|---|{}", "---|".repeat(heads.len() + 2)),
    ];
    for row in TABLE {
        let mark = |may: bool| if may { "yes" } else { "–" };
        let of_role = |role: &Role| match row.access {
            Access::Anyone | Access::SignedIn => mark(true),
            Access::Roles(roles) => mark(roles.contains(role)),
        };
        let roles: Vec<_> = Role::ALL.iter().map(of_role).collect();
        let no_role = mark(!matches!(row.access, Access::Roles(_)));
        let nobody = mark(row.access == Access::Anyone);
        lines.push(format!("| `{}` | {} | {no_role} | {nobody} |", row.path, roles.join(" | ")));
    }
    lines.join("\n")
}

#[test]
fn the_table_of_access_is_the_documented_one() {
    let text = fs::read_to_string(suite::root().join("shared/README.md")).expect("documentation is text");
    let table = table();
    assert!(text.contains(&table), "write this table into shared/README.md:\n{table}");
}
