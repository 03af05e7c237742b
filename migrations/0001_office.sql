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
ALTER TABLE `reports` ADD `point` text;--> statement-breakpoint
CREATE INDEX `reports_counted` ON `reports` (`roundId`,`channel`,`kind`,`state`) WHERE state <> 'voided';--> statement-breakpoint
ALTER TABLE `assignments` ADD `sheets` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `categories` text;--> statement-breakpoint
ALTER TABLE `teams` ADD `closedOn` text;--> statement-breakpoint
ALTER TABLE `teams` ADD `successor` text;