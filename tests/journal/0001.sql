-- A journal as repairlog wrote it before there was an index of words, line by line.
PRAGMA application_id = 0x5265706C;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'repairlog','0001_journal','2026-11-22 19:00:00+00:00');
CREATE TABLE content (
    uid TEXT PRIMARY KEY,
    salt TEXT NOT NULL,
    fields TEXT NOT NULL
) STRICT;
INSERT INTO "content" VALUES('01a204a1-2780-7000-8000-058df71f2f4e','e9f63119fcf00da8ad1128e7fd6f16e6','{"day_ends":"03:00","me":"Ana","partner":"Sam","week_starts":0}');
INSERT INTO "content" VALUES('01a204a5-bb60-7000-8000-092b4cf4f8a6','5784d5b036c723aee3255062088170e9','{"text":"The evening was quiet"}');
INSERT INTO "content" VALUES('01a204a6-a5c0-7000-8000-0e08acc06068','6a5f9c90e926cf00f0a2327864945387','{"text":"the evening was loud"}');
INSERT INTO "content" VALUES('01a204aa-4f40-7000-8000-130073dcd6de','ed065d1d700c801bbd621782a9deb322','{"at":"18:00","every":"weekday","rrule":"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR","start":"2026-11-22","text":"text when leaving work","times":1}');
INSERT INTO "content" VALUES('01a2093e-2f40-7000-8000-153e49e1e1f8','1653a1c5242253a7e6ccee8e650c77d5','{"note":"from the bus","partly":false}');
INSERT INTO "content" VALUES('01a20947-5700-7000-8000-1b417173be8d','d62d43b829322dba77780e72409389e3','{"text":"I still check the clock"}');
INSERT INTO "content" VALUES('01a20948-4160-7000-8000-1e072debdcc9','bc68bcc2b2ba2c771bdf05e89bce3f75','{"text":"not meant to stay"}');
INSERT INTO "content" VALUES('01a20949-2bc0-7000-8000-23bbb57b9d28','3b8231acc28f77d0c28fad6dc66b69df','{}');
INSERT INTO "content" VALUES('01a2094b-0080-7000-8000-2b8cebe157e9','a10b1550df01d297b589b143e7effe3c','{"remains":{}}');
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    letter TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT,
    day TEXT NOT NULL,
    written TEXT NOT NULL,
    about TEXT,
    command TEXT NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (device, seq)
) STRICT;
INSERT INTO "entry" VALUES(1,'01a204a1-2780-7000-8000-058df71f2f4e','30539abfd2e43c08',1,'e',1,'init',1,'Ana','2026-11-22T20:00:00+01:00','2026-11-22','2026-11-22T19:00:00.000000Z',NULL,'01a204a1-2780-7000-8000-058df71f2f4e','95ba86253f748e9589cdbf7b2855a41cf9e6a0919971beb7186f1fa6fcd1aee8','a4cdb43f2f2d5ee827ddd77358cb26318b7f83e016b012c8de90daece29a0cd3');
INSERT INTO "entry" VALUES(2,'01a204a5-bb60-7000-8000-092b4cf4f8a6','30539abfd2e43c08',2,'e',2,'note',1,'Ana','2026-11-22T20:05:00+01:00','2026-11-22','2026-11-22T19:05:00.000000Z',NULL,'01a204a5-bb60-7000-8000-092b4cf4f8a6','63ddd9ab78e64f6ac6bcf78762914b244c69d6b30c8a0aa9a4e1f30101c55b06','0b1eb7ca3e7e877c7cab71717a364c1106522c971fbc2b210a6193a543f6f1aa');
INSERT INTO "entry" VALUES(3,'01a204a6-a5c0-7000-8000-0e08acc06068','30539abfd2e43c08',3,'e',3,'amend',1,'Ana','2026-11-22T20:06:00+01:00','2026-11-22','2026-11-22T19:06:00.000000Z','01a204a5-bb60-7000-8000-092b4cf4f8a6','01a204a6-a5c0-7000-8000-0e08acc06068','1e4c0162730b8884d42bc462e505d3424cccd7a67c74d76ec218c1c97f945648','286cc26c7ce9134ecffdfc7e5ab040b7db31984d5359f9d9c47b3e3b457595a8');
INSERT INTO "entry" VALUES(4,'01a204aa-4f40-7000-8000-130073dcd6de','30539abfd2e43c08',4,'c',1,'commitment',1,'Ana','2026-11-22T20:10:00+01:00','2026-11-22','2026-11-22T19:10:00.000000Z',NULL,'01a204aa-4f40-7000-8000-130073dcd6de','cb9831a25e02145fcb0cf44fe492cb78556088990d241692f70fc96b3112937d','66da5749bac6ad90e7e0fc087fe165a447d45ef0f914f2557cb01adc771795a6');
INSERT INTO "entry" VALUES(5,'01a2093e-2f40-7000-8000-153e49e1e1f8','30539abfd2e43c08',5,'e',4,'delivery',1,'Ana','2026-11-23T17:30:00+01:00','2026-11-23','2026-11-23T16:30:00.000000Z','01a204aa-4f40-7000-8000-130073dcd6de','01a2093e-2f40-7000-8000-153e49e1e1f8','3a61f9b5b092344250a08a2c16c2adcf17cdc018cf64923f3aaf652260819bac','4e09bd15ca3d17827825b6af49ef470355b442973be2d3126906d14aade5c5d2');
INSERT INTO "entry" VALUES(6,'01a20947-5700-7000-8000-1b417173be8d','30539abfd2e43c08',6,'e',5,'doubt',1,'Sam','2026-11-23T17:40:00+01:00','2026-11-23','2026-11-23T16:40:00.000000Z',NULL,'01a20947-5700-7000-8000-1b417173be8d','4aae001b87771410f32937d6c68f9bd0a9334813144da849d2314320e841dfaa','cf792271c560aa508dbd267c01de9efac119d1f610bdf67770a7946e9f00ca63');
INSERT INTO "entry" VALUES(7,'01a20948-4160-7000-8000-1e072debdcc9','30539abfd2e43c08',7,'e',6,'win',1,'Sam','2026-11-23T17:41:00+01:00','2026-11-23','2026-11-23T16:41:00.000000Z',NULL,'01a20948-4160-7000-8000-1e072debdcc9','cc4536249dff3e6f476b9dbc29bcc2cf348a08e90e410ff4ca2bd934c3af1823','7153bab8b072fec4f8b4e03c64885a2ce5257973234f356ac7931d3d5d11789a');
INSERT INTO "entry" VALUES(8,'01a20949-2bc0-7000-8000-23bbb57b9d28','30539abfd2e43c08',8,'e',7,'undo',1,'Sam','2026-11-23T17:42:00+01:00','2026-11-23','2026-11-23T16:42:00.000000Z','01a20948-4160-7000-8000-1e072debdcc9','01a20949-2bc0-7000-8000-23bbb57b9d28','b99c4192231a36c2690389cc833df60295877b96ec3635a5006b12f671551173','902dba46c1848398f5d8626716cdaea9fd4620110f2cf14537b06e47ec8a2df6');
INSERT INTO "entry" VALUES(9,'01a2094a-1620-7000-8000-2712aa5ca2bb','30539abfd2e43c08',9,'e',8,'note',1,'Ana','2026-11-23T17:43:00+01:00','2026-11-23','2026-11-23T16:43:00.000000Z',NULL,'01a2094a-1620-7000-8000-2712aa5ca2bb','b79cf8827ef0ccbb2ed99b6c6b50bb8fa085769bd46df51b19849acea43d23b5','ffbe46f2435304ea0f760f9709affcbe889c8ff88c96b18afa30ce084c5aa5fa');
INSERT INTO "entry" VALUES(10,'01a2094b-0080-7000-8000-2b8cebe157e9','30539abfd2e43c08',10,'e',9,'erase',1,'Ana','2026-11-23T17:44:00+01:00','2026-11-23','2026-11-23T16:44:00.000000Z','01a2094a-1620-7000-8000-2712aa5ca2bb','01a2094b-0080-7000-8000-2b8cebe157e9','b6e74b79d322e92bc7b05b44012d33a2ae9575b727e477f0d825d07a101caae7','29ec897d8b11aa48387615f93ba498416632c56a5fe71e244c343a0fc334553c');
CREATE TABLE local (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "local" VALUES('device','30539abfd2e43c08');
CREATE TABLE thread (
    uid TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    closed TEXT,
    through TEXT,
    checkpoint TEXT
) STRICT;
INSERT INTO "thread" VALUES('01a204aa-4f40-7000-8000-130073dcd6de','commitment',NULL,NULL,NULL);
INSERT INTO "thread" VALUES('01a20947-5700-7000-8000-1b417173be8d','doubt',NULL,NULL,NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX entry_by_ref ON entry (letter, number);
CREATE INDEX entry_by_kind ON entry (kind, day);
CREATE INDEX entry_by_about ON entry (about, kind, day);
CREATE INDEX entry_by_day ON entry (day);
CREATE INDEX entry_by_writer ON entry (by);
CREATE INDEX entry_by_command ON entry (command);
CREATE INDEX thread_by_kind ON thread (kind, closed);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE uid = NEW.uid)
          OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
          OR EXISTS (SELECT 1 FROM entry WHERE device = NEW.device AND seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON content
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER content_goes_only_when_erased BEFORE DELETE ON content
        WHEN NOT EXISTS (SELECT 1 FROM entry WHERE about = OLD.uid AND kind = 'erase')
        BEGIN SELECT RAISE(ABORT, 'words go only by erase'); END;
CREATE TRIGGER content_is_never_replaced BEFORE INSERT ON content
        WHEN EXISTS (SELECT 1 FROM content WHERE uid = NEW.uid)
          OR EXISTS (SELECT 1 FROM content WHERE rowid = NEW.rowid)
          OR EXISTS (SELECT 1 FROM entry WHERE about = NEW.uid AND kind = 'erase')
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
COMMIT;
