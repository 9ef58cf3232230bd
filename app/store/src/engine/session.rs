//! The session with the server: renewed by a signature while the account is unlocked.

use std::future::Future;

use protocol::account::ChallengeAnswer;
use protocol::cbor::encode_stored;
use protocol::paths;
use protocol::permission::{Act, Permission, SignedPermission};
use protocol::refusal::Refusal;
use protocol::session::{SessionProof, SignIn, SignedIn};
use protocol::signing::Kind;

use super::Engine;
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method, Talk};

impl Engine {
    /// Signs a fresh challenge: no prompt, no wrap.
    pub(crate) async fn renew_session(&mut self) -> Result<(), Trouble> {
        let answer: ChallengeAnswer = self.talk.send(Method::Post, paths::CHALLENGE, &()).await?;
        let inside = self.inside()?;
        let proof = encode_stored(&SessionProof {
            account: inside.id,
            challenge: answer.challenge,
        });
        let signature = inside.root.sign(Kind::Session, &proof);
        let sign_in = SignIn::Key {
            account: inside.id,
            proof,
            signature,
        };
        let account = inside.id;
        let signed: SignedIn = self
            .talk
            .send(Method::Post, paths::SESSIONS, &sign_in)
            .await?;
        if signed.account == account {
            Ok(())
        } else {
            Err(Trouble::Broken(What::Answer))
        }
    }

    /// What the server asks the account itself for, beside its session: signed over a fresh challenge, for this act alone.
    pub(super) async fn permit(&mut self, act: Act) -> Result<String, Trouble> {
        let answer: ChallengeAnswer = self.talk.send(Method::Post, paths::CHALLENGE, &()).await?;
        let inside = self.inside()?;
        let body = Permission {
            account: inside.id,
            challenge: answer.challenge,
            act,
        }
        .to_bytes();
        let signature = inside.root.sign(Kind::Permission, &body);
        Ok(SignedPermission { body, signature }.to_text())
    }

    /// Asks the server something; once more with a renewed session if the session had ended.
    pub(super) async fn signed<T, Answer>(
        &mut self,
        ask: impl Fn(Talk) -> Answer,
    ) -> Result<T, Failed>
    where
        Answer: Future<Output = Result<T, Failed>>,
    {
        self.inside()?;
        match ask(self.talk.clone()).await {
            Err(Failed::Refused(Refusal::SignedOut)) => {
                self.renew_session().await?;
                ask(self.talk.clone()).await
            }
            answer => answer,
        }
    }
}
