-- How many bytes may wait in a tray: a link that a guardian gave to somebody may bring films, one that everybody finds who has a
-- card may not.
ALTER TABLE trays ADD COLUMN room BIGINT NOT NULL DEFAULT 536870912;
