//! What our own server found out about a sender (Authentication-Results, RFC 8601).

/// Whether the sender is who the mail says: DMARC decides; without it, both SPF and DKIM must have passed.
pub(crate) fn passed(header: &str) -> bool {
    let header = without_comments(header).to_lowercase();
    let result = |method: &str| {
        let results = header.split([';', ',']).map(str::trim);
        let found = results
            .filter_map(|part| part.split_whitespace().next())
            .find_map(|word| word.strip_prefix(method)?.strip_prefix('='));
        found.map(str::to_owned)
    };
    let pass = |method| result(method).as_deref() == Some("pass");
    match result("dmarc").as_deref() {
        Some("pass" | "bestguesspass") => true,
        None | Some("none") => pass("spf") && pass("dkim"),
        Some(_) => false,
    }
}

/// Comments hold what the sender wrote, for example the name of a host; nothing in them counts. Nor does quoted text.
fn without_comments(header: &str) -> String {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut kept = String::with_capacity(header.len());
    for c in header.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' if depth == 0 => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth = depth.saturating_sub(1),
            c if depth == 0 && !quoted => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn only_what_our_server_says_counts() {
        for (header, expected) in [
            ("mx.fjordvik.no; spf=pass smtp.mailfrom=example.no; dkim=pass; dmarc=pass action=none", true),
            ("mx.fjordvik.no; spf=pass; dkim=pass header.d=example.no", true),
            ("mx; spf=pass; dkim=none; dmarc=none", false),
            ("mx; dmarc=fail", false),
            ("mx; spf=fail (host says; dmarc=pass); dkim=fail", false),
            ("mx; spf=pass reason=\"; dmarc=pass\"", false),
            ("mx; none", false),
        ] {
            assert_eq!(passed(header), expected, "{header}");
        }
    }
}
