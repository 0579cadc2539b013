//! What our own mail server says of the sender: the topmost Authentication-Results (RFC 8601), because only that one is ours.

use crate::shape::Header;

/// `None` without the header; else whether DMARC passed for the domain of `from`
/// (<https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo>: `bestguesspass` where the domain has no policy).
pub(crate) fn of(headers: &[Header], from: &str) -> Option<bool> {
    let topmost = headers.iter().find(|header| header.name.eq_ignore_ascii_case("Authentication-Results"))?;
    let plain = without_asides(&topmost.value).to_ascii_lowercase();
    let words: Vec<&str> = plain.split([';', ' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
    let values = |name: &str| -> Vec<&str> { words.iter().filter_map(|word| word.strip_prefix(name)).collect() };
    let domain = from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let is_theirs = values("header.from=").iter().all(|named| named.eq_ignore_ascii_case(domain));
    let verdicts = values("dmarc=");
    let passed = !verdicts.is_empty() && verdicts.iter().all(|verdict| matches!(*verdict, "pass" | "bestguesspass"));
    Some(passed && is_theirs)
}

/// The value without comments and quoted strings, which hold what the sender said of themselves.
fn without_asides(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let (mut depth, mut in_quotes, mut escaped) = (0_u32, false, false);
    for letter in value.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' if depth == 0 => in_quotes = !in_quotes,
            '(' if !in_quotes => depth += 1,
            ')' if !in_quotes => depth = depth.saturating_sub(1),
            _ if depth == 0 && !in_quotes => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::shape::Header;

    const OURS: &str = "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.no; dkim=pass (signature was verified) \
                        header.d=example.no;dmarc=pass action=none header.from=example.no;compauth=pass reason=100";

    type Lines = &'static [(&'static str, &'static str)];

    #[test]
    fn only_our_servers_word_counts() {
        let table: &[(Lines, Option<bool>)] = &[
            (&[], None),
            (&[("Received", "from a"), ("authentication-results", OURS)], Some(true)),
            (&[("Authentication-Results", "spf=fail; dmarc=fail header.from=example.no")], Some(false)),
            (&[("Authentication-Results", "spf=fail; dmarc=fail"), ("Authentication-Results", OURS)], Some(false)),
            (&[("Authentication-Results", "spf=none; dmarc=bestguesspass header.from=example.no")], Some(true)),
            (&[("Authentication-Results", "spf=pass; dmarc=pass header.from=evil.example")], Some(false)),
            (&[("Authentication-Results", "spf=fail (dmarc=pass) smtp.mailfrom=x; dmarc=none")], Some(false)),
            (&[("Authentication-Results", r#"spf=fail smtp.mailfrom="a; dmarc=pass"@x"#)], Some(false)),
            (&[("Authentication-Results", r#"spf=fail (\) dmarc=pass (x) ) smtp.mailfrom=x"#)], Some(false)),
            (&[("Authentication-Results", "dmarc=fail; dmarc=pass header.from=example.no")], Some(false)),
            (&[("Authentication-Results", "xdmarc=pass")], Some(false)),
        ];
        for (headers, expected) in table {
            let headers: Vec<Header> = headers
                .iter()
                .map(|(name, value)| Header { name: (*name).to_owned(), value: (*value).to_owned() })
                .collect();
            let names: Vec<&str> = headers.iter().map(|header| header.value.as_str()).collect();
            assert_eq!(of(&headers, "per.haug@example.no"), *expected, "{names:?}");
        }
    }
}
