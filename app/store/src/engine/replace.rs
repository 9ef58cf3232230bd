//! "Somebody else can open my account": a new account takes the place of the old one in every carnet.
//!
//! 1. A new root is made, with new ways in and a new recovery sheet. Its list names the same carnets, and holds the old root,
//!    sealed to the new one: from here on nothing depends on this device.
//! 2. In each carnet the old key signs its last commit: the new keys replace it, and whatever it could read and may turn gets
//!    new keys in the same commit. Each is whole by itself; a carnet where it is done is recognised by its own log.
//! 3. The old account is erased, and the new one forgets its root.
//!
//! Interrupted anywhere, the second step is taken up again by [`Engine::replace_on`], on any device.

use protocol::account::{MailLanguage, NewProof, PasskeyCreate, PasskeyOptions};
use protocol::carnet::Envelope;
use protocol::change::{Change, Sealed};
use protocol::ids::{CarnetId, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::paths;
use protocol::time::Seconds;
use sealing::member_label::Subject;
use sealing::name::SignInName;
use sealing::root::Root;
use sealing::section_keys::KeyName;
use sealing::wrap::WayKey;

use super::create::{NAMELESS, new_way, read_strong, shown_as};
use super::list::CarnetList;
use super::push::Draft;
use super::tend::{knows_links, may_turn, turn_into};
use super::{Engine, Inside};
use crate::carnet::Carnet;
use crate::keeper::NewSheet;
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::Method;

impl Engine {
    /// The first step, with a passkey. The person is in the new account afterwards, with a new sheet to keep.
    pub(crate) async fn replace_with_passkey(&mut self) -> Result<NewSheet, Trouble> {
        let (root, list, borrowed) = self.heir().await?;
        let ask = PasskeyCreate {
            account: root.id(),
            name: NAMELESS.to_owned(),
        };
        // A session of the old account may ask for a passkey of its own only.
        self.talk.delete(paths::SESSIONS).await?;
        let options: PasskeyOptions = self
            .talk
            .send(Method::Post, paths::PASSKEY_CREATE, &ask)
            .await?;
        let made = self
            .ports
            .passkeys
            .create(shown_as(options.options, &list.label), root.id())
            .await?;
        self.stage.busy(Some(Busy::Unlocking));
        let proof = NewProof::Passkey {
            ceremony: options.ceremony,
            credential: made.credential,
        };
        let way = new_way(&root, &WayKey::Prf(&made.prf), proof)?;
        self.become_heir(root, way, list, borrowed).await
    }

    /// The first step, with another name and passphrase.
    pub(crate) async fn replace_with_name(
        &mut self,
        name: String,
        passphrase: String,
    ) -> Result<NewSheet, Trouble> {
        let (name, passphrase) = read_strong(&name, passphrase)?;
        let (root, list, borrowed) = self.heir().await?;
        self.breathe(Busy::Unlocking).await;
        let proof = NewProof::Name {
            lookup: SignInName::lookup_id(&name),
            token: name.login_token(&passphrase),
        };
        let way = new_way(&root, &WayKey::Passphrase(&passphrase), proof)?;
        self.become_heir(root, way, list, borrowed).await
    }

    /// A new root, and its list: all that the account has seen so far, and the old root.
    async fn heir(&mut self) -> Result<(Root, CarnetList, bool), Trouble> {
        if self.inside()?.list.before.is_some() {
            // One after the other: who is in the middle of it goes on with that first.
            return Err(Trouble::NotAllowed);
        }
        self.refresh_account().await?;
        let _said_in_each = self.sync_carnets().await;
        let inside = self.inside()?;
        if inside.outbox.entries() > 0 {
            return Err(Trouble::Offline);
        }
        let root = Root::make();
        let mut list = inside.list.clone();
        for (id, (seq, head)) in inside.heads() {
            list.see(id, seq, head);
        }
        let list = CarnetList {
            version: 0,
            sheet_confirmed: false,
            removed: Vec::new(),
            before: Some(root.seal_elder(&inside.root)),
            ..list
        };
        Ok((root, list, inside.borrowed))
    }

    async fn become_heir(
        &mut self,
        root: Root,
        way: protocol::account::NewWay,
        list: CarnetList,
        borrowed: bool,
    ) -> Result<NewSheet, Trouble> {
        let elder = self.inside.take();
        let created = self.create(root, way, list, borrowed).await;
        if self.inside.is_none() {
            self.inside = elder;
        }
        created
    }

    /// The second step and the third. Gives the carnets where it could not be done yet; none of them left means that all is
    /// done and the old account is no more. That it is done in a carnet is read from its own log and from nothing else: whoever
    /// is on the thief's side could answer for the server.
    pub(crate) async fn replace_on(
        &mut self,
        language: MailLanguage,
    ) -> Result<Vec<CarnetId>, Trouble> {
        self.breathe(Busy::Sending).await;
        let heir = self.inside()?.root.public().clone();
        let before = self.as_elder(Errand::Replace(&heir)).await?;
        let mut left = Vec::new();
        let mine = self.inside()?.list.carnets.keys().copied();
        let mut all: Vec<CarnetId> = mine.chain(before.carnets).collect();
        all.sort_unstable();
        all.dedup();
        all.retain(|id| !before.over.contains(id));
        for carnet in all {
            // What the person put away since is nothing that they answer for.
            if !self.inside()?.list.left(carnet) && !self.is_heir_in(carnet, before.elder).await? {
                left.push(carnet);
            }
        }
        if left.is_empty() {
            self.as_elder(Errand::Erase).await?;
            self.change_list(|list| list.before = None).await?;
            if before.email.is_some() && self.inside()?.account.email.is_none() {
                self.set_email(before.email, language).await?;
            }
            self.forget_device_of(before.elder).await?;
        }
        let _said_in_each = self.sync_carnets().await;
        Ok(left)
    }

    /// Comes in with the old keys, and back with the new ones whatever happened.
    async fn as_elder(&mut self, errand: Errand<'_>) -> Result<Done, Trouble> {
        let inside = self.inside()?;
        let before = inside.list.before.as_ref().ok_or(Trouble::NotFound)?;
        let opened = inside.root.open_elder(before);
        let root = opened.map_err(|_| Trouble::Broken(What::List))?;
        let borrowed = inside.borrowed;
        let new = self.inside.take();
        let done = self.do_as_elder(root, borrowed, errand).await;
        self.inside = new;
        // Should the line break just here, the next look at the account finds out whose session it is.
        self.inside_mut()?.asked = Seconds(0);
        self.renew_session().await?;
        let done = done?;
        self.refresh_account().await?;
        Ok(done)
    }

    /// What the old account does, for the last time.
    async fn do_as_elder(
        &mut self,
        root: Root,
        borrowed: bool,
        errand: Errand<'_>,
    ) -> Result<Done, Trouble> {
        let elder = root.id();
        let mut done = Done {
            elder,
            carnets: Vec::new(),
            over: Vec::new(),
            email: None,
        };
        self.enter(root, elder, borrowed).await?;
        match self.renew_session().await {
            Ok(()) => {}
            // It was erased already, and only the answer was lost; or the server says so.
            Err(Trouble::NotAccepted | Trouble::NotFound) => return Ok(done),
            Err(trouble) => return Err(trouble),
        }
        let Errand::Replace(heir) = errand else {
            self.drop_account().await?;
            return Ok(done);
        };
        self.refresh_account().await?;
        done.email = self.inside()?.account.email.clone();
        done.carnets = self.inside()?.list.carnets.keys().copied().collect();
        for carnet in done.carnets.clone() {
            // Whatever else is answered: the new account looks for itself.
            if self.replace_in(carnet, heir).await == Err(Trouble::Offline) {
                return Err(Trouble::Offline);
            }
            // A carnet that was erased, or that its own log says the old account is out of without an heir.
            if let Some(carnet) = self.inside()?.carnets.get(&carnet) {
                let state = &carnet.log.state;
                let out = !state.members.contains_key(&elder);
                if state.closed || out && !state.members.contains_key(&heir.member_id()) {
                    done.over.push(carnet.id);
                }
            }
        }
        Ok(done)
    }

    /// Whether a carnet's own log, as the new account is given it, has the new account in and the old one out.
    async fn is_heir_in(&mut self, id: CarnetId, elder: MemberId) -> Result<bool, Trouble> {
        let pulled = self.pull_whole(id).await;
        if pulled == Err(Trouble::Offline) {
            return Err(Trouble::Offline);
        }
        let Some(carnet) = self.inside()?.carnets.get(&id) else {
            return Ok(false);
        };
        let state = &carnet.log.state;
        let done = carnet.member().is_some() && !state.members.contains_key(&elder);
        Ok(state.closed || done)
    }

    async fn pull_whole(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if !self.load(id).await? {
            self.begin_with_snapshot(id).await?;
        }
        self.pull(id).await
    }

    async fn replace_in(&mut self, id: CarnetId, heir: &MemberKeys) -> Result<(), Trouble> {
        self.pull_whole(id).await?;
        self.commit(id, &mut |inside, at| {
            replacement(inside, inside.carnet(id)?, heir, at).map(Some)
        })
        .await
        .map(drop)
    }
}

/// What the old account comes back for.
enum Errand<'a> {
    /// Giving its place to these keys, in every carnet.
    Replace(&'a MemberKeys),
    /// Being erased.
    Erase,
}

/// How far the old account came.
struct Done {
    elder: MemberId,
    /// The carnets of its list.
    carnets: Vec<CarnetId>,
    /// Those of them that nothing is to be done in, by their own log.
    over: Vec<CarnetId>,
    email: Option<String>,
}

/// The last commit of the old keys in a carnet.
fn replacement(
    inside: &Inside,
    carnet: &Carnet,
    heir: &MemberKeys,
    at: Seconds,
) -> Result<Draft, Trouble> {
    let member = carnet.member().ok_or(Trouble::NotAllowed)?;
    let new = heir.member_id();
    let mut draft = Draft::default();
    let called = carnet.label(inside.id);
    let label = carnet
        .ring
        .seal_label(SectionId::TEAM, Subject::Member(new), &called);
    let names: Vec<KeyName> = handed_on(carnet);
    let envelope = carnet
        .ring
        .seal_keys(heir, &names)
        .map_err(|_| Trouble::TooLarge)?;
    draft.changes.push(Change::Replace {
        keys: heir.clone(),
        // Who may not read the team cannot seal a name for it; the others still know the one before.
        label: Sealed(label.unwrap_or_default()),
        envelope: envelope.digest,
    });
    draft.envelopes.push(Envelope {
        member: new,
        file: Sealed(envelope.sealed),
    });
    let turn: Vec<SectionId> = member
        .grants
        .keys()
        .copied()
        .filter(|section| may_turn(carnet, *section, at))
        .collect();
    let state = &carnet.log.state;
    // Links close with the old account, if it knew them.
    let closing = if knows_links(member) {
        state.known_links()
    } else {
        Vec::new()
    };
    let readers = |section: SectionId| {
        let others = state.readers(section, at).into_iter();
        let others = others.filter(|id| *id != inside.id && !closing.contains(id));
        let with_keys = others.filter_map(|id| Some((id, state.members.get(&id)?.keys.clone())));
        let mut readers: Vec<(MemberId, MemberKeys)> = with_keys.collect();
        readers.push((new, heir.clone()));
        readers.sort_by_key(|(id, _)| *id);
        readers
    };
    if !turn.is_empty() {
        turn_into(&mut draft, carnet, &turn, false, &readers)?;
    }
    Ok(draft)
}

/// Every key that the old account holds and that no back link of a later one leads to.
fn handed_on(carnet: &Carnet) -> Vec<KeyName> {
    let leads_here = |(section, epoch): &KeyName| {
        epoch.checked_add(1).is_some_and(|next| {
            carnet.ring.holds(*section, next)
                && carnet.log.facts.backs.contains_key(&(*section, next))
        })
    };
    carnet
        .ring
        .names()
        .filter(|name| !leads_here(name))
        .collect()
}
