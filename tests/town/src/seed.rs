//! The first mail (første post): a directory of `.eml` files, or a few letters of the town's own.

use crate::mail::{Mail, Post, read};
use std::{fs, io, path::Path};

const OWN: [&str; 4] = [
    include_str!("../static/mail/1-per.eml"),
    include_str!("../static/mail/2-anne.eml"),
    include_str!("../static/mail/3-anne-again.eml"),
    include_str!("../static/mail/4-kari.eml"),
];

/// Fills the mailboxes, oldest mail first, so that conversations hold together.
pub(crate) fn fill(post: &mut Post, directory: Option<&Path>) -> io::Result<()> {
    let mut mails: Vec<Mail> = match directory {
        Some(directory) => of_directory(directory)?,
        None => OWN.iter().filter_map(|text| read(text.replace('\n', "\r\n").as_bytes())).collect(),
    };
    mails.sort_by_key(|mail| mail.received);
    for mail in &mails {
        post.deliver(mail);
    }
    Ok(())
}

fn of_directory(directory: &Path) -> io::Result<Vec<Mail>> {
    let mut paths: Vec<_> =
        fs::read_dir(directory)?.map(|entry| entry.map(|it| it.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|it| it == "eml"));
    paths.sort();
    let broken = |path: &Path| io::Error::other(format!("{} is no mail", path.display()));
    paths.iter().map(|path| read(&fs::read(path)?).ok_or_else(|| broken(path))).collect()
}
