-- CreateTable
CREATE TABLE "SiteStatus" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ready" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "behindSince" TIMESTAMPTZ(3),
    "failing" TEXT,

    CONSTRAINT "SiteStatus_pkey" PRIMARY KEY ("id")
);

-- There is one compiled site, or none.
ALTER TABLE "SiteStatus" ADD CONSTRAINT "SiteStatus_one" CHECK ("id" = 1);

-- Whoever keeps the public pages hears of everything that changes them, when it is committed, and never of a transaction
-- that is rolled back.
CREATE FUNCTION tell_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY published;
  RETURN NULL;
END $$;

CREATE TRIGGER edition_published AFTER INSERT ON "Edition" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
CREATE TRIGGER takedown_published AFTER INSERT OR UPDATE ON "Takedown" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
CREATE TRIGGER redaction_published AFTER UPDATE ON "RedactionRequest" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
CREATE TRIGGER question_published AFTER INSERT OR UPDATE ON "Question" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
CREATE TRIGGER answer_published AFTER INSERT OR UPDATE ON "Answer" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
CREATE TRIGGER organization_published AFTER INSERT OR UPDATE ON "Organization" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
CREATE TRIGGER section_published AFTER INSERT OR UPDATE ON "Section" FOR EACH STATEMENT EXECUTE FUNCTION tell_published();
