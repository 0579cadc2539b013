//! What a list is narrowed by (OData): `$filter`, `$search`, `$orderby`, `$top` and `$skip`, as chapter 6 has them.

use super::feil::Feil;
use serde_json::Value;

/// How deep a filter may be nested.
const DEPTH: usize = 32;

/// A question that was read.
#[derive(Debug, PartialEq)]
pub(super) enum Asks {
    And(Box<Asks>, Box<Asks>),
    Or(Box<Asks>, Box<Asks>),
    Not(Box<Asks>),
    Compares(Term, String, Term),
    /// `contains`, `startswith`, `endswith`.
    Holds(String, Term, Term),
    /// `list/any(x: …)`; the name before the colon is taken away.
    Any(Vec<String>, Box<Asks>),
}

/// A value in a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    Literal(Value),
    Path(Vec<String>),
    Concat(Box<Term>, Box<Term>),
    Year(Box<Term>),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Text(String),
    Number(String),
    Word(String),
    Open,
    Close,
    Comma,
    Colon,
}

/// Reads a filter; whether `any` is understood differs between kernels.
pub(super) fn read(text: &str, any: bool) -> Result<Asks, Feil> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0, any, depth: 0 };
    let asks = reader.or()?;
    if reader.at == reader.tokens.len() { Ok(asks) } else { Err(wrong(text)) }
}

fn wrong(text: &str) -> Feil {
    Feil::bad(format!("$filter kan ikke leses: {text}"))
}

fn tokens(text: &str) -> Result<Vec<Token>, Feil> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            ' ' | '\t' => 1,
            '(' | ')' | ',' => {
                tokens.push(if first == '(' {
                    Token::Open
                } else if first == ')' {
                    Token::Close
                } else {
                    Token::Comma
                });
                1
            }
            ':' => {
                tokens.push(Token::Colon);
                1
            }
            '\'' | '"' => quoted(rest, first, &mut tokens).ok_or_else(|| wrong(text))?,
            _ => word(rest, &mut tokens),
        };
        rest = &rest[taken..];
    }
    Ok(tokens)
}

/// A text in quotes; two of them stand for one.
fn quoted(rest: &str, quote: char, tokens: &mut Vec<Token>) -> Option<usize> {
    let mut said = String::new();
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != quote {
            said.push(letter);
        } else if letters.peek().is_some_and(|(_, next)| *next == quote) {
            letters.next();
            said.push(quote);
        } else {
            tokens.push(Token::Text(said));
            return Some(at + 1);
        }
    }
    None
}

/// A name, an operator or a number. A name of the house's own has a colon within it.
fn word(rest: &str, tokens: &mut Vec<Token>) -> usize {
    let mut end = rest.find([' ', '\t', '(', ')', ',', '\'', '"']).unwrap_or(rest.len());
    if rest[..end].ends_with(':') {
        end -= 1;
    }
    let said = &rest[..end];
    let number = said.parse::<f64>().is_ok();
    tokens.push(if number { Token::Number(said.to_owned()) } else { Token::Word(said.to_owned()) });
    end.max(1)
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    any: bool,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn word(&self) -> Option<String> {
        if let Some(Token::Word(word)) = self.peek() { Some(word.to_lowercase()) } else { None }
    }

    fn takes(&mut self, token: &Token) -> Result<(), Feil> {
        if self.peek() == Some(token) {
            self.at += 1;
            return Ok(());
        }
        Err(Feil::bad(format!("$filter: ventet {token:?}, fant {:?}", self.peek())))
    }

    fn or(&mut self) -> Result<Asks, Feil> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Feil::bad("$filter er for dyp"));
        }
        let mut asks = self.and()?;
        while self.word().as_deref() == Some("or") {
            self.at += 1;
            asks = Asks::Or(Box::new(asks), Box::new(self.and()?));
        }
        self.depth -= 1;
        Ok(asks)
    }

    fn and(&mut self) -> Result<Asks, Feil> {
        let mut asks = self.one()?;
        while self.word().as_deref() == Some("and") {
            self.at += 1;
            asks = Asks::And(Box::new(asks), Box::new(self.one()?));
        }
        Ok(asks)
    }

    fn one(&mut self) -> Result<Asks, Feil> {
        if self.peek() == Some(&Token::Open) {
            self.at += 1;
            let asks = self.or()?;
            self.takes(&Token::Close)?;
            return Ok(asks);
        }
        match self.word().as_deref() {
            Some("not") => {
                self.at += 1;
                Ok(Asks::Not(Box::new(self.one()?)))
            }
            Some(how @ ("contains" | "startswith" | "endswith")) => self.holds(how),
            Some(word) if word.ends_with("/any") => self.any(word.len() - "/any".len()),
            _ => self.compares(),
        }
    }

    fn holds(&mut self, how: &str) -> Result<Asks, Feil> {
        self.at += 1;
        self.takes(&Token::Open)?;
        let whole = self.term()?;
        self.takes(&Token::Comma)?;
        let part = self.term()?;
        self.takes(&Token::Close)?;
        Ok(Asks::Holds(how.to_owned(), whole, part))
    }

    fn any(&mut self, end: usize) -> Result<Asks, Feil> {
        let Some(Token::Word(word)) = self.peek().cloned() else { return Err(Feil::bad("$filter: any uten liste")) };
        if !self.any {
            return Err(Feil::bad("$filter: any støttes ikke av denne kjernen"));
        }
        self.at += 1;
        self.takes(&Token::Open)?;
        let Some(Token::Word(name)) = self.peek().cloned() else { return Err(Feil::bad("$filter: any uten navn")) };
        self.at += 1;
        self.takes(&Token::Colon)?;
        let from = self.at;
        for token in &mut self.tokens[from..] {
            if let Token::Word(path) = token
                && let Some(own) = path.strip_prefix(&format!("{name}/"))
            {
                *path = own.to_owned();
            }
        }
        let asks = self.or()?;
        self.takes(&Token::Close)?;
        Ok(Asks::Any(path(&word[..end]), Box::new(asks)))
    }

    fn compares(&mut self) -> Result<Asks, Feil> {
        let left = self.term()?;
        let how = self.word().filter(|word| ["eq", "ne", "gt", "ge", "lt", "le"].contains(&word.as_str()));
        let how = how.ok_or_else(|| Feil::bad("$filter: her mangler eq, ne, gt, ge, lt eller le"))?;
        self.at += 1;
        Ok(Asks::Compares(left, how, self.term()?))
    }

    fn term(&mut self) -> Result<Term, Feil> {
        let token = self.peek().cloned().ok_or_else(|| Feil::bad("$filter slutter for tidlig"))?;
        self.at += 1;
        match token {
            Token::Text(text) => Ok(Term::Literal(Value::String(text))),
            Token::Number(text) => Ok(Term::Literal(serde_json::from_str(&text).unwrap_or(Value::Null))),
            Token::Word(word) => self.named(&word),
            other => Err(Feil::bad(format!("$filter: ventet en verdi, fant {other:?}"))),
        }
    }

    fn named(&mut self, word: &str) -> Result<Term, Feil> {
        match word.to_lowercase().as_str() {
            "null" => Ok(Term::Literal(Value::Null)),
            "true" | "false" => Ok(Term::Literal(Value::Bool(word.eq_ignore_ascii_case("true")))),
            "year" => {
                self.takes(&Token::Open)?;
                let of = self.term()?;
                self.takes(&Token::Close)?;
                Ok(Term::Year(Box::new(of)))
            }
            "concat" => {
                self.takes(&Token::Open)?;
                let first = self.term()?;
                self.takes(&Token::Comma)?;
                let second = self.term()?;
                self.takes(&Token::Close)?;
                Ok(Term::Concat(Box::new(first), Box::new(second)))
            }
            _ if self.peek() == Some(&Token::Open) => Err(Feil::bad(format!("$filter: ukjent funksjon {word}"))),
            _ => Ok(Term::Path(path(word))),
        }
    }
}

fn path(word: &str) -> Vec<String> {
    word.split('/').map(str::to_owned).collect()
}

/// Where the values of an object are found.
pub(super) trait Values {
    /// All values at the end of a path.
    fn at(&self, path: &[String]) -> Vec<Value>;
    /// The objects in a list of the object.
    fn each(&self, list: &[String]) -> Vec<Box<dyn Values + '_>>;
}

impl Asks {
    pub(super) fn fits(&self, object: &dyn Values) -> bool {
        match self {
            Self::And(one, other) => one.fits(object) && other.fits(object),
            Self::Or(one, other) => one.fits(object) || other.fits(object),
            Self::Not(one) => !one.fits(object),
            Self::Compares(left, how, right) => compared(&left.values(object), how, &right.values(object)),
            Self::Holds(how, whole, part) => held(how, &whole.values(object), &part.values(object)),
            Self::Any(list, asks) => object.each(list).iter().any(|one| asks.fits(one.as_ref())),
        }
    }
}

impl Term {
    fn values(&self, object: &dyn Values) -> Vec<Value> {
        match self {
            Self::Literal(value) => vec![value.clone()],
            Self::Path(path) => object.at(path),
            Self::Year(of) => of
                .values(object)
                .iter()
                .filter_map(|value| value.as_str()?.get(..4)?.parse().ok())
                .map(|year: u64| Value::from(year))
                .collect(),
            Self::Concat(one, other) => {
                let (ones, others) = (one.values(object), other.values(object));
                ones.iter()
                    .flat_map(|one| others.iter().map(|other| Value::String(plain(one) + &plain(other))))
                    .collect()
            }
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn compared(left: &[Value], how: &str, right: &[Value]) -> bool {
    let null = Value::Null;
    let nothing = |values: &[Value]| values.iter().all(|value| *value == null);
    match how {
        "eq" if right.contains(&null) => nothing(left),
        "ne" if right.contains(&null) => !nothing(left),
        "ne" => !left.iter().any(|one| right.contains(one)),
        _ => left.iter().any(|one| right.iter().any(|other| ordered(one, how, other))),
    }
}

fn ordered(one: &Value, how: &str, other: &Value) -> bool {
    let order = match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.partial_cmp(&other),
        _ => Some(plain(one).cmp(&plain(other))),
    };
    let Some(order) = order else { return false };
    match how {
        "eq" => order.is_eq(),
        "gt" => order.is_gt(),
        "ge" => order.is_ge(),
        "lt" => order.is_lt(),
        _ => order.is_le(),
    }
}

fn held(how: &str, whole: &[Value], part: &[Value]) -> bool {
    let holds = |whole: &str, part: &str| match how {
        "startswith" => whole.starts_with(part),
        "endswith" => whole.ends_with(part),
        _ => whole.contains(part),
    };
    whole.iter().any(|whole| part.iter().any(|part| holds(&plain(whole), &plain(part))))
}

#[cfg(test)]
mod tests {
    use super::{Values, read};
    use serde_json::{Value, json};

    struct One(Value);

    impl Values for One {
        fn at(&self, path: &[String]) -> Vec<Value> {
            path.iter().try_fold(&self.0, |value, name| value.get(name)).cloned().into_iter().collect()
        }

        fn each(&self, list: &[String]) -> Vec<Box<dyn Values + '_>> {
            let found = self.at(list).into_iter().flat_map(|value| value.as_array().cloned().unwrap_or_default());
            found.map(|value| Box::new(One(value)) as Box<dyn Values>).collect()
        }
    }

    #[test]
    fn filters_are_read_and_answered() {
        let case = One(
            json!({ "saksaar": 2026, "sakssekvensnummer": 1234, "tittel": "O'Briens tilbygg (nytt)", "saksstatus": { "kode": "B" },
            "saksdato": "2026-01-12T00:00:00+01:00", "vnd-x-v1:id": "7", "part": [{ "navn": "Kari" }, { "navn": "Per" }] }),
        );
        for (filter, fits) in [
            ("saksaar eq 2026 and sakssekvensnummer eq 1234", Some(true)),
            ("saksaar eq 2026 and sakssekvensnummer eq 1235", Some(false)),
            ("saksaar EQ 2026 AND NOT (sakssekvensnummer eq 1)", Some(true)),
            ("tittel eq 'O''Briens tilbygg (nytt)'", Some(true)),
            ("contains(tittel, 'tilbygg')", Some(true)),
            ("startswith(tittel, 'tilbygg')", Some(false)),
            ("saksstatus/kode eq \"B\"", Some(true)),
            ("year(saksdato) eq 2026", Some(true)),
            ("concat(concat(saksaar,'-'),sakssekvensnummer) eq '2026-1234'", Some(true)),
            ("avsluttetDato eq null or saksaar lt 2020", Some(true)),
            ("tittel ne null", Some(true)),
            ("vnd-x-v1:id eq '7'", Some(true)),
            ("part/any(p: p/navn eq 'Per')", Some(true)),
            ("part/any(p: p/navn eq 'Ola')", Some(false)),
            ("tittel eq 'O'Brien'", None),
            ("tittel", None),
            ("tittel eq", None),
            ("(tittel eq 'a'", None),
            ("lower(tittel) eq 'a'", None),
            ("", None),
        ] {
            let read = read(filter, true);
            assert_eq!(read.as_ref().ok().map(|asks| asks.fits(&case)), fits, "{filter}: {read:?}");
        }
        assert!(read("part/any(p: p/navn eq 'Per')", false).is_err(), "a kernel of the base level");
        assert!(read(&"(".repeat(5000), true).is_err());
    }
}
