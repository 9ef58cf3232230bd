-- What links serve to people without an account, and what these leave behind.

-- Names that were used once: nobody takes the name of a card or tray that is gone, to answer in its place.
CREATE TABLE spent (
    id BYTEA NOT NULL PRIMARY KEY,
    owner BYTEA NOT NULL
);

-- The sealed urgent sheet of a link, replaced with each commit that seals it anew.
CREATE TABLE sheets (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    link BYTEA NOT NULL,
    built_from BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (carnet, link)
);

-- Under which names a link serves its sheet, until when, and what else is asked. Of a passcode only a salted hash is kept.
CREATE TABLE cards (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    link BYTEA NOT NULL,
    manifest BYTEA NOT NULL UNIQUE,
    long_term BOOLEAN NOT NULL,
    until BIGINT,
    ends BIGINT NOT NULL,
    salt BYTEA,
    passcode BYTEA,
    tries BIGINT,
    tries_left BIGINT,
    lookup BYTEA UNIQUE,
    code BYTEA,
    PRIMARY KEY (carnet, link)
);

-- Files sealed for a card alone.
CREATE TABLE pins (
    carnet BYTEA NOT NULL,
    link BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (carnet, link, blob),
    FOREIGN KEY (carnet, link) REFERENCES cards (carnet, link) ON DELETE CASCADE,
    FOREIGN KEY (carnet, blob) REFERENCES files (carnet, blob) ON DELETE CASCADE
);
CREATE INDEX pins_of_file ON pins (carnet, blob);

-- Short-lived addresses of what a card serves apart: a pinned file, or the sheet itself if there is none.
CREATE TABLE tickets (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    carnet BYTEA NOT NULL,
    link BYTEA NOT NULL,
    blob BYTEA,
    expires BIGINT NOT NULL,
    FOREIGN KEY (carnet, link) REFERENCES cards (carnet, link) ON DELETE CASCADE
);
CREATE INDEX tickets_by_end ON tickets (expires);

-- Trays: where each stands. Of the access token only its hash is kept.
CREATE TABLE trays (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    link BYTEA NOT NULL,
    access BYTEA NOT NULL UNIQUE,
    counter BIGINT,
    digest BYTEA,
    PRIMARY KEY (carnet, link)
);

-- What lies in the trays. One that was taken in stays for thirty days, so that its files can still be taken over.
CREATE TABLE deposits (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    link BYTEA NOT NULL,
    counter BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    body BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    received BIGINT NOT NULL,
    taken BIGINT,
    PRIMARY KEY (carnet, link, counter)
);
CREATE INDEX deposits_by_end ON deposits (taken);

CREATE TABLE deposit_files (
    carnet BYTEA NOT NULL,
    link BYTEA NOT NULL,
    counter BIGINT NOT NULL,
    blob BYTEA NOT NULL,
    PRIMARY KEY (carnet, link, counter, blob),
    FOREIGN KEY (carnet, link, counter) REFERENCES deposits (carnet, link, counter) ON DELETE CASCADE,
    FOREIGN KEY (carnet, blob) REFERENCES files (carnet, blob) ON DELETE CASCADE
);
CREATE INDEX deposits_of_file ON deposit_files (carnet, blob);

-- In which language an account is written to.
ALTER TABLE accounts ADD COLUMN language TEXT NOT NULL DEFAULT 'fr';

-- What is to be sent, when. `times` is how often it happened since it was last sent; at nought there is nothing to send.
CREATE TABLE reminders (
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    id BYTEA NOT NULL,
    due BIGINT NOT NULL,
    channel TEXT NOT NULL,
    words TEXT NOT NULL,
    times BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    leased BIGINT NOT NULL,
    sent BIGINT,
    PRIMARY KEY (account, id)
);
CREATE INDEX reminders_by_time ON reminders (times, due);
