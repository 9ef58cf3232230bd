//! How the database came to its present form, step by step. A step that was ever shipped is never changed.

use idb::event::VersionChangeEvent;
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::IdbDatabase;

use super::super::js;

/// The store of all records: bytes under their name.
pub(super) const RECORDS: &str = "records";

/// What leads from each version to the next; the version of the database is how many there are.
const STEPS: &[MakeStep] = &[make_records];

type MakeStep = fn(&Database) -> Result<(), idb::Error>;

fn make_records(database: &Database) -> Result<(), idb::Error> {
    database
        .create_object_store(RECORDS, ObjectStoreParams::new())
        .map(drop)
}

/// Opens the database and brings it to its present form. None if this device cannot keep anything (a private window), or if
/// another window holds an older form open and does not let go.
pub(super) async fn open(name: String) -> Option<IdbDatabase> {
    let version = u32::try_from(STEPS.len()).ok()?;
    let mut request = Factory::new().ok()?.open(&name, Some(version)).ok()?;
    request.on_upgrade_needed(|event| upgrade(&event));
    let database = IdbDatabase::from(request.await.ok()?);
    let_go_for_newer(&database);
    Some(database)
}

fn upgrade(event: &VersionChangeEvent) {
    let (Ok(database), Ok(old)) = (event.database(), event.old_version()) else {
        return;
    };
    // A step that fails leaves no store behind, so that every transaction fails afterwards: it is seen at once.
    let missing = STEPS.iter().skip(old as usize);
    let _: Result<(), _> = missing.into_iter().try_for_each(|step| step(&database));
}

/// A window with a newer form of the database must not wait for this one.
fn let_go_for_newer(database: &IdbDatabase) {
    let held = database.clone();
    let act = Closure::<dyn FnMut()>::new(move || held.close());
    database.set_onversionchange(Some(act.as_ref().unchecked_ref()));
    act.forget();
}

/// Asks the browser not to clear the shelf when room gets short: there may be unsent changes on it. Whatever it says, the
/// shelf works.
pub(super) fn ask_to_stay() {
    let storage =
        js::get(&js::global(), "navigator").and_then(|navigator| js::get(&navigator, "storage"));
    let Some(storage) = storage else { return };
    // Not awaited: one browser asks the person, who may take their time.
    let _ = js::call(&storage, "persist", &[]);
}
