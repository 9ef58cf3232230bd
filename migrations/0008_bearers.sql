-- Links whose bearers read without an account. Of the access token only its hash is kept. Once the link is gone the row
-- stays, so that whoever has the token is told what became of it: over by its date, closed, or used by its own
-- last commit.
CREATE TABLE bearers (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    link BYTEA NOT NULL,
    access BYTEA NOT NULL UNIQUE,
    until BIGINT NOT NULL,
    bundle BYTEA,
    gone BIGINT,
    used BOOLEAN NOT NULL,
    PRIMARY KEY (carnet, link)
);
CREATE INDEX bearers_of_link ON bearers (link);

-- Files that a link shows beside those of the sections it was granted.
CREATE TABLE bearer_files (
    carnet BYTEA NOT NULL,
    link BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    PRIMARY KEY (carnet, link, blob),
    FOREIGN KEY (carnet, link) REFERENCES bearers (carnet, link) ON DELETE CASCADE,
    FOREIGN KEY (carnet, blob) REFERENCES files (carnet, blob) ON DELETE CASCADE
);
