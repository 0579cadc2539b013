//! Server-sent events as bytes: the `data:` lines, whole, however the network cuts them.

use serde::de::IgnoredAny;

/// Lines put together from chunks; a character is never torn apart.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    rest: Vec<u8>,
    event: String,
    after_return: bool,
}

impl Lines {
    /// The payloads that are complete with this chunk. Lines end with CR, LF or both.
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Vec<String> {
        let mut whole = Vec::new();
        for byte in chunk {
            match byte {
                // The second half of one line's end, not an empty line.
                b'\n' if std::mem::take(&mut self.after_return) => {}
                b'\n' | b'\r' => whole.extend(self.line()),
                _ => self.rest.push(*byte),
            }
            self.after_return = *byte == b'\r';
        }
        whole
    }

    /// What stands last where the stream ends without the end of a line.
    pub(crate) fn end(mut self) -> Option<String> {
        self.line().or_else(|| self.event())
    }

    /// The payload that is whole with this line: one that is spread over several `data:` lines is put together until it is JSON, or
    /// until an empty line ends it all the same.
    fn line(&mut self) -> Option<String> {
        let line = std::mem::take(&mut self.rest);
        if line.is_empty() {
            return self.event();
        }
        self.event.push_str(String::from_utf8_lossy(line.strip_prefix(b"data:")?).trim());
        let is_whole = self.event == "[DONE]" || serde_json::from_str::<IgnoredAny>(&self.event).is_ok();
        if is_whole { self.event() } else { None }
    }

    fn event(&mut self) -> Option<String> {
        Some(std::mem::take(&mut self.event)).filter(|event| !event.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_whole_however_they_are_cut() {
        for text in [
            ": keep-alive\r\ndata: {\"a\":\"å\"}\r\n\r\nevent: x\ndata:[DONE]\n",
            "id: 7\rdata:{\"a\":\"å\"}\r\rdata: [DONE]\r",
            "data: {\"a\":\ndata: \"å\"}\n\n\n: x\nretry: 10\n\ndata: [DONE]",
        ] {
            for size in [1, 2, 3, 7, 1000] {
                let mut lines = Lines::default();
                let mut found: Vec<_> = text.as_bytes().chunks(size).flat_map(|chunk| lines.push(chunk)).collect();
                found.extend(lines.end());
                assert_eq!(found, ["{\"a\":\"å\"}", "[DONE]"], "{size}: {text}");
            }
        }
    }

    #[test]
    fn bytes_that_are_no_character_do_not_stop_the_stream() {
        let mut lines = Lines::default();
        assert_eq!(lines.push(b"data: {\"a\":\"\xc3\x28\xe2\x82\"}\n\n"), ["{\"a\":\"\u{fffd}(\u{fffd}\"}"]);
    }
}
