//! A town that runs (by i drift), and all that a test may do with it.

use crate::{
    entra::{self, ARCHIVE, Keys, Scripted, claims, sign, verify},
    fault::Fault,
    graph, host, listen,
    mail::{Folder, Mail, Post, read},
    model,
    noark::Vouching,
    outlook::{self, Bridge},
    seed,
    settings::{OFFICE, Settings},
    world::{Addresses, Inner, Request, System, World},
};
use serde_json::Value;
use std::{
    collections::{HashMap, HashSet, VecDeque},
    io,
    sync::Arc,
};
use tokio::task::JoinHandle;

/// The emulated municipality.
pub struct Town;

/// A started town; it stops when it is dropped.
pub struct Running {
    /// Root of Entra, as in `https://login.microsoftonline.com`.
    pub entra_url: String,
    /// Root of Graph, as in `https://graph.microsoft.com`; calls go to `/v1.0/…`.
    pub graph_url: String,
    /// Outlook on the web; `/office.js` is there too.
    pub outlook_url: String,
    /// Where that is listened for; another address than its own with a library of Microsoft's.
    pub outlook_at: String,
    /// The honest model's root, with `/v1`.
    pub model_url: String,
    world: Arc<World>,
    tasks: Vec<JoinHandle<()>>,
}

impl Town {
    /// Makes keys, reads mail, opens the ports.
    ///
    /// # Errors
    /// A port that is taken, a mail directory that cannot be read, a file in it that is no mail.
    pub async fn start(settings: Settings) -> io::Result<Running> {
        let [entra, graph, outlook, model] = settings.ports;
        let (entra, graph) = (listen::open(entra).await?, listen::open(graph).await?);
        let (outlook, model) = (listen::open(outlook).await?, listen::open(model).await?);
        let at = Addresses {
            entra: listen::address(&entra)?,
            graph: listen::address(&graph)?,
            outlook: settings.library.as_ref().map_or_else(|| listen::address(&outlook), |_| Ok(host::outlook()))?,
            model: listen::address(&model)?,
        };
        let inner = inner(&settings)?;
        let outlook_at = outlook.local_addr()?.to_string();
        let library = settings.library.clone();
        let world = Arc::new(World::new(settings, at, inner));
        let tasks = vec![
            listen::serve(&world, System::Entra, (entra, entra::router(world.clone()))),
            listen::serve(&world, System::Graph, (graph, graph::router(world.clone()))),
            match library {
                None => listen::serve(&world, System::Outlook, (outlook, outlook::router(world.clone()))),
                Some(library) => listen::serve(&world, System::Outlook, host::hosts(&world, outlook, &library)?),
            },
            listen::serve(&world, System::Model, (model, model::router(world.clone()))),
        ];
        Ok(Running::new(world, outlook_at, tasks))
    }
}

fn inner(settings: &Settings) -> io::Result<Inner> {
    let own = settings.persons.iter().map(|person| person.upn.clone());
    let mut post = Post::new(own.chain([settings.shared.clone()]).collect());
    seed::fill(&mut post, settings.mail.as_deref())?;
    Ok(Inner {
        keys: Keys::new()?,
        post,
        codes: HashMap::new(),
        renewals: HashMap::new(),
        withdrawn: HashSet::new(),
        back: entra::BACK,
        issued: Vec::new(),
        sessions: HashMap::new(),
        redirect_uris: settings.redirect_uris.clone(),
        addin_url: settings.addin_url.clone(),
        faults: HashMap::new(),
        refusals: VecDeque::new(),
        office_error: None,
        bridge: settings.bridge,
        nested: Vec::new(),
        kept: HashMap::new(),
        requests: Vec::new(),
        prompts: Vec::new(),
        busy: HashMap::new(),
    })
}

impl Running {
    fn new(world: Arc<World>, outlook_at: String, tasks: Vec<JoinHandle<()>>) -> Self {
        let at = world.at.clone();
        Self {
            entra_url: at.entra,
            graph_url: at.graph,
            outlook_url: at.outlook,
            outlook_at,
            model_url: format!("{}/v1", at.model),
            world,
            tasks,
        }
    }

    /// Closes the ports and waits until the calls under way have ended.
    pub async fn stop(mut self) {
        self.close();
        for task in std::mem::take(&mut self.tasks) {
            // A task that ended badly has ended as well.
            let _ = task.await;
        }
    }

    /// Lets go of what is held, and closes.
    fn close(&self) {
        self.world.held.send_replace(false);
        self.world.closing.send_replace(true);
    }

    /// Root of a hostile model, with `/v1`; the modes are [`crate::HOSTILE_MODES`].
    #[must_use]
    pub fn hostile_model_url(&self, mode: &str) -> String {
        format!("{}/hostile/{mode}/v1", self.world.at.model)
    }

    /// What the town was started with.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.world.settings
    }

    /// Tells Outlook where the add-in is served, as an origin.
    pub fn set_addin_url(&self, origin: &str) {
        self.world.open().addin_url = Some(origin.to_owned());
    }

    /// Registers an address that a sign-in may return to.
    pub fn register_redirect(&self, uri: &str) {
        self.world.open().redirect_uris.push(uri.to_owned());
    }

    /// A token for our API as Office fetches it for a person, by key or address.
    #[must_use]
    pub fn office_token(&self, person: &str) -> Option<String> {
        self.sign(&self.claims(person)?)
    }

    /// Tells whose name a token to the case archive is good for, as a kernel asks; nobody's where it is for another, or too old.
    #[must_use]
    pub fn vouching(&self) -> Vouching {
        let world = self.world.clone();
        Arc::new(move |token: &str| {
            let claims = verify(&world, token, Some(ARCHIVE)).ok()?;
            claims["preferred_username"].as_str().map(str::to_owned)
        })
    }

    /// The claims of such a token, to be changed and signed by a test.
    #[must_use]
    pub fn claims(&self, person: &str) -> Option<Value> {
        Some(claims(&self.world, self.world.person(person)?, OFFICE))
    }

    /// Signs any claims with Entra's key in use.
    #[must_use]
    pub fn sign(&self, claims: &Value) -> Option<String> {
        sign(&self.world.open(), claims)
    }

    /// A new key signs from now on; `retire` also takes the old keys out of the published set.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn roll_keys(&self, retire: bool) -> io::Result<()> {
        self.world.open().keys.roll(retire)
    }

    /// Takes an app role away: tokens given out before keep it, those after do not.
    pub fn withdraw_role(&self, person: &str, role: &str) {
        self.world.open().withdrawn.insert((person.to_owned(), role.to_owned()));
    }

    /// Tokens are as many seconds older from now on; 0 ends it.
    pub fn age_tokens(&self, seconds: i64) {
        self.world.open().back = entra::BACK + seconds;
    }

    /// Ends every refresh token, as when an account is disabled or its password changed.
    pub fn revoke_sessions(&self) {
        self.world.open().renewals.clear();
    }

    /// Every code and token that was given out over HTTP so far.
    #[must_use]
    pub fn issued(&self) -> Vec<String> {
        self.world.open().issued.clone()
    }

    /// The next exchange on somebody's behalf asks for more proof (AADSTS50076 with claims).
    pub fn require_interaction(&self) {
        self.world.open().refusals.push_back(Scripted::Interaction);
    }

    /// The next exchange on somebody's behalf finds no consent (AADSTS65001).
    pub fn withdraw_consent(&self) {
        self.world.open().refusals.push_back(Scripted::Consent);
    }

    /// Office answers `getAccessToken` with this error code (13001, 13012 …) from now on; `None` ends it.
    pub fn fail_office_sign_in(&self, code: Option<u32>) {
        self.world.open().office_error = code;
    }

    /// How Outlook takes to nested app authentication from now on.
    pub fn set_bridge(&self, bridge: Bridge) {
        self.world.open().bridge = bridge;
    }

    /// What nested app authentication was asked, as method and parameters.
    #[must_use]
    pub fn nested(&self) -> Vec<Value> {
        self.world.open().nested.clone()
    }

    /// The next calls to Graph go wrong, one fault each; the rest as before.
    pub fn fail_graph(&self, faults: impl IntoIterator<Item = Fault>) {
        self.fail(System::Graph, faults);
    }

    /// The next calls to a system go wrong, one fault each; the words are those of Graph.
    pub fn fail(&self, system: System, faults: impl IntoIterator<Item = Fault>) {
        self.world.open().faults.entry(system).or_default().extend(faults);
    }

    /// Graph takes calls and answers none until the hold is dropped.
    #[must_use]
    pub fn hold_graph(&self) -> Hold {
        self.world.held.send_replace(true);
        Hold(self.world.clone())
    }

    /// Graph calls under way in a mailbox.
    #[must_use]
    pub fn under_way(&self, mailbox: &str) -> usize {
        self.world.open().busy.get(mailbox).copied().unwrap_or_default()
    }

    /// Delivers an `.eml`; gives the numbers of its copies, none when it names nobody here or is no mail.
    pub fn deliver(&self, eml: &[u8]) -> Vec<u64> {
        read(eml).map(|mail| self.world.open().post.deliver(&mail)).unwrap_or_default()
    }

    /// The mails in a folder, in the order they came.
    #[must_use]
    pub fn mails(&self, mailbox: &str, folder: Folder) -> Vec<Mail> {
        let inner = self.world.open();
        inner.post.mails.iter().filter(|it| it.mailbox == mailbox && it.folder == Some(folder)).cloned().collect()
    }

    /// What was sent from a mailbox.
    #[must_use]
    pub fn sent(&self, mailbox: &str) -> Vec<Mail> {
        self.mails(mailbox, Folder::SentItems)
    }

    /// Every request so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.world.open().requests.clone()
    }

    /// Everything the models were sent, one body a request.
    #[must_use]
    pub fn prompts(&self) -> Vec<String> {
        self.world.open().prompts.clone()
    }

    /// Takes a mail out of its mailbox for good; gives whether it was there.
    pub fn erase(&self, number: u64) -> bool {
        let mails = &mut self.world.open().post.mails;
        let before = mails.len();
        mails.retain(|mail| mail.number != number);
        mails.len() < before
    }

    /// How many requests of this method had a path that contains a text.
    #[must_use]
    pub fn count(&self, system: System, method: &str, path: &str) -> usize {
        let inner = self.world.open();
        inner.requests.iter().filter(|it| it.system == system && it.method == method && it.path.contains(path)).count()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.close();
    }
}

/// Graph holds its answers back while this lives.
pub struct Hold(Arc<World>);

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.held.send_replace(false);
    }
}
