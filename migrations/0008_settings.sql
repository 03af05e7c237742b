CREATE TABLE `earlierEnvelopes` (
	`subject` text NOT NULL,
	`part` text NOT NULL,
	`number` integer NOT NULL,
	`holder` text NOT NULL,
	`epoch` integer NOT NULL,
	`envelope` blob NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`subject`, `part`, `number`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `earlierEnvelopes_on` ON `earlierEnvelopes` (`on`);--> statement-breakpoint
ALTER TABLE `offices` ADD `dialects` text DEFAULT '["普通话"]' NOT NULL;