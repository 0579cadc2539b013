//! Where a request comes from (avsenderadresse): the address of the connection, or, behind a proxy of ours, the one that proxy names.

use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// The address that counts. `X-Forwarded-For` is read from its end, for every proxy adds the one it was called by: the last that is
/// no proxy of ours is the caller. What stands before it, and the whole header from anybody else, could be made up.
pub(crate) fn address(connection: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let is_ours = |address: &IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == *address);
    let mut caller = connection.to_canonical();
    let lists: Vec<&str> = headers.get_all("x-forwarded-for").iter().map(|list| list.to_str().unwrap_or("")).collect();
    let mut hops = lists.iter().flat_map(|list| list.split(',')).rev();
    while is_ours(&caller) {
        // A hop that cannot be read ends the chain: the last proxy answers for it.
        let Some(hop) = hops.next().and_then(read) else { break };
        caller = hop;
    }
    caller
}

/// An address, with or without a port.
fn read(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let alone = || hop.trim_matches(['[', ']']).parse().ok();
    let address: Option<IpAddr> = hop.parse::<SocketAddr>().ok().map(|address| address.ip()).or_else(alone);
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::address;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn the_last_hop_that_is_no_proxy_of_ours_is_the_caller() {
        let proxies = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        for (connection, headers, expected) in [
            ("192.0.2.7", vec![], "192.0.2.7"),
            // Spoofed by somebody who is no proxy.
            ("192.0.2.7", vec!["198.51.100.1"], "192.0.2.7"),
            ("192.0.2.7", vec!["10.0.0.1"], "192.0.2.7"),
            ("10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            // Spoofed through the proxy: it adds the caller's own address at the end.
            ("10.0.0.1", vec!["203.0.113.9, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec!["203.0.113.9", "198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec!["203.0.113.9, 198.51.100.1, 10.0.0.2"], "198.51.100.1"),
            ("10.0.0.1", vec!["198.51.100.1:4711"], "198.51.100.1"),
            ("10.0.0.1", vec!["[2001:db8::1]:4711"], "2001:db8::1"),
            ("10.0.0.1", vec!["2001:db8::1"], "2001:db8::1"),
            ("10.0.0.1", vec!["::ffff:198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec![], "10.0.0.1"),
            ("10.0.0.1", vec!["198.51.100.1, unknown"], "10.0.0.1"),
            ("10.0.0.1", vec!["198.51.100.1, "], "10.0.0.1"),
            ("10.0.0.1", vec!["10.0.0.2"], "10.0.0.2"),
        ] {
            let mut given = HeaderMap::new();
            for list in &headers {
                given.append("x-forwarded-for", HeaderValue::from_str(list).unwrap());
            }
            let told = address(connection.parse().unwrap(), &given, &proxies);
            assert_eq!(told.to_string(), expected, "{connection} {headers:?}");
        }
    }
}
