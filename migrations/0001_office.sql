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
