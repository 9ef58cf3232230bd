-- Sealed files. `received` grows until it is `size`. Until an entry names a file, only its uploader sees it.
CREATE TABLE files (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    blob BYTEA NOT NULL,
    uploader BYTEA NOT NULL,
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    begun BIGINT NOT NULL,
    named BOOLEAN NOT NULL,
    erased BIGINT,
    PRIMARY KEY (carnet, blob)
);
CREATE INDEX files_by_start ON files (named, begun);
CREATE INDEX files_by_erasure ON files (erased);

-- A file is its parts, one for each upload request that arrived: nothing is ever copied together.
CREATE TABLE parts (
    carnet BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    start BIGINT NOT NULL,
    size BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (carnet, blob, start),
    FOREIGN KEY (carnet, blob) REFERENCES files (carnet, blob) ON DELETE CASCADE
);

-- Which entry names which file: decides who may fetch it.
CREATE TABLE file_uses (
    carnet BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    entry BYTEA NOT NULL,
    section BYTEA NOT NULL,
    PRIMARY KEY (carnet, blob, entry),
    FOREIGN KEY (carnet, blob) REFERENCES files (carnet, blob) ON DELETE CASCADE
);
CREATE INDEX files_of_entry ON file_uses (carnet, entry);

-- Objects that nothing names any more and that are still to be deleted from the store of blobs.
CREATE TABLE trash (
    carnet BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (carnet, blob)
);
