//! Leaves a report in a tray by a link, and takes it in.

use protocol::ids::{CarnetId, Digest};
use sealing::deposit::{Depositor, TraySecret, open_deposit, tray_digest};
use sealing::link::{Fragment, LinkSecret};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let carnet = CarnetId::from_bytes([1; 32]);
    let tray = TraySecret::make();
    let made = Fragment {
        secret: LinkSecret::make(),
        carnet,
        seq: 12,
        head: Digest::from_bytes([7; 32]),
        tray: Some(tray_digest(tray.recipient())),
    };
    let address = format!("https://carnet.example/depot#{}", made.text().as_str());

    // The orthoptist opens the address. The server shows the tray's recipient; the fragment vouches for it.
    let fragment = Fragment::read(address.rsplit('#').next().unwrap_or_default())?;
    let named = fragment.tray.ok_or("not a deposit link")?;
    let depositor = Depositor::new(&fragment.secret, tray.recipient(), &named)?;
    let sealed = depositor.seal(fragment.carnet, 0, b"convergence improved")?;

    // A guardian takes it in.
    let link = depositor.public().member_id();
    assert_eq!(
        &open_deposit(&tray, carnet, link, 0, &sealed)?[..],
        b"convergence improved"
    );
    Ok(())
}
