//! The reader's clock and time zone, as the browser knows them.

use crate::state::moment::Moment;
use js_sys::Date;

/// Now.
#[must_use]
pub fn now() -> Moment {
    moment(&Date::new_0())
}

/// A time from the server in the reader's own zone; a plain day stays that day.
#[must_use]
pub fn local(text: &str) -> Option<Moment> {
    let read = Moment::read(text)?;
    if read.clock.is_none() {
        return Some(read);
    }
    let date = Date::new(&text.into());
    if date.get_time().is_nan() { Some(read) } else { Some(moment(&date)) }
}

fn moment(date: &Date) -> Moment {
    Moment {
        year: date.get_full_year(),
        month: date.get_month() + 1,
        day: date.get_date(),
        clock: Some((date.get_hours(), date.get_minutes())),
    }
}
