//! A new account.

use protocol::account::{
    ChallengeAnswer, CreateAccount, NewProof, NewWay, PasskeyCreate, PasskeyOptions, Statement,
};
use protocol::cbor::encode_stored;
use protocol::ids::WayId;
use protocol::paths;
use protocol::session::SignedIn;
use protocol::signing::Kind;
use sealing::name::{Passphrase, SignInName};
use sealing::root::Root;
use sealing::strength;
use sealing::wrap::{WayKey, open_root, seal_root};
use serde_json::Value;
use zeroize::Zeroize;

use super::{CarnetList, Engine, make_random};
use crate::keeper::NewSheet;
use crate::scene::Busy;
use crate::trouble::{Trouble, Weakness, What};
use crate::wire::Method;

/// The longest label of an account, in characters.
const LABEL: usize = 64;

/// What the server is told in the stead of the person's name.
pub(super) const NAMELESS: &str = "Carnet";

/// Fills in what the authenticator shows beside a passkey, which is nobody else's business.
pub(super) fn shown_as(mut options: Value, label: &str) -> Value {
    for place in ["/user", "/publicKey/user"] {
        if let Some(Value::Object(user)) = options.pointer_mut(place) {
            user.insert("name".to_owned(), label.into());
            user.insert("displayName".to_owned(), label.into());
        }
    }
    options
}

impl Engine {
    /// Makes an account with a passkey.
    pub(crate) async fn create_with_passkey(
        &mut self,
        label: String,
        borrowed: bool,
    ) -> Result<NewSheet, Trouble> {
        self.must_be_closed()?;
        let root = Root::make();
        let label = clip(&label);
        let ask = PasskeyCreate {
            account: root.id(),
            name: NAMELESS.to_owned(),
        };
        let options: PasskeyOptions = self
            .talk
            .send(Method::Post, paths::PASSKEY_CREATE, &ask)
            .await?;
        let made = self
            .ports
            .passkeys
            .create(shown_as(options.options, &label), root.id())
            .await?;
        self.stage.busy(Some(Busy::Unlocking));
        let proof = NewProof::Passkey {
            ceremony: options.ceremony,
            credential: made.credential,
        };
        let way = new_way(&root, &WayKey::Prf(&made.prf), proof)?;
        self.create(root, way, named(label), borrowed).await
    }

    /// Makes an account with a name and a passphrase.
    pub(crate) async fn create_with_name(
        &mut self,
        label: String,
        name: String,
        passphrase: String,
        borrowed: bool,
    ) -> Result<NewSheet, Trouble> {
        self.must_be_closed()?;
        let (name, passphrase) = read_strong(&name, passphrase)?;
        self.breathe(Busy::Unlocking).await;
        let root = Root::make();
        let proof = NewProof::Name {
            lookup: name.lookup_id(),
            token: name.login_token(&passphrase),
        };
        let way = new_way(&root, &WayKey::Passphrase(&passphrase), proof)?;
        self.create(root, way, named(clip(&label)), borrowed).await
    }

    /// Opens the account and comes in. Its list is empty, or that of the account that it replaces.
    pub(super) async fn create(
        &mut self,
        root: Root,
        way: NewWay,
        list: CarnetList,
        borrowed: bool,
    ) -> Result<NewSheet, Trouble> {
        let answer: ChallengeAnswer = self.talk.send(Method::Post, paths::CHALLENGE, &()).await?;
        let statement = encode_stored(&Statement {
            keys: root.public().clone(),
            challenge: answer.challenge,
        });
        let create = CreateAccount {
            signature: root.sign(Kind::Account, &statement),
            statement,
            way,
            list: list.sign_next(&root),
        };
        let signed: SignedIn = self
            .talk
            .send(Method::Post, paths::ACCOUNTS, &create)
            .await?;
        if signed.account != root.id() {
            return Err(Trouble::Broken(What::Answer));
        }
        let id = root.id();
        self.enter(root, id, borrowed).await?;
        self.refresh_account().await?;
        self.make_new_code().await
    }

    fn must_be_closed(&self) -> Result<(), Trouble> {
        if self.inside.is_some() {
            Err(Trouble::NotAllowed)
        } else {
            Ok(())
        }
    }
}

/// A way in whose wrap has been opened once: one that cannot be opened is worse than none.
pub(super) fn new_way(root: &Root, key: &WayKey<'_>, proof: NewProof) -> Result<NewWay, Trouble> {
    let wrap = seal_root(root, key);
    match open_root(&wrap, key) {
        Ok(opened) if opened.id() == root.id() => {}
        _ => return Err(Trouble::Broken(What::Wrap)),
    }
    Ok(NewWay {
        id: WayId::from_bytes(make_random()?),
        wrap,
        proof,
    })
}

/// A name and a passphrase that is worth being one.
pub(super) fn read_strong(
    name: &str,
    passphrase: String,
) -> Result<(SignInName, Passphrase), Trouble> {
    let name = SignInName::read(name).map_err(|_| Trouble::BadName)?;
    let passphrase = read_passphrase(passphrase)?;
    strength::check(&passphrase, &name).map_err(|weakness| Trouble::WeakPassphrase {
        why: match weakness {
            strength::Weakness::Short { .. } => Weakness::Short,
            strength::Weakness::Common { .. } | strength::Weakness::Name => Weakness::Common,
            strength::Weakness::Pattern => Weakness::Repeats,
        },
    })?;
    Ok((name, passphrase))
}

/// Takes a typed passphrase over and wipes where it came from.
pub(super) fn read_passphrase(mut typed: String) -> Result<Passphrase, Trouble> {
    let why = if typed.len() > Passphrase::LONGEST {
        Weakness::Long
    } else {
        Weakness::Short
    };
    let passphrase = Passphrase::read(&typed).map_err(|_| Trouble::WeakPassphrase { why });
    typed.zeroize();
    passphrase
}

fn named(label: String) -> CarnetList {
    CarnetList {
        label,
        ..CarnetList::default()
    }
}

fn clip(label: &str) -> String {
    let label: String = label.trim().chars().take(LABEL).collect();
    if label.is_empty() {
        "Carnet".to_owned()
    } else {
        label
    }
}
