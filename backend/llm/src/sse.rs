//! Server-sent events as bytes: the `data:` lines, whole, however the network cuts them.

/// Lines put together from chunks; a character is never torn apart.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    rest: Vec<u8>,
}

impl Lines {
    /// The payloads of the `data:` lines that are complete with this chunk.
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Vec<String> {
        let mut whole = Vec::new();
        let mut chunk = chunk;
        while let Some(at) = chunk.iter().position(|byte| *byte == b'\n') {
            self.rest.extend_from_slice(&chunk[..at]);
            whole.extend(payload(&self.rest));
            self.rest.clear();
            chunk = &chunk[at + 1..];
        }
        self.rest.extend_from_slice(chunk);
        whole
    }
}

fn payload(line: &[u8]) -> Option<String> {
    let line = line.strip_prefix(b"data:")?;
    Some(String::from_utf8_lossy(line).trim().to_owned()).filter(|payload| !payload.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_whole_however_they_are_cut() {
        let text = ": keep-alive\r\ndata: {\"a\":\"å\"}\r\n\r\nevent: x\ndata:[DONE]\n";
        for size in [1, 2, 3, 7, 1000] {
            let mut lines = Lines::default();
            let found: Vec<_> = text.as_bytes().chunks(size).flat_map(|chunk| lines.push(chunk)).collect();
            assert_eq!(found, ["{\"a\":\"å\"}", "[DONE]"], "{size}");
        }
    }
}
