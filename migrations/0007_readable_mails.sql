-- Reminders by mail that say what they are about, for accounts that chose so: what their own devices handed over, readable.

-- Off until somebody chooses it; off again with another address.
ALTER TABLE accounts ADD COLUMN readable BOOLEAN NOT NULL DEFAULT FALSE;
-- Only while it waits: taken away once it was sent, or once the account does not want it any more.
ALTER TABLE reminders ADD COLUMN titles TEXT;
