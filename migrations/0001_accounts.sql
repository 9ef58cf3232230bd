-- Accounts: public keys, and the sealed list that each keeps for itself. Nothing here opens anything.
CREATE TABLE accounts (
    id BYTEA NOT NULL PRIMARY KEY,
    signing BYTEA NOT NULL,
    recipient BYTEA NOT NULL,
    list_body BYTEA NOT NULL,
    list_signature BYTEA NOT NULL,
    list_version BIGINT NOT NULL,
    email TEXT,
    opened BIGINT NOT NULL
);

-- Ways in. The wrap is an age passphrase file; of a login token only its hash is kept.
CREATE TABLE ways (
    id BYTEA NOT NULL PRIMARY KEY,
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    wrap BYTEA NOT NULL,
    lookup BYTEA UNIQUE,
    token_hash BYTEA,
    credential TEXT UNIQUE,
    passkey TEXT,
    added BIGINT NOT NULL,
    used BIGINT
);
CREATE INDEX ways_of_account ON ways (account);

-- Of the cookie only its hash is kept.
CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    opened BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX sessions_by_end ON sessions (expires);
CREATE INDEX sessions_of_account ON sessions (account);

-- Challenges and ceremonies under way: good for five minutes and one use.
CREATE TABLE ceremonies (
    id BYTEA NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    account BYTEA,
    expires BIGINT NOT NULL
);
CREATE INDEX ceremonies_by_end ON ceremonies (expires);

-- Tries at signing in, counted by hashed lookup id and hashed address.
CREATE TABLE tries (
    subject BYTEA NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL,
    since BIGINT NOT NULL
);
CREATE INDEX tries_by_start ON tries (since);
