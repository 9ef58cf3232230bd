//! Files. They need no key of the account, so that a long transfer does not keep the task from other work.

use domain::FileRef;
use protocol::ids::CarnetId;

use super::Keeper;
use crate::files::{AddedFile, Means, OnProgress, OpenFile, PickedFile};
use crate::trouble::Trouble;

impl Keeper {
    /// Seals files and sends them, for the open carnet. Put an entry that names them afterwards: what no entry names within
    /// a day is deleted. `keep_original`: pictures are also kept as they came, with all that a camera writes into them.
    pub async fn add_files(
        &self,
        files: Vec<PickedFile>,
        keep_original: bool,
        progress: OnProgress,
    ) -> Result<Vec<AddedFile>, Trouble> {
        let means = self.means().await?;
        crate::files::add(&means, files, keep_original, &progress).await
    }

    /// Fetches and opens a file of the open carnet.
    pub async fn read_file(&self, file: FileRef, progress: OnProgress) -> Result<Vec<u8>, Trouble> {
        let means = self.means().await?;
        crate::files::read(&means, &file, &progress).await
    }

    /// Opens a file of the open carnet to read parts of it.
    pub async fn open_file(&self, file: FileRef) -> Result<OpenFile, Trouble> {
        OpenFile::new(self.means().await?, &file).await
    }

    /// Fetches and opens a file of a carnet that need not be open (a photo on a cover).
    pub async fn read_file_of(&self, carnet: CarnetId, file: FileRef) -> Result<Vec<u8>, Trouble> {
        let means = Means {
            carnet,
            ..self.means_for(Some(carnet)).await?
        };
        crate::files::read(&means, &file, &crate::files::quiet()).await
    }

    pub(crate) async fn means(&self) -> Result<Means, Trouble> {
        self.means_for(None).await
    }

    async fn means_for(&self, carnet: Option<CarnetId>) -> Result<Means, Trouble> {
        let keeper = self.clone();
        let heavy = self.ports.heavy.clone();
        self.ask(move |engine| Box::pin(async move { engine.means(Some(keeper), heavy, carnet) }))
            .await
    }

    /// Renews the session with the server.
    pub(crate) async fn renew_session(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.renew_session())).await
    }
}
