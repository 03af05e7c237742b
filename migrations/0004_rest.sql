CREATE TABLE `fixNotices` (
	`reportId` text NOT NULL,
	`order` text NOT NULL,
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`wording` text NOT NULL,
	`printedOn` text,
	PRIMARY KEY(`reportId`, `order`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fixNotices_number` ON `fixNotices` (`issuer`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `designations` (
	`reportId` text NOT NULL,
	`returns` integer NOT NULL,
	`handlingUnitId` text,
	PRIMARY KEY(`reportId`, `returns`)
);
--> statement-breakpoint
CREATE INDEX `designations_waiting` ON `designations` (`reportId`) WHERE handlingUnitId is null;--> statement-breakpoint
ALTER TABLE `referrals` ADD `lang` text DEFAULT 'zh' NOT NULL;--> statement-breakpoint
ALTER TABLE `referrals` ADD `wording` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `printedOn` text;