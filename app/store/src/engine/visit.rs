//! Looking into a carnet by a link, without an account. Whoever looks is the link itself, in memory and on no disk: the same
//! log is pulled and judged, the same keys are opened, and pages show what a member with the link's rights would see.

use std::collections::BTreeMap;

use protocol::bearer::LinkView;
use protocol::ids::CarnetId;
use protocol::paths;
use protocol::time::Seconds;
use sealing::link::BundleError;
use std::rc::Rc;

use super::{CarnetList, Engine};
use crate::links::address::read_fragment;
use crate::links::bundle::Bundle;
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::Talk;
use crate::wire::bearer::BearerWire;

/// What is known of a visit.
pub(super) struct Visit {
    pub carnet: CarnetId,
    pub until: Seconds,
    pub bundle: Bundle,
}

impl Engine {
    /// Opens the carnet that a link leads to. `text`: what stands behind `#` in its address. Whoever was in on this page goes
    /// out first.
    pub(crate) async fn visit(&mut self, text: &str) -> Result<(), Trouble> {
        let fragment = read_fragment(text)?;
        self.lock().await?;
        self.breathe(Busy::Fetching).await;
        let (carnet, root) = (fragment.carnet, fragment.secret.root());
        let link = root.id();
        let token = fragment.secret.access_token();
        let wire = BearerWire::new(self.ports.wire.clone(), carnet, link, &token);
        let talk = Talk::new(Rc::new(wire));
        let view: LinkView = talk.get_cbor(&paths::link(link)).await?;
        if view.carnet != carnet {
            return Err(Trouble::Forged(What::History));
        }
        // Whoever gives the address out has given it to the server first, even if it shows nothing entry by entry.
        let sealed = view.bundle.ok_or(Trouble::Withheld(What::Answer))?;
        let opened = fragment.secret.open_bundle(carnet, &sealed.0);
        let plain = opened.map_err(|error| match error {
            BundleError::Newer => Trouble::Newer,
            BundleError::Broken => Trouble::Forged(What::Answer),
        })?;
        let bundle = Bundle::read(&plain).ok_or(Trouble::Broken(What::Answer))?;
        self.talk = talk;
        let entered = self.look_in(root, &fragment, view.until, bundle).await;
        if entered.is_err() {
            // What does not open leaves nobody in.
            self.lock().await?;
        }
        entered
    }

    async fn look_in(
        &mut self,
        root: sealing::root::Root,
        fragment: &sealing::link::Fragment,
        until: Seconds,
        bundle: Bundle,
    ) -> Result<(), Trouble> {
        let (link, carnet) = (root.id(), fragment.carnet);
        self.enter(root, link, true).await?;
        let inside = self.inside_mut()?;
        // A chain that does not have the commit that the address names, or that what is shown was made after, is refused like
        // one that an account has seen otherwise.
        let named = (fragment.seq, fragment.head);
        let made = bundle.made.map(|made| (made.seq, made.head));
        let known = made.filter(|made| made.0 > named.0).unwrap_or(named);
        inside.list = CarnetList {
            carnets: BTreeMap::from([(carnet, known)]),
            ..CarnetList::default()
        };
        inside.visit = Some(Visit {
            carnet,
            until,
            bundle,
        });
        self.open_carnet(carnet).await?;
        let inside = self.inside_mut()?;
        let bundle = inside.visit.as_ref().map(|visit| visit.bundle.clone());
        let carnet = inside.carnet_mut(carnet)?;
        if let Some(trouble) = carnet.trouble {
            return Err(trouble);
        }
        // What came is not as far as the address says: nothing was compared yet.
        if carnet.log.head().0 < known.0 {
            return Err(Trouble::Offline);
        }
        carnet.be_guest(bundle.unwrap_or_default());
        Ok(())
    }
}
