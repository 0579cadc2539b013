//! By which way a token is had (innloggingsveier): nested app authentication, then Office's own token, then a window of ours.

use crate::host::{Later, MailHost};
use std::rc::Rc;

/// What came of nested app authentication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nested {
    /// A token for our API.
    Token(String),
    /// The person must press first, or has turned away.
    Person,
    /// This Outlook has no such way, or it leads nowhere.
    Away,
}

/// What came of the person's press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// A token for our API.
    Token(String),
    /// A window of ours is what is left.
    Window,
    /// The person has turned away.
    Nobody,
}

/// A token for a call that is waiting. Where nested app authentication works and wants the person, no other way asks them in its place.
pub fn quiet(host: Rc<dyn MailHost>, ask: bool, claims: Option<String>) -> Later<Option<String>> {
    Box::pin(async move {
        match host.nested(false, claims.clone()).await {
            Nested::Token(token) => Some(token),
            Nested::Person => None,
            Nested::Away => host.token(ask, claims).await,
        }
    })
}

/// A token for somebody who has pressed. Office is asked again only by who has left it: it had none otherwise, and a window that comes up
/// late is taken for one that nobody wanted.
pub async fn pressed(host: &dyn MailHost, has_left: bool) -> Pressed {
    match host.nested(true, None).await {
        Nested::Token(token) => Pressed::Token(token),
        Nested::Person => Pressed::Nobody,
        Nested::Away if has_left => host.token(true, None).await.map_or(Pressed::Window, Pressed::Token),
        Nested::Away => Pressed::Window,
    }
}

#[cfg(test)]
mod tests {
    use super::{Nested, Pressed, pressed, quiet};
    use crate::{
        host::{Later, MailHost, Told, theme::Theme},
        state::{Insertion, Item, Surface, model::Cause},
    };
    use contract::operation::AttachedFile;
    use std::{
        cell::RefCell,
        future::ready,
        pin::pin,
        rc::Rc,
        task::{Context, Poll, Waker},
    };
    use yew::Callback;

    /// A host that answers at once, and remembers what it was asked.
    struct Host {
        nested: Nested,
        office: Option<&'static str>,
        asked: RefCell<Vec<String>>,
    }

    impl MailHost for Host {
        fn surface(&self) -> Surface {
            Surface::Outlook
        }
        fn language(&self) -> String {
            String::new()
        }
        fn theme(&self) -> Option<Theme> {
            None
        }
        fn listen(&self, _: Callback<Told>) {}
        fn item(&self) -> Later<Option<Item>> {
            Box::pin(ready(None))
        }
        fn nested(&self, pressed: bool, claims: Option<String>) -> Later<Nested> {
            self.asked.borrow_mut().push(format!("nested {pressed} {}", claims.unwrap_or_default()));
            Box::pin(ready(self.nested.clone()))
        }
        fn token(&self, ask: bool, claims: Option<String>) -> Later<Option<String>> {
            self.asked.borrow_mut().push(format!("office {ask} {}", claims.unwrap_or_default()));
            Box::pin(ready(self.office.map(str::to_owned)))
        }
        fn dialog(&self, _: String) -> Later<Option<String>> {
            Box::pin(ready(None))
        }
        fn images(&self) -> Later<Option<Vec<AttachedFile>>> {
            Box::pin(ready(None))
        }
        fn insert(&self, _: Insertion) -> Later<Result<(), Cause>> {
            Box::pin(ready(Err(Cause::Insert)))
        }
    }

    fn host(nested: Nested, office: Option<&'static str>) -> Host {
        Host { nested, office, asked: RefCell::default() }
    }

    fn at_once<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("the host answers at once"),
        }
    }

    fn token() -> Nested {
        Nested::Token("n".to_owned())
    }

    #[test]
    fn a_call_goes_the_first_way_that_leads_somewhere_and_nobody_is_asked_twice() {
        for (nested, office, expected, asked) in [
            (token(), Some("o"), Some("n"), ["nested false c"].as_slice()),
            (Nested::Person, Some("o"), None, &["nested false c"]),
            (Nested::Away, Some("o"), Some("o"), &["nested false c", "office true c"]),
            (Nested::Away, None, None, &["nested false c", "office true c"]),
        ] {
            let host = Rc::new(host(nested, office));
            assert_eq!(at_once(quiet(host.clone(), true, Some("c".to_owned()))).as_deref(), expected);
            assert_eq!(*host.asked.borrow(), asked);
        }
    }

    #[test]
    fn a_press_asks_outlook_first_and_ends_in_a_window_of_ours() {
        let of = |token: &str| Pressed::Token(token.to_owned());
        for (nested, office, has_left, expected, asked) in [
            (token(), Some("o"), false, of("n"), 1),
            (Nested::Person, Some("o"), true, Pressed::Nobody, 1),
            (Nested::Away, Some("o"), false, Pressed::Window, 1),
            (Nested::Away, Some("o"), true, of("o"), 2),
            (Nested::Away, None, true, Pressed::Window, 2),
        ] {
            let host = host(nested, office);
            assert_eq!(at_once(pressed(&host, has_left)), expected);
            assert_eq!(host.asked.borrow().len(), asked, "{expected:?}");
            assert_eq!(host.asked.borrow()[0], "nested true ");
        }
    }
}
