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
CREATE TABLE `counting` (
	`roundId` text NOT NULL,
	`unitId` text NOT NULL,
	`isOn` integer NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`roundId`, `unitId`)
);
--> statement-breakpoint
CREATE TABLE `doubts` (
	`noticeNumber` text NOT NULL,
	`what` text NOT NULL,
	`since` text NOT NULL,
	`seenOn` text,
	PRIMARY KEY(`noticeNumber`, `what`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `scans` (
	`token` text NOT NULL,
	`day` text NOT NULL,
	`scans` integer NOT NULL,
	`starts` integer NOT NULL,
	PRIMARY KEY(`token`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sheetPhotos` (
	`name` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`number` integer NOT NULL,
	`takenOn` text NOT NULL,
	`endedOn` text
);
--> statement-breakpoint
CREATE INDEX `sheetPhotos_sheet` ON `sheetPhotos` (`token`,`number`);--> statement-breakpoint
CREATE TABLE `supervisions` (
	`id` text PRIMARY KEY NOT NULL,
	`referralId` text NOT NULL,
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`until` text NOT NULL,
	`wording` text,
	`signedBy` text NOT NULL,
	`signedOn` text NOT NULL,
	`printedOn` text
);
--> statement-breakpoint
CREATE INDEX `supervisions_referral` ON `supervisions` (`referralId`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervisions_number` ON `supervisions` (`issuer`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `spentWork` (
	`mark` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `offices` ADD `limits` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `escalations` ADD `exportedFiles` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `uploadHash` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `held` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `reports_held` ON `reports` (`teamId`,`state`,`receivedOn`,`id`) WHERE held = 1;