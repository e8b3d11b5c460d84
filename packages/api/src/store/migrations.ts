/**
 * The schema, one step after another; a step that has been released is never changed. Every primary key begins with
 * `shop`, so that any Postgres-compatible cluster can distribute by it.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE shop (
     shop text PRIMARY KEY, name text NOT NULL, write_key text NOT NULL UNIQUE, secret_hash text NOT NULL UNIQUE,
     identity_secret text NOT NULL, origins text NOT NULL, currency text NOT NULL, settings text NOT NULL);

   CREATE TABLE event (
     shop text NOT NULL, id text NOT NULL, at bigint NOT NULL, corrected bigint NOT NULL, received bigint NOT NULL,
     type text NOT NULL, source text NOT NULL, visitor text, tab text, item text, transaction_id text,
     value bigint, campaign text, variant text, holdout bigint NOT NULL, body text NOT NULL,
     PRIMARY KEY (shop, id));
   CREATE INDEX event_visitor ON event (shop, visitor, corrected) WHERE visitor IS NOT NULL;
   CREATE INDEX event_campaign ON event (shop, campaign, corrected) WHERE campaign IS NOT NULL;

   CREATE TABLE forgotten (shop text NOT NULL, visitor_hash text NOT NULL, at bigint NOT NULL,
     PRIMARY KEY (shop, visitor_hash));
   CREATE TABLE visitor_link (shop text NOT NULL, customer text NOT NULL, visitor text NOT NULL, at bigint NOT NULL,
     PRIMARY KEY (shop, customer, visitor));

   CREATE TABLE order_line (
     shop text NOT NULL, id text NOT NULL, order_id text NOT NULL, line bigint NOT NULL, at bigint NOT NULL,
     received bigint NOT NULL, customer text, item text NOT NULL, quantity bigint NOT NULL, price bigint NOT NULL,
     refund bigint NOT NULL, source text NOT NULL, country text,
     PRIMARY KEY (shop, id));
   CREATE INDEX order_line_customer ON order_line (shop, customer, at) WHERE customer IS NOT NULL;

   CREATE TABLE catalog_item (
     shop text NOT NULL, id text NOT NULL, product text NOT NULL, generation bigint NOT NULL,
     changed bigint NOT NULL, gone bigint NOT NULL, availability text NOT NULL, quantity bigint,
     published bigint, first_seen bigint NOT NULL, body text NOT NULL,
     PRIMARY KEY (shop, id));

   CREATE TABLE config (shop text NOT NULL, version bigint NOT NULL, at bigint NOT NULL, note text, body text NOT NULL,
     PRIMARY KEY (shop, version));

   CREATE TABLE import_run (
     shop text NOT NULL, id text NOT NULL, kind text NOT NULL, started bigint NOT NULL, ended bigint, report text NOT NULL,
     PRIMARY KEY (shop, id));

   CREATE TABLE publication (shop text NOT NULL, version text NOT NULL, at bigint NOT NULL, PRIMARY KEY (shop, version));

   CREATE TABLE job (
     shop text NOT NULL, id text NOT NULL, kind text NOT NULL, state text NOT NULL, run_at bigint NOT NULL,
     lease_until bigint NOT NULL, tries bigint NOT NULL, created bigint NOT NULL, ended bigint, result text, error text,
     PRIMARY KEY (shop, id));
   CREATE INDEX job_due ON job (state, run_at)`,

  // An index of every event by its visitor cost half of all writing. A device's events lie close together in the order
  // of ids, so the stretches in which they lie are enough to find them: a row a batch and not a row an event.
  `DROP INDEX event_visitor;
   CREATE TABLE visitor_span (shop text NOT NULL, visitor text NOT NULL, first_id text NOT NULL, last_id text NOT NULL,
     PRIMARY KEY (shop, visitor, first_id));
   INSERT INTO visitor_span (shop, visitor, first_id, last_id)
     SELECT shop, visitor, id, id FROM event WHERE visitor IS NOT NULL;
   CREATE INDEX event_purchase ON event (shop, visitor, corrected) WHERE type = 'purchase'`,

  // A code holds its own terms, so that what was promised stands; who holds it is a table of its own, which forgets. An
  // impression told of twice is one, so its result stands beside it.
  `CREATE TABLE offer_code (
     shop text NOT NULL, folded text NOT NULL, code text NOT NULL, campaign text NOT NULL, kind text NOT NULL,
     value bigint, minimum bigint NOT NULL, issued bigint NOT NULL, expires bigint NOT NULL, order_id text,
     order_value bigint, redeemed bigint, PRIMARY KEY (shop, folded));
   CREATE TABLE offer_count (shop text NOT NULL, campaign text NOT NULL, issued bigint NOT NULL,
     PRIMARY KEY (shop, campaign));
   CREATE TABLE offer_holder (shop text NOT NULL, campaign text NOT NULL, visitor_hash text NOT NULL,
     folded text NOT NULL, expires bigint NOT NULL, PRIMARY KEY (shop, campaign, visitor_hash));
   CREATE INDEX offer_holder_expires ON offer_holder (shop, campaign, expires);
   CREATE INDEX offer_holder_visitor ON offer_holder (shop, visitor_hash);
   ALTER TABLE event ADD COLUMN result text`,

  // Who waits for what. person is a hash, so that a wish can be found by its address and nobody by the table; attempt
  // stands while it is not known what became of a mail. Tokens are a table of their own, since each mail brings its own and
  // the older links keep working. Every wish asked for is noted for a day, whether a mail came of it or not.
  `ALTER TABLE job ADD COLUMN subject text;
   CREATE TABLE waitlist (
     shop text NOT NULL, id text NOT NULL, item text NOT NULL, person text NOT NULL, email text, state text NOT NULL,
     asked bigint NOT NULL, place bigint, claimed bigint, told bigint, hold_until bigint, until bigint NOT NULL,
     round bigint NOT NULL, attempt bigint, doubts bigint NOT NULL, consent text, marketing bigint NOT NULL,
     locale text, page text, PRIMARY KEY (shop, id));
   CREATE UNIQUE INDEX waitlist_person ON waitlist (shop, item, person);
   CREATE INDEX waitlist_queue ON waitlist (shop, state, item, place);
   CREATE TABLE waitlist_token (shop text NOT NULL, hash text NOT NULL, entry text NOT NULL, purpose text NOT NULL,
     until bigint NOT NULL, PRIMARY KEY (shop, hash));
   CREATE INDEX waitlist_token_entry ON waitlist_token (shop, entry);
   CREATE TABLE waitlist_ask (shop text NOT NULL, mailbox text NOT NULL, id text NOT NULL, entry text NOT NULL,
     at bigint NOT NULL, mails bigint NOT NULL, PRIMARY KEY (shop, mailbox, id))`,

  // A wave of mails looks at the stock before each: what is promised is counted by what is promised and not by all who
  // wait. Jobs of a kind are found in the order in which they are due, however many others there are.
  `CREATE INDEX waitlist_held ON waitlist (shop, item, hold_until, state, attempt) WHERE hold_until IS NOT NULL;
   CREATE INDEX waitlist_claimed ON waitlist (shop, item, attempt) WHERE state = 'claimed';
   DROP INDEX job_due;
   CREATE INDEX job_of_kind ON job (kind, state, run_at, id)`
]
