CREATE TABLE `unitRecusals` (
	`unitId` text NOT NULL,
	`personId` text NOT NULL,
	`reason` text NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`unitId`, `personId`)
);
--> statement-breakpoint
ALTER TABLE `escalations` ADD `agreedBy` text;--> statement-breakpoint
ALTER TABLE `recusals` ADD `byUnit` integer DEFAULT false NOT NULL;