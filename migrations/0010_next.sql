ALTER TABLE `fixNotices` ADD `receiptName` text;--> statement-breakpoint
ALTER TABLE `fixNotices` ADD `receiptOn` text;--> statement-breakpoint
ALTER TABLE `units` ADD `headcount` integer;