//! Reads server-sent events from bytes as they come.

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Its name.
    pub event: String,
    /// Its data, lines joined.
    pub data: String,
}

/// What has come so far without making a whole event.
#[derive(Debug, Default)]
pub struct Frames {
    line: Vec<u8>,
    frame: Frame,
}

impl Frames {
    /// Takes the next bytes, and gives back the events that are now whole.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<Frame> {
        let mut whole = Vec::new();
        for byte in bytes {
            if *byte == b'\n' {
                whole.extend(self.end_of_line());
            } else {
                self.line.push(*byte);
            }
        }
        whole
    }

    fn end_of_line(&mut self) -> Option<Frame> {
        let line = std::mem::take(&mut self.line);
        // What is no UTF-8 is none of our server's.
        let line = String::from_utf8(line).unwrap_or_default();
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            let frame = std::mem::take(&mut self.frame);
            return (!frame.data.is_empty()).then_some(frame);
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.frame.event),
            "data" => {
                if !self.frame.data.is_empty() {
                    self.frame.data.push('\n');
                }
                self.frame.data.push_str(value);
            }
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Frames};

    #[test]
    fn events_are_whole_however_the_bytes_are_cut() {
        let text = ": hello\r\n\r\nevent: progress\ndata: {\"a\":\"æ\"}\n\nid: 3\ndata:x\ndata: y\n\nevent: answer\ndata: not yet";
        let frame = |event: &str, data: &str| Frame { event: event.to_owned(), data: data.to_owned() };
        let expected = [frame("progress", "{\"a\":\"æ\"}"), frame("", "x\ny")];
        for size in [1, 2, 3, 7, 1000] {
            let mut frames = Frames::default();
            let whole: Vec<Frame> = text.as_bytes().chunks(size).flat_map(|bytes| frames.take(bytes)).collect();
            assert_eq!(whole, expected, "cut every {size} bytes");
        }
    }
}
