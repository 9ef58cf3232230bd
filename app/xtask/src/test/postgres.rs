//! A PostgreSQL of our own for the tests: in a temporary folder, on a socket only, gone afterwards.

use crate::install::on_path;
use crate::run::{Trouble, output, run, succeeds};
use crate::tree;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running cluster; it stops and vanishes when dropped, however the tests went.
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    owner: Option<Owner>,
    server: Option<Child>,
}

/// PostgreSQL refuses to run as root: then it runs as the user that its package made.
#[derive(Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

impl Cluster {
    /// Makes and starts a cluster with one empty database.
    pub fn start() -> Result<Self, Trouble> {
        let programs = programs().ok_or_else(|| Trouble::new("PostgreSQL is not installed."))?;
        let folder = std::env::temp_dir().join(format!("carnet-postgres-{}", std::process::id()));
        let mut cluster = Self {
            folder,
            programs,
            owner: owner()?,
            server: None,
        };
        cluster.make_folder()?;
        let (data, socket) = (cluster.folder.join("data"), cluster.folder.clone());
        run(cluster
            .program("initdb")
            .args([
                "--username=carnet",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
            ])
            .arg("--pgdata")
            .arg(&data)
            .stdout(Stdio::null()))?;
        // A child of ours in our own group: a ctrl-c that ends us ends it too.
        let mut postgres = cluster.program("postgres");
        postgres.arg("-D").arg(&data).arg("-k").arg(&socket);
        for setting in ["listen_addresses=", "fsync=off", "max_connections=200"] {
            postgres.args(["-c", setting]);
        }
        let server = postgres.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        cluster.server = Some(server.map_err(|error| Trouble::with("postgres", error))?);
        cluster.await_start()?;
        run(cluster
            .program("createdb")
            .arg("--host")
            .arg(&socket)
            .args(["--username=carnet", "carnet"]))?;
        Ok(cluster)
    }

    /// Waits until it answers: some tenths of a second, half a minute on a very busy machine.
    fn await_start(&self) -> Result<(), Trouble> {
        for _ in 0..300 {
            if succeeds(self.program("pg_isready").arg("--host").arg(&self.folder)) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(Trouble::new(
            "PostgreSQL did not start within half a minute.",
        ))
    }

    /// Where the tests find the database.
    pub fn url(&self) -> String {
        let socket = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://carnet@localhost/carnet?host={socket}")
    }

    fn make_folder(&self) -> Result<(), Trouble> {
        tree::remove(&self.folder)?;
        let made = std::fs::create_dir_all(&self.folder).and_then(|()| self.give(&self.folder));
        made.map_err(|error| Trouble::with(self.folder.display(), error))
    }

    #[cfg(unix)]
    fn give(&self, folder: &Path) -> std::io::Result<()> {
        match self.owner {
            Some(owner) => std::os::unix::fs::chown(folder, Some(owner.user), Some(owner.group)),
            None => Ok(()),
        }
    }

    #[cfg(not(unix))]
    fn give(&self, _folder: &Path) -> std::io::Result<()> {
        Ok(())
    }

    /// One of PostgreSQL's programs, run by whom it accepts.
    fn program(&self, name: &str) -> Command {
        let mut program = Command::new(self.programs.join(name));
        program.current_dir(&self.folder);
        #[cfg(unix)]
        if let Some(owner) = self.owner {
            use std::os::unix::process::CommandExt;
            program.uid(owner.user).gid(owner.group);
        }
        program
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let mut stop = self.program("pg_ctl");
            stop.args(["stop", "--mode=immediate", "--silent", "--pgdata"])
                .arg(self.folder.join("data"));
            if let Err(trouble) = run(&mut stop) {
                eprintln!(
                    "PostgreSQL in {} may still run: {trouble}",
                    self.folder.display()
                );
                return;
            }
            // It has stopped; what it ended with does not matter any more.
            let _ = server.wait();
        }
        if let Err(trouble) = tree::remove(&self.folder) {
            eprintln!("{trouble}");
        }
    }
}

/// The folder of PostgreSQL's server programs; the newest where Debian keeps several.
pub fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let bins = debian
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists());
    let newest = bins.max_by_key(|bin| {
        let version = bin
            .parent()
            .and_then(Path::file_name)
            .map(|name| name.to_string_lossy().parse::<u32>());
        version.and_then(Result::ok).unwrap_or(0)
    });
    newest.or_else(|| on_path("initdb")?.parent().map(Path::to_path_buf))
}

/// The user `postgres` when we are root; else ourselves.
fn owner() -> Result<Option<Owner>, Trouble> {
    let id = |arguments: &[&str]| -> Result<u32, Trouble> {
        let printed = output(Command::new("id").args(arguments))?;
        printed.parse().map_err(|error| Trouble::with("id", error))
    };
    if id(&["-u"])? != 0 {
        return Ok(None);
    }
    Ok(Some(Owner {
        user: id(&["-u", "postgres"])?,
        group: id(&["-g", "postgres"])?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_answers_and_vanishes() {
        let cluster = Cluster::start().unwrap();
        let folder = cluster.folder.clone();
        let mut psql = cluster.program("psql");
        psql.args([
            &cluster.url(),
            "--tuples-only",
            "--command",
            "VALUES (6 * 7)",
        ]);
        assert_eq!(output(&mut psql).unwrap(), "42");
        drop(cluster);
        assert!(!folder.exists());
    }
}
