-- What a member lets calendar programs read, under an address of which only the hash is kept. The text is readable: the one
-- thing, with readable mails, that a member's device gives so, by that member's own choice.
CREATE TABLE calendars (
    carnet BYTEA NOT NULL REFERENCES carnets (id) ON DELETE CASCADE,
    member BYTEA NOT NULL,
    access BYTEA NOT NULL UNIQUE,
    text TEXT NOT NULL,
    served BYTEA NOT NULL,
    updated BIGINT NOT NULL,
    fetched BIGINT,
    PRIMARY KEY (carnet, member)
);
