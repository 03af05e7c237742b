CREATE TABLE `checklists` (
	`tree` text NOT NULL,
	`version` integer NOT NULL,
	`outline` text NOT NULL,
	PRIMARY KEY(`tree`, `version`)
);
--> statement-breakpoint
CREATE TABLE `sheets` (
	`token` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`place` text,
	`postedOn` text,
	`checkedOn` text,
	`replacedBy` integer,
	PRIMARY KEY(`token`, `number`)
);
--> statement-breakpoint
CREATE TABLE `handlingUnits` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`contact` text NOT NULL,
	`phone` text NOT NULL,
	`belongsTo` text,
	`retired` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letterEnvelopes` (
	`subject` text NOT NULL,
	`part` text NOT NULL,
	`partId` text NOT NULL,
	`envelope` blob NOT NULL,
	PRIMARY KEY(`subject`, `part`, `partId`)
);
--> statement-breakpoint
CREATE TABLE `permits` (
	`id` text PRIMARY KEY NOT NULL,
	`reportId` text NOT NULL,
	`teamId` text NOT NULL,
	`handlingUnitId` text NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`askedBy` text NOT NULL,
	`askedAt` text NOT NULL,
	`epoch` integer,
	`decidedBy` text,
	`decidedAt` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `permits_once` ON `permits` (`reportId`,`handlingUnitId`);--> statement-breakpoint
CREATE INDEX `permits_state` ON `permits` (`state`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`reportId` text NOT NULL,
	`teamId` text NOT NULL,
	`epoch` integer NOT NULL,
	`handlingUnitId` text NOT NULL,
	`addressee` text NOT NULL,
	`state` text NOT NULL,
	`source` text DEFAULT 'visits' NOT NULL,
	`due` text NOT NULL,
	`draftedBy` text NOT NULL,
	`draftedAt` text NOT NULL,
	`approvedBy` text,
	`approvedOn` text,
	`issuer` text,
	`year` integer,
	`number` integer,
	`signedBy` text,
	`signedOn` text,
	`rejections` integer DEFAULT 0 NOT NULL,
	`steps` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `referrals_report` ON `referrals` (`reportId`);--> statement-breakpoint
CREATE INDEX `referrals_state` ON `referrals` (`state`,`due`);--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_number` ON `referrals` (`issuer`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `escalations` (
	`reportId` text PRIMARY KEY NOT NULL,
	`openedBy` text NOT NULL,
	`exportedAs` integer,
	`receipt` text,
	`receiptOn` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `recusals` (
	`reportId` text NOT NULL,
	`personId` text NOT NULL,
	PRIMARY KEY(`reportId`, `personId`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `recusals_person` ON `recusals` (`personId`);--> statement-breakpoint
ALTER TABLE `reports` ADD `point` text;--> statement-breakpoint
CREATE INDEX `reports_counted` ON `reports` (`roundId`,`channel`,`kind`,`state`) WHERE state <> 'voided';--> statement-breakpoint
ALTER TABLE `assignments` ADD `sheets` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `categories` text;--> statement-breakpoint
ALTER TABLE `teams` ADD `closedOn` text;--> statement-breakpoint
ALTER TABLE `teams` ADD `successor` text;