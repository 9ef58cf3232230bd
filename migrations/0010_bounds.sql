-- Bounds, so that what one person does never keeps others waiting.

-- Of a device that is not reached: how often in a row, and until when it is left in peace.
ALTER TABLE devices ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
ALTER TABLE devices ADD COLUMN rests BIGINT NOT NULL DEFAULT 0;

-- Whether somebody ever wrote in a carnet, or looked into it, is asked before they are written to.
CREATE INDEX commits_of_author ON commits (carnet, author);
CREATE INDEX journal_of_member ON journal (carnet, member, number);
