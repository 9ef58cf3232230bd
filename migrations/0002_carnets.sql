-- A carnet is an append-only log; its row holds the head that the next commit is compared with.
CREATE TABLE carnets (
    id BYTEA NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    head BYTEA NOT NULL,
    opener BYTEA NOT NULL,
    used BIGINT NOT NULL,
    journal BIGINT NOT NULL,
    closed BIGINT
);
CREATE INDEX carnets_by_opener ON carnets (opener);

CREATE TABLE commits (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    body BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    author BYTEA NOT NULL,
    received BIGINT NOT NULL,
    PRIMARY KEY (carnet, seq)
);

-- Sealed entry versions. Of an erased one the bytes go after thirty days, the row stays.
CREATE TABLE payloads (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    digest BYTEA NOT NULL,
    section BYTEA NOT NULL,
    entry BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    size BIGINT NOT NULL,
    sealed BYTEA,
    erased BIGINT,
    PRIMARY KEY (carnet, digest)
);
CREATE INDEX payloads_of_entry ON payloads (carnet, entry);
CREATE INDEX payloads_by_erasure ON payloads (erased);

-- Key envelopes: handed to their member alone, deleted when it goes.
CREATE TABLE envelopes (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    member BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (carnet, member, seq, digest)
);

-- Who is in a carnet now, as the log says: an index, not a source.
CREATE TABLE members (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    member BYTEA NOT NULL,
    is_account BOOLEAN NOT NULL,
    is_guardian BOOLEAN NOT NULL,
    PRIMARY KEY (carnet, member)
);
CREATE INDEX carnets_of_member ON members (member);

-- A snapshot of the folded log, sealed by an account for itself.
CREATE TABLE snapshots (
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    checkpoint BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (account, carnet)
);

-- The access journal, numbered within its carnet.
CREATE TABLE journal (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    member BYTEA NOT NULL,
    act TEXT NOT NULL,
    PRIMARY KEY (carnet, number)
);
