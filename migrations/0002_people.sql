CREATE TABLE `secondFactors` (
	`personId` text PRIMARY KEY NOT NULL,
	`secret` blob NOT NULL,
	`lastStep` integer NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `offices` ADD `secondFactor` integer DEFAULT false NOT NULL;