CREATE TABLE `holidays` (
	`change` integer PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`off` text NOT NULL,
	`work` text NOT NULL,
	`toCount` integer DEFAULT true NOT NULL
);
