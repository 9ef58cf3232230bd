//! Signing in by each of the ways. The root proves itself: what it opens to must be the account that was expected.

use protocol::account::PasskeyOptions;
use protocol::ids::MemberId;
use protocol::paths;
use protocol::session::{SignIn, SignedIn};
use sealing::code::{CodeError, RecoveryCode, RecoverySheet};
use sealing::name::SignInName;
use sealing::wrap::{WayKey, open_root};
use zeroize::Zeroize;

use super::Engine;
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::Method;

impl Engine {
    /// With a passkey: one prompt signs in and unlocks.
    pub(crate) async fn sign_in_passkey(&mut self, borrowed: bool) -> Result<(), Trouble> {
        let asked: PasskeyOptions = self
            .talk
            .send(Method::Post, paths::PASSKEY_SIGN_IN, &())
            .await?;
        let asserted = self.ports.passkeys.get(asked.options).await?;
        self.stage.busy(Some(Busy::Unlocking));
        let sign_in = SignIn::Passkey {
            ceremony: asked.ceremony,
            credential: asserted.credential,
        };
        // The authenticator vouches for the account, not the server.
        let vouched = asserted.account.ok_or(Trouble::WrongAccount)?;
        self.sign_in(
            sign_in,
            &WayKey::Prf(&asserted.prf),
            Some(vouched),
            borrowed,
        )
        .await
    }

    /// With a name and its passphrase.
    pub(crate) async fn sign_in_name(
        &mut self,
        name: String,
        passphrase: String,
        borrowed: bool,
    ) -> Result<(), Trouble> {
        let name = SignInName::read(&name).map_err(|_| Trouble::BadName)?;
        let passphrase =
            super::create::read_passphrase(passphrase).map_err(|_| Trouble::NotAccepted)?;
        self.breathe(Busy::Unlocking).await;
        let sign_in = SignIn::Name {
            lookup: name.lookup_id(),
            token: name.login_token(&passphrase),
        };
        self.sign_in(sign_in, &WayKey::Passphrase(&passphrase), None, borrowed)
            .await
    }

    /// With the recovery code, or the text of the sheet's QR code, which also says whose account it must be.
    pub(crate) async fn recover(
        &mut self,
        mut typed: String,
        borrowed: bool,
    ) -> Result<(), Trouble> {
        let read = match RecoverySheet::read(&typed) {
            Ok(sheet) => Ok((sheet.code, Some(sheet.account))),
            Err(CodeError::NotASheet) => RecoveryCode::read(&typed).map(|code| (code, None)),
            Err(error) => Err(error),
        };
        typed.zeroize();
        let (code, expected) = read?;
        self.stage.busy(Some(Busy::Unlocking));
        let sign_in = SignIn::Code {
            lookup: code.lookup_id(),
            token: code.login_token(),
        };
        self.sign_in(sign_in, &WayKey::Code(&code), expected, borrowed)
            .await
    }

    async fn sign_in(
        &mut self,
        sign_in: SignIn,
        key: &WayKey<'_>,
        expected: Option<MemberId>,
        borrowed: bool,
    ) -> Result<(), Trouble> {
        let signed: SignedIn = self
            .talk
            .send(Method::Post, paths::SESSIONS, &sign_in)
            .await?;
        if expected.is_some_and(|expected| expected != signed.account) {
            return Err(Trouble::WrongAccount);
        }
        let wrap = signed.wrap.ok_or(Trouble::Withheld(What::Wrap))?;
        let root = open_root(&wrap.file, key).map_err(|_| Trouble::Broken(What::Wrap))?;
        if self.inside.is_some() {
            self.lock().await?;
        }
        self.enter(root, expected.unwrap_or(signed.account), borrowed)
            .await?;
        self.arrive().await
    }
}
