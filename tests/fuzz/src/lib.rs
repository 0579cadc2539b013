//! Hostile input for every parser (fuzz): cases made from bytes, run in their hundreds by `cargo test`, endlessly by a fuzzer.

mod mail;
mod pick;
mod run;

#[doc(hidden)]
pub use bolero;
pub use mail::{Mail, mails};
pub use pick::Pick;
pub use run::{is_guided, seeded};

/// A test that runs its body for many cases: for a fuzzer's where one asks, else for so many of our own, the same at every run.
///
/// The body is given a [`Pick`], makes its input of it, and panics where a property does not hold.
#[macro_export]
macro_rules! target {
    ($(#[$doc:meta])* $name:ident, $times:expr, $body:expr) => {
        $(#[$doc])*
        #[test]
        fn $name() {
            let body: fn(&mut $crate::Pick<'_>) = $body;
            if $crate::is_guided() {
                $crate::bolero::check!().for_each(|bytes: &[u8]| body(&mut $crate::Pick::of(bytes)));
            } else {
                $crate::seeded(stringify!($name), $times, body);
            }
        }
    };
}
