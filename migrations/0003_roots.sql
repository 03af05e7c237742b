ALTER TABLE `reports` ADD `edition` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `taken` text;--> statement-breakpoint
ALTER TABLE `people` ADD `leftWith` text;