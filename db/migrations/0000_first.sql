CREATE TYPE "public"."revision_act" AS ENUM('save', 'submit', 'publish', 'restore', 'confirm');--> statement-breakpoint
CREATE TYPE "public"."person_role" AS ENUM('author', 'presenter');--> statement-breakpoint
CREATE TYPE "public"."credit_kind" AS ENUM('photo', 'image', 'illustration', 'ai-generated', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."use_place" AS ENUM('hero', 'figure');--> statement-breakpoint
CREATE TYPE "public"."rendition_format" AS ENUM('avif', 'webp');--> statement-breakpoint
CREATE TYPE "public"."attachment_type" AS ENUM('slides', 'chat', 'captions', 'transcript', 'learner-guide', 'references', 'recording', 'other');--> statement-breakpoint
CREATE TYPE "public"."resource_kind" AS ENUM('news', 'webinar', 'document');--> statement-breakpoint
CREATE TYPE "public"."hue" AS ENUM('teal', 'rust', 'moss', 'plum', 'indigo', 'ochre');--> statement-breakpoint
CREATE TYPE "public"."topic_kind" AS ENUM('subject', 'project', 'series');--> statement-breakpoint
CREATE TYPE "public"."registration_kind" AS ENUM('none', 'external', 'here');--> statement-breakpoint
CREATE TYPE "public"."webinar_state" AS ENUM('scheduled', 'postponed', 'cancelled');--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"topic_id" integer,
	"resource_id" integer,
	"photo_id" integer,
	"number" integer NOT NULL,
	"act" "revision_act" NOT NULL,
	"note" text,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_one_owner" CHECK (num_nonnulls("revisions"."topic_id", "revisions"."resource_id", "revisions"."photo_id") = 1),
	CONSTRAINT "revisions_number" CHECK ("revisions"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "working_copies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"topic_id" integer,
	"resource_id" integer,
	"photo_id" integer,
	"lock_version" integer DEFAULT 1 NOT NULL,
	"content" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "working_copies_one_owner" CHECK (num_nonnulls("working_copies"."topic_id", "working_copies"."resource_id", "working_copies"."photo_id") = 1),
	CONSTRAINT "working_copies_lock_version" CHECK ("working_copies"."lock_version" > 0)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"affiliation" text,
	"url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_name_filled" CHECK ("people"."name" is null or length(btrim("people"."name")) > 0),
	CONSTRAINT "people_affiliation_filled" CHECK ("people"."affiliation" is null or length(btrim("people"."affiliation")) > 0),
	CONSTRAINT "people_url" CHECK ("people"."url" is null or "people"."url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$')
);
--> statement-breakpoint
CREATE TABLE "resource_people" (
	"resource_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"role" "person_role" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "resource_people_resource_id_role_person_id_pk" PRIMARY KEY("resource_id","role","person_id"),
	CONSTRAINT "resource_people_order" UNIQUE("resource_id","role","position"),
	CONSTRAINT "resource_people_position" CHECK ("resource_people"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "photo_creators" (
	"photo_id" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"url" text,
	CONSTRAINT "photo_creators_photo_id_position_pk" PRIMARY KEY("photo_id","position"),
	CONSTRAINT "photo_creators_position" CHECK ("photo_creators"."position" >= 0),
	CONSTRAINT "photo_creators_name_filled" CHECK ("photo_creators"."name" is null or length(btrim("photo_creators"."name")) > 0),
	CONSTRAINT "photo_creators_url" CHECK ("photo_creators"."url" is null or "photo_creators"."url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$')
);
--> statement-breakpoint
CREATE TABLE "photo_uses" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "photo_uses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"photo_id" integer NOT NULL,
	"topic_id" integer,
	"resource_id" integer,
	"place" "use_place" NOT NULL,
	"decorative" boolean DEFAULT false NOT NULL,
	"alt" text,
	"caption" text,
	CONSTRAINT "photo_uses_one_owner" CHECK (num_nonnulls("photo_uses"."topic_id", "photo_uses"."resource_id") = 1),
	CONSTRAINT "photo_uses_alt_is_chosen" CHECK ("photo_uses"."decorative" = ("photo_uses"."alt" is null)),
	CONSTRAINT "photo_uses_alt_filled" CHECK ("photo_uses"."alt" is null or length(btrim("photo_uses"."alt")) > 0),
	CONSTRAINT "photo_uses_caption_filled" CHECK ("photo_uses"."caption" is null or length(btrim("photo_uses"."caption")) > 0)
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "photos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"file_key" text,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text,
	"credit_kind" "credit_kind" DEFAULT 'photo' NOT NULL,
	"title" text,
	"source_name" text,
	"source_url" text,
	"licence" text,
	"changes" text,
	"copyright" text,
	"courtesy" boolean DEFAULT false NOT NULL,
	"permission_from" text,
	"evidence" text,
	"credit_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photos_proportion" CHECK ("photos"."width" > 0 and "photos"."height" > 0),
	CONSTRAINT "photos_file_key" CHECK ("photos"."file_key" is null or "photos"."file_key" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "photos_alt_filled" CHECK ("photos"."alt" is null or length(btrim("photos"."alt")) > 0),
	CONSTRAINT "photos_title_filled" CHECK ("photos"."title" is null or length(btrim("photos"."title")) > 0),
	CONSTRAINT "photos_source_filled" CHECK ("photos"."source_name" is null or length(btrim("photos"."source_name")) > 0),
	CONSTRAINT "photos_licence_filled" CHECK ("photos"."licence" is null or length(btrim("photos"."licence")) > 0),
	CONSTRAINT "photos_changes_filled" CHECK ("photos"."changes" is null or length(btrim("photos"."changes")) > 0),
	CONSTRAINT "photos_copyright_filled" CHECK ("photos"."copyright" is null or length(btrim("photos"."copyright")) > 0),
	CONSTRAINT "photos_permission_filled" CHECK ("photos"."permission_from" is null or length(btrim("photos"."permission_from")) > 0),
	CONSTRAINT "photos_source_url" CHECK ("photos"."source_url" is null or "photos"."source_url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$')
);
--> statement-breakpoint
CREATE TABLE "renditions" (
	"photo_id" integer NOT NULL,
	"format" "rendition_format" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"file_key" text NOT NULL,
	CONSTRAINT "renditions_photo_id_format_width_pk" PRIMARY KEY("photo_id","format","width"),
	CONSTRAINT "renditions_size" CHECK ("renditions"."width" > 0 and "renditions"."height" > 0 and "renditions"."bytes" > 0),
	CONSTRAINT "renditions_file_key" CHECK ("renditions"."file_key" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attachments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"resource_id" integer NOT NULL,
	"resource_kind" "resource_kind" NOT NULL,
	"type" "attachment_type" NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"url" text,
	"file_key" text,
	"file_name" text,
	"media_type" text,
	"bytes" integer,
	CONSTRAINT "attachments_order" UNIQUE("resource_id","position"),
	CONSTRAINT "attachments_title_filled" CHECK ("attachments"."title" is null or length(btrim("attachments"."title")) > 0),
	CONSTRAINT "attachments_url" CHECK ("attachments"."url" is null or "attachments"."url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$'),
	CONSTRAINT "attachments_not_of_news" CHECK ("attachments"."resource_kind" <> 'news'),
	CONSTRAINT "attachments_position" CHECK ("attachments"."position" >= 0),
	CONSTRAINT "attachments_file_or_link" CHECK (num_nonnulls("attachments"."url", "attachments"."file_key") = 1 and num_nonnulls("attachments"."file_key", "attachments"."file_name", "attachments"."media_type", "attachments"."bytes") in (0, 4)),
	CONSTRAINT "attachments_file_key" CHECK ("attachments"."file_key" is null or "attachments"."file_key" ~ '^[0-9a-f]{64}[.][a-z0-9]{1,5}$'),
	CONSTRAINT "attachments_file_name" CHECK ("attachments"."file_name" is null or "attachments"."file_name" !~ '[/\\[:cntrl:]]'),
	CONSTRAINT "attachments_bytes" CHECK ("attachments"."bytes" is null or "attachments"."bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "related_links" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "related_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"resource_id" integer NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	CONSTRAINT "related_links_order" UNIQUE("resource_id","position"),
	CONSTRAINT "related_links_title_filled" CHECK ("related_links"."title" is null or length(btrim("related_links"."title")) > 0),
	CONSTRAINT "related_links_url" CHECK ("related_links"."url" is null or "related_links"."url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$'),
	CONSTRAINT "related_links_position" CHECK ("related_links"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "resources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" "resource_kind" NOT NULL,
	"slug" text NOT NULL,
	"title" text,
	"summary" text,
	"teaser" text,
	"body" jsonb,
	"day" date,
	"corrected_on" date,
	"reviewed_on" date,
	"review_due_on" date,
	"text_licence" text,
	"first_published_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"trashed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resources_id_kind" UNIQUE("id","kind"),
	CONSTRAINT "resources_slug_shape" CHECK ("resources"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("resources"."slug") <= 120),
	CONSTRAINT "resources_title_filled" CHECK ("resources"."title" is null or length(btrim("resources"."title")) > 0),
	CONSTRAINT "resources_summary_filled" CHECK ("resources"."summary" is null or length(btrim("resources"."summary")) > 0),
	CONSTRAINT "resources_reason_filled" CHECK ("resources"."withdrawn_reason" is null or length(btrim("resources"."withdrawn_reason")) > 0),
	CONSTRAINT "resources_teaser_length" CHECK ("resources"."teaser" is null or length("resources"."teaser") between 1 and 300),
	CONSTRAINT "resources_public_is_whole" CHECK ("resources"."published_at" is null or ("resources"."title" is not null and "resources"."body" is not null and "resources"."day" is not null and "resources"."first_published_at" is not null)),
	CONSTRAINT "resources_withdrawn_has_reason" CHECK ("resources"."withdrawn_at" is null or ("resources"."withdrawn_reason" is not null and "resources"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "topic_resources" (
	"topic_id" integer NOT NULL,
	"resource_id" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "topic_resources_topic_id_resource_id_pk" PRIMARY KEY("topic_id","resource_id"),
	CONSTRAINT "topic_resources_order" UNIQUE("resource_id","position"),
	CONSTRAINT "topic_resources_position" CHECK ("topic_resources"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"from_path" text PRIMARY KEY NOT NULL,
	"to_path" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_paths" CHECK ("redirects"."from_path" ~ '^/[a-z]' and "redirects"."to_path" ~ '^/([^/]|$)'),
	CONSTRAINT "redirects_not_to_itself" CHECK ("redirects"."from_path" <> "redirects"."to_path")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"site_name" text NOT NULL,
	"tagline" text NOT NULL,
	"zone" text NOT NULL,
	"contact_mail" text NOT NULL,
	"notice" text,
	"accessibility" jsonb NOT NULL,
	"accessibility_reviewed_on" date NOT NULL,
	"privacy" jsonb NOT NULL,
	"privacy_reviewed_on" date NOT NULL,
	CONSTRAINT "settings_one_row" CHECK ("settings"."one"),
	CONSTRAINT "settings_name_filled" CHECK ("settings"."site_name" is null or length(btrim("settings"."site_name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "tag_times" (
	"tag" text PRIMARY KEY NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topics_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"kind" "topic_kind" DEFAULT 'subject' NOT NULL,
	"parent_id" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"hue" "hue" DEFAULT 'teal' NOT NULL,
	"title" text,
	"introduction" jsonb,
	"first_published_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"trashed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topics_slug_shape" CHECK ("topics"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("topics"."slug") <= 120),
	CONSTRAINT "topics_title_filled" CHECK ("topics"."title" is null or length(btrim("topics"."title")) > 0),
	CONSTRAINT "topics_position" CHECK ("topics"."position" >= 0),
	CONSTRAINT "topics_not_own_parent" CHECK ("topics"."parent_id" is null or "topics"."parent_id" <> "topics"."id"),
	CONSTRAINT "topics_public_is_whole" CHECK ("topics"."published_at" is null or ("topics"."title" is not null and "topics"."introduction" is not null and "topics"."first_published_at" is not null)),
	CONSTRAINT "topics_reason_filled" CHECK ("topics"."withdrawn_reason" is null or length(btrim("topics"."withdrawn_reason")) > 0),
	CONSTRAINT "topics_withdrawn_has_reason" CHECK ("topics"."withdrawn_at" is null or ("topics"."withdrawn_reason" is not null and "topics"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "webinars" (
	"resource_id" integer PRIMARY KEY NOT NULL,
	"resource_kind" "resource_kind" DEFAULT 'webinar' NOT NULL,
	"local_start" timestamp NOT NULL,
	"zone" text NOT NULL,
	"offset_minutes" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"state" "webinar_state" DEFAULT 'scheduled' NOT NULL,
	"state_reason" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"uid" text NOT NULL,
	"registration" "registration_kind" DEFAULT 'none' NOT NULL,
	"registration_url" text,
	"room_url" text,
	"cost" text,
	"captions" boolean DEFAULT false NOT NULL,
	"contact_hours" text,
	"recorded_at" timestamp with time zone,
	"recording_url" text,
	"transcript" jsonb,
	CONSTRAINT "webinars_uid" UNIQUE("uid"),
	CONSTRAINT "webinars_kind" CHECK ("webinars"."resource_kind" = 'webinar'),
	CONSTRAINT "webinars_minutes" CHECK ("webinars"."minutes" between 1 and 1440),
	CONSTRAINT "webinars_offset" CHECK ("webinars"."offset_minutes" between -840 and 840),
	CONSTRAINT "webinars_sequence" CHECK ("webinars"."sequence" >= 0),
	CONSTRAINT "webinars_zone_filled" CHECK (length("webinars"."zone") > 0),
	CONSTRAINT "webinars_instant" CHECK ("webinars"."starts_at" = ("webinars"."local_start" - make_interval(mins => "webinars"."offset_minutes")) at time zone 'UTC'),
	CONSTRAINT "webinars_end_follows" CHECK ("webinars"."ends_at" = "webinars"."starts_at" + make_interval(mins => "webinars"."minutes")),
	CONSTRAINT "webinars_reason" CHECK ("webinars"."state" = 'scheduled' or "webinars"."state_reason" is not null),
	CONSTRAINT "webinars_registration_url" CHECK (("webinars"."registration" = 'external') = ("webinars"."registration_url" is not null)),
	CONSTRAINT "webinars_reason_filled" CHECK ("webinars"."state_reason" is null or length(btrim("webinars"."state_reason")) > 0),
	CONSTRAINT "webinars_cost_filled" CHECK ("webinars"."cost" is null or length(btrim("webinars"."cost")) > 0),
	CONSTRAINT "webinars_contact_hours_filled" CHECK ("webinars"."contact_hours" is null or length(btrim("webinars"."contact_hours")) > 0),
	CONSTRAINT "webinars_uid_filled" CHECK ("webinars"."uid" is null or length(btrim("webinars"."uid")) > 0),
	CONSTRAINT "webinars_registration_link" CHECK ("webinars"."registration_url" is null or "webinars"."registration_url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$'),
	CONSTRAINT "webinars_room_link" CHECK ("webinars"."room_url" is null or "webinars"."room_url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$'),
	CONSTRAINT "webinars_recording_link" CHECK ("webinars"."recording_url" is null or "webinars"."recording_url" ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$')
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_people" ADD CONSTRAINT "resource_people_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_people" ADD CONSTRAINT "resource_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_creators" ADD CONSTRAINT "photo_creators_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_uses" ADD CONSTRAINT "photo_uses_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_uses" ADD CONSTRAINT "photo_uses_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_uses" ADD CONSTRAINT "photo_uses_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_resource_id_resource_kind_resources_id_kind_fk" FOREIGN KEY ("resource_id","resource_kind") REFERENCES "public"."resources"("id","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_links" ADD CONSTRAINT "related_links_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_resources" ADD CONSTRAINT "topic_resources_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_resources" ADD CONSTRAINT "topic_resources_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_parent_id_topics_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webinars" ADD CONSTRAINT "webinars_resource_id_resource_kind_resources_id_kind_fk" FOREIGN KEY ("resource_id","resource_kind") REFERENCES "public"."resources"("id","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_topic" ON "revisions" USING btree ("topic_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_resource" ON "revisions" USING btree ("resource_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_photo" ON "revisions" USING btree ("photo_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "working_copies_topic" ON "working_copies" USING btree ("topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "working_copies_resource" ON "working_copies" USING btree ("resource_id");--> statement-breakpoint
CREATE UNIQUE INDEX "working_copies_photo" ON "working_copies" USING btree ("photo_id");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("name");--> statement-breakpoint
CREATE INDEX "resource_people_person" ON "resource_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "photo_uses_photo" ON "photo_uses" USING btree ("photo_id");--> statement-breakpoint
CREATE INDEX "photo_uses_resource" ON "photo_uses" USING btree ("resource_id");--> statement-breakpoint
CREATE INDEX "photo_uses_topic" ON "photo_uses" USING btree ("topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "photo_uses_topic_hero" ON "photo_uses" USING btree ("topic_id") WHERE "photo_uses"."place" = 'hero';--> statement-breakpoint
CREATE UNIQUE INDEX "photo_uses_resource_hero" ON "photo_uses" USING btree ("resource_id") WHERE "photo_uses"."place" = 'hero';--> statement-breakpoint
CREATE UNIQUE INDEX "photos_file" ON "photos" USING btree ("file_key");--> statement-breakpoint
CREATE UNIQUE INDEX "resources_slug" ON "resources" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "resources_newest" ON "resources" USING btree ("kind","day" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "resources"."published_at" is not null and "resources"."withdrawn_at" is null and "resources"."trashed_at" is null;--> statement-breakpoint
CREATE INDEX "redirects_to" ON "redirects" USING btree ("to_path");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_slug" ON "topics" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "topics_tree" ON "topics" USING btree ("parent_id","position","id");--> statement-breakpoint
CREATE INDEX "webinars_start" ON "webinars" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "webinars_end" ON "webinars" USING btree ("ends_at");