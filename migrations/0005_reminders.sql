-- Reminders of what is due, and the devices that they are pushed to.

-- `plan` is what a client replaces as one; `text` is what a device opens, sealed for it; after `until` it is of no use any more;
-- `device` is where one goes that was spread to every device; `sending` is until when somebody is sending it right now.
ALTER TABLE reminders ADD COLUMN plan BYTEA;
ALTER TABLE reminders ADD COLUMN text BYTEA;
ALTER TABLE reminders ADD COLUMN until BIGINT;
ALTER TABLE reminders ADD COLUMN device BYTEA;
ALTER TABLE reminders ADD COLUMN sending BIGINT NOT NULL DEFAULT 0;
CREATE INDEX reminders_of_plan ON reminders (account, plan);

-- What a client last planned, by its own mark: it need not send the same plan again.
CREATE TABLE plans (
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    plan BYTEA NOT NULL,
    mark BYTEA NOT NULL,
    PRIMARY KEY (account, plan)
);

-- Devices that want to be told, by the address that their push service gave them (RFC 8030) and what messages are encrypted to
-- (RFC 8291).
CREATE TABLE devices (
    account BYTEA NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    id BYTEA NOT NULL,
    endpoint TEXT NOT NULL,
    p256dh BYTEA NOT NULL,
    auth BYTEA NOT NULL,
    added BIGINT NOT NULL,
    PRIMARY KEY (account, id)
);

-- Keys of this installation itself, by what they are for: made once, the same for every instance.
CREATE TABLE own_keys (
    purpose TEXT NOT NULL PRIMARY KEY,
    secret BYTEA NOT NULL
);
