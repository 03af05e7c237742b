CREATE TABLE `files` (
	`reportId` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`names` text,
	`openSince` text,
	`endedOn` text,
	PRIMARY KEY(`reportId`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `files_open` ON `files` (`openSince`) WHERE openSince is not null;--> statement-breakpoint
CREATE INDEX `files_ended` ON `files` (`endedOn`) WHERE endedOn is not null and names is not null;--> statement-breakpoint
CREATE TABLE `pieces` (
	`reportId` text NOT NULL,
	`fileId` text NOT NULL,
	`at` integer NOT NULL,
	`digest` blob NOT NULL,
	PRIMARY KEY(`reportId`, `fileId`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `offices` ADD `limits` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `uploadHash` text;