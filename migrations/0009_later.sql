CREATE TABLE `handouts` (
	`token` text NOT NULL,
	`kind` text NOT NULL,
	`printed` integer NOT NULL,
	`handedOut` integer NOT NULL,
	PRIMARY KEY(`token`, `kind`)
);
--> statement-breakpoint
ALTER TABLE `files` ADD `messageId` text;--> statement-breakpoint
ALTER TABLE `files` ADD `uploadHash` text;--> statement-breakpoint
ALTER TABLE `files` ADD `promisedOn` text;--> statement-breakpoint
ALTER TABLE `codes` ADD `purpose` text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE `envelopes` ADD `until` text;