-- Generated from the migrations by npm run gen; do not edit.

CREATE TABLE allocation (
  id uuid NOT NULL,
  pool_id uuid NOT NULL,
  node_id uuid NOT NULL,
  node_type text NOT NULL,
  organisation_id uuid NOT NULL,
  nominal numeric(12,2) NOT NULL,
  guarantee numeric(12,2) NOT NULL,
  lend_limit numeric(12,2),
  borrow_limit numeric(12,2),
  weight double precision NOT NULL,
  criticality smallint NOT NULL DEFAULT 4,
  history_factor double precision NOT NULL DEFAULT 0,
  valid_from timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone,
  valid_to timestamp with time zone,
  round_id uuid
);
CREATE TABLE allocation_round (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  track text NOT NULL,
  title text NOT NULL,
  state text NOT NULL,
  quarters text[] NOT NULL,
  effect_from timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  closes_at timestamp with time zone,
  pools jsonb NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  rules_version text NOT NULL,
  solution jsonb,
  proposed_by text,
  proposed_at timestamp with time zone,
  proposed_digest text,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text,
  reviewed_by text,
  reviewed_at timestamp with time zone,
  review text,
  parent_id uuid,
  version integer NOT NULL
);
CREATE TABLE api_key (
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  prefix text NOT NULL,
  hash text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone
);
CREATE TABLE application (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  environment text NOT NULL,
  use_case_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  models text[],
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE assessment (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  kind text NOT NULL,
  edition integer NOT NULL,
  answers jsonb NOT NULL,
  reference text NOT NULL,
  state text NOT NULL,
  drafted_by text NOT NULL,
  drafted_at timestamp with time zone NOT NULL,
  concluded_by text,
  concluded_at timestamp with time zone,
  review_on date,
  review_reason text
);
CREATE TABLE brick (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  repository_url text NOT NULL,
  licence text NOT NULL,
  publiccode_url text,
  state text NOT NULL,
  listed_at timestamp with time zone NOT NULL
);
CREATE TABLE brick_use (
  use_case_id uuid NOT NULL,
  brick_id uuid NOT NULL,
  organisation_id uuid NOT NULL
);
CREATE TABLE budget (
  id uuid NOT NULL,
  node_id uuid NOT NULL,
  node_type text NOT NULL,
  organisation_id uuid NOT NULL,
  unit text NOT NULL,
  period text NOT NULL,
  amount bigint NOT NULL,
  model_id uuid,
  on_exhaust text NOT NULL DEFAULT 'block'::text,
  hard boolean NOT NULL DEFAULT true,
  first_month smallint NOT NULL DEFAULT 1
);
CREATE TABLE budget_alert (
  budget_id uuid NOT NULL,
  period_start timestamp with time zone NOT NULL,
  threshold smallint NOT NULL,
  organisation_id uuid NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE budget_period (
  budget_id uuid NOT NULL,
  period_start timestamp with time zone NOT NULL,
  period_end timestamp with time zone NOT NULL,
  organisation_id uuid NOT NULL,
  amount bigint NOT NULL,
  settled bigint NOT NULL DEFAULT 0,
  leased bigint NOT NULL DEFAULT 0,
  overrun bigint NOT NULL DEFAULT 0
);
CREATE TABLE campaign (
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  closes_at timestamp with time zone NOT NULL,
  scope uuid[] NOT NULL,
  template_version integer NOT NULL,
  quarters text[] NOT NULL,
  reminder_days integer[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  idempotency_key text
);
CREATE TABLE campaign_reminder (
  campaign_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  days integer NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  missing text[] NOT NULL
);
CREATE TABLE capacity_comment (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by text NOT NULL,
  version integer NOT NULL,
  line text,
  field text,
  body text NOT NULL,
  declaration_id uuid,
  need_id uuid,
  organisation_id uuid NOT NULL
);
CREATE TABLE capacity_declaration (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  state text NOT NULL,
  declared_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  line_count integer NOT NULL,
  gpu_count integer NOT NULL,
  completeness double precision NOT NULL,
  over_commitment_by text,
  over_commitment_reason text,
  supersedes uuid,
  created_by text NOT NULL,
  idempotency_key text
);
CREATE TABLE capacity_event (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  from_state text,
  to_state text NOT NULL,
  version integer NOT NULL,
  by text NOT NULL,
  reason text,
  declaration_id uuid,
  need_id uuid,
  organisation_id uuid NOT NULL
);
CREATE TABLE capacity_finding (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  pool text NOT NULL,
  gpu_type text NOT NULL,
  declared integer NOT NULL,
  observed integer NOT NULL,
  difference double precision NOT NULL,
  source text NOT NULL,
  observed_at timestamp with time zone NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone
);
CREATE TABLE capacity_import (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  target text NOT NULL,
  format text NOT NULL,
  file_name text NOT NULL,
  file_digest text NOT NULL,
  file bytea NOT NULL,
  state text NOT NULL,
  rows_read integer NOT NULL,
  progress double precision NOT NULL,
  error_count integer NOT NULL,
  failure_code text,
  failure_message text,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  version integer NOT NULL,
  idempotency_key text
);
CREATE TABLE capacity_import_chunk (
  import_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  number integer NOT NULL,
  rows jsonb NOT NULL
);
CREATE TABLE capacity_import_error (
  import_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  "position" integer NOT NULL,
  row_number integer NOT NULL,
  field text,
  cell text,
  value text,
  code text NOT NULL,
  message_fr text NOT NULL,
  message_en text NOT NULL
);
CREATE TABLE capacity_line (
  id uuid NOT NULL,
  declaration_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  since_version integer NOT NULL,
  until_version integer,
  content jsonb NOT NULL,
  reference text NOT NULL GENERATED ALWAYS AS ((content ->> 'reference'::text)) STORED,
  site text NOT NULL GENERATED ALWAYS AS ((content ->> 'site'::text)) STORED,
  gpu_type text NOT NULL GENERATED ALWAYS AS ((content ->> 'gpuType'::text)) STORED,
  gpu_count integer NOT NULL GENERATED ALWAYS AS (((content ->> 'gpuCount'::text))::integer) STORED
);
CREATE TABLE capacity_line_block (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  order_id integer NOT NULL,
  starts text NOT NULL,
  starts_id uuid NOT NULL,
  lines integer NOT NULL
);
CREATE TABLE capacity_line_block_word (
  order_id integer NOT NULL,
  word text NOT NULL,
  block_id integer NOT NULL
);
CREATE TABLE capacity_line_order (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  campaign_id uuid NOT NULL,
  sort text NOT NULL
);
CREATE TABLE capacity_line_search (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  declaration_id uuid NOT NULL,
  gpu_type text NOT NULL,
  by_reference text NOT NULL,
  by_site text NOT NULL,
  by_gpu_count text NOT NULL,
  words tsvector NOT NULL
);
CREATE TABLE capacity_need (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  state text NOT NULL,
  declared_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  completeness double precision NOT NULL,
  created_by text NOT NULL,
  idempotency_key text,
  content jsonb NOT NULL,
  reference text NOT NULL GENERATED ALWAYS AS ((content ->> 'reference'::text)) STORED,
  title text NOT NULL GENERATED ALWAYS AS ((content ->> 'title'::text)) STORED,
  criticality integer NOT NULL GENERATED ALWAYS AS (((content ->> 'criticality'::text))::integer) STORED
);
CREATE TABLE capacity_need_version (
  need_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL
);
CREATE TABLE capacity_words (
  id uuid NOT NULL,
  of text NOT NULL,
  words tsvector NOT NULL
);
CREATE TABLE committee_opinion (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  number text NOT NULL,
  title text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  figures jsonb NOT NULL,
  votes jsonb,
  adopted_on date,
  state text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone
);
CREATE TABLE compliance_question (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  topic text NOT NULL,
  title text NOT NULL,
  question text NOT NULL,
  answer text,
  rules text[] NOT NULL DEFAULT '{}'::text[],
  state text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  due_on date NOT NULL,
  answered_by text,
  answered_at timestamp with time zone,
  doctrine_id uuid
);
CREATE TABLE consolidation (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  state text NOT NULL,
  progress double precision NOT NULL,
  input_digest text,
  report_digest text,
  failure text,
  requested_by text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  computed_at timestamp with time zone,
  reviewed_by text,
  published_by text,
  published_at timestamp with time zone,
  supplier jsonb,
  version integer NOT NULL
);
CREATE TABLE consolidation_cell (
  consolidation_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  "position" integer NOT NULL,
  content jsonb NOT NULL
);
CREATE TABLE consolidation_comment (
  id uuid NOT NULL,
  consolidation_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by text NOT NULL,
  part text,
  body text NOT NULL
);
CREATE TABLE consolidation_need (
  consolidation_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  need_id uuid NOT NULL,
  quarter text NOT NULL,
  reference text NOT NULL,
  gpu_type text NOT NULL,
  zone text NOT NULL,
  criticality integer NOT NULL,
  low integer NOT NULL,
  likely integer NOT NULL,
  high integer NOT NULL,
  min_useful integer NOT NULL,
  granted numeric(12,2) NOT NULL,
  unmet numeric(12,2) NOT NULL,
  basis text NOT NULL,
  method text NOT NULL
);
CREATE TABLE consolidation_report (
  consolidation_id uuid NOT NULL,
  input jsonb NOT NULL,
  report jsonb NOT NULL
);
CREATE TABLE creation_receipt (
  actor text NOT NULL,
  key text NOT NULL,
  use_case text NOT NULL,
  digest text NOT NULL,
  subject_id uuid NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE deployment (
  id uuid NOT NULL,
  pool_id uuid NOT NULL,
  model_id uuid NOT NULL,
  served_name text NOT NULL,
  gpus_per_replica integer NOT NULL,
  alpha_seconds double precision NOT NULL,
  beta_seconds double precision NOT NULL,
  prefill_seconds_per_token double precision NOT NULL,
  reference_batch integer NOT NULL,
  max_sequences integer NOT NULL,
  input_price_per_million bigint NOT NULL,
  output_price_per_million bigint NOT NULL,
  kwh_per_million_tokens double precision NOT NULL,
  kgco2eq_per_kwh double precision NOT NULL,
  energy_method text NOT NULL
);
CREATE TABLE derogation (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  rule text NOT NULL,
  pool_id uuid,
  motive text NOT NULL,
  guarantees text NOT NULL,
  notice text NOT NULL,
  notice_url text,
  authorities text[] NOT NULL,
  decisions jsonb NOT NULL DEFAULT '[]'::jsonb,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  endorsed_by text,
  granted_by text,
  closed_by text,
  closed_at timestamp with time zone,
  close_reason text
);
CREATE TABLE derogation_notice (
  derogation_id uuid NOT NULL,
  rule text NOT NULL,
  body text NOT NULL,
  use_case text NOT NULL,
  authorities text[] NOT NULL,
  decisions jsonb NOT NULL,
  notice text NOT NULL,
  notice_url text,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  published_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone
);
CREATE TABLE detail_read (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  reader text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  organisation_id uuid NOT NULL
);
CREATE TABLE doctrine_note (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  topic text NOT NULL,
  title text NOT NULL,
  question text NOT NULL,
  answer text NOT NULL,
  rules text[] NOT NULL,
  state text NOT NULL,
  published_by text NOT NULL,
  published_at timestamp with time zone NOT NULL,
  withdrawn_reason text
);
CREATE TABLE emergency_access (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  role text NOT NULL,
  hours integer NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text,
  ends_at timestamp with time zone,
  reviewed_by text,
  reviewed_at timestamp with time zone,
  finding text
);
CREATE TABLE endpoint (
  id uuid NOT NULL,
  deployment_id uuid NOT NULL,
  url text NOT NULL,
  api_key_variable text,
  simulated boolean NOT NULL,
  "position" integer NOT NULL
);
CREATE TABLE evaluation (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid NOT NULL,
  protocol text NOT NULL,
  body text NOT NULL,
  independent boolean NOT NULL,
  sample text,
  metrics jsonb NOT NULL DEFAULT '[]'::jsonb,
  verdict text,
  summary text,
  publication_url text,
  state text NOT NULL,
  planned_by text NOT NULL,
  planned_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone
);
CREATE TABLE fact_archive (
  number bigint NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  bundle_digest text NOT NULL
);
CREATE TABLE fact_source (
  subject_id text NOT NULL,
  from_number bigint NOT NULL,
  kind text NOT NULL,
  organisation_id uuid,
  content jsonb NOT NULL
);
CREATE TABLE governance_event (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  use_case text NOT NULL,
  organisation_id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id text,
  data jsonb NOT NULL
);
CREATE TABLE incident (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  kind text NOT NULL,
  harms text[] NOT NULL DEFAULT '{}'::text[],
  title text NOT NULL,
  description text NOT NULL,
  system_version text,
  occurred_at timestamp with time zone,
  aware_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone,
  measures jsonb NOT NULL DEFAULT '[]'::jsonb,
  notification jsonb,
  suspended_at timestamp with time zone,
  state text NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL,
  findings jsonb NOT NULL DEFAULT '[]'::jsonb,
  bound boolean NOT NULL DEFAULT true,
  deployer boolean NOT NULL DEFAULT true,
  notices jsonb NOT NULL DEFAULT '[]'::jsonb
);
CREATE TABLE key_request (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid NOT NULL,
  application_id uuid NOT NULL,
  valid_days integer NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  validated_by text,
  approved_by text,
  closed_reason text,
  key_id uuid
);
CREATE TABLE lease_call (
  replica text NOT NULL,
  epoch bigint NOT NULL,
  call bigint NOT NULL,
  answer jsonb,
  answered_at timestamp with time zone NOT NULL,
  lost boolean NOT NULL DEFAULT false
);
CREATE TABLE lease_holding (
  budget_id uuid NOT NULL,
  period_start timestamp with time zone NOT NULL,
  replica text NOT NULL,
  epoch bigint NOT NULL,
  outstanding bigint NOT NULL
);
CREATE TABLE ledger_kept (
  from_day date NOT NULL
);
CREATE TABLE log_entry (
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  log text NOT NULL,
  entry_id text NOT NULL,
  index bigint,
  salt bytea,
  source jsonb
);
CREATE TABLE log_file (
  log text NOT NULL,
  path text NOT NULL,
  bytes bytea NOT NULL
);
CREATE TABLE market_search (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid NOT NULL,
  search_key text NOT NULL,
  due_key text,
  rule text NOT NULL,
  offer text,
  found_on date NOT NULL,
  reference text NOT NULL,
  state text NOT NULL,
  found_by text NOT NULL,
  found_at timestamp with time zone NOT NULL,
  withdrawn_by text,
  withdrawn_reason text
);
CREATE TABLE membership (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  role text NOT NULL,
  valid_from timestamp with time zone NOT NULL,
  valid_to timestamp with time zone
);
CREATE TABLE membership_change (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  act text NOT NULL,
  membership_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL,
  valid_from timestamp with time zone NOT NULL,
  valid_to timestamp with time zone,
  reason text NOT NULL,
  state text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text
);
CREATE TABLE model (
  id uuid NOT NULL,
  name text NOT NULL,
  publisher text NOT NULL,
  publisher_country text NOT NULL,
  licence text NOT NULL,
  context_window integer NOT NULL,
  provenance jsonb NOT NULL DEFAULT '{"format": null, "runsIn": null, "sha256": null, "cardUrl": null, "weights": null, "evalStatus": "none", "trainingOnInputs": null, "billionParameters": null}'::jsonb,
  state text NOT NULL,
  proposed_for uuid,
  proposed_by text NOT NULL,
  announced_at timestamp with time zone,
  ends_at timestamp with time zone,
  replacement_id uuid,
  sunset_reason text,
  version integer NOT NULL
);
CREATE TABLE model_alias (
  name text NOT NULL,
  model_id uuid NOT NULL
);
CREATE TABLE model_notice (
  id uuid NOT NULL,
  model_id uuid NOT NULL,
  use_case_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  replacement_id uuid
);
CREATE TABLE observed_capacity (
  pool text NOT NULL,
  gpu_type text NOT NULL,
  gpus integer NOT NULL,
  observed_at timestamp with time zone NOT NULL,
  source text NOT NULL
);
CREATE TABLE organisation (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  acronym text,
  kind text NOT NULL,
  siren text,
  siret text,
  parent_id uuid,
  successor_id uuid,
  valid_from timestamp with time zone NOT NULL,
  valid_to timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  name_key text GENERATED ALWAYS AS (socle_fold(name)) STORED,
  changed_at timestamp with time zone
);
CREATE TABLE organisation_closure (
  ancestor_id uuid NOT NULL,
  descendant_id uuid NOT NULL,
  depth integer NOT NULL
);
CREATE TABLE organisation_past (
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  since timestamp with time zone NOT NULL,
  until timestamp with time zone NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  acronym text,
  kind text NOT NULL,
  parent_id uuid,
  siren text,
  siret text
);
CREATE TABLE person (
  id uuid NOT NULL,
  idp_id text,
  sub text,
  name text NOT NULL,
  email text NOT NULL,
  contractor boolean NOT NULL DEFAULT false,
  employer_id uuid
);
CREATE TABLE plan_record (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  said jsonb NOT NULL,
  due_from date,
  due_on date,
  source text NOT NULL,
  invented boolean NOT NULL,
  state text NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL,
  shared boolean NOT NULL,
  searched text GENERATED ALWAYS AS (socle_fold(((((title || ' '::text) || source) || ' '::text) || (jsonb_path_query_array(said, '$.*'::jsonpath))::text))) STORED
);
CREATE TABLE plan_reminder (
  record_id uuid NOT NULL,
  due_on date NOT NULL,
  days integer NOT NULL,
  sent_at timestamp with time zone NOT NULL
);
CREATE TABLE policy_activation (
  number bigint NOT NULL,
  digest text NOT NULL,
  previous_digest text NOT NULL,
  proposal_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  proposed_by text NOT NULL,
  approved_by text NOT NULL,
  simulation_id uuid,
  waiver text
);
CREATE TABLE policy_bundle (
  digest text NOT NULL,
  files jsonb NOT NULL,
  rules integer NOT NULL,
  kept_at timestamp with time zone NOT NULL,
  kept_by text NOT NULL,
  searched text GENERATED ALWAYS AS (socle_fold((files)::text)) STORED
);
CREATE TABLE policy_proposal (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  digest text NOT NULL,
  base_digest text NOT NULL,
  motive text NOT NULL,
  state text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text,
  version integer NOT NULL,
  compliance_signed boolean NOT NULL DEFAULT false
);
CREATE TABLE pool (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  gpu_class text NOT NULL,
  gpu_count integer NOT NULL,
  accepted_labels text[] NOT NULL,
  hosting text NOT NULL,
  active boolean NOT NULL,
  invented boolean NOT NULL,
  standing jsonb NOT NULL DEFAULT '{}'::jsonb,
  veto_by text,
  veto_at timestamp with time zone,
  veto_reason text
);
CREATE TABLE pool_activity (
  replica text NOT NULL,
  pool_id uuid NOT NULL,
  node_id uuid NOT NULL,
  running integer NOT NULL,
  waiting integer NOT NULL,
  gpu_seconds double precision NOT NULL,
  window_ms double precision NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE pool_share (
  pool_id uuid NOT NULL,
  replica text NOT NULL,
  epoch bigint NOT NULL,
  call bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  tick double precision NOT NULL,
  report jsonb NOT NULL,
  slots jsonb NOT NULL
);
CREATE TABLE reference_spend (
  year integer NOT NULL,
  label text NOT NULL,
  vendor text,
  euros bigint NOT NULL,
  source text NOT NULL,
  kind text NOT NULL DEFAULT 'spend'::text,
  domain text
);
CREATE TABLE replica_high_water (
  replica text NOT NULL,
  epoch bigint NOT NULL,
  sequence bigint NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  set_aside bigint[] NOT NULL DEFAULT '{}'::bigint[]
);
CREATE TABLE request_record (
  day date NOT NULL,
  replica text NOT NULL,
  epoch bigint NOT NULL,
  sequence bigint NOT NULL,
  decision_id text NOT NULL,
  at timestamp with time zone NOT NULL,
  organisation_id uuid NOT NULL,
  use_case_id uuid,
  application_id uuid,
  model_id uuid,
  pool_id uuid,
  outcome text NOT NULL,
  code text,
  decision jsonb NOT NULL,
  usage jsonb
) PARTITION BY RANGE (day);
CREATE TABLE roadmap (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  state text NOT NULL,
  declared_by text NOT NULL,
  submitted_at timestamp with time zone,
  version integer NOT NULL,
  planned_spend jsonb NOT NULL DEFAULT '[]'::jsonb,
  trajectory jsonb NOT NULL DEFAULT '[]'::jsonb
);
CREATE TABLE roadmap_action (
  id uuid NOT NULL,
  roadmap_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  saved_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  content jsonb NOT NULL,
  dependency_id uuid NOT NULL GENERATED ALWAYS AS (((content ->> 'dependencyId'::text))::uuid) STORED
);
CREATE TABLE roadmap_dependency (
  id uuid NOT NULL,
  roadmap_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  saved_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  content jsonb NOT NULL,
  domain text NOT NULL GENERATED ALWAYS AS ((content ->> 'domain'::text)) STORED,
  product text NOT NULL GENERATED ALWAYS AS ((content ->> 'product'::text)) STORED,
  vendor text NOT NULL GENERATED ALWAYS AS ((content ->> 'vendor'::text)) STORED,
  annual_cost_euros bigint NOT NULL GENERATED ALWAYS AS (((content ->> 'annualCostEuros'::text))::bigint) STORED,
  renewal_date text GENERATED ALWAYS AS ((content ->> 'renewalDate'::text)) STORED,
  searched text GENERATED ALWAYS AS (socle_fold((((((content ->> 'product'::text) || ' '::text) || (content ->> 'vendor'::text)) || ' '::text) || COALESCE((content ->> 'contractReference'::text), ''::text)))) STORED
);
CREATE TABLE roadmap_event (
  id uuid NOT NULL,
  roadmap_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  by text NOT NULL,
  reason text NOT NULL
);
CREATE TABLE roadmap_exercise (
  year integer NOT NULL,
  deadline timestamp with time zone NOT NULL,
  framework_version text NOT NULL
);
CREATE TABLE roadmap_exit_plan (
  id uuid NOT NULL,
  roadmap_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  saved_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  content jsonb NOT NULL,
  dependency_id uuid NOT NULL GENERATED ALWAYS AS (((content ->> 'dependencyId'::text))::uuid) STORED
);
CREATE TABLE roadmap_report (
  id uuid NOT NULL,
  year integer NOT NULL,
  computed_at timestamp with time zone NOT NULL,
  computed_by text NOT NULL,
  input_digest text NOT NULL,
  window_months integer NOT NULL,
  report jsonb NOT NULL
);
CREATE TABLE round_job (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  progress real NOT NULL,
  asked jsonb NOT NULL,
  result jsonb,
  failure text,
  requested_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone
);
CREATE TABLE round_line (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  ministry_id uuid NOT NULL,
  use_case_id uuid,
  need_id uuid,
  title text NOT NULL,
  gpu_classes text[] NOT NULL,
  labels text[] NOT NULL,
  criticality smallint NOT NULL,
  score integer NOT NULL,
  asks jsonb NOT NULL,
  has_calendar boolean NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL,
  placements jsonb,
  explanations jsonb,
  outcome text,
  amended_by text,
  amended_reason text,
  version integer NOT NULL
);
CREATE TABLE round_opinion (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  line_id uuid,
  organisation_id uuid NOT NULL,
  by_person text NOT NULL,
  verdict text NOT NULL,
  told text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE salt_erasure (
  log text NOT NULL,
  entry_id text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE selection_score (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid NOT NULL,
  marks jsonb NOT NULL,
  rationale text NOT NULL,
  state text NOT NULL,
  scored_by text NOT NULL,
  scored_at timestamp with time zone NOT NULL
);
CREATE TABLE selection_weights (
  version integer NOT NULL,
  weights jsonb NOT NULL,
  transversal_bonus double precision NOT NULL,
  transversal_domains text[] NOT NULL,
  set_at timestamp with time zone NOT NULL,
  set_by text NOT NULL,
  reason text NOT NULL
);
CREATE TABLE session (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  mfa boolean NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  id_token_sealed text
);
CREATE TABLE shadow_tool (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  vendor text NOT NULL,
  vendor_country text NOT NULL,
  purpose text NOT NULL,
  agents integer,
  alternative_id uuid,
  answer text,
  state text NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL
);
CREATE TABLE simulation (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  state text NOT NULL,
  progress real NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  legal_day date,
  candidate jsonb NOT NULL,
  candidate_digest text NOT NULL,
  active jsonb NOT NULL,
  active_digest text NOT NULL,
  result jsonb,
  failure text,
  requested_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone
);
CREATE TABLE simulation_change (
  simulation_id uuid NOT NULL,
  ordinal integer NOT NULL,
  organisation_id uuid NOT NULL,
  ministry_id uuid NOT NULL,
  use_case_id uuid,
  kind text NOT NULL,
  cause text NOT NULL,
  rules text[] NOT NULL,
  records bigint NOT NULL,
  served bigint NOT NULL,
  samples text[] NOT NULL
);
CREATE TABLE simulation_opening (
  simulation_id uuid NOT NULL,
  reader text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE snapshot (
  number bigint NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  content_digest text NOT NULL,
  payload text NOT NULL,
  signature text NOT NULL
);
CREATE TABLE sovereignty_framework (
  version text NOT NULL,
  source text NOT NULL,
  weights jsonb NOT NULL,
  insourcing_ratio numeric(4,2) NOT NULL
);
CREATE TABLE staff_consultation (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid NOT NULL,
  body text NOT NULL,
  held_on date NOT NULL,
  opinion text NOT NULL,
  summary text NOT NULL,
  document_url text,
  recorded_by text NOT NULL
);
CREATE TABLE throughput_profile (
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamp with time zone NOT NULL
);
CREATE TABLE training_declaration (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  year integer NOT NULL,
  programme text NOT NULL,
  audience text NOT NULL,
  trained integer NOT NULL,
  target integer,
  source text,
  state text NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL
);
CREATE TABLE usage_daily (
  day date NOT NULL,
  organisation_id uuid NOT NULL,
  use_case_id uuid,
  application_id uuid,
  model_id uuid,
  pool_id uuid,
  quantity text NOT NULL,
  amount bigint NOT NULL,
  newest timestamp with time zone NOT NULL
);
CREATE TABLE usage_limit (
  id uuid NOT NULL,
  node_id uuid NOT NULL,
  node_type text NOT NULL,
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  value bigint NOT NULL,
  model_id uuid,
  hard boolean NOT NULL DEFAULT false
);
CREATE TABLE use_case (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  organisation_id uuid NOT NULL,
  state text NOT NULL,
  suspended_from text,
  labels text[] NOT NULL,
  service_class text NOT NULL,
  max_output_tokens integer NOT NULL,
  decision_role text NOT NULL,
  affects_individuals boolean NOT NULL,
  staff_effect text NOT NULL,
  owner_email text NOT NULL,
  oversight text NOT NULL,
  evidence jsonb NOT NULL DEFAULT '{}'::jsonb,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  amended_by text,
  dossier jsonb NOT NULL DEFAULT '{}'::jsonb,
  convergence jsonb,
  merged_into uuid,
  name_key text GENERATED ALWAYS AS (socle_fold(name)) STORED,
  state_key smallint GENERATED ALWAYS AS (array_position(ARRAY['idea'::text, 'qualified'::text, 'incubation'::text, 'experiment'::text, 'evaluated'::text, 'deployed'::text, 'generalised'::text, 'retired'::text, 'suspended'::text, 'refused'::text, 'merged'::text], state)) STORED
);
CREATE TABLE use_case_change (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid NOT NULL,
  changes jsonb NOT NULL,
  reason text NOT NULL,
  decision_right text NOT NULL,
  state text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text
);
CREATE TABLE use_case_event (
  id uuid NOT NULL,
  use_case_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  from_state text,
  to_state text NOT NULL,
  by text NOT NULL,
  reason text
);
CREATE TABLE use_case_review (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL,
  use_case_id uuid,
  search_key text NOT NULL,
  due_key text,
  opinion text NOT NULL,
  summary text NOT NULL,
  conditions jsonb NOT NULL DEFAULT '[]'::jsonb,
  state text NOT NULL,
  reviewed_by text NOT NULL,
  reviewed_at timestamp with time zone NOT NULL
);
CREATE TABLE use_case_words (
  use_case_id uuid NOT NULL,
  words tsvector NOT NULL
);

ALTER TABLE allocation ADD CONSTRAINT allocation_borrow_limit_check CHECK ((borrow_limit >= (0)::numeric));
ALTER TABLE allocation ADD CONSTRAINT allocation_check CHECK ((guarantee <= nominal));
ALTER TABLE allocation ADD CONSTRAINT allocation_criticality_check CHECK (((criticality >= 1) AND (criticality <= 4)));
ALTER TABLE allocation ADD CONSTRAINT allocation_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));
ALTER TABLE allocation ADD CONSTRAINT allocation_guarantee_check CHECK ((guarantee >= (0)::numeric));
ALTER TABLE allocation ADD CONSTRAINT allocation_history_factor_check CHECK (((history_factor >= (0)::double precision) AND (history_factor <= (100)::double precision)));
ALTER TABLE allocation ADD CONSTRAINT allocation_lend_limit_check CHECK ((lend_limit >= (0)::numeric));
ALTER TABLE allocation ADD CONSTRAINT allocation_node_type_check CHECK ((node_type = ANY (ARRAY['organisation'::text, 'use_case'::text, 'application'::text])));
ALTER TABLE allocation ADD CONSTRAINT allocation_nominal_check CHECK ((nominal >= (0)::numeric));
ALTER TABLE allocation ADD CONSTRAINT allocation_weight_check CHECK ((weight >= (0)::double precision));
ALTER TABLE allocation ADD CONSTRAINT allocation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE allocation ADD CONSTRAINT allocation_round_fk FOREIGN KEY (round_id) REFERENCES allocation_round(id);
ALTER TABLE allocation ADD CONSTRAINT allocation_pkey PRIMARY KEY (id);
ALTER TABLE allocation ADD CONSTRAINT allocation_one_at_a_time EXCLUDE USING gist (pool_id WITH =, node_id WITH =, tstzrange(valid_from, valid_to) WITH &&);
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_other_reviewer CHECK ((reviewed_by <> decided_by));
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_quarters_check CHECK (((cardinality(quarters) >= 1) AND (cardinality(quarters) <= 12)));
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'technical_review'::text, 'arbitration'::text, 'granted'::text, 'partial'::text, 'refused'::text, 'active'::text, 'complement'::text, 'clawback'::text, 'closed'::text])));
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_time_box CHECK (((track <> 'urgence'::text) OR ((expires_at IS NOT NULL) AND (expires_at > effect_from) AND (expires_at <= (effect_from + '30 days'::interval)))));
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_track_check CHECK ((track = ANY (ARRAY['continu'::text, 'appel'::text, 'urgence'::text])));
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_two_persons CHECK ((proposed_by <> decided_by));
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES allocation_round(id);
ALTER TABLE allocation_round ADD CONSTRAINT allocation_round_pkey PRIMARY KEY (id);
ALTER TABLE api_key ADD CONSTRAINT api_key_check CHECK ((expires_at <= (created_at + '366 days'::interval)));
ALTER TABLE api_key ADD CONSTRAINT api_key_hash_check CHECK ((hash ~ '^[A-Za-z0-9_-]{43}$'::text));
ALTER TABLE api_key ADD CONSTRAINT api_key_prefix_check CHECK ((length(prefix) <= 20));
ALTER TABLE api_key ADD CONSTRAINT api_key_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id);
ALTER TABLE api_key ADD CONSTRAINT api_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE api_key ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);
ALTER TABLE api_key ADD CONSTRAINT api_key_hash_key UNIQUE (hash);
ALTER TABLE application ADD CONSTRAINT application_environment_check CHECK ((environment = ANY (ARRAY['development'::text, 'test'::text, 'production'::text])));
ALTER TABLE application ADD CONSTRAINT application_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE application ADD CONSTRAINT application_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
ALTER TABLE application ADD CONSTRAINT application_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE application ADD CONSTRAINT application_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE application ADD CONSTRAINT application_pkey PRIMARY KEY (id);
ALTER TABLE application ADD CONSTRAINT application_slug_key UNIQUE (slug);
ALTER TABLE assessment ADD CONSTRAINT assessment_check CHECK (((concluded_by IS NULL) = (state = 'draft'::text)));
ALTER TABLE assessment ADD CONSTRAINT assessment_check1 CHECK (((concluded_by IS NULL) OR (concluded_by <> drafted_by)));
ALTER TABLE assessment ADD CONSTRAINT assessment_edition_check CHECK ((edition > 0));
ALTER TABLE assessment ADD CONSTRAINT assessment_kind_check CHECK ((kind = ANY (ARRAY['ai_act_screening'::text, 'fria'::text, 'dpia'::text, 'sren'::text, 'homologation'::text, 'staff_consultation'::text])));
ALTER TABLE assessment ADD CONSTRAINT assessment_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'done'::text, 'to_review'::text, 'superseded'::text])));
ALTER TABLE assessment ADD CONSTRAINT assessment_use_case_id_check CHECK ((use_case_id IS NOT NULL));
ALTER TABLE assessment ADD CONSTRAINT assessment_version_check CHECK ((version > 0));
ALTER TABLE assessment ADD CONSTRAINT assessment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE assessment ADD CONSTRAINT assessment_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE assessment ADD CONSTRAINT assessment_pkey PRIMARY KEY (id);
ALTER TABLE assessment ADD CONSTRAINT assessment_use_case_id_kind_edition_key UNIQUE (use_case_id, kind, edition);
ALTER TABLE brick ADD CONSTRAINT brick_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE brick ADD CONSTRAINT brick_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
ALTER TABLE brick ADD CONSTRAINT brick_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'recommended'::text, 'deprecated'::text])));
ALTER TABLE brick ADD CONSTRAINT brick_version_check CHECK ((version > 0));
ALTER TABLE brick ADD CONSTRAINT brick_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE brick ADD CONSTRAINT brick_pkey PRIMARY KEY (id);
ALTER TABLE brick ADD CONSTRAINT brick_slug_key UNIQUE (slug);
ALTER TABLE brick_use ADD CONSTRAINT brick_use_brick_id_fkey FOREIGN KEY (brick_id) REFERENCES brick(id);
ALTER TABLE brick_use ADD CONSTRAINT brick_use_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE brick_use ADD CONSTRAINT brick_use_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE brick_use ADD CONSTRAINT brick_use_pkey PRIMARY KEY (use_case_id, brick_id);
ALTER TABLE budget ADD CONSTRAINT budget_amount_check CHECK ((amount >= 0));
ALTER TABLE budget ADD CONSTRAINT budget_first_month_check CHECK (((first_month >= 1) AND (first_month <= 12)));
ALTER TABLE budget ADD CONSTRAINT budget_node_type_check CHECK ((node_type = ANY (ARRAY['organisation'::text, 'use_case'::text, 'application'::text])));
ALTER TABLE budget ADD CONSTRAINT budget_on_exhaust_check CHECK ((on_exhaust = ANY (ARRAY['warn'::text, 'throttle_to_guarantee'::text, 'block'::text])));
ALTER TABLE budget ADD CONSTRAINT budget_period_check CHECK ((period = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])));
ALTER TABLE budget ADD CONSTRAINT budget_unit_known CHECK ((unit = ANY (ARRAY['token'::text, 'micro_euro'::text, 'gpu_milli_second'::text, 'mg_co2e'::text])));
ALTER TABLE budget ADD CONSTRAINT budget_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE budget ADD CONSTRAINT budget_pkey PRIMARY KEY (id);
ALTER TABLE budget ADD CONSTRAINT budget_one UNIQUE NULLS NOT DISTINCT (node_id, unit, period, model_id);
ALTER TABLE budget_alert ADD CONSTRAINT budget_alert_budget_id_fkey FOREIGN KEY (budget_id) REFERENCES budget(id);
ALTER TABLE budget_alert ADD CONSTRAINT budget_alert_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE budget_alert ADD CONSTRAINT budget_alert_pkey PRIMARY KEY (budget_id, period_start, threshold);
ALTER TABLE budget_period ADD CONSTRAINT budget_period_amount_check CHECK ((amount >= 0));
ALTER TABLE budget_period ADD CONSTRAINT budget_period_ceiling CHECK (((settled + leased) <= (amount + overrun)));
ALTER TABLE budget_period ADD CONSTRAINT budget_period_check1 CHECK ((period_end > period_start));
ALTER TABLE budget_period ADD CONSTRAINT budget_period_leased_check CHECK ((leased >= 0));
ALTER TABLE budget_period ADD CONSTRAINT budget_period_overrun_check CHECK ((overrun >= 0));
ALTER TABLE budget_period ADD CONSTRAINT budget_period_settled_check CHECK ((settled >= 0));
ALTER TABLE budget_period ADD CONSTRAINT budget_period_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE budget_period ADD CONSTRAINT budget_period_pkey PRIMARY KEY (budget_id, period_start);
ALTER TABLE campaign ADD CONSTRAINT campaign_check CHECK ((opens_at < closes_at));
ALTER TABLE campaign ADD CONSTRAINT campaign_kind_check CHECK ((kind = ANY (ARRAY['capacity'::text, 'roadmap'::text, 'training'::text, 'use_cases'::text])));
ALTER TABLE campaign ADD CONSTRAINT campaign_name_check CHECK (((length(name) >= 3) AND (length(name) <= 120)));
ALTER TABLE campaign ADD CONSTRAINT campaign_quarters_check CHECK (((cardinality(quarters) >= 1) AND (cardinality(quarters) <= 20)));
ALTER TABLE campaign ADD CONSTRAINT campaign_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'consolidated'::text])));
ALTER TABLE campaign ADD CONSTRAINT campaign_template_version_check CHECK ((template_version > 0));
ALTER TABLE campaign ADD CONSTRAINT campaign_version_check CHECK ((version > 0));
ALTER TABLE campaign ADD CONSTRAINT campaign_pkey PRIMARY KEY (id);
ALTER TABLE campaign_reminder ADD CONSTRAINT campaign_reminder_days_check CHECK ((days >= 0));
ALTER TABLE campaign_reminder ADD CONSTRAINT campaign_reminder_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE campaign_reminder ADD CONSTRAINT campaign_reminder_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE campaign_reminder ADD CONSTRAINT campaign_reminder_pkey PRIMARY KEY (campaign_id, organisation_id, days);
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_check CHECK ((num_nonnulls(declaration_id, need_id) = 1));
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_version_check CHECK ((version > 0));
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_declaration_id_fkey FOREIGN KEY (declaration_id) REFERENCES capacity_declaration(id);
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_need_id_fkey FOREIGN KEY (need_id) REFERENCES capacity_need(id);
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_comment ADD CONSTRAINT capacity_comment_pkey PRIMARY KEY (id);
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_check CHECK (((over_commitment_by IS NULL) = (over_commitment_reason IS NULL)));
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_completeness_check CHECK (((completeness >= (0)::double precision) AND (completeness <= (1)::double precision)));
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_gpu_count_check CHECK ((gpu_count >= 0));
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_line_count_check CHECK ((line_count >= 0));
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'validated'::text, 'reviewed'::text, 'accepted'::text, 'superseded'::text])));
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_version_check CHECK ((version > 0));
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES capacity_declaration(id);
ALTER TABLE capacity_declaration ADD CONSTRAINT capacity_declaration_pkey PRIMARY KEY (id);
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_check CHECK ((num_nonnulls(declaration_id, need_id) = 1));
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_from_state_check CHECK ((from_state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'validated'::text, 'reviewed'::text, 'accepted'::text, 'superseded'::text, 'matched'::text, 'partially_matched'::text, 'unmet'::text])));
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_to_state_check CHECK ((to_state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'validated'::text, 'reviewed'::text, 'accepted'::text, 'superseded'::text, 'matched'::text, 'partially_matched'::text, 'unmet'::text])));
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_version_check CHECK ((version > 0));
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_declaration_id_fkey FOREIGN KEY (declaration_id) REFERENCES capacity_declaration(id);
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_need_id_fkey FOREIGN KEY (need_id) REFERENCES capacity_need(id);
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_event ADD CONSTRAINT capacity_event_pkey PRIMARY KEY (id);
ALTER TABLE capacity_finding ADD CONSTRAINT capacity_finding_declared_check CHECK ((declared >= 0));
ALTER TABLE capacity_finding ADD CONSTRAINT capacity_finding_observed_check CHECK ((observed >= 0));
ALTER TABLE capacity_finding ADD CONSTRAINT capacity_finding_source_check CHECK ((source = ANY (ARRAY['agent'::text, 'pool'::text])));
ALTER TABLE capacity_finding ADD CONSTRAINT capacity_finding_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE capacity_finding ADD CONSTRAINT capacity_finding_pkey PRIMARY KEY (id);
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_error_count_check CHECK ((error_count >= 0));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_file_name_check CHECK ((length(file_name) <= 255));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text])));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_rows_read_check CHECK ((rows_read >= 0));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_state_check CHECK ((state = ANY (ARRAY['received'::text, 'reading'::text, 'previewed'::text, 'accepted'::text, 'cancelled'::text, 'failed'::text])));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_target_check CHECK ((target = ANY (ARRAY['declaration'::text, 'need'::text])));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_version_check CHECK ((version > 0));
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_import ADD CONSTRAINT capacity_import_pkey PRIMARY KEY (id);
ALTER TABLE capacity_import_chunk ADD CONSTRAINT capacity_import_chunk_import_id_fkey FOREIGN KEY (import_id) REFERENCES capacity_import(id);
ALTER TABLE capacity_import_chunk ADD CONSTRAINT capacity_import_chunk_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_import_chunk ADD CONSTRAINT capacity_import_chunk_pkey PRIMARY KEY (import_id, number);
ALTER TABLE capacity_import_error ADD CONSTRAINT capacity_import_error_import_id_fkey FOREIGN KEY (import_id) REFERENCES capacity_import(id);
ALTER TABLE capacity_import_error ADD CONSTRAINT capacity_import_error_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_import_error ADD CONSTRAINT capacity_import_error_pkey PRIMARY KEY (import_id, "position");
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_check CHECK ((until_version > since_version));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_content_check CHECK (((((content ->> 'keptGpus'::text))::integer >= 0) AND (((content ->> 'keptGpus'::text))::integer <= ((content ->> 'gpuCount'::text))::integer)));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_content_check1 CHECK (((((content ->> 'shareablePercent'::text))::numeric >= (0)::numeric) AND (((content ->> 'shareablePercent'::text))::numeric <= (100)::numeric)));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_content_check2 CHECK (((content ->> 'availableFrom'::text) < (content ->> 'availableTo'::text)));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_gpu_count_check CHECK ((gpu_count > 0));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 64)));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_since_version_check CHECK ((since_version > 0));
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_declaration_id_fkey FOREIGN KEY (declaration_id) REFERENCES capacity_declaration(id);
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_line ADD CONSTRAINT capacity_line_pkey PRIMARY KEY (id);
ALTER TABLE capacity_line_block ADD CONSTRAINT capacity_line_block_lines CHECK ((lines >= 0));
ALTER TABLE capacity_line_block ADD CONSTRAINT capacity_line_block_pkey PRIMARY KEY (id);
ALTER TABLE capacity_line_block ADD CONSTRAINT capacity_line_block_order_id_starts_starts_id_key UNIQUE (order_id, starts, starts_id);
ALTER TABLE capacity_line_block_word ADD CONSTRAINT capacity_line_block_word_pkey PRIMARY KEY (order_id, word, block_id);
ALTER TABLE capacity_line_order ADD CONSTRAINT capacity_line_order_sort_check CHECK ((sort = ANY (ARRAY['reference'::text, 'site'::text, 'gpu_count'::text])));
ALTER TABLE capacity_line_order ADD CONSTRAINT capacity_line_order_pkey PRIMARY KEY (id);
ALTER TABLE capacity_line_order ADD CONSTRAINT capacity_line_order_campaign_id_sort_key UNIQUE (campaign_id, sort);
ALTER TABLE capacity_line_search ADD CONSTRAINT capacity_line_search_pkey PRIMARY KEY (id);
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_completeness_check CHECK (((completeness >= (0)::double precision) AND (completeness <= (1)::double precision)));
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_content_check CHECK (((((content ->> 'batchablePercent'::text))::numeric >= (0)::numeric) AND (((content ->> 'batchablePercent'::text))::numeric <= (100)::numeric)));
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_criticality_check CHECK (((criticality >= 1) AND (criticality <= 4)));
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 64)));
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'validated'::text, 'reviewed'::text, 'accepted'::text, 'superseded'::text, 'matched'::text, 'partially_matched'::text, 'unmet'::text])));
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_version_check CHECK ((version > 0));
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_pkey PRIMARY KEY (id);
ALTER TABLE capacity_need ADD CONSTRAINT capacity_need_campaign_id_organisation_id_reference_key UNIQUE (campaign_id, organisation_id, reference);
ALTER TABLE capacity_need_version ADD CONSTRAINT capacity_need_version_content_shape CHECK ((jsonb_typeof(content) = 'object'::text));
ALTER TABLE capacity_need_version ADD CONSTRAINT capacity_need_version_version_check CHECK ((version > 0));
ALTER TABLE capacity_need_version ADD CONSTRAINT capacity_need_version_need_id_fkey FOREIGN KEY (need_id) REFERENCES capacity_need(id);
ALTER TABLE capacity_need_version ADD CONSTRAINT capacity_need_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE capacity_need_version ADD CONSTRAINT capacity_need_version_pkey PRIMARY KEY (need_id, version);
ALTER TABLE capacity_words ADD CONSTRAINT capacity_words_of_check CHECK ((of = ANY (ARRAY['capacity_line'::text, 'capacity_need'::text])));
ALTER TABLE capacity_words ADD CONSTRAINT capacity_words_pkey PRIMARY KEY (id);
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_check CHECK (((state = 'draft'::text) = (votes IS NULL)));
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_check1 CHECK (((state = 'published'::text) = (published_at IS NOT NULL)));
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'adopted'::text, 'published'::text])));
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_version_check CHECK ((version > 0));
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_pkey PRIMARY KEY (id);
ALTER TABLE committee_opinion ADD CONSTRAINT committee_opinion_number_key UNIQUE (number);
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_check CHECK (((state = 'open'::text) = (answer IS NULL)));
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_check1 CHECK (((state = 'published'::text) = (doctrine_id IS NOT NULL)));
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'published'::text])));
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_topic_check CHECK ((topic = ANY (ARRAY['ethics'::text, 'legal'::text, 'technical'::text])));
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_version_check CHECK ((version > 0));
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE compliance_question ADD CONSTRAINT compliance_question_pkey PRIMARY KEY (id);
ALTER TABLE consolidation ADD CONSTRAINT consolidation_check CHECK (((state = ANY (ARRAY['computed'::text, 'reviewed'::text, 'published'::text])) = (input_digest IS NOT NULL)));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_check1 CHECK (((input_digest IS NULL) = (report_digest IS NULL)));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_check2 CHECK (((input_digest IS NULL) = (supplier IS NULL)));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_check3 CHECK (((state = 'published'::text) = (published_at IS NOT NULL)));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_input_digest_check CHECK ((input_digest ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_report_digest_check CHECK ((report_digest ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_state_check CHECK ((state = ANY (ARRAY['computing'::text, 'computed'::text, 'reviewed'::text, 'published'::text, 'failed'::text, 'cancelled'::text])));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_version_check CHECK ((version > 0));
ALTER TABLE consolidation ADD CONSTRAINT consolidation_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id);
ALTER TABLE consolidation ADD CONSTRAINT consolidation_pkey PRIMARY KEY (id);
ALTER TABLE consolidation_cell ADD CONSTRAINT consolidation_cell_consolidation_id_fkey FOREIGN KEY (consolidation_id) REFERENCES consolidation(id);
ALTER TABLE consolidation_cell ADD CONSTRAINT consolidation_cell_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE consolidation_cell ADD CONSTRAINT consolidation_cell_pkey PRIMARY KEY (consolidation_id, "position");
ALTER TABLE consolidation_comment ADD CONSTRAINT consolidation_comment_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));
ALTER TABLE consolidation_comment ADD CONSTRAINT consolidation_comment_part_check CHECK (((length(part) >= 1) AND (length(part) <= 64)));
ALTER TABLE consolidation_comment ADD CONSTRAINT consolidation_comment_consolidation_id_fkey FOREIGN KEY (consolidation_id) REFERENCES consolidation(id);
ALTER TABLE consolidation_comment ADD CONSTRAINT consolidation_comment_pkey PRIMARY KEY (id);
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_check CHECK ((likely >= low));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_check1 CHECK ((high >= likely));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_check2 CHECK (((min_useful >= 0) AND (min_useful <= likely)));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_check3 CHECK (((granted + unmet) = (likely)::numeric));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_granted_check CHECK ((granted >= (0)::numeric));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_low_check CHECK ((low >= 0));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_unmet_check CHECK ((unmet >= (0)::numeric));
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_consolidation_id_fkey FOREIGN KEY (consolidation_id) REFERENCES consolidation(id);
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_need_id_fkey FOREIGN KEY (need_id) REFERENCES capacity_need(id);
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE consolidation_need ADD CONSTRAINT consolidation_need_pkey PRIMARY KEY (consolidation_id, need_id, quarter);
ALTER TABLE consolidation_report ADD CONSTRAINT consolidation_report_consolidation_id_fkey FOREIGN KEY (consolidation_id) REFERENCES consolidation(id);
ALTER TABLE consolidation_report ADD CONSTRAINT consolidation_report_pkey PRIMARY KEY (consolidation_id);
ALTER TABLE creation_receipt ADD CONSTRAINT creation_receipt_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)));
ALTER TABLE creation_receipt ADD CONSTRAINT creation_receipt_pkey PRIMARY KEY (actor, key);
ALTER TABLE deployment ADD CONSTRAINT deployment_alpha_seconds_check CHECK ((alpha_seconds >= (0)::double precision));
ALTER TABLE deployment ADD CONSTRAINT deployment_beta_seconds_check CHECK ((beta_seconds >= (0)::double precision));
ALTER TABLE deployment ADD CONSTRAINT deployment_gpus_per_replica_check CHECK ((gpus_per_replica > 0));
ALTER TABLE deployment ADD CONSTRAINT deployment_input_price_per_million_check CHECK ((input_price_per_million >= 0));
ALTER TABLE deployment ADD CONSTRAINT deployment_kgco2eq_per_kwh_check CHECK ((kgco2eq_per_kwh >= (0)::double precision));
ALTER TABLE deployment ADD CONSTRAINT deployment_kwh_per_million_tokens_check CHECK ((kwh_per_million_tokens >= (0)::double precision));
ALTER TABLE deployment ADD CONSTRAINT deployment_max_sequences_check CHECK ((max_sequences > 0));
ALTER TABLE deployment ADD CONSTRAINT deployment_output_price_per_million_check CHECK ((output_price_per_million >= 0));
ALTER TABLE deployment ADD CONSTRAINT deployment_prefill_seconds_per_token_check CHECK ((prefill_seconds_per_token >= (0)::double precision));
ALTER TABLE deployment ADD CONSTRAINT deployment_reference_batch_check CHECK ((reference_batch > 0));
ALTER TABLE deployment ADD CONSTRAINT deployment_model_id_fkey FOREIGN KEY (model_id) REFERENCES model(id);
ALTER TABLE deployment ADD CONSTRAINT deployment_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pool(id);
ALTER TABLE deployment ADD CONSTRAINT deployment_pkey PRIMARY KEY (id);
ALTER TABLE deployment ADD CONSTRAINT deployment_pool_id_model_id_key UNIQUE (pool_id, model_id);
ALTER TABLE derogation ADD CONSTRAINT derogation_authorities_check CHECK ((cardinality(authorities) > 0));
ALTER TABLE derogation ADD CONSTRAINT derogation_check CHECK ((starts_on <= ends_on));
ALTER TABLE derogation ADD CONSTRAINT derogation_check1 CHECK (((endorsed_by IS NULL) OR (endorsed_by <> requested_by)));
ALTER TABLE derogation ADD CONSTRAINT derogation_check2 CHECK (((granted_by IS NULL) OR ((granted_by <> requested_by) AND (granted_by <> endorsed_by))));
ALTER TABLE derogation ADD CONSTRAINT derogation_check3 CHECK (((state <> ALL (ARRAY['granted'::text, 'revoked'::text])) OR (granted_by IS NOT NULL)));
ALTER TABLE derogation ADD CONSTRAINT derogation_rule_check CHECK ((rule ~ '^[a-z0-9-]+/[a-z0-9-]+$'::text));
ALTER TABLE derogation ADD CONSTRAINT derogation_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'endorsed'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'revoked'::text])));
ALTER TABLE derogation ADD CONSTRAINT derogation_use_case_id_check CHECK ((use_case_id IS NOT NULL));
ALTER TABLE derogation ADD CONSTRAINT derogation_version_check CHECK ((version > 0));
ALTER TABLE derogation ADD CONSTRAINT derogation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE derogation ADD CONSTRAINT derogation_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pool(id);
ALTER TABLE derogation ADD CONSTRAINT derogation_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE derogation ADD CONSTRAINT derogation_pkey PRIMARY KEY (id);
ALTER TABLE derogation_notice ADD CONSTRAINT derogation_notice_derogation_id_fkey FOREIGN KEY (derogation_id) REFERENCES derogation(id);
ALTER TABLE derogation_notice ADD CONSTRAINT derogation_notice_pkey PRIMARY KEY (derogation_id);
ALTER TABLE detail_read ADD CONSTRAINT detail_read_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE detail_read ADD CONSTRAINT detail_read_pkey PRIMARY KEY (id);
ALTER TABLE doctrine_note ADD CONSTRAINT doctrine_note_state_check CHECK ((state = ANY (ARRAY['published'::text, 'withdrawn'::text])));
ALTER TABLE doctrine_note ADD CONSTRAINT doctrine_note_topic_check CHECK ((topic = ANY (ARRAY['ethics'::text, 'legal'::text, 'technical'::text])));
ALTER TABLE doctrine_note ADD CONSTRAINT doctrine_note_version_check CHECK ((version > 0));
ALTER TABLE doctrine_note ADD CONSTRAINT doctrine_note_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE doctrine_note ADD CONSTRAINT doctrine_note_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE doctrine_note ADD CONSTRAINT doctrine_note_pkey PRIMARY KEY (id);
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check CHECK (((state = 'proposed'::text) = (decided_by IS NULL)));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check1 CHECK (((state = 'proposed'::text) = (decided_at IS NULL)));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check2 CHECK (((state = 'withdrawn'::text) = (decided_by = proposed_by)));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check3 CHECK (((state = 'confirmed'::text) = (ends_at IS NOT NULL)));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check4 CHECK (((ends_at >= decided_at) AND (ends_at <= (decided_at + make_interval(hours => hours)))));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check5 CHECK (((decided_at < (proposed_at + '24:00:00'::interval)) OR (state <> 'confirmed'::text)));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check6 CHECK ((((reviewed_by IS NULL) = (reviewed_at IS NULL)) AND ((reviewed_by IS NULL) = (finding IS NULL))));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_check7 CHECK (((reviewed_at >= ends_at) AND ((reviewed_by <> proposed_by) AND (reviewed_by <> decided_by))));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_hours_check CHECK (((hours >= 1) AND (hours <= 24)));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_role_check CHECK ((role = ANY (ARRAY['declarant'::text, 'validator'::text, 'ariane_operator'::text, 'ai_cell'::text, 'dsp'::text, 'dgafp'::text, 'compliance'::text, 'committee'::text, 'auditor'::text, 'observer'::text])));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_version_check CHECK ((version > 0));
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_pkey PRIMARY KEY (id);
ALTER TABLE endpoint ADD CONSTRAINT endpoint_url_check CHECK ((url ~ '^https?://[^/@?#]+(/[^?#]*)?$'::text));
ALTER TABLE endpoint ADD CONSTRAINT endpoint_deployment_id_fkey FOREIGN KEY (deployment_id) REFERENCES deployment(id) ON DELETE CASCADE;
ALTER TABLE endpoint ADD CONSTRAINT endpoint_pkey PRIMARY KEY (id);
ALTER TABLE endpoint ADD CONSTRAINT endpoint_deployment_id_url_key UNIQUE (deployment_id, url);
ALTER TABLE evaluation ADD CONSTRAINT evaluation_check CHECK (((state = 'published'::text) = (published_at IS NOT NULL)));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_check1 CHECK (((state = 'published'::text) = (verdict IS NOT NULL)));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_metrics_shape CHECK ((jsonb_typeof(metrics) = 'array'::text));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_published_after CHECK ((published_at >= planned_at));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'published'::text])));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_verdict_check CHECK ((verdict = ANY (ARRAY['generalise'::text, 'continue'::text, 'adjust'::text, 'stop'::text, 'inconclusive'::text])));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_version_check CHECK ((version > 0));
ALTER TABLE evaluation ADD CONSTRAINT evaluation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE evaluation ADD CONSTRAINT evaluation_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE evaluation ADD CONSTRAINT evaluation_pkey PRIMARY KEY (id);
ALTER TABLE fact_archive ADD CONSTRAINT fact_archive_pkey PRIMARY KEY (number);
ALTER TABLE fact_source ADD CONSTRAINT fact_source_kind_check CHECK ((kind = ANY (ARRAY['use_case'::text, 'application'::text, 'model'::text, 'pool'::text, 'schema'::text])));
ALTER TABLE fact_source ADD CONSTRAINT fact_source_pkey PRIMARY KEY (subject_id, from_number);
ALTER TABLE governance_event ADD CONSTRAINT governance_event_data_shape CHECK ((jsonb_typeof(data) = 'object'::text));
ALTER TABLE governance_event ADD CONSTRAINT governance_event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE governance_event ADD CONSTRAINT governance_event_pkey PRIMARY KEY (id);
ALTER TABLE incident ADD CONSTRAINT incident_check CHECK (((due_at IS NULL) = ((kind = 'not_serious'::text) OR (NOT bound))));
ALTER TABLE incident ADD CONSTRAINT incident_findings_check CHECK ((jsonb_typeof(findings) = 'array'::text));
ALTER TABLE incident ADD CONSTRAINT incident_harms_check CHECK ((harms <@ ARRAY['death'::text, 'health'::text, 'critical_infrastructure'::text, 'fundamental_rights'::text, 'property'::text, 'environment'::text, 'widespread_infringement'::text]));
ALTER TABLE incident ADD CONSTRAINT incident_kind_check CHECK ((kind = ANY (ARRAY['death'::text, 'widespread_infringement'::text, 'critical_infrastructure'::text, 'other_serious'::text, 'not_serious'::text])));
ALTER TABLE incident ADD CONSTRAINT incident_kind_follows CHECK (((NOT (state <> 'closed'::text)) OR (kind =
CASE
    WHEN ('widespread_infringement'::text = ANY (harms)) THEN 'widespread_infringement'::text
    WHEN ('critical_infrastructure'::text = ANY (harms)) THEN 'critical_infrastructure'::text
    WHEN ('death'::text = ANY (harms)) THEN 'death'::text
    WHEN (harms = '{}'::text[]) THEN 'not_serious'::text
    ELSE 'other_serious'::text
END)));
ALTER TABLE incident ADD CONSTRAINT incident_notices_check CHECK ((jsonb_typeof(notices) = 'array'::text));
ALTER TABLE incident ADD CONSTRAINT incident_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'open'::text, 'investigating'::text, 'mitigated'::text, 'closed'::text])));
ALTER TABLE incident ADD CONSTRAINT incident_use_case_id_check CHECK ((use_case_id IS NOT NULL));
ALTER TABLE incident ADD CONSTRAINT incident_version_check CHECK ((version > 0));
ALTER TABLE incident ADD CONSTRAINT incident_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE incident ADD CONSTRAINT incident_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE incident ADD CONSTRAINT incident_pkey PRIMARY KEY (id);
ALTER TABLE key_request ADD CONSTRAINT key_request_check CHECK ((validated_by <> requested_by));
ALTER TABLE key_request ADD CONSTRAINT key_request_check1 CHECK (((approved_by <> requested_by) AND (approved_by <> validated_by)));
ALTER TABLE key_request ADD CONSTRAINT key_request_check2 CHECK (((state = 'issued'::text) = (key_id IS NOT NULL)));
ALTER TABLE key_request ADD CONSTRAINT key_request_check3 CHECK (((state <> ALL (ARRAY['validated'::text, 'approved'::text, 'issued'::text])) OR (validated_by IS NOT NULL)));
ALTER TABLE key_request ADD CONSTRAINT key_request_check4 CHECK (((state = ANY (ARRAY['refused'::text, 'withdrawn'::text])) = (closed_reason IS NOT NULL)));
ALTER TABLE key_request ADD CONSTRAINT key_request_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'validated'::text, 'approved'::text, 'issued'::text, 'refused'::text, 'withdrawn'::text])));
ALTER TABLE key_request ADD CONSTRAINT key_request_valid_days_check CHECK (((valid_days >= 1) AND (valid_days <= 365)));
ALTER TABLE key_request ADD CONSTRAINT key_request_version_check CHECK ((version > 0));
ALTER TABLE key_request ADD CONSTRAINT key_request_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id);
ALTER TABLE key_request ADD CONSTRAINT key_request_key_id_fkey FOREIGN KEY (key_id) REFERENCES api_key(id);
ALTER TABLE key_request ADD CONSTRAINT key_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE key_request ADD CONSTRAINT key_request_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE key_request ADD CONSTRAINT key_request_pkey PRIMARY KEY (id);
ALTER TABLE key_request ADD CONSTRAINT key_request_key_id_key UNIQUE (key_id);
ALTER TABLE lease_call ADD CONSTRAINT lease_call_pkey PRIMARY KEY (replica, epoch);
ALTER TABLE lease_holding ADD CONSTRAINT lease_holding_outstanding_check CHECK ((outstanding > 0));
ALTER TABLE lease_holding ADD CONSTRAINT lease_holding_budget_id_period_start_fkey FOREIGN KEY (budget_id, period_start) REFERENCES budget_period(budget_id, period_start);
ALTER TABLE lease_holding ADD CONSTRAINT lease_holding_pkey PRIMARY KEY (budget_id, period_start, replica, epoch);
ALTER TABLE log_entry ADD CONSTRAINT log_entry_index_check CHECK ((index >= 0));
ALTER TABLE log_entry ADD CONSTRAINT log_entry_log_check CHECK ((log = ANY (ARRAY['inference'::text, 'governance'::text])));
ALTER TABLE log_entry ADD CONSTRAINT log_entry_salt_check CHECK ((octet_length(salt) = 32));
ALTER TABLE log_entry ADD CONSTRAINT log_entry_pkey PRIMARY KEY (seq);
ALTER TABLE log_entry ADD CONSTRAINT log_entry_log_entry_id_key UNIQUE (log, entry_id);
ALTER TABLE log_entry ADD CONSTRAINT log_entry_log_index_key UNIQUE (log, index);
ALTER TABLE log_file ADD CONSTRAINT log_file_log_check CHECK ((log = ANY (ARRAY['inference'::text, 'governance'::text])));
ALTER TABLE log_file ADD CONSTRAINT log_file_pkey PRIMARY KEY (log, path);
ALTER TABLE market_search ADD CONSTRAINT market_search_check CHECK ((withdrawn_by <> found_by));
ALTER TABLE market_search ADD CONSTRAINT market_search_check1 CHECK (((withdrawn_by IS NULL) = (state = 'standing'::text)));
ALTER TABLE market_search ADD CONSTRAINT market_search_check2 CHECK ((found_on <= ((found_at AT TIME ZONE 'Europe/Paris'::text))::date));
ALTER TABLE market_search ADD CONSTRAINT market_search_offer_check CHECK ((offer <> ''::text));
ALTER TABLE market_search ADD CONSTRAINT market_search_rule_check CHECK ((rule ~ '^[a-z0-9-]+/[a-z0-9-]+$'::text));
ALTER TABLE market_search ADD CONSTRAINT market_search_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'withdrawn'::text])));
ALTER TABLE market_search ADD CONSTRAINT market_search_version_check CHECK ((version > 0));
ALTER TABLE market_search ADD CONSTRAINT market_search_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE market_search ADD CONSTRAINT market_search_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE market_search ADD CONSTRAINT market_search_pkey PRIMARY KEY (id);
ALTER TABLE membership ADD CONSTRAINT membership_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));
ALTER TABLE membership ADD CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['declarant'::text, 'validator'::text, 'ariane_operator'::text, 'ai_cell'::text, 'compliance'::text, 'committee'::text, 'auditor'::text, 'dsp'::text, 'dgafp'::text, 'observer'::text])));
ALTER TABLE membership ADD CONSTRAINT membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE membership ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE membership ADD CONSTRAINT membership_pkey PRIMARY KEY (id);
ALTER TABLE membership_change ADD CONSTRAINT membership_change_act_check CHECK ((act = ANY (ARRAY['give'::text, 'end'::text])));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_check CHECK ((valid_to > valid_from));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_check1 CHECK ((proposed_by <> (person_id)::text));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_check2 CHECK (((state = 'proposed'::text) = (decided_by IS NULL)));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_check3 CHECK (((state = 'proposed'::text) = (decided_at IS NULL)));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_check4 CHECK (((state = 'withdrawn'::text) = (decided_by = proposed_by)));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_check5 CHECK (((state = 'withdrawn'::text) OR (decided_by <> (person_id)::text)));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_role_check CHECK ((role = ANY (ARRAY['compliance'::text, 'auditor'::text])));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_version_check CHECK ((version > 0));
ALTER TABLE membership_change ADD CONSTRAINT membership_change_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE membership_change ADD CONSTRAINT membership_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE membership_change ADD CONSTRAINT membership_change_pkey PRIMARY KEY (id);
ALTER TABLE model ADD CONSTRAINT model_check CHECK (((announced_at IS NULL) = (ends_at IS NULL)));
ALTER TABLE model ADD CONSTRAINT model_check1 CHECK (((state = ANY (ARRAY['deprecated'::text, 'retired'::text])) = (ends_at IS NOT NULL)));
ALTER TABLE model ADD CONSTRAINT model_check2 CHECK ((ends_at > announced_at));
ALTER TABLE model ADD CONSTRAINT model_context_window_check CHECK ((context_window > 0));
ALTER TABLE model ADD CONSTRAINT model_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE model ADD CONSTRAINT model_provenance_shape CHECK ((jsonb_typeof(provenance) = 'object'::text));
ALTER TABLE model ADD CONSTRAINT model_publisher_country_check CHECK ((publisher_country ~ '^[A-Z]{2}$'::text));
ALTER TABLE model ADD CONSTRAINT model_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'assessed'::text, 'approved'::text, 'deprecated'::text, 'retired'::text, 'refused'::text, 'validated'::text])));
ALTER TABLE model ADD CONSTRAINT model_version_check CHECK ((version > 0));
ALTER TABLE model ADD CONSTRAINT model_proposed_for_fkey FOREIGN KEY (proposed_for) REFERENCES organisation(id);
ALTER TABLE model ADD CONSTRAINT model_replacement_id_fkey FOREIGN KEY (replacement_id) REFERENCES model(id);
ALTER TABLE model ADD CONSTRAINT model_pkey PRIMARY KEY (id);
ALTER TABLE model ADD CONSTRAINT model_name_key UNIQUE (name);
ALTER TABLE model_alias ADD CONSTRAINT model_alias_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE model_alias ADD CONSTRAINT model_alias_model_id_fkey FOREIGN KEY (model_id) REFERENCES model(id);
ALTER TABLE model_alias ADD CONSTRAINT model_alias_pkey PRIMARY KEY (name);
ALTER TABLE model_notice ADD CONSTRAINT model_notice_model_id_fkey FOREIGN KEY (model_id) REFERENCES model(id);
ALTER TABLE model_notice ADD CONSTRAINT model_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE model_notice ADD CONSTRAINT model_notice_replacement_id_fkey FOREIGN KEY (replacement_id) REFERENCES model(id);
ALTER TABLE model_notice ADD CONSTRAINT model_notice_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE model_notice ADD CONSTRAINT model_notice_pkey PRIMARY KEY (id);
ALTER TABLE observed_capacity ADD CONSTRAINT observed_capacity_gpus_check CHECK ((gpus >= 0));
ALTER TABLE observed_capacity ADD CONSTRAINT observed_capacity_source_check CHECK ((source = ANY (ARRAY['agent'::text, 'pool'::text])));
ALTER TABLE observed_capacity ADD CONSTRAINT observed_capacity_pkey PRIMARY KEY (pool, gpu_type, source);
ALTER TABLE organisation ADD CONSTRAINT organisation_check CHECK (((parent_id IS NULL) = (kind = 'state'::text)));
ALTER TABLE organisation ADD CONSTRAINT organisation_check1 CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
ALTER TABLE organisation ADD CONSTRAINT organisation_check2 CHECK (((siret IS NULL) OR (siren IS NULL) OR ("left"(siret, 9) = siren)));
ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'ministry'::text, 'direction'::text, 'operator'::text, 'authority'::text, 'gip'::text, 'other_body'::text])));
ALTER TABLE organisation ADD CONSTRAINT organisation_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE organisation ADD CONSTRAINT organisation_siren_check CHECK ((siren ~ '^[0-9]{9}$'::text));
ALTER TABLE organisation ADD CONSTRAINT organisation_siret_check CHECK ((siret ~ '^[0-9]{14}$'::text));
ALTER TABLE organisation ADD CONSTRAINT organisation_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
ALTER TABLE organisation ADD CONSTRAINT organisation_version_counts CHECK ((version > 0));
ALTER TABLE organisation ADD CONSTRAINT organisation_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id);
ALTER TABLE organisation ADD CONSTRAINT organisation_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation(id);
ALTER TABLE organisation ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);
ALTER TABLE organisation ADD CONSTRAINT organisation_siret_key UNIQUE (siret);
ALTER TABLE organisation ADD CONSTRAINT organisation_slug_key UNIQUE (slug);
ALTER TABLE organisation_closure ADD CONSTRAINT organisation_closure_depth_check CHECK ((depth >= 0));
ALTER TABLE organisation_closure ADD CONSTRAINT organisation_closure_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES organisation(id) ON DELETE CASCADE;
ALTER TABLE organisation_closure ADD CONSTRAINT organisation_closure_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES organisation(id) ON DELETE CASCADE;
ALTER TABLE organisation_closure ADD CONSTRAINT organisation_closure_pkey PRIMARY KEY (descendant_id, ancestor_id);
ALTER TABLE organisation_past ADD CONSTRAINT organisation_past_check CHECK ((since <= until));
ALTER TABLE organisation_past ADD CONSTRAINT organisation_past_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;
ALTER TABLE organisation_past ADD CONSTRAINT organisation_past_pkey PRIMARY KEY (organisation_id, version);
ALTER TABLE person ADD CONSTRAINT person_check CHECK (((idp_id IS NULL) = (sub IS NULL)));
ALTER TABLE person ADD CONSTRAINT person_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE person ADD CONSTRAINT person_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES organisation(id);
ALTER TABLE person ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE plan_record ADD CONSTRAINT plan_record_check CHECK (((due_from IS NULL) OR (due_from <= due_on)));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_kind_check CHECK ((kind = ANY (ARRAY['deadline'::text, 'partnership'::text, 'standard'::text, 'agreement'::text, 'extension'::text, 'guide'::text, 'indicator'::text, 'offer'::text, 'sourcing'::text, 'lever'::text, 'mission'::text, 'contact'::text])));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_said_check CHECK ((jsonb_typeof(said) = 'object'::text));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_source_check CHECK ((source ~ '\S'::text));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_state_check CHECK ((state = ANY (ARRAY['awaited'::text, 'missed'::text, 'kept'::text, 'talks'::text, 'active'::text, 'ended'::text, 'draft'::text, 'in_force'::text, 'replaced'::text, 'negotiation'::text, 'signed'::text, 'applied'::text, 'abandoned'::text, 'studied'::text, 'decided'::text, 'published'::text, 'stated'::text, 'announced'::text, 'open'::text, 'closed'::text, 'arbitrated'::text, 'planned'::text, 'engaged'::text, 'achieved'::text, 'dropped'::text, 'running'::text, 'contradictory'::text, 'current'::text])));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_title_check CHECK ((title ~ '\S'::text));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_version_check CHECK ((version > 0));
ALTER TABLE plan_record ADD CONSTRAINT plan_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE plan_record ADD CONSTRAINT plan_record_pkey PRIMARY KEY (id);
ALTER TABLE plan_record ADD CONSTRAINT plan_record_organisation_id_kind_title_key UNIQUE (organisation_id, kind, title);
ALTER TABLE plan_reminder ADD CONSTRAINT plan_reminder_days_check CHECK ((days >= 0));
ALTER TABLE plan_reminder ADD CONSTRAINT plan_reminder_record_id_fkey FOREIGN KEY (record_id) REFERENCES plan_record(id);
ALTER TABLE plan_reminder ADD CONSTRAINT plan_reminder_pkey PRIMARY KEY (record_id, due_on, days);
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_check CHECK ((proposed_by <> approved_by));
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_number_check CHECK ((number >= 1));
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_digest_fkey FOREIGN KEY (digest) REFERENCES policy_bundle(digest);
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_previous_digest_fkey FOREIGN KEY (previous_digest) REFERENCES policy_bundle(digest);
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES policy_proposal(id);
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES simulation(id);
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_pkey PRIMARY KEY (number);
ALTER TABLE policy_activation ADD CONSTRAINT policy_activation_proposal_id_key UNIQUE (proposal_id);
ALTER TABLE policy_bundle ADD CONSTRAINT policy_bundle_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE policy_bundle ADD CONSTRAINT policy_bundle_files_check CHECK ((jsonb_typeof(files) = 'array'::text));
ALTER TABLE policy_bundle ADD CONSTRAINT policy_bundle_rules_check CHECK ((rules >= 1));
ALTER TABLE policy_bundle ADD CONSTRAINT policy_bundle_pkey PRIMARY KEY (digest);
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_check CHECK ((digest <> base_digest));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_check1 CHECK (((state = 'proposed'::text) = (decided_by IS NULL)));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_check2 CHECK (((decided_by IS NULL) = (decided_at IS NULL)));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_check3 CHECK (((state <> 'activated'::text) OR (decided_by <> proposed_by)));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_check4 CHECK (((state <> 'withdrawn'::text) OR (decided_by = proposed_by)));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'activated'::text, 'rejected'::text, 'withdrawn'::text])));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_version_check CHECK ((version >= 1));
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_base_digest_fkey FOREIGN KEY (base_digest) REFERENCES policy_bundle(digest);
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_digest_fkey FOREIGN KEY (digest) REFERENCES policy_bundle(digest);
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE policy_proposal ADD CONSTRAINT policy_proposal_pkey PRIMARY KEY (id);
ALTER TABLE pool ADD CONSTRAINT pool_accepted_labels_check CHECK ((NOT (accepted_labels @> ARRAY['classified'::text])));
ALTER TABLE pool ADD CONSTRAINT pool_gpu_count_check CHECK ((gpu_count > 0));
ALTER TABLE pool ADD CONSTRAINT pool_hosting_check CHECK ((hosting = ANY (ARRAY['state_internal'::text, 'state_community'::text, 'commercial'::text])));
ALTER TABLE pool ADD CONSTRAINT pool_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE pool ADD CONSTRAINT pool_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
ALTER TABLE pool ADD CONSTRAINT pool_standing_check CHECK ((jsonb_typeof(standing) = 'object'::text));
ALTER TABLE pool ADD CONSTRAINT pool_veto_check CHECK ((((veto_by IS NULL) = (veto_at IS NULL)) AND ((veto_by IS NULL) = (veto_reason IS NULL)) AND ((veto_by IS NULL) OR (NOT active))));
ALTER TABLE pool ADD CONSTRAINT pool_pkey PRIMARY KEY (id);
ALTER TABLE pool ADD CONSTRAINT pool_slug_key UNIQUE (slug);
ALTER TABLE pool_activity ADD CONSTRAINT pool_activity_pkey PRIMARY KEY (replica, pool_id, node_id, at);
ALTER TABLE pool_share ADD CONSTRAINT pool_share_pkey PRIMARY KEY (pool_id, replica);
ALTER TABLE reference_spend ADD CONSTRAINT reference_spend_euros_check CHECK ((euros >= 0));
ALTER TABLE reference_spend ADD CONSTRAINT reference_spend_kind_check CHECK ((kind = ANY (ARRAY['spend'::text, 'saving'::text])));
ALTER TABLE reference_spend ADD CONSTRAINT reference_spend_pkey PRIMARY KEY (year, label);
ALTER TABLE replica_high_water ADD CONSTRAINT replica_high_water_sequence_check CHECK ((sequence >= 0));
ALTER TABLE replica_high_water ADD CONSTRAINT replica_high_water_pkey PRIMARY KEY (replica, epoch);
ALTER TABLE request_record ADD CONSTRAINT request_record_pkey PRIMARY KEY (day, replica, epoch, sequence);
ALTER TABLE roadmap ADD CONSTRAINT roadmap_check CHECK (((submitted_at IS NOT NULL) OR (state = ANY (ARRAY['draft'::text, 'ministry_validated'::text]))));
ALTER TABLE roadmap ADD CONSTRAINT roadmap_planned_spend_shape CHECK ((jsonb_typeof(planned_spend) = 'array'::text));
ALTER TABLE roadmap ADD CONSTRAINT roadmap_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ministry_validated'::text, 'submitted'::text, 'in_review'::text, 'returned'::text, 'accepted'::text, 'consolidated'::text, 'tracked'::text])));
ALTER TABLE roadmap ADD CONSTRAINT roadmap_trajectory_shape CHECK ((jsonb_typeof(trajectory) = 'array'::text));
ALTER TABLE roadmap ADD CONSTRAINT roadmap_version_check CHECK ((version >= 1));
ALTER TABLE roadmap ADD CONSTRAINT roadmap_year_check CHECK (((year >= 2025) AND (year <= 2100)));
ALTER TABLE roadmap ADD CONSTRAINT roadmap_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE roadmap ADD CONSTRAINT roadmap_pkey PRIMARY KEY (id);
ALTER TABLE roadmap ADD CONSTRAINT roadmap_organisation_id_year_key UNIQUE (organisation_id, year);
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_check CHECK (((content ->> 'id'::text) = (id)::text));
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_content_check CHECK (((content ->> 'start'::text) <= (content ->> 'end'::text)));
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_content_check1 CHECK ((((content ->> 'usersMigrated'::text))::integer <= ((content ->> 'usersTotal'::text))::integer));
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES roadmap_dependency(id) ON DELETE CASCADE;
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_roadmap_id_fkey FOREIGN KEY (roadmap_id) REFERENCES roadmap(id);
ALTER TABLE roadmap_action ADD CONSTRAINT roadmap_action_pkey PRIMARY KEY (id);
ALTER TABLE roadmap_dependency ADD CONSTRAINT roadmap_dependency_annual_cost_euros_check CHECK ((annual_cost_euros >= 0));
ALTER TABLE roadmap_dependency ADD CONSTRAINT roadmap_dependency_check CHECK (((content ->> 'id'::text) = (id)::text));
ALTER TABLE roadmap_dependency ADD CONSTRAINT roadmap_dependency_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE roadmap_dependency ADD CONSTRAINT roadmap_dependency_roadmap_id_fkey FOREIGN KEY (roadmap_id) REFERENCES roadmap(id);
ALTER TABLE roadmap_dependency ADD CONSTRAINT roadmap_dependency_pkey PRIMARY KEY (id);
ALTER TABLE roadmap_event ADD CONSTRAINT roadmap_event_from_state_check CHECK ((from_state = ANY (ARRAY['draft'::text, 'ministry_validated'::text, 'submitted'::text, 'in_review'::text, 'returned'::text, 'accepted'::text, 'consolidated'::text, 'tracked'::text])));
ALTER TABLE roadmap_event ADD CONSTRAINT roadmap_event_to_state_check CHECK ((to_state = ANY (ARRAY['draft'::text, 'ministry_validated'::text, 'submitted'::text, 'in_review'::text, 'returned'::text, 'accepted'::text, 'consolidated'::text, 'tracked'::text])));
ALTER TABLE roadmap_event ADD CONSTRAINT roadmap_event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE roadmap_event ADD CONSTRAINT roadmap_event_roadmap_id_fkey FOREIGN KEY (roadmap_id) REFERENCES roadmap(id);
ALTER TABLE roadmap_event ADD CONSTRAINT roadmap_event_pkey PRIMARY KEY (id);
ALTER TABLE roadmap_exercise ADD CONSTRAINT roadmap_exercise_framework_version_fkey FOREIGN KEY (framework_version) REFERENCES sovereignty_framework(version);
ALTER TABLE roadmap_exercise ADD CONSTRAINT roadmap_exercise_pkey PRIMARY KEY (year);
ALTER TABLE roadmap_exit_plan ADD CONSTRAINT roadmap_exit_plan_check CHECK (((content ->> 'id'::text) = (id)::text));
ALTER TABLE roadmap_exit_plan ADD CONSTRAINT roadmap_exit_plan_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES roadmap_dependency(id) ON DELETE CASCADE;
ALTER TABLE roadmap_exit_plan ADD CONSTRAINT roadmap_exit_plan_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE roadmap_exit_plan ADD CONSTRAINT roadmap_exit_plan_roadmap_id_fkey FOREIGN KEY (roadmap_id) REFERENCES roadmap(id);
ALTER TABLE roadmap_exit_plan ADD CONSTRAINT roadmap_exit_plan_pkey PRIMARY KEY (id);
ALTER TABLE roadmap_exit_plan ADD CONSTRAINT roadmap_exit_plan_dependency_id_key UNIQUE (dependency_id);
ALTER TABLE roadmap_report ADD CONSTRAINT roadmap_report_input_digest_check CHECK ((input_digest ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE roadmap_report ADD CONSTRAINT roadmap_report_window_months_check CHECK (((window_months >= 1) AND (window_months <= 36)));
ALTER TABLE roadmap_report ADD CONSTRAINT roadmap_report_year_fkey FOREIGN KEY (year) REFERENCES roadmap_exercise(year);
ALTER TABLE roadmap_report ADD CONSTRAINT roadmap_report_pkey PRIMARY KEY (id);
ALTER TABLE round_job ADD CONSTRAINT round_job_check CHECK (((state = 'running'::text) = (finished_at IS NULL)));
ALTER TABLE round_job ADD CONSTRAINT round_job_kind_check CHECK ((kind = ANY (ARRAY['solve'::text, 'what_if'::text, 'unlock'::text])));
ALTER TABLE round_job ADD CONSTRAINT round_job_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));
ALTER TABLE round_job ADD CONSTRAINT round_job_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));
ALTER TABLE round_job ADD CONSTRAINT round_job_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE round_job ADD CONSTRAINT round_job_round_id_fkey FOREIGN KEY (round_id) REFERENCES allocation_round(id);
ALTER TABLE round_job ADD CONSTRAINT round_job_pkey PRIMARY KEY (id);
ALTER TABLE round_line ADD CONSTRAINT round_line_check CHECK (((placements IS NULL) = (outcome IS NULL)));
ALTER TABLE round_line ADD CONSTRAINT round_line_check1 CHECK (((amended_by IS NULL) = (amended_reason IS NULL)));
ALTER TABLE round_line ADD CONSTRAINT round_line_criticality_check CHECK (((criticality >= 1) AND (criticality <= 4)));
ALTER TABLE round_line ADD CONSTRAINT round_line_gpu_classes_check CHECK ((cardinality(gpu_classes) > 0));
ALTER TABLE round_line ADD CONSTRAINT round_line_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'partial'::text, 'refused'::text])));
ALTER TABLE round_line ADD CONSTRAINT round_line_score_check CHECK (((score >= 1) AND (score <= 1000)));
ALTER TABLE round_line ADD CONSTRAINT round_line_ministry_id_fkey FOREIGN KEY (ministry_id) REFERENCES organisation(id);
ALTER TABLE round_line ADD CONSTRAINT round_line_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE round_line ADD CONSTRAINT round_line_round_id_fkey FOREIGN KEY (round_id) REFERENCES allocation_round(id);
ALTER TABLE round_line ADD CONSTRAINT round_line_pkey PRIMARY KEY (id);
ALTER TABLE round_opinion ADD CONSTRAINT round_opinion_verdict_check CHECK ((verdict = ANY (ARRAY['favourable'::text, 'reserved'::text, 'unfavourable'::text])));
ALTER TABLE round_opinion ADD CONSTRAINT round_opinion_line_id_fkey FOREIGN KEY (line_id) REFERENCES round_line(id);
ALTER TABLE round_opinion ADD CONSTRAINT round_opinion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE round_opinion ADD CONSTRAINT round_opinion_round_id_fkey FOREIGN KEY (round_id) REFERENCES allocation_round(id);
ALTER TABLE round_opinion ADD CONSTRAINT round_opinion_pkey PRIMARY KEY (id);
ALTER TABLE salt_erasure ADD CONSTRAINT salt_erasure_log_check CHECK ((log = ANY (ARRAY['inference'::text, 'governance'::text])));
ALTER TABLE salt_erasure ADD CONSTRAINT salt_erasure_pkey PRIMARY KEY (log, entry_id, asked_by, asked_at);
ALTER TABLE selection_score ADD CONSTRAINT selection_score_marks_shape CHECK ((jsonb_typeof(marks) = 'object'::text));
ALTER TABLE selection_score ADD CONSTRAINT selection_score_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'final'::text])));
ALTER TABLE selection_score ADD CONSTRAINT selection_score_version_check CHECK ((version > 0));
ALTER TABLE selection_score ADD CONSTRAINT selection_score_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE selection_score ADD CONSTRAINT selection_score_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE selection_score ADD CONSTRAINT selection_score_pkey PRIMARY KEY (id);
ALTER TABLE selection_weights ADD CONSTRAINT selection_weights_transversal_bonus_check CHECK (((transversal_bonus >= (0)::double precision) AND (transversal_bonus <= (100)::double precision)));
ALTER TABLE selection_weights ADD CONSTRAINT selection_weights_version_check CHECK ((version > 0));
ALTER TABLE selection_weights ADD CONSTRAINT selection_weights_weights_shape CHECK ((jsonb_typeof(weights) = 'object'::text));
ALTER TABLE selection_weights ADD CONSTRAINT selection_weights_pkey PRIMARY KEY (version);
ALTER TABLE session ADD CONSTRAINT session_token_hash_check CHECK ((octet_length(token_hash) = 32));
ALTER TABLE session ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE session ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_agents_check CHECK ((agents >= 0));
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_name_written CHECK ((name ~ '\S'::text));
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_state_check CHECK ((state = ANY (ARRAY['declared'::text, 'answered'::text, 'closed'::text])));
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_vendor_country_check CHECK ((vendor_country ~ '^[A-Z]{2}$'::text));
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_version_check CHECK ((version > 0));
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_alternative_id_fkey FOREIGN KEY (alternative_id) REFERENCES use_case(id);
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE shadow_tool ADD CONSTRAINT shadow_tool_pkey PRIMARY KEY (id);
ALTER TABLE simulation ADD CONSTRAINT simulation_check CHECK ((from_day <= to_day));
ALTER TABLE simulation ADD CONSTRAINT simulation_check1 CHECK (((state = 'running'::text) = (finished_at IS NULL)));
ALTER TABLE simulation ADD CONSTRAINT simulation_check2 CHECK (((state = 'done'::text) = (result IS NOT NULL)));
ALTER TABLE simulation ADD CONSTRAINT simulation_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));
ALTER TABLE simulation ADD CONSTRAINT simulation_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));
ALTER TABLE simulation ADD CONSTRAINT simulation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE simulation ADD CONSTRAINT simulation_pkey PRIMARY KEY (id);
ALTER TABLE simulation_change ADD CONSTRAINT simulation_change_cause_check CHECK ((cause = ANY (ARRAY['rules'::text, 'date'::text, 'earlier_rules'::text, 'unknown'::text])));
ALTER TABLE simulation_change ADD CONSTRAINT simulation_change_check CHECK (((served >= 0) AND (served <= records)));
ALTER TABLE simulation_change ADD CONSTRAINT simulation_change_kind_check CHECK ((kind = ANY (ARRAY['refused'::text, 'admitted'::text, 'clamped'::text, 'warned'::text, 'eased'::text, 'pools'::text, 'reasons'::text])));
ALTER TABLE simulation_change ADD CONSTRAINT simulation_change_records_check CHECK ((records > 0));
ALTER TABLE simulation_change ADD CONSTRAINT simulation_change_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES simulation(id);
ALTER TABLE simulation_change ADD CONSTRAINT simulation_change_pkey PRIMARY KEY (simulation_id, ordinal);
ALTER TABLE simulation_opening ADD CONSTRAINT simulation_opening_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES simulation(id);
ALTER TABLE simulation_opening ADD CONSTRAINT simulation_opening_pkey PRIMARY KEY (simulation_id, reader);
ALTER TABLE snapshot ADD CONSTRAINT snapshot_number_check CHECK ((number > 0));
ALTER TABLE snapshot ADD CONSTRAINT snapshot_pkey PRIMARY KEY (number);
ALTER TABLE sovereignty_framework ADD CONSTRAINT sovereignty_framework_insourcing_ratio_check CHECK ((insourcing_ratio > (0)::numeric));
ALTER TABLE sovereignty_framework ADD CONSTRAINT sovereignty_framework_weights_shape CHECK ((jsonb_typeof(weights) = 'object'::text));
ALTER TABLE sovereignty_framework ADD CONSTRAINT sovereignty_framework_pkey PRIMARY KEY (version);
ALTER TABLE staff_consultation ADD CONSTRAINT staff_consultation_opinion_check CHECK ((opinion = ANY (ARRAY['favourable'::text, 'reserved'::text, 'unfavourable'::text, 'none_given'::text])));
ALTER TABLE staff_consultation ADD CONSTRAINT staff_consultation_version_check CHECK ((version > 0));
ALTER TABLE staff_consultation ADD CONSTRAINT staff_consultation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE staff_consultation ADD CONSTRAINT staff_consultation_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE staff_consultation ADD CONSTRAINT staff_consultation_pkey PRIMARY KEY (id);
ALTER TABLE throughput_profile ADD CONSTRAINT throughput_profile_version_check CHECK ((version > 0));
ALTER TABLE throughput_profile ADD CONSTRAINT throughput_profile_pkey PRIMARY KEY (id);
ALTER TABLE throughput_profile ADD CONSTRAINT throughput_profile_key_version_key UNIQUE (key, version);
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_state_check CHECK ((state = ANY (ARRAY['declared'::text, 'validated'::text])));
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_target_check CHECK ((target >= 0));
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_trained_check CHECK ((trained >= 0));
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_version_check CHECK ((version > 0));
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_year_check CHECK (((year >= 2020) AND (year <= 2100)));
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE training_declaration ADD CONSTRAINT training_declaration_pkey PRIMARY KEY (id);
ALTER TABLE usage_daily ADD CONSTRAINT usage_daily_amount_check CHECK ((amount >= 0));
ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_kind_known CHECK ((kind = ANY (ARRAY['concurrency'::text, 'rpm'::text, 'rpd'::text, 'tpm'::text, 'tpd'::text])));
ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_node_type_check CHECK ((node_type = ANY (ARRAY['organisation'::text, 'use_case'::text, 'application'::text])));
ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_value_check CHECK ((value >= 0));
ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_pkey PRIMARY KEY (id);
ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_one UNIQUE NULLS NOT DISTINCT (node_id, kind, model_id);
ALTER TABLE use_case ADD CONSTRAINT use_case_check CHECK (((state = 'suspended'::text) = (suspended_from IS NOT NULL)));
ALTER TABLE use_case ADD CONSTRAINT use_case_check1 CHECK ((merged_into <> id));
ALTER TABLE use_case ADD CONSTRAINT use_case_check2 CHECK (((merged_into IS NULL) OR (state = 'merged'::text)));
ALTER TABLE use_case ADD CONSTRAINT use_case_convergence_check CHECK (((convergence ->> 'status'::text) = ANY (ARRAY['converge'::text, 'keep'::text])));
ALTER TABLE use_case ADD CONSTRAINT use_case_convergence_shape CHECK ((jsonb_typeof(convergence) = 'object'::text));
ALTER TABLE use_case ADD CONSTRAINT use_case_decision_role_check CHECK ((decision_role = ANY (ARRAY['none'::text, 'assist'::text, 'prepare'::text, 'decide_with_validation'::text, 'autonomous'::text])));
ALTER TABLE use_case ADD CONSTRAINT use_case_dossier_check CHECK ((jsonb_typeof(dossier) = 'object'::text));
ALTER TABLE use_case ADD CONSTRAINT use_case_evidence_shape CHECK ((jsonb_typeof(evidence) = 'object'::text));
ALTER TABLE use_case ADD CONSTRAINT use_case_max_output_tokens_check CHECK ((max_output_tokens > 0));
ALTER TABLE use_case ADD CONSTRAINT use_case_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
ALTER TABLE use_case ADD CONSTRAINT use_case_service_class_check CHECK ((service_class = ANY (ARRAY['interactive'::text, 'standard'::text, 'batch'::text])));
ALTER TABLE use_case ADD CONSTRAINT use_case_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
ALTER TABLE use_case ADD CONSTRAINT use_case_staff_effect_check CHECK ((staff_effect = ANY (ARRAY['none'::text, 'augmentation'::text, 'substitution'::text])));
ALTER TABLE use_case ADD CONSTRAINT use_case_state_check CHECK ((state = ANY (ARRAY['idea'::text, 'qualified'::text, 'incubation'::text, 'experiment'::text, 'evaluated'::text, 'deployed'::text, 'generalised'::text, 'retired'::text, 'suspended'::text, 'refused'::text, 'merged'::text])));
ALTER TABLE use_case ADD CONSTRAINT use_case_suspended_from_check CHECK ((suspended_from = ANY (ARRAY['incubation'::text, 'experiment'::text, 'evaluated'::text, 'deployed'::text, 'generalised'::text])));
ALTER TABLE use_case ADD CONSTRAINT use_case_version_check CHECK ((version > 0));
ALTER TABLE use_case ADD CONSTRAINT use_case_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES use_case(id);
ALTER TABLE use_case ADD CONSTRAINT use_case_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE use_case ADD CONSTRAINT use_case_pkey PRIMARY KEY (id);
ALTER TABLE use_case ADD CONSTRAINT use_case_slug_key UNIQUE (slug);
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_changes_check CHECK ((jsonb_array_length(changes) > 0));
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_check CHECK (((state = 'proposed'::text) = (decided_by IS NULL)));
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_check1 CHECK ((((state = 'withdrawn'::text) = (decided_by = proposed_by)) OR (decided_by IS NULL)));
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_decision_right_check CHECK ((decision_right = ANY (ARRAY['validate'::text, 'select'::text])));
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])));
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_version_check CHECK ((version > 0));
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE use_case_change ADD CONSTRAINT use_case_change_pkey PRIMARY KEY (id);
ALTER TABLE use_case_event ADD CONSTRAINT use_case_event_from_state_check CHECK ((from_state = ANY (ARRAY['idea'::text, 'qualified'::text, 'incubation'::text, 'experiment'::text, 'evaluated'::text, 'deployed'::text, 'generalised'::text, 'retired'::text, 'suspended'::text, 'refused'::text, 'merged'::text])));
ALTER TABLE use_case_event ADD CONSTRAINT use_case_event_to_state_check CHECK ((to_state = ANY (ARRAY['idea'::text, 'qualified'::text, 'incubation'::text, 'experiment'::text, 'evaluated'::text, 'deployed'::text, 'generalised'::text, 'retired'::text, 'suspended'::text, 'refused'::text, 'merged'::text])));
ALTER TABLE use_case_event ADD CONSTRAINT use_case_event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE use_case_event ADD CONSTRAINT use_case_event_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE use_case_event ADD CONSTRAINT use_case_event_pkey PRIMARY KEY (id);
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_opinion_check CHECK ((opinion = ANY (ARRAY['favourable'::text, 'with_reserves'::text, 'unfavourable'::text])));
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'superseded'::text])));
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_use_case_id_check CHECK ((use_case_id IS NOT NULL));
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_version_check CHECK ((version > 0));
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id);
ALTER TABLE use_case_review ADD CONSTRAINT use_case_review_pkey PRIMARY KEY (id);
ALTER TABLE use_case_words ADD CONSTRAINT use_case_words_use_case_id_fkey FOREIGN KEY (use_case_id) REFERENCES use_case(id) ON DELETE CASCADE;
ALTER TABLE use_case_words ADD CONSTRAINT use_case_words_pkey PRIMARY KEY (use_case_id);

CREATE INDEX allocation_organisation ON public.allocation USING btree (organisation_id);
CREATE INDEX allocation_round_index ON public.allocation USING btree (round_id) WHERE (round_id IS NOT NULL);
CREATE INDEX allocation_round_newest ON public.allocation_round USING btree (opened_at DESC, id DESC);
CREATE INDEX api_key_application ON public.api_key USING btree (application_id);
CREATE INDEX application_use_case ON public.application USING btree (use_case_id);
CREATE UNIQUE INDEX assessment_one_draft ON public.assessment USING btree (use_case_id, kind) WHERE (state = 'draft'::text);
CREATE INDEX assessment_organisation ON public.assessment USING btree (organisation_id);
CREATE INDEX assessment_use_case ON public.assessment USING btree (use_case_id);
CREATE INDEX brick_use_brick ON public.brick_use USING btree (brick_id);
CREATE INDEX brick_use_organisation ON public.brick_use USING btree (organisation_id);
CREATE INDEX budget_organisation ON public.budget USING btree (organisation_id);
CREATE INDEX budget_period_end ON public.budget_period USING btree (period_end);
CREATE UNIQUE INDEX campaign_idempotency ON public.campaign USING btree (created_by, idempotency_key);
CREATE INDEX capacity_comment_declaration ON public.capacity_comment USING btree (declaration_id, at);
CREATE INDEX capacity_comment_need ON public.capacity_comment USING btree (need_id, at);
CREATE UNIQUE INDEX capacity_declaration_accepted ON public.capacity_declaration USING btree (campaign_id, organisation_id) WHERE (state = 'accepted'::text);
CREATE UNIQUE INDEX capacity_declaration_idempotency ON public.capacity_declaration USING btree (created_by, idempotency_key);
CREATE UNIQUE INDEX capacity_declaration_in_progress ON public.capacity_declaration USING btree (campaign_id, organisation_id) WHERE (state <> ALL (ARRAY['accepted'::text, 'superseded'::text]));
CREATE INDEX capacity_declaration_organisation ON public.capacity_declaration USING btree (organisation_id);
CREATE INDEX capacity_event_declaration ON public.capacity_event USING btree (declaration_id, version);
CREATE INDEX capacity_event_need ON public.capacity_event USING btree (need_id, version);
CREATE UNIQUE INDEX capacity_finding_open ON public.capacity_finding USING btree (campaign_id, pool, gpu_type) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX capacity_import_idempotency ON public.capacity_import USING btree (created_by, idempotency_key);
CREATE INDEX capacity_import_unread ON public.capacity_import USING btree (created_at) WHERE (state = ANY (ARRAY['received'::text, 'reading'::text]));
CREATE UNIQUE INDEX capacity_line_standing ON public.capacity_line USING btree (declaration_id, reference) WHERE (until_version IS NULL);
CREATE INDEX capacity_line_version ON public.capacity_line USING btree (declaration_id, since_version);
CREATE INDEX capacity_line_campaign_by_gpu_count ON public.capacity_line_search USING btree (campaign_id, by_gpu_count, id);
CREATE INDEX capacity_line_campaign_by_reference ON public.capacity_line_search USING btree (campaign_id, by_reference, id);
CREATE INDEX capacity_line_campaign_by_site ON public.capacity_line_search USING btree (campaign_id, by_site, id);
CREATE INDEX capacity_line_declaration_by_gpu_count ON public.capacity_line_search USING btree (declaration_id, by_gpu_count, id);
CREATE INDEX capacity_line_declaration_by_reference ON public.capacity_line_search USING btree (declaration_id, by_reference, id);
CREATE INDEX capacity_line_declaration_by_site ON public.capacity_line_search USING btree (declaration_id, by_site, id);
CREATE INDEX capacity_line_search_words ON public.capacity_line_search USING gin (words);
CREATE INDEX capacity_need_criticality ON public.capacity_need USING btree (campaign_id, criticality, id);
CREATE UNIQUE INDEX capacity_need_idempotency ON public.capacity_need USING btree (created_by, idempotency_key);
CREATE INDEX capacity_need_page ON public.capacity_need USING btree (campaign_id, reference, id);
CREATE INDEX capacity_words_index ON public.capacity_words USING gin (words);
CREATE INDEX committee_opinion_organisation ON public.committee_opinion USING btree (organisation_id);
CREATE INDEX committee_opinion_use_case ON public.committee_opinion USING btree (use_case_id);
CREATE INDEX compliance_question_organisation ON public.compliance_question USING btree (organisation_id);
CREATE INDEX compliance_question_use_case ON public.compliance_question USING btree (use_case_id);
CREATE INDEX consolidation_campaign ON public.consolidation USING btree (campaign_id, requested_at DESC);
CREATE UNIQUE INDEX consolidation_computing ON public.consolidation USING btree (campaign_id) WHERE (state = 'computing'::text);
CREATE UNIQUE INDEX consolidation_published ON public.consolidation USING btree (campaign_id) WHERE (state = 'published'::text);
CREATE INDEX consolidation_comment_page ON public.consolidation_comment USING btree (consolidation_id, at, id);
CREATE INDEX consolidation_need_page ON public.consolidation_need USING btree (consolidation_id, reference COLLATE "C", need_id, quarter);
CREATE INDEX creation_receipt_at ON public.creation_receipt USING btree (at);
CREATE INDEX deployment_model ON public.deployment USING btree (model_id);
CREATE INDEX derogation_granted ON public.derogation USING btree (ends_on) WHERE (state = 'granted'::text);
CREATE INDEX derogation_organisation ON public.derogation USING btree (organisation_id);
CREATE INDEX derogation_use_case ON public.derogation USING btree (use_case_id);
CREATE INDEX derogation_notice_latest ON public.derogation_notice USING btree (published_at DESC, derogation_id DESC);
CREATE INDEX detail_read_newest ON public.detail_read USING btree (at DESC, id DESC);
CREATE INDEX detail_read_organisation ON public.detail_read USING btree (organisation_id, at DESC);
CREATE INDEX doctrine_note_organisation ON public.doctrine_note USING btree (organisation_id);
CREATE INDEX doctrine_note_rules ON public.doctrine_note USING gin (rules);
CREATE INDEX doctrine_note_use_case ON public.doctrine_note USING btree (use_case_id);
CREATE UNIQUE INDEX emergency_access_one ON public.emergency_access USING btree (proposed_by) WHERE ((state = 'proposed'::text) OR ((state = 'confirmed'::text) AND (reviewed_by IS NULL)));
CREATE INDEX emergency_access_organisation ON public.emergency_access USING btree (organisation_id);
CREATE INDEX evaluation_organisation ON public.evaluation USING btree (organisation_id);
CREATE INDEX evaluation_use_case ON public.evaluation USING btree (use_case_id);
CREATE INDEX governance_event_actor ON public.governance_event USING btree (actor, at DESC, id DESC);
CREATE INDEX governance_event_newest ON public.governance_event USING btree (at DESC, id DESC);
CREATE INDEX governance_event_subject ON public.governance_event USING btree (subject_type, subject_id);
CREATE INDEX incident_organisation ON public.incident USING btree (organisation_id);
CREATE INDEX incident_use_case ON public.incident USING btree (use_case_id);
CREATE INDEX key_request_application ON public.key_request USING btree (application_id);
CREATE INDEX key_request_organisation ON public.key_request USING btree (organisation_id);
CREATE INDEX key_request_use_case ON public.key_request USING btree (use_case_id);
CREATE INDEX key_request_waiting ON public.key_request USING btree (state) WHERE (state = ANY (ARRAY['requested'::text, 'validated'::text, 'approved'::text]));
CREATE INDEX lease_holding_replica ON public.lease_holding USING btree (replica, epoch);
CREATE UNIQUE INDEX ledger_kept_once ON public.ledger_kept USING btree ((true));
CREATE INDEX log_entry_unpublished ON public.log_entry USING btree (log, index) WHERE (source IS NOT NULL);
CREATE INDEX log_entry_waiting ON public.log_entry USING btree (log, seq) WHERE (index IS NULL);
CREATE INDEX market_search_organisation ON public.market_search USING btree (organisation_id);
CREATE INDEX market_search_use_case ON public.market_search USING btree (use_case_id);
CREATE UNIQUE INDEX membership_open ON public.membership USING btree (person_id, organisation_id, role) WHERE (valid_to IS NULL);
CREATE INDEX membership_organisation ON public.membership USING btree (organisation_id);
CREATE INDEX membership_change_membership ON public.membership_change USING btree (membership_id);
CREATE INDEX membership_change_organisation ON public.membership_change USING btree (organisation_id);
CREATE UNIQUE INDEX membership_change_waiting ON public.membership_change USING btree (person_id, organisation_id, role) WHERE (state = 'proposed'::text);
CREATE INDEX model_notice_use_case ON public.model_notice USING btree (use_case_id);
CREATE UNIQUE INDEX organisation_one_root ON public.organisation USING btree (((parent_id IS NULL))) WHERE (parent_id IS NULL);
CREATE INDEX organisation_parent ON public.organisation USING btree (parent_id);
CREATE INDEX organisation_siren ON public.organisation USING btree (siren);
CREATE INDEX organisation_closure_ancestor ON public.organisation_closure USING btree (ancestor_id, descendant_id);
CREATE UNIQUE INDEX person_identity ON public.person USING btree (idp_id, sub);
CREATE UNIQUE INDEX person_invited_email ON public.person USING btree (lower(email)) WHERE (sub IS NULL);
CREATE INDEX plan_record_due ON public.plan_record USING btree (kind, due_on);
CREATE INDEX policy_bundle_latest ON public.policy_bundle USING btree (kept_at DESC, digest DESC);
CREATE INDEX policy_proposal_newest ON public.policy_proposal USING btree (id DESC);
CREATE INDEX pool_activity_pool ON public.pool_activity USING btree (pool_id, at);
CREATE INDEX request_record_alarm ON ONLY public.request_record USING btree (at) WHERE ((outcome = 'refused'::text) AND (decision @? '$."pools"[*]."reasons"[*]?(!(exists (@."silenced")) && (((@."code" == "label.classified" || @."code" == "decision.autonomous") || @."code" == "practice.prohibited") || @."code" == "practice.intimate_imagery"))'::jsonpath));
CREATE INDEX request_record_decision ON ONLY public.request_record USING btree (decision_id);
CREATE INDEX request_record_newest ON ONLY public.request_record USING btree (at DESC, decision_id DESC);
CREATE INDEX request_record_reference ON ONLY public.request_record USING btree (((decision #>> '{asked,decisionRef}'::text[]))) WHERE ((decision #>> '{asked,decisionRef}'::text[]) IS NOT NULL);
CREATE INDEX request_record_use_case ON ONLY public.request_record USING btree (use_case_id, at DESC);
CREATE INDEX roadmap_year ON public.roadmap USING btree (year);
CREATE INDEX roadmap_action_dependency ON public.roadmap_action USING btree (dependency_id);
CREATE INDEX roadmap_action_roadmap ON public.roadmap_action USING btree (roadmap_id);
CREATE INDEX roadmap_dependency_roadmap ON public.roadmap_dependency USING btree (roadmap_id);
CREATE INDEX roadmap_event_roadmap ON public.roadmap_event USING btree (roadmap_id, at);
CREATE INDEX roadmap_exit_plan_roadmap ON public.roadmap_exit_plan USING btree (roadmap_id);
CREATE INDEX roadmap_report_year ON public.roadmap_report USING btree (year, computed_at);
CREATE UNIQUE INDEX round_job_one_solve ON public.round_job USING btree (round_id) WHERE ((kind = 'solve'::text) AND (state = 'running'::text));
CREATE INDEX round_job_round ON public.round_job USING btree (round_id, created_at);
CREATE UNIQUE INDEX round_line_need ON public.round_line USING btree (round_id, need_id) WHERE (need_id IS NOT NULL);
CREATE INDEX round_line_order ON public.round_line USING btree (round_id, criticality, id);
CREATE INDEX round_line_organisation ON public.round_line USING btree (organisation_id);
CREATE INDEX round_opinion_round ON public.round_opinion USING btree (round_id, at);
CREATE INDEX selection_score_organisation ON public.selection_score USING btree (organisation_id);
CREATE INDEX selection_score_use_case ON public.selection_score USING btree (use_case_id);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX shadow_tool_organisation ON public.shadow_tool USING btree (organisation_id);
CREATE INDEX simulation_newest ON public.simulation USING btree (created_at DESC, id DESC);
CREATE INDEX staff_consultation_organisation ON public.staff_consultation USING btree (organisation_id);
CREATE INDEX staff_consultation_use_case ON public.staff_consultation USING btree (use_case_id);
CREATE UNIQUE INDEX training_declaration_once ON public.training_declaration USING btree (organisation_id, year, programme);
CREATE INDEX training_declaration_organisation ON public.training_declaration USING btree (organisation_id);
CREATE UNIQUE INDEX usage_daily_key ON public.usage_daily USING btree (day, quantity, organisation_id, use_case_id, application_id, model_id, pool_id) NULLS NOT DISTINCT;
CREATE INDEX usage_limit_organisation ON public.usage_limit USING btree (organisation_id);
CREATE INDEX use_case_by_declaration ON public.use_case USING btree (declared_at, id);
CREATE INDEX use_case_by_name ON public.use_case USING btree (name_key, id);
CREATE INDEX use_case_by_organisation ON public.use_case USING btree (organisation_id, id);
CREATE INDEX use_case_by_state ON public.use_case USING btree (state_key, id);
CREATE INDEX use_case_converging ON public.use_case USING btree (name_key, id) WHERE (convergence IS NOT NULL);
CREATE INDEX use_case_organisation ON public.use_case USING btree (organisation_id);
CREATE INDEX use_case_change_organisation ON public.use_case_change USING btree (organisation_id);
CREATE INDEX use_case_change_use_case ON public.use_case_change USING btree (use_case_id);
CREATE INDEX use_case_change_waiting ON public.use_case_change USING btree (organisation_id) WHERE (state = 'proposed'::text);
CREATE INDEX use_case_event_use_case ON public.use_case_event USING btree (use_case_id, id);
CREATE INDEX use_case_review_organisation ON public.use_case_review USING btree (organisation_id);
CREATE INDEX use_case_review_use_case ON public.use_case_review USING btree (use_case_id);
CREATE INDEX use_case_words_index ON public.use_case_words USING gin (words);

CREATE OR REPLACE FUNCTION public.application_taken_slugs(base text)
 RETURNS SETOF text
 LANGUAGE plpgsql
AS $function$
  DECLARE kept text := coalesce(current_setting('socle.scope', true), '');
  BEGIN
    PERFORM set_config('socle.scope', '*', true);
    RETURN QUERY SELECT slug FROM application WHERE slug = base OR slug LIKE base || '-%';
    PERFORM set_config('socle.scope', kept, true);
  END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_line_block_cut(of_campaign uuid, sort text, old capacity_line_block)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
   DECLARE beyond capacity_line_block;
   BEGIN
     SELECT * INTO beyond FROM capacity_line_block b
     WHERE b.order_id = old.order_id AND (b.starts, b.starts_id) > (old.starts, old.starts_id)
     ORDER BY b.starts, b.starts_id LIMIT 1;
     DELETE FROM capacity_line_block WHERE id = old.id;
     EXECUTE format($sql$
       WITH ordered AS MATERIALIZED (
         SELECT id, %1$I AS key, words, (row_number() OVER (ORDER BY %1$I, id) - 1) / 1000 AS place
         FROM capacity_line_search WHERE campaign_id = $1 AND (%1$I, id) >= ($3, $4)
           AND ($5 IS NULL OR (%1$I, id) < ($5, $6))),
       said AS MATERIALIZED (
         SELECT DISTINCT place, word FROM ordered, unnest(tsvector_to_array(words)) AS word),
       first AS (
         SELECT DISTINCT ON (place) place, CASE WHEN place = 0 THEN $3 ELSE key END AS starts,
           CASE WHEN place = 0 THEN $4 ELSE id END AS starts_id, count(*) OVER (PARTITION BY place) AS lines
         FROM ordered ORDER BY place, key, id),
       blocks AS (
         INSERT INTO capacity_line_block (order_id, starts, starts_id, lines)
         SELECT $2, starts, starts_id, lines FROM first
         UNION ALL SELECT $2, $3, $4, 0 WHERE NOT EXISTS (SELECT FROM ordered)
         RETURNING id, starts, starts_id),
       gone AS (
         DELETE FROM capacity_line_block_word w USING (SELECT DISTINCT word FROM said) said
         WHERE w.order_id = $2 AND w.word = said.word AND w.block_id = $7)
       INSERT INTO capacity_line_block_word (order_id, word, block_id)
       SELECT $2, said.word, blocks.id FROM said JOIN first USING (place) JOIN blocks USING (starts, starts_id)
     $sql$, 'by_' || sort)
     USING of_campaign, old.order_id, old.starts, old.starts_id, beyond.starts, beyond.starts_id, old.id;
   END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_line_blocks(of_order integer, wanted text[], gpu_types text[])
 RETURNS integer[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
   DECLARE sought text; hits integer[]; more integer[];
   BEGIN
     IF cardinality(gpu_types) > 0 THEN
       hits := array(SELECT DISTINCT b.block_id FROM capacity_line_block_word b
         WHERE b.order_id = of_order AND b.word IN (SELECT '=' || gpu_type FROM unnest(gpu_types) AS gpu_type));
     END IF;
     FOREACH sought IN ARRAY wanted LOOP
       more := array(SELECT b.block_id FROM capacity_line_block_word b WHERE b.order_id = of_order
           AND b.word >= sought AND b.word < left(sought, -1) || chr(ascii(right(sought, 1)) + 1) LIMIT 5000);
       CONTINUE WHEN cardinality(more) = 5000;
       more := more || array(SELECT b.block_id FROM capacity_line_block_word b
         WHERE b.order_id = of_order AND b.word = ANY (tsvector_to_array(to_tsvector('pg_catalog.french', sought))));
       hits := array(SELECT unnest(more) INTERSECT SELECT unnest(coalesce(hits, more)));
     END LOOP;
     RETURN hits;
   END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_line_drop_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     DELETE FROM capacity_line_search WHERE id IN (SELECT id FROM new_rows WHERE until_version IS NOT NULL);
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_line_keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   DECLARE orders record; full_block capacity_line_block;
   BEGIN
     FOR orders IN SELECT DISTINCT campaign_id FROM new_rows ORDER BY 1 LOOP
       PERFORM pg_advisory_xact_lock(hashtextextended('capacity_line ' || orders.campaign_id, 0));
     END LOOP;
     INSERT INTO capacity_line_search SELECT id, campaign_id, declaration_id, gpu_type, reference, site, lpad(gpu_count::text, 10, '0'),
  capacity_words_of(concat_ws(' ', reference, site, gpu_type, content ->> 'region', content ->> 'softwareStack',
  content ->> 'constraints')) || array_to_tsvector(ARRAY['=' || gpu_type]) FROM new_rows WHERE until_version IS NULL;
     INSERT INTO capacity_line_order (campaign_id, sort)
     SELECT DISTINCT campaign_id, sort FROM new_rows, unnest(ARRAY['reference', 'site', 'gpu_count']) AS sort
     ON CONFLICT DO NOTHING;
     FOR orders IN SELECT o.* FROM capacity_line_order o WHERE o.campaign_id IN (SELECT campaign_id FROM new_rows) LOOP
       INSERT INTO capacity_line_block (order_id, starts, starts_id, lines) VALUES (orders.id, '', '00000000-0000-0000-0000-000000000000', 0)
       ON CONFLICT DO NOTHING;
       EXECUTE format($sql$
         WITH placed AS MATERIALIZED (
           SELECT words, (SELECT b.id FROM capacity_line_block b
             WHERE b.order_id = $1 AND (b.starts, b.starts_id) <= (found.%1$I, found.id)
             ORDER BY b.starts DESC, b.starts_id DESC LIMIT 1) AS block_id
           FROM new_rows JOIN capacity_line_search found USING (id) WHERE found.campaign_id = $2),
         grown AS (
           UPDATE capacity_line_block b SET lines = b.lines + more.lines
           FROM (SELECT block_id, count(*) AS lines FROM placed GROUP BY 1) more WHERE b.id = more.block_id
           RETURNING b.id, b.lines)
         INSERT INTO capacity_line_block_word (order_id, word, block_id)
         SELECT DISTINCT $1, word, grown.id
         FROM placed JOIN grown ON grown.id = block_id, unnest(tsvector_to_array(words)) AS word
         WHERE grown.lines <= 2000
         ON CONFLICT DO NOTHING
       $sql$, 'by_' || orders.sort) USING orders.id, orders.campaign_id;
       FOR full_block IN SELECT * FROM capacity_line_block b WHERE b.order_id = orders.id AND b.lines > 2000 LOOP
         PERFORM capacity_line_block_cut(orders.campaign_id, orders.sort, full_block);
       END LOOP;
     END LOOP;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_line_page(of_campaign uuid, of_declaration uuid, below uuid, gpu_types text[], wanted text[], sort text, descending boolean, after_key text, after_id uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
   DECLARE
     key text := quote_ident('by_' || sort);
     towards text := CASE WHEN descending THEN 'DESC' ELSE 'ASC' END;
     whole boolean := socle_sees_all() AND below IS NULL AND of_declaration IS NULL;
     query tsquery := CASE WHEN cardinality(wanted) > 0 THEN capacity_query_of(wanted) END;
     last_key text := CASE sort WHEN 'gpu_count' THEN lpad(after_key, 10, '0') ELSE after_key END;
     condition text := 'true';
     reach uuid[]; campaigns uuid[]; total bigint; orders record; block record;
     ids uuid[] := '{}'; keys text[] := '{}'; more_ids uuid[]; more_keys text[]; missing integer;
     walked integer := 0; thin boolean := false;
   BEGIN
     SELECT array_agg(d.id), array_agg(DISTINCT d.campaign_id), coalesce(sum(d.line_count), 0)
     INTO reach, campaigns, total FROM capacity_declaration d
     WHERE (of_campaign IS NULL OR d.campaign_id = of_campaign) AND (of_declaration IS NULL OR d.id = of_declaration)
       AND (socle_sees_all() OR d.organisation_id IN (SELECT socle_scope_organisations()))
       AND (below IS NULL OR d.organisation_id IN (SELECT descendant_id FROM organisation_closure WHERE ancestor_id = below));
     IF NOT whole THEN condition := condition || ' AND declaration_id = ANY ($1)'; END IF;
     IF query IS NOT NULL THEN condition := condition || ' AND words @@ $2'; END IF;
     IF cardinality(gpu_types) > 0 THEN condition := condition || ' AND gpu_type = ANY ($3)'; END IF;
     IF after_id IS NOT NULL THEN
       condition := condition || format(' AND (%s, id) %s ($4, $5)', key, CASE WHEN descending THEN '<' ELSE '>' END);
     END IF;

     -- Nothing narrows the order but the reach: the first of each campaign or declaration, merged.
     IF query IS NULL AND cardinality(gpu_types) = 0 AND total > 5000 THEN
       RETURN QUERY EXECUTE format($sql$
         SELECT each.id FROM unnest($7) AS part, LATERAL (
           SELECT id, %1$s AS k FROM capacity_line_search WHERE %2$s = part AND %3$s
           ORDER BY %1$s %4$s, id %4$s LIMIT $6) each
         ORDER BY each.k %4$s, each.id %4$s LIMIT $6
       $sql$, key, CASE WHEN whole THEN 'campaign_id' ELSE 'declaration_id' END,
         replace(condition, ' AND declaration_id = ANY ($1)', ''), towards)
       USING reach, query, gpu_types, last_key, after_id, most, CASE WHEN whole THEN campaigns ELSE reach END;
       RETURN;
     END IF;

     IF total > 5000 THEN
       FOR orders IN SELECT o.* FROM capacity_line_order o
         WHERE o.campaign_id = ANY (campaigns) AND o.sort = capacity_line_page.sort LOOP
         EXIT WHEN thin;
         missing := most;
         FOR block IN
           WITH bounds AS (
             SELECT b.id, b.starts, b.starts_id, lead(b.starts) OVER ahead AS ends, lead(b.starts_id) OVER ahead AS ends_id
             FROM capacity_line_block b WHERE b.order_id = orders.id WINDOW ahead AS (ORDER BY b.starts, b.starts_id)),
           hits AS MATERIALIZED (SELECT capacity_line_blocks(orders.id, wanted, gpu_types) AS ids)
           SELECT bounds.*, count(*) OVER () AS of,
             row_number() OVER (ORDER BY starts, starts_id) * CASE WHEN descending THEN -1 ELSE 1 END AS place
           FROM bounds, hits WHERE (hits.ids IS NULL OR bounds.id = ANY (hits.ids))
             AND (after_id IS NULL OR CASE WHEN descending THEN (starts, starts_id) < (last_key, after_id)
               ELSE ends IS NULL OR (ends, ends_id) > (last_key, after_id) END)
           ORDER BY place
         LOOP
           -- What the first blocks gave says that so many will not fill the page.
           thin := walked = 8 OR (block.of > 8 AND walked > 1
             AND (most - missing) * 8 < most * walked);
           EXIT WHEN thin;
           walked := walked + 1;
           EXECUTE format($sql$
             SELECT array_agg(id), array_agg(k) FROM (
               SELECT id, %1$s AS k FROM (
                 SELECT * FROM capacity_line_search WHERE campaign_id = $7 AND (%1$s, id) >= ($8, $9) %2$s
                 ORDER BY %1$s %4$s, id %4$s OFFSET 0) lines
               WHERE %3$s ORDER BY %1$s %4$s, id %4$s LIMIT $6) found
           $sql$, key, CASE WHEN block.ends IS NULL THEN '' ELSE format('AND (%s, id) < ($10, $11)', key) END,
             condition, towards)
           INTO more_ids, more_keys
           USING reach, query, gpu_types, last_key, after_id, missing, orders.campaign_id,
             block.starts, block.starts_id, block.ends, block.ends_id;
           ids := ids || more_ids;
           keys := keys || more_keys;
           missing := missing - coalesce(cardinality(more_ids), 0);
           EXIT WHEN missing = 0;
         END LOOP;
       END LOOP;
       IF NOT thin THEN
         RETURN QUERY EXECUTE format(
           'SELECT id FROM unnest($1, $2) AS found (id, k) ORDER BY k COLLATE "C" %1$s, id %1$s LIMIT $3', towards)
         USING ids, keys, most;
         RETURN;
       END IF;
     END IF;

     -- Thin, or of few lines: whole.
     RETURN QUERY EXECUTE format($sql$
       WITH found AS MATERIALIZED (SELECT id, %1$s AS k FROM capacity_line_search WHERE %2$s AND %3$s)
       SELECT id FROM found ORDER BY k %4$s, id %4$s LIMIT $6
     $sql$, key, CASE WHEN total > 5000 THEN 'campaign_id = ANY ($7)' ELSE 'declaration_id = ANY ($1)' END,
       condition, towards)
     USING reach, query, gpu_types, last_key, after_id, most, campaigns;
   END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_matches(id uuid, wanted tsquery)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
     SELECT EXISTS (SELECT FROM capacity_words WHERE capacity_words.id = $1 AND capacity_words.words @@ $2) $function$
;
CREATE OR REPLACE FUNCTION public.capacity_matching(of text, wanted text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
     SELECT capacity_words.id FROM capacity_words
     WHERE capacity_words.of = $1 AND capacity_words.words @@ capacity_query_of($2) LIMIT $3 $function$
;
CREATE OR REPLACE FUNCTION public.capacity_need_keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     INSERT INTO capacity_words SELECT id, 'capacity_need', capacity_words_of(concat_ws(' ', reference, title, content ->> 'model', replace(content ->> 'useCase', '-', ' '),
       content ->> 'justification')) FROM new_rows
     ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.capacity_query_of(wanted text[])
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
     SELECT string_agg('(' || (to_tsquery('pg_catalog.french', word) || to_tsquery('pg_catalog.simple', word || ':*'))::text
       || ')', ' & ')::tsquery FROM unnest(wanted) AS word $function$
;
CREATE OR REPLACE FUNCTION public.capacity_words_of(told text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
     SELECT strip(to_tsvector('pg_catalog.french', split) || to_tsvector('pg_catalog.simple', split))
     FROM regexp_replace(socle_fold($1), '[^a-z0-9]+', ' ', 'g') AS split $function$
;
CREATE OR REPLACE FUNCTION public.consolidation_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     IF OLD.input_digest IS NOT NULL AND (OLD.input_digest, OLD.report_digest, OLD.supplier, OLD.computed_at)
        IS DISTINCT FROM (NEW.input_digest, NEW.report_digest, NEW.supplier, NEW.computed_at) THEN
       RAISE EXCEPTION 'a computed consolidation does not change'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'consolidation_immutable';
     END IF;
     RETURN NEW;
   END $function$
;
CREATE OR REPLACE FUNCTION public.emergency_access_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   DECLARE
     actor text := current_setting('socle.actor', true);
     holds text[] := ARRAY(SELECT role FROM membership held WHERE held.person_id::text = actor
       AND held.valid_from <= now() AND (held.valid_to IS NULL OR now() < held.valid_to));
     answerers text[] := CASE WHEN NEW.role IN ('compliance', 'auditor') THEN ARRAY['compliance']
       ELSE ARRAY['compliance', 'ariane_operator'] END;
   BEGIN
     IF NOT socle_is_person() THEN RETURN NEW; END IF;
     IF TG_OP = 'INSERT' AND NEW.state = 'proposed' AND NEW.proposed_by = actor THEN RETURN NEW; END IF;
     IF TG_OP = 'UPDATE'
       AND (NEW.id, NEW.organisation_id, NEW.role, NEW.hours, NEW.reason, NEW.proposed_by, NEW.proposed_at)
         = (OLD.id, OLD.organisation_id, OLD.role, OLD.hours, OLD.reason, OLD.proposed_by, OLD.proposed_at)
     THEN
       IF OLD.state = 'proposed' AND NEW.decided_by = actor AND NEW.reviewed_by IS NULL
         AND (NEW.state = 'withdrawn' OR holds && answerers) THEN RETURN NEW; END IF;
       IF OLD.state = 'confirmed' AND OLD.reviewed_by IS NULL
         AND (NEW.state, NEW.decided_by, NEW.decided_at, NEW.decision_reason)
           = (OLD.state, OLD.decided_by, OLD.decided_at, OLD.decision_reason)
         AND (('compliance' = ANY (holds) AND NEW.reviewed_by = actor AND NEW.ends_at = OLD.ends_at)
           OR (NEW.reviewed_by IS NULL AND NEW.ends_at < OLD.ends_at
             AND ('compliance' = ANY (holds) OR actor = OLD.proposed_by)))
       THEN RETURN NEW; END IF;
     END IF;
     RAISE EXCEPTION 'an emergency access is asked for by one person, lent by another and reviewed by a third'
       USING ERRCODE = 'insufficient_privilege';
   END $function$
;
CREATE OR REPLACE FUNCTION public.governance_event_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     RAISE EXCEPTION 'the governance journal is append-only' USING ERRCODE = 'insufficient_privilege';
   END $function$
;
CREATE OR REPLACE FUNCTION public.governance_event_to_log()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     INSERT INTO log_entry (log, entry_id, salt, source)
       SELECT 'governance', id::text, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), jsonb_build_object('id', id, 'at', at, 'actor', actor,
  'useCase', use_case, 'organisationId', organisation_id, 'subjectType', subject_type, 'subjectId', subject_id,
  'data', data) FROM fresh ORDER BY at, id;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.inference_entry(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
      SELECT replica || '/' || epoch || '/' || sequence FROM request_record WHERE decision_id = wanted LIMIT 1 $function$
;
CREATE OR REPLACE FUNCTION public.lease_epoch_lives(of_replica text, of_epoch bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
     SELECT EXISTS (SELECT FROM lease_call WHERE (replica, epoch) = (of_replica, of_epoch)) $function$
;
CREATE OR REPLACE FUNCTION public.ledger_begin_day(wanted date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   DECLARE partition text := 'request_record_' || to_char(wanted, 'YYYYMMDD');
   BEGIN
     IF to_regclass(partition) IS NOT NULL THEN RETURN; END IF;
     PERFORM pg_advisory_xact_lock(hashtextextended('ledger_begin_day', 0));
     EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF request_record FOR VALUES FROM (%L) TO (%L)',
                    partition, wanted, wanted + 1);
   END $function$
;
CREATE OR REPLACE FUNCTION public.ledger_kept_from()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT coalesce((SELECT from_day FROM ledger_kept), '-infinity') $function$
;
CREATE OR REPLACE FUNCTION public.log_entry_erase(wanted_log text, wanted_entry text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
   DECLARE
     asker text := coalesce(current_setting('socle.actor', true), '');
     place bigint;
   BEGIN
     IF NOT socle_sees_all() OR NOT (wanted_log = 'inference' OR EXISTS (SELECT FROM salt_erasure AS asked WHERE asked.log = wanted_log
       AND asked.entry_id = wanted_entry AND asked.asked_by <> asker AND asked.asked_at > now() - interval '30 days')) THEN RETURN NULL; END IF;
     PERFORM set_config('socle.actor', 'system:audit', true);
     UPDATE log_entry AS entry SET salt = NULL WHERE entry.log = wanted_log AND entry.entry_id = wanted_entry
       AND entry.index IS NOT NULL AND entry.source IS NULL AND entry.salt IS NOT NULL RETURNING entry.index INTO place;
     PERFORM set_config('socle.actor', asker, true);
     RETURN place;
   END $function$
;
CREATE OR REPLACE FUNCTION public.log_entry_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     RAISE EXCEPTION 'an entry of a log keeps its place, its content and its salt, or loses the last two'
       USING ERRCODE = 'insufficient_privilege';
   END $function$
;
CREATE OR REPLACE FUNCTION public.log_entry_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     RAISE EXCEPTION 'entries of a log are not removed' USING ERRCODE = 'insufficient_privilege';
   END $function$
;
CREATE OR REPLACE FUNCTION public.log_entry_opening(wanted_log text, wanted_entry text)
 RETURNS TABLE(index bigint, published boolean, salt bytea, source jsonb)
 LANGUAGE plpgsql
AS $function$
   DECLARE asker text := coalesce(current_setting('socle.actor', true), '');
   BEGIN
     IF NOT socle_sees_all() THEN RETURN; END IF;
     PERFORM set_config('socle.actor', 'system:audit', true);
     RETURN QUERY SELECT entry.index, entry.index IS NOT NULL AND entry.source IS NULL, entry.salt,
       coalesce(entry.source, CASE entry.log
         WHEN 'governance' THEN (SELECT jsonb_build_object('id', e.id, 'at', e.at, 'actor', e.actor, 'useCase', e.use_case,
  'organisationId', e.organisation_id, 'subjectType', e.subject_type, 'subjectId', e.subject_id, 'data', e.data) FROM governance_event AS e WHERE e.id::text = entry.entry_id)
         ELSE (SELECT jsonb_build_object('id', r.decision_id, 'at', r.at, 'outcome', r.outcome, 'code', r.code,
  'organisationId', r.organisation_id, 'useCaseId', r.use_case_id, 'decision', r.decision, 'usage', r.usage) FROM request_record AS r
               WHERE (r.replica, r.epoch, r.sequence) = (regexp_replace(entry.entry_id, '/[0-9]+/[0-9]+$', ''),
                 split_part(entry.entry_id, '/', -2)::bigint, split_part(entry.entry_id, '/', -1)::bigint)) END)
     FROM log_entry AS entry WHERE entry.log = wanted_log AND entry.entry_id = wanted_entry;
     PERFORM set_config('socle.actor', asker, true);
   END $function$
;
CREATE OR REPLACE FUNCTION public.membership_change_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   DECLARE
     actor text := current_setting('socle.actor', true);
   BEGIN
     IF NOT socle_is_person() THEN RETURN NEW; END IF;
     IF TG_OP = 'INSERT' AND NEW.state = 'proposed' AND NEW.proposed_by = actor THEN RETURN NEW; END IF;
     IF TG_OP = 'UPDATE' AND OLD.state = 'proposed' AND NEW.decided_by = actor
       AND (NEW.id, NEW.organisation_id, NEW.act, NEW.membership_id, NEW.person_id, NEW.role, NEW.valid_from, NEW.reason,
            NEW.proposed_by, NEW.proposed_at)
         = (OLD.id, OLD.organisation_id, OLD.act, OLD.membership_id, OLD.person_id, OLD.role, OLD.valid_from, OLD.reason,
            OLD.proposed_by, OLD.proposed_at)
       AND NEW.valid_to IS NOT DISTINCT FROM OLD.valid_to
       AND (NEW.state = 'withdrawn' OR EXISTS (SELECT FROM membership held
              WHERE held.person_id::text = actor AND held.role = 'compliance' AND held.valid_from <= NEW.decided_at
                AND (held.valid_to IS NULL OR NEW.decided_at < held.valid_to)))
     THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'a role is proposed by one person and decided by another of the compliance cell'
       USING ERRCODE = 'insufficient_privilege';
   END $function$
;
CREATE OR REPLACE FUNCTION public.membership_countersigned()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     IF NOT socle_is_person() THEN RETURN NULL; END IF;
     IF TG_OP = 'UPDATE' AND (NEW.person_id, NEW.organisation_id, NEW.role, NEW.valid_from)
          <> (OLD.person_id, OLD.organisation_id, OLD.role, OLD.valid_from) THEN
       RAISE EXCEPTION 'a membership keeps its person, its organisation, its role and its beginning'
         USING ERRCODE = 'insufficient_privilege';
     END IF;
     IF NEW.role NOT IN ('compliance', 'auditor') OR EXISTS (SELECT FROM membership_change agreed
          WHERE agreed.membership_id = NEW.id AND agreed.state = 'confirmed'
            AND agreed.act = CASE TG_OP WHEN 'INSERT' THEN 'give' ELSE 'end' END
            AND agreed.decided_by = current_setting('socle.actor', true)
            AND (agreed.person_id, agreed.organisation_id, agreed.role)
              = (NEW.person_id, NEW.organisation_id, NEW.role)) THEN RETURN NULL;
     END IF;
     RAISE EXCEPTION 'the role takes a countersignature' USING ERRCODE = 'insufficient_privilege';
   END $function$
;
CREATE OR REPLACE FUNCTION public.membership_refuse_overlap()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text || NEW.organisation_id::text || NEW.role, 0));
     IF EXISTS (SELECT FROM membership held
                WHERE held.person_id = NEW.person_id AND held.organisation_id = NEW.organisation_id
                  AND held.role = NEW.role AND held.id <> NEW.id
                  AND tstzrange(held.valid_from, held.valid_to) && tstzrange(NEW.valid_from, NEW.valid_to)) THEN
       RAISE EXCEPTION 'membership is held already'
         USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'membership_once';
     END IF;
     RETURN NEW;
   END $function$
;
CREATE OR REPLACE FUNCTION public.organisation_keep_closure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     IF TG_OP = 'UPDATE' THEN
       IF NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id THEN RETURN NULL; END IF;
       IF EXISTS (SELECT FROM organisation_closure
                  WHERE ancestor_id = NEW.id AND descendant_id = NEW.parent_id) THEN
         RAISE EXCEPTION 'organisation tree would have a cycle'
           USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_no_cycle';
       END IF;
       DELETE FROM organisation_closure link
         USING organisation_closure below, organisation_closure above
         WHERE below.ancestor_id = NEW.id AND above.descendant_id = NEW.id AND above.ancestor_id <> NEW.id
           AND link.descendant_id = below.descendant_id AND link.ancestor_id = above.ancestor_id;
     ELSE
       INSERT INTO organisation_closure VALUES (NEW.id, NEW.id, 0);
     END IF;
     INSERT INTO organisation_closure (ancestor_id, descendant_id, depth)
       SELECT above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
       FROM organisation_closure above, organisation_closure below
       WHERE above.descendant_id = NEW.parent_id AND below.ancestor_id = NEW.id;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.organisation_keep_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   DECLARE at timestamptz := coalesce(nullif(current_setting('socle.effective', true), '')::timestamptz, now());
   BEGIN
     IF (NEW.slug, NEW.name, NEW.acronym, NEW.kind, NEW.parent_id, NEW.siren, NEW.siret)
        IS NOT DISTINCT FROM (OLD.slug, OLD.name, OLD.acronym, OLD.kind, OLD.parent_id, OLD.siren, OLD.siret) THEN
       RETURN NEW;
     END IF;
     at := greatest(at, coalesce(OLD.changed_at, OLD.valid_from));
     INSERT INTO organisation_past
       VALUES (OLD.id, OLD.version, coalesce(OLD.changed_at, OLD.valid_from), at,
         OLD.slug, OLD.name, OLD.acronym, OLD.kind, OLD.parent_id, OLD.siren, OLD.siret);
     NEW.changed_at := at;
     RETURN NEW;
   END $function$
;
CREATE OR REPLACE FUNCTION public.organisation_refuse_succession_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     IF NEW.successor_id IS NOT NULL AND EXISTS (
       WITH RECURSIVE chain (id) AS (
         SELECT NEW.successor_id
         UNION SELECT o.successor_id FROM organisation o JOIN chain ON o.id = chain.id WHERE o.successor_id IS NOT NULL
       ) SELECT FROM chain WHERE chain.id = NEW.id) THEN
       RAISE EXCEPTION 'succession of organisations would have a cycle'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_no_succession_cycle';
     END IF;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.record_amounts(outcome text, usage jsonb)
 RETURNS TABLE(quantity text, amount bigint)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
     SELECT * FROM (
       VALUES ('requests', 1::bigint),
         ('refused', (outcome = 'refused')::integer),
         ('estimated', coalesce((usage ->> 'estimated')::boolean, false)::integer)
       UNION ALL SELECT each.key, each.value::bigint FROM jsonb_each_text(usage -> 'quantities') AS each
       UNION ALL SELECT it.quantity, round((usage ->> it.field)::numeric * it.times)::bigint
         FROM (VALUES ('inputTokens', 'inputTokens', 1), ('cachedInputTokens', 'cachedInputTokens', 1),
           ('outputTokens', 'outputTokens', 1), ('costMicroEuro', 'costMicroEuro', 1),
           ('gpuMicroSeconds', 'gpuSeconds', 1000000), ('nanoKWh', 'kWh', 1000000000),
           ('nanoKgCO2eq', 'kgCO2eq', 1000000000), ('queueMicroSeconds', 'queueMs', 1000)) AS it(quantity, field, times)
         WHERE NOT usage ? 'quantities'
     ) AS counted(quantity, amount) WHERE counted.amount <> 0 $function$
;
CREATE OR REPLACE FUNCTION public.request_record_to_log()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     INSERT INTO log_entry (log, entry_id, salt, source)
       SELECT 'inference', replica || '/' || epoch || '/' || sequence, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), jsonb_build_object(
  'id', decision_id, 'at', at, 'outcome', outcome, 'code', code, 'organisationId', organisation_id,
  'useCaseId', use_case_id, 'decision', decision, 'usage', usage) FROM fresh ORDER BY at, replica, epoch, sequence;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.retention_creation_receipt(before timestamp with time zone, at_most integer, dry boolean)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
   DECLARE  dropped bigint := 0;
   BEGIN
     IF NOT socle_is_system() OR NOT socle_sees_all() THEN
       RAISE EXCEPTION 'the platform alone drops what is kept long enough' USING ERRCODE = 'insufficient_privilege';
     END IF;
     IF dry THEN SELECT count(*) INTO dropped FROM (SELECT it.actor, it.key FROM creation_receipt AS it
       WHERE it.at < least(before, now() - interval '1 month') ORDER BY it.at LIMIT at_most) AS due;
     ELSE
       WITH due AS MATERIALIZED (SELECT it.actor, it.key FROM creation_receipt AS it
       WHERE it.at < least(before, now() - interval '1 month') ORDER BY it.at LIMIT at_most FOR UPDATE OF it SKIP LOCKED)
         DELETE FROM creation_receipt USING due WHERE (creation_receipt.actor, creation_receipt.key) = (due.actor, due.key);
       GET DIAGNOSTICS dropped = ROW_COUNT;
     END IF;
     RETURN dropped;
   END $function$
;
CREATE OR REPLACE FUNCTION public.retention_lease_call(before timestamp with time zone, at_most integer, dry boolean)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
   DECLARE  dropped bigint := 0;
   BEGIN
     IF NOT socle_is_system() OR NOT socle_sees_all() THEN
       RAISE EXCEPTION 'the platform alone drops what is kept long enough' USING ERRCODE = 'insufficient_privilege';
     END IF;
     IF dry THEN SELECT count(*) INTO dropped FROM (SELECT it.replica, it.epoch FROM lease_call AS it
       WHERE it.answered_at < least(before, now() - interval '1 month') AND NOT EXISTS
         (SELECT FROM lease_holding h WHERE (h.replica, h.epoch) = (it.replica, it.epoch))
       ORDER BY it.answered_at LIMIT at_most) AS due;
     ELSE
       WITH due AS MATERIALIZED (SELECT it.replica, it.epoch FROM lease_call AS it
       WHERE it.answered_at < least(before, now() - interval '1 month') AND NOT EXISTS
         (SELECT FROM lease_holding h WHERE (h.replica, h.epoch) = (it.replica, it.epoch))
       ORDER BY it.answered_at LIMIT at_most FOR UPDATE OF it SKIP LOCKED)
         DELETE FROM lease_call USING due WHERE (lease_call.replica, lease_call.epoch) = (due.replica, due.epoch);
       GET DIAGNOSTICS dropped = ROW_COUNT;
     END IF;
     RETURN dropped;
   END $function$
;
CREATE OR REPLACE FUNCTION public.retention_oldest(of_table text)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     IF NOT socle_is_system() THEN
       RAISE EXCEPTION 'the platform alone asks for the oldest of all' USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN CASE of_table
       WHEN 'request_record' THEN (SELECT min(to_date(right(c.relname, 8), 'YYYYMMDD'))::timestamp AT TIME ZONE 'Europe/Paris'
         FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'request_record'::regclass)
       WHEN 'lease_call' THEN (SELECT min(answered_at) FROM lease_call)
       WHEN 'replica_high_water' THEN (SELECT min(updated_at) FROM replica_high_water)
       WHEN 'creation_receipt' THEN (SELECT min(at) FROM creation_receipt) END;
   END $function$
;
CREATE OR REPLACE FUNCTION public.retention_replica_high_water(before timestamp with time zone, at_most integer, dry boolean)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
   DECLARE  dropped bigint := 0;
   BEGIN
     IF NOT socle_is_system() OR NOT socle_sees_all() THEN
       RAISE EXCEPTION 'the platform alone drops what is kept long enough' USING ERRCODE = 'insufficient_privilege';
     END IF;
     IF dry THEN SELECT count(*) INTO dropped FROM (SELECT it.replica, it.epoch FROM replica_high_water AS it
       WHERE it.updated_at < least(before, now() - interval '7 months')
         AND NOT lease_epoch_lives(it.replica, it.epoch)
         AND NOT EXISTS (SELECT FROM request_record r WHERE (r.replica, r.epoch) = (it.replica, it.epoch))
       ORDER BY it.updated_at LIMIT at_most) AS due;
     ELSE
       WITH due AS MATERIALIZED (SELECT it.replica, it.epoch FROM replica_high_water AS it
       WHERE it.updated_at < least(before, now() - interval '7 months')
         AND NOT lease_epoch_lives(it.replica, it.epoch)
         AND NOT EXISTS (SELECT FROM request_record r WHERE (r.replica, r.epoch) = (it.replica, it.epoch))
       ORDER BY it.updated_at LIMIT at_most FOR UPDATE OF it SKIP LOCKED)
         DELETE FROM replica_high_water USING due WHERE (replica_high_water.replica, replica_high_water.epoch) = (due.replica, due.epoch);
       GET DIAGNOSTICS dropped = ROW_COUNT;
     END IF;
     RETURN dropped;
   END $function$
;
CREATE OR REPLACE FUNCTION public.retention_request_record(before timestamp with time zone, at_most integer, dry boolean, no_log boolean DEFAULT false)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
   DECLARE each record; dropped bigint := 0; unlogged boolean := no_log AND NOT EXISTS (
       SELECT FROM log_entry WHERE log = 'inference' AND index IS NOT NULL);
     until date := ((least(before, now() - CASE WHEN unlogged THEN interval '12 months 1 day' ELSE interval '6 months' END)) AT TIME ZONE 'Europe/Paris')::date;
   BEGIN
     IF NOT socle_is_system() OR NOT socle_sees_all() THEN
       RAISE EXCEPTION 'the platform alone drops what is kept long enough' USING ERRCODE = 'insufficient_privilege';
     END IF;
     FOR each IN
       SELECT c.relname AS name, to_date(right(c.relname, 8), 'YYYYMMDD') AS day
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'request_record'::regclass
         AND right(c.relname, 8) < to_char(until, 'YYYYMMDD') ORDER BY 2 LIMIT at_most
     LOOP
       -- What came in first is asked first: where nothing is published at all, that is answer enough.
       EXIT WHEN NOT unlogged AND ((SELECT (source ->> 'at')::timestamptz FROM log_entry WHERE log = 'inference' AND (index IS NULL OR source IS NOT NULL) ORDER BY seq LIMIT 1) AT TIME ZONE 'Europe/Paris')::date <= each.day;
       EXIT WHEN NOT unlogged AND EXISTS (SELECT FROM log_entry WHERE log = 'inference' AND (index IS NULL OR source IS NOT NULL)
         AND (((source ->> 'at')::timestamptz) AT TIME ZONE 'Europe/Paris')::date <= each.day);
       dropped := dropped + 1;
       CONTINUE WHEN dry;
       IF unlogged THEN
         DELETE FROM log_entry AS entry USING request_record AS r WHERE r.day = each.day AND entry.index IS NULL
           AND entry.log = 'inference' AND entry.entry_id = r.replica || '/' || r.epoch || '/' || r.sequence;
       END IF;
       EXECUTE format('DROP TABLE %I', each.name);
       INSERT INTO ledger_kept VALUES (each.day + 1)
         ON CONFLICT ((true)) DO UPDATE SET from_day = greatest(ledger_kept.from_day, excluded.from_day);
     END LOOP;
     RETURN dropped;
   END $function$
;
CREATE OR REPLACE FUNCTION public.socle_above_scope(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT CASE coalesce(current_setting('socle.scope', true), '')
       WHEN '*' THEN true
       WHEN '' THEN false
       ELSE EXISTS (SELECT FROM organisation_closure
                    WHERE ancestor_id = target
                      AND descendant_id = ANY (string_to_array(nullif(current_setting('socle.scope', true), '*'), ',')::uuid[]))
     END $function$
;
CREATE OR REPLACE FUNCTION public.socle_fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
     SELECT lower(replace(replace(replace(replace(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'),
       'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')) $function$
;
CREATE OR REPLACE FUNCTION public.socle_in_scope(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT CASE coalesce(current_setting('socle.scope', true), '')
       WHEN '*' THEN true
       WHEN '' THEN false
       ELSE EXISTS (SELECT FROM organisation_closure
                    WHERE descendant_id = target
                      AND ancestor_id = ANY (string_to_array(nullif(current_setting('socle.scope', true), '*'), ',')::uuid[]))
     END $function$
;
CREATE OR REPLACE FUNCTION public.socle_is_person()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT coalesce(current_setting('socle.actor', true), '') <> '' AND NOT socle_is_system() $function$
;
CREATE OR REPLACE FUNCTION public.socle_is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT coalesce(current_setting('socle.actor', true), '') LIKE 'system:%' $function$
;
CREATE OR REPLACE FUNCTION public.socle_scope_organisations()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT descendant_id FROM organisation_closure
     WHERE ancestor_id = ANY (string_to_array(nullif(nullif(current_setting('socle.scope', true), '*'), ''), ',')::uuid[])
   $function$
;
CREATE OR REPLACE FUNCTION public.socle_sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
     SELECT coalesce(current_setting('socle.scope', true), '') = '*' $function$
;
CREATE OR REPLACE FUNCTION public.use_case_keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
   BEGIN
     INSERT INTO use_case_words VALUES (NEW.id,
       use_case_words_of(NEW.name || ' ' || NEW.description || ' ' || replace(NEW.slug, '-', ' ')))
     ON CONFLICT (use_case_id) DO UPDATE SET words = EXCLUDED.words;
     RETURN NULL;
   END $function$
;
CREATE OR REPLACE FUNCTION public.use_case_matching(words text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
         SELECT use_case_id FROM use_case_words WHERE use_case_words.words @@ (SELECT use_case_query_of($1)) $function$
;
CREATE OR REPLACE FUNCTION public.use_case_query_of(words text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
   DECLARE word text; wanted tsquery := NULL; one tsquery;
   BEGIN
     FOREACH word IN ARRAY words LOOP
       one := to_tsquery('french', word) || to_tsquery('simple', word || ':*');
       wanted := CASE WHEN wanted IS NULL THEN one ELSE wanted && one END;
     END LOOP;
     RETURN wanted;
   END $function$
;
CREATE OR REPLACE FUNCTION public.use_case_taken_slugs(base text)
 RETURNS SETOF text
 LANGUAGE plpgsql
AS $function$
  DECLARE kept text := coalesce(current_setting('socle.scope', true), '');
  BEGIN
    PERFORM set_config('socle.scope', '*', true);
    RETURN QUERY SELECT slug FROM use_case WHERE slug = base OR slug LIKE base || '-%';
    PERFORM set_config('socle.scope', kept, true);
  END $function$
;
CREATE OR REPLACE FUNCTION public.use_case_words_of(text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
     SELECT capacity_words_of($1) $function$
;

CREATE TRIGGER capacity_line_close_words AFTER UPDATE ON public.capacity_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION capacity_line_drop_words();
CREATE TRIGGER capacity_line_insert_words AFTER INSERT ON public.capacity_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION capacity_line_keep_words();
CREATE TRIGGER capacity_need_insert_words AFTER INSERT ON public.capacity_need REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION capacity_need_keep_words();
CREATE TRIGGER capacity_need_update_words AFTER UPDATE ON public.capacity_need REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION capacity_need_keep_words();
CREATE TRIGGER consolidation_keep BEFORE UPDATE ON public.consolidation FOR EACH ROW EXECUTE FUNCTION consolidation_keep();
CREATE TRIGGER emergency_access_guard BEFORE INSERT OR UPDATE ON public.emergency_access FOR EACH ROW EXECUTE FUNCTION emergency_access_guard();
CREATE TRIGGER governance_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.governance_event FOR EACH STATEMENT EXECUTE FUNCTION governance_event_refuse_change();
CREATE TRIGGER governance_event_to_log AFTER INSERT ON public.governance_event REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION governance_event_to_log();
CREATE TRIGGER log_entry_guard BEFORE UPDATE ON public.log_entry FOR EACH ROW WHEN ((NOT (((new.seq = old.seq) AND (new.log = old.log) AND (new.entry_id = old.entry_id)) AND ((old.index IS NULL) OR (NOT (new.index IS DISTINCT FROM old.index))) AND ((NOT (new.source IS DISTINCT FROM old.source)) OR ((new.source IS NULL) AND (new.index IS NOT NULL))) AND ((NOT (new.salt IS DISTINCT FROM old.salt)) OR (new.salt IS NULL))))) EXECUTE FUNCTION log_entry_guard();
CREATE TRIGGER log_entry_kept BEFORE DELETE ON public.log_entry FOR EACH ROW WHEN ((((old.log = 'inference'::text) AND (old.index IS NULL) AND (((old.source ->> 'at'::text))::timestamp with time zone < (now() - '1 year'::interval))) IS NOT TRUE)) EXECUTE FUNCTION log_entry_kept();
CREATE TRIGGER membership_countersigned AFTER INSERT OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION membership_countersigned();
CREATE TRIGGER membership_refuse_overlap BEFORE INSERT OR UPDATE OF valid_from, valid_to ON public.membership FOR EACH ROW EXECUTE FUNCTION membership_refuse_overlap();
CREATE TRIGGER membership_change_guard BEFORE INSERT OR UPDATE ON public.membership_change FOR EACH ROW EXECUTE FUNCTION membership_change_guard();
CREATE TRIGGER organisation_keep_closure AFTER INSERT OR UPDATE OF parent_id ON public.organisation FOR EACH ROW EXECUTE FUNCTION organisation_keep_closure();
CREATE TRIGGER organisation_keep_past BEFORE UPDATE ON public.organisation FOR EACH ROW EXECUTE FUNCTION organisation_keep_past();
CREATE TRIGGER organisation_refuse_succession_cycle AFTER INSERT OR UPDATE OF successor_id ON public.organisation FOR EACH ROW EXECUTE FUNCTION organisation_refuse_succession_cycle();
CREATE TRIGGER request_record_to_log AFTER INSERT ON public.request_record REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION request_record_to_log();
CREATE TRIGGER use_case_keep_words AFTER INSERT OR UPDATE OF name, description, slug ON public.use_case FOR EACH ROW EXECUTE FUNCTION use_case_keep_words();

ALTER TABLE allocation ENABLE ROW LEVEL SECURITY; ALTER TABLE allocation FORCE ROW LEVEL SECURITY;
ALTER TABLE allocation_round ENABLE ROW LEVEL SECURITY; ALTER TABLE allocation_round FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY; ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
ALTER TABLE application ENABLE ROW LEVEL SECURITY; ALTER TABLE application FORCE ROW LEVEL SECURITY;
ALTER TABLE assessment ENABLE ROW LEVEL SECURITY; ALTER TABLE assessment FORCE ROW LEVEL SECURITY;
ALTER TABLE brick ENABLE ROW LEVEL SECURITY; ALTER TABLE brick FORCE ROW LEVEL SECURITY;
ALTER TABLE brick_use ENABLE ROW LEVEL SECURITY; ALTER TABLE brick_use FORCE ROW LEVEL SECURITY;
ALTER TABLE budget ENABLE ROW LEVEL SECURITY; ALTER TABLE budget FORCE ROW LEVEL SECURITY;
ALTER TABLE budget_alert ENABLE ROW LEVEL SECURITY; ALTER TABLE budget_alert FORCE ROW LEVEL SECURITY;
ALTER TABLE budget_period ENABLE ROW LEVEL SECURITY; ALTER TABLE budget_period FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign ENABLE ROW LEVEL SECURITY; ALTER TABLE campaign FORCE ROW LEVEL SECURITY;
ALTER TABLE campaign_reminder ENABLE ROW LEVEL SECURITY; ALTER TABLE campaign_reminder FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_comment ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_comment FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_declaration ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_declaration FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_event ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_event FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_finding ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_finding FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_import ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_import FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_import_chunk ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_import_chunk FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_import_error ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_import_error FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_line ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_line FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_need ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_need FORCE ROW LEVEL SECURITY;
ALTER TABLE capacity_need_version ENABLE ROW LEVEL SECURITY; ALTER TABLE capacity_need_version FORCE ROW LEVEL SECURITY;
ALTER TABLE committee_opinion ENABLE ROW LEVEL SECURITY; ALTER TABLE committee_opinion FORCE ROW LEVEL SECURITY;
ALTER TABLE compliance_question ENABLE ROW LEVEL SECURITY; ALTER TABLE compliance_question FORCE ROW LEVEL SECURITY;
ALTER TABLE consolidation ENABLE ROW LEVEL SECURITY; ALTER TABLE consolidation FORCE ROW LEVEL SECURITY;
ALTER TABLE consolidation_cell ENABLE ROW LEVEL SECURITY; ALTER TABLE consolidation_cell FORCE ROW LEVEL SECURITY;
ALTER TABLE consolidation_comment ENABLE ROW LEVEL SECURITY; ALTER TABLE consolidation_comment FORCE ROW LEVEL SECURITY;
ALTER TABLE consolidation_need ENABLE ROW LEVEL SECURITY; ALTER TABLE consolidation_need FORCE ROW LEVEL SECURITY;
ALTER TABLE consolidation_report ENABLE ROW LEVEL SECURITY; ALTER TABLE consolidation_report FORCE ROW LEVEL SECURITY;
ALTER TABLE creation_receipt ENABLE ROW LEVEL SECURITY; ALTER TABLE creation_receipt FORCE ROW LEVEL SECURITY;
ALTER TABLE derogation ENABLE ROW LEVEL SECURITY; ALTER TABLE derogation FORCE ROW LEVEL SECURITY;
ALTER TABLE detail_read ENABLE ROW LEVEL SECURITY; ALTER TABLE detail_read FORCE ROW LEVEL SECURITY;
ALTER TABLE doctrine_note ENABLE ROW LEVEL SECURITY; ALTER TABLE doctrine_note FORCE ROW LEVEL SECURITY;
ALTER TABLE emergency_access ENABLE ROW LEVEL SECURITY; ALTER TABLE emergency_access FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY; ALTER TABLE evaluation FORCE ROW LEVEL SECURITY;
ALTER TABLE fact_archive ENABLE ROW LEVEL SECURITY; ALTER TABLE fact_archive FORCE ROW LEVEL SECURITY;
ALTER TABLE fact_source ENABLE ROW LEVEL SECURITY; ALTER TABLE fact_source FORCE ROW LEVEL SECURITY;
ALTER TABLE governance_event ENABLE ROW LEVEL SECURITY; ALTER TABLE governance_event FORCE ROW LEVEL SECURITY;
ALTER TABLE incident ENABLE ROW LEVEL SECURITY; ALTER TABLE incident FORCE ROW LEVEL SECURITY;
ALTER TABLE key_request ENABLE ROW LEVEL SECURITY; ALTER TABLE key_request FORCE ROW LEVEL SECURITY;
ALTER TABLE lease_call ENABLE ROW LEVEL SECURITY; ALTER TABLE lease_call FORCE ROW LEVEL SECURITY;
ALTER TABLE lease_holding ENABLE ROW LEVEL SECURITY; ALTER TABLE lease_holding FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_kept ENABLE ROW LEVEL SECURITY; ALTER TABLE ledger_kept FORCE ROW LEVEL SECURITY;
ALTER TABLE log_entry ENABLE ROW LEVEL SECURITY; ALTER TABLE log_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE log_file ENABLE ROW LEVEL SECURITY; ALTER TABLE log_file FORCE ROW LEVEL SECURITY;
ALTER TABLE market_search ENABLE ROW LEVEL SECURITY; ALTER TABLE market_search FORCE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY; ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE membership_change ENABLE ROW LEVEL SECURITY; ALTER TABLE membership_change FORCE ROW LEVEL SECURITY;
ALTER TABLE model_notice ENABLE ROW LEVEL SECURITY; ALTER TABLE model_notice FORCE ROW LEVEL SECURITY;
ALTER TABLE observed_capacity ENABLE ROW LEVEL SECURITY; ALTER TABLE observed_capacity FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY; ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation_past ENABLE ROW LEVEL SECURITY; ALTER TABLE organisation_past FORCE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY; ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_record ENABLE ROW LEVEL SECURITY; ALTER TABLE plan_record FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_reminder ENABLE ROW LEVEL SECURITY; ALTER TABLE plan_reminder FORCE ROW LEVEL SECURITY;
ALTER TABLE policy_proposal ENABLE ROW LEVEL SECURITY; ALTER TABLE policy_proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE pool_activity ENABLE ROW LEVEL SECURITY; ALTER TABLE pool_activity FORCE ROW LEVEL SECURITY;
ALTER TABLE pool_share ENABLE ROW LEVEL SECURITY; ALTER TABLE pool_share FORCE ROW LEVEL SECURITY;
ALTER TABLE reference_spend ENABLE ROW LEVEL SECURITY; ALTER TABLE reference_spend FORCE ROW LEVEL SECURITY;
ALTER TABLE replica_high_water ENABLE ROW LEVEL SECURITY; ALTER TABLE replica_high_water FORCE ROW LEVEL SECURITY;
ALTER TABLE request_record ENABLE ROW LEVEL SECURITY; ALTER TABLE request_record FORCE ROW LEVEL SECURITY;
ALTER TABLE roadmap ENABLE ROW LEVEL SECURITY; ALTER TABLE roadmap FORCE ROW LEVEL SECURITY;
ALTER TABLE roadmap_action ENABLE ROW LEVEL SECURITY; ALTER TABLE roadmap_action FORCE ROW LEVEL SECURITY;
ALTER TABLE roadmap_dependency ENABLE ROW LEVEL SECURITY; ALTER TABLE roadmap_dependency FORCE ROW LEVEL SECURITY;
ALTER TABLE roadmap_event ENABLE ROW LEVEL SECURITY; ALTER TABLE roadmap_event FORCE ROW LEVEL SECURITY;
ALTER TABLE roadmap_exit_plan ENABLE ROW LEVEL SECURITY; ALTER TABLE roadmap_exit_plan FORCE ROW LEVEL SECURITY;
ALTER TABLE roadmap_report ENABLE ROW LEVEL SECURITY; ALTER TABLE roadmap_report FORCE ROW LEVEL SECURITY;
ALTER TABLE round_job ENABLE ROW LEVEL SECURITY; ALTER TABLE round_job FORCE ROW LEVEL SECURITY;
ALTER TABLE round_line ENABLE ROW LEVEL SECURITY; ALTER TABLE round_line FORCE ROW LEVEL SECURITY;
ALTER TABLE round_opinion ENABLE ROW LEVEL SECURITY; ALTER TABLE round_opinion FORCE ROW LEVEL SECURITY;
ALTER TABLE salt_erasure ENABLE ROW LEVEL SECURITY; ALTER TABLE salt_erasure FORCE ROW LEVEL SECURITY;
ALTER TABLE selection_score ENABLE ROW LEVEL SECURITY; ALTER TABLE selection_score FORCE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY; ALTER TABLE session FORCE ROW LEVEL SECURITY;
ALTER TABLE shadow_tool ENABLE ROW LEVEL SECURITY; ALTER TABLE shadow_tool FORCE ROW LEVEL SECURITY;
ALTER TABLE simulation ENABLE ROW LEVEL SECURITY; ALTER TABLE simulation FORCE ROW LEVEL SECURITY;
ALTER TABLE simulation_change ENABLE ROW LEVEL SECURITY; ALTER TABLE simulation_change FORCE ROW LEVEL SECURITY;
ALTER TABLE simulation_opening ENABLE ROW LEVEL SECURITY; ALTER TABLE simulation_opening FORCE ROW LEVEL SECURITY;
ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY; ALTER TABLE snapshot FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_consultation ENABLE ROW LEVEL SECURITY; ALTER TABLE staff_consultation FORCE ROW LEVEL SECURITY;
ALTER TABLE training_declaration ENABLE ROW LEVEL SECURITY; ALTER TABLE training_declaration FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_daily ENABLE ROW LEVEL SECURITY; ALTER TABLE usage_daily FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_limit ENABLE ROW LEVEL SECURITY; ALTER TABLE usage_limit FORCE ROW LEVEL SECURITY;
ALTER TABLE use_case ENABLE ROW LEVEL SECURITY; ALTER TABLE use_case FORCE ROW LEVEL SECURITY;
ALTER TABLE use_case_change ENABLE ROW LEVEL SECURITY; ALTER TABLE use_case_change FORCE ROW LEVEL SECURITY;
ALTER TABLE use_case_event ENABLE ROW LEVEL SECURITY; ALTER TABLE use_case_event FORCE ROW LEVEL SECURITY;
ALTER TABLE use_case_review ENABLE ROW LEVEL SECURITY; ALTER TABLE use_case_review FORCE ROW LEVEL SECURITY;

CREATE POLICY allocation_scope ON allocation FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY allocation_round_insert ON allocation_round FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY allocation_round_read ON allocation_round FOR SELECT TO public USING ((socle_in_scope(organisation_id) OR socle_above_scope(organisation_id)));
CREATE POLICY allocation_round_update ON allocation_round FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY api_key_scope ON api_key FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY application_scope ON application FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY assessment_insert ON assessment FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY assessment_read ON assessment FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY assessment_update ON assessment FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY brick_insert ON brick FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY brick_read ON brick FOR SELECT TO public USING (true);
CREATE POLICY brick_update ON brick FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY brick_use_scope ON brick_use FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY budget_scope ON budget FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY budget_alert_scope ON budget_alert FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY budget_period_scope ON budget_period FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY campaign_insert ON campaign FOR INSERT TO public WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY campaign_read ON campaign FOR SELECT TO public USING (((state <> 'draft'::text) OR (current_setting('socle.scope'::text, true) = '*'::text)));
CREATE POLICY campaign_update ON campaign FOR UPDATE TO public USING ((current_setting('socle.scope'::text, true) = '*'::text)) WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY campaign_reminder_scope ON campaign_reminder FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_comment_scope ON capacity_comment FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_declaration_scope ON capacity_declaration FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_event_scope ON capacity_event FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_finding_tree ON capacity_finding FOR ALL TO public USING ((current_setting('socle.scope'::text, true) = '*'::text)) WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY capacity_import_scope ON capacity_import FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_import_chunk_scope ON capacity_import_chunk FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_import_error_scope ON capacity_import_error FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_line_scope ON capacity_line FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_need_scope ON capacity_need FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY capacity_need_version_scope ON capacity_need_version FOR ALL TO public USING ((( SELECT (COALESCE(current_setting('socle.scope'::text, true), ''::text) = '*'::text)) OR (organisation_id IN ( SELECT organisation_closure.descendant_id
   FROM organisation_closure
  WHERE (organisation_closure.ancestor_id = ANY ((string_to_array(NULLIF(NULLIF(current_setting('socle.scope'::text, true), '*'::text), ''::text), ','::text))::uuid[])))))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY committee_opinion_insert ON committee_opinion FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY committee_opinion_read ON committee_opinion FOR SELECT TO public USING (((state = 'published'::text) OR ( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY committee_opinion_update ON committee_opinion FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY compliance_question_insert ON compliance_question FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY compliance_question_read ON compliance_question FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY compliance_question_update ON compliance_question FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY consolidation_insert ON consolidation FOR INSERT TO public WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY consolidation_read ON consolidation FOR SELECT TO public USING (((state = ANY (ARRAY['computed'::text, 'reviewed'::text, 'published'::text])) OR (current_setting('socle.scope'::text, true) = '*'::text)));
CREATE POLICY consolidation_update ON consolidation FOR UPDATE TO public USING ((current_setting('socle.scope'::text, true) = '*'::text)) WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY consolidation_cell_append ON consolidation_cell FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY consolidation_cell_read ON consolidation_cell FOR SELECT TO public USING (socle_in_scope(organisation_id));
CREATE POLICY consolidation_comment_append ON consolidation_comment FOR INSERT TO public WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY consolidation_comment_read ON consolidation_comment FOR SELECT TO public USING ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY consolidation_need_append ON consolidation_need FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY consolidation_need_read ON consolidation_need FOR SELECT TO public USING (socle_in_scope(organisation_id));
CREATE POLICY consolidation_report_append ON consolidation_report FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY consolidation_report_read ON consolidation_report FOR SELECT TO public USING ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY creation_receipt_own ON creation_receipt FOR ALL TO public USING ((actor = current_setting('socle.actor'::text, true))) WITH CHECK ((actor = current_setting('socle.actor'::text, true)));
CREATE POLICY creation_receipt_retention ON creation_receipt FOR ALL TO public USING ((socle_is_system() AND socle_sees_all())) WITH CHECK (false);
CREATE POLICY derogation_insert ON derogation FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY derogation_read ON derogation FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY derogation_update ON derogation FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY detail_read_append ON detail_read FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY detail_read_scope ON detail_read FOR SELECT TO public USING (socle_in_scope(organisation_id));
CREATE POLICY doctrine_note_insert ON doctrine_note FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY doctrine_note_read ON doctrine_note FOR SELECT TO public USING ((true OR ( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY doctrine_note_update ON doctrine_note FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY emergency_access_scope ON emergency_access FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY evaluation_scope ON evaluation FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY fact_archive_append ON fact_archive FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY fact_archive_read ON fact_archive FOR SELECT TO public USING ((COALESCE(current_setting('socle.scope'::text, true), ''::text) <> ''::text));
CREATE POLICY fact_source_append ON fact_source FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY fact_source_read ON fact_source FOR SELECT TO public USING (
CASE
    WHEN (organisation_id IS NULL) THEN (COALESCE(current_setting('socle.scope'::text, true), ''::text) <> ''::text)
    ELSE socle_in_scope(organisation_id)
END);
CREATE POLICY governance_event_append ON governance_event FOR INSERT TO public WITH CHECK ((socle_in_scope(organisation_id) OR socle_above_scope(organisation_id)));
CREATE POLICY governance_event_read ON governance_event FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY incident_insert ON incident FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY incident_read ON incident FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY incident_update ON incident FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY key_request_scope ON key_request FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY lease_call_tree ON lease_call FOR ALL TO public USING ((current_setting('socle.scope'::text, true) = '*'::text)) WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY lease_holding_tree ON lease_holding FOR ALL TO public USING ((current_setting('socle.scope'::text, true) = '*'::text)) WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY ledger_kept_move ON ledger_kept FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY ledger_kept_read ON ledger_kept FOR SELECT TO public USING (true);
CREATE POLICY log_entry_append ON log_entry FOR INSERT TO public WITH CHECK ((pg_trigger_depth() > 0));
CREATE POLICY log_entry_forget ON log_entry FOR DELETE TO public USING ((socle_is_system() AND (log = 'inference'::text) AND (index IS NULL) AND (((source ->> 'at'::text))::timestamp with time zone < (now() - '1 year'::interval))));
CREATE POLICY log_entry_move ON log_entry FOR UPDATE TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY log_entry_system ON log_entry FOR SELECT TO public USING (socle_is_system());
CREATE POLICY log_file_system ON log_file FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY market_search_insert ON market_search FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY market_search_read ON market_search FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY market_search_update ON market_search FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY membership_scope ON membership FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY membership_change_scope ON membership_change FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY model_notice_scope ON model_notice FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY observed_capacity_tree ON observed_capacity FOR ALL TO public USING ((current_setting('socle.scope'::text, true) = '*'::text)) WITH CHECK ((current_setting('socle.scope'::text, true) = '*'::text));
CREATE POLICY organisation_insert ON organisation FOR INSERT TO public WITH CHECK ((socle_is_system() OR socle_in_scope(parent_id)));
CREATE POLICY organisation_read ON organisation FOR SELECT TO public USING ((socle_in_scope(id) OR socle_above_scope(id)));
CREATE POLICY organisation_update ON organisation FOR UPDATE TO public USING (socle_in_scope(id)) WITH CHECK (socle_in_scope(id));
CREATE POLICY organisation_past_keep ON organisation_past FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY organisation_past_scope ON organisation_past FOR SELECT TO public USING ((socle_in_scope(organisation_id) OR socle_above_scope(organisation_id)));
CREATE POLICY person_insert ON person FOR INSERT TO public WITH CHECK ((socle_is_system() OR (sub IS NULL)));
CREATE POLICY person_read ON person FOR SELECT TO public USING (((current_setting('socle.scope'::text, true) = '*'::text) OR ((id)::text = current_setting('socle.actor'::text, true)) OR (EXISTS ( SELECT
   FROM membership
  WHERE (membership.person_id = person.id)))));
CREATE POLICY person_update ON person FOR UPDATE TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY plan_record_insert ON plan_record FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY plan_record_read ON plan_record FOR SELECT TO public USING ((shared OR socle_in_scope(organisation_id)));
CREATE POLICY plan_record_update ON plan_record FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY plan_reminder_platform ON plan_reminder FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY policy_proposal_scope ON policy_proposal FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY pool_activity_system ON pool_activity FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY pool_share_system ON pool_share FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY reference_spend_add ON reference_spend FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY reference_spend_read ON reference_spend FOR SELECT TO public USING (true);
CREATE POLICY reference_spend_set ON reference_spend FOR UPDATE TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY replica_high_water_system ON replica_high_water FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY request_record_append ON request_record FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY request_record_read ON request_record FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY roadmap_scope ON roadmap FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY roadmap_action_scope ON roadmap_action FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY roadmap_dependency_scope ON roadmap_dependency FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY roadmap_event_scope ON roadmap_event FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY roadmap_exit_plan_scope ON roadmap_exit_plan FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY roadmap_report_tree ON roadmap_report FOR ALL TO public USING ((EXISTS ( SELECT
   FROM organisation
  WHERE ((organisation.parent_id IS NULL) AND socle_in_scope(organisation.id))))) WITH CHECK ((EXISTS ( SELECT
   FROM organisation
  WHERE ((organisation.parent_id IS NULL) AND socle_in_scope(organisation.id)))));
CREATE POLICY round_job_scope ON round_job FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY round_line_scope ON round_line FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY round_opinion_scope ON round_opinion FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY salt_erasure_ask ON salt_erasure FOR INSERT TO public WITH CHECK ((socle_sees_all() AND (asked_by = current_setting('socle.actor'::text, true)) AND (asked_at = now())));
CREATE POLICY salt_erasure_read ON salt_erasure FOR SELECT TO public USING (socle_sees_all());
CREATE POLICY selection_score_scope ON selection_score FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY session_system ON session FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY shadow_tool_scope ON shadow_tool FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY simulation_append ON simulation FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY simulation_progress ON simulation FOR UPDATE TO public USING (((state = 'running'::text) AND socle_in_scope(organisation_id))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY simulation_read ON simulation FOR SELECT TO public USING (socle_in_scope(organisation_id));
CREATE POLICY simulation_change_append ON simulation_change FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY simulation_change_read ON simulation_change FOR SELECT TO public USING (socle_in_scope(organisation_id));
CREATE POLICY simulation_opening_append ON simulation_opening FOR INSERT TO public WITH CHECK (((reader = current_setting('socle.actor'::text, true)) AND (EXISTS ( SELECT
   FROM simulation
  WHERE ((simulation.id = simulation_opening.simulation_id) AND (simulation.state = 'done'::text))))));
CREATE POLICY simulation_opening_read ON simulation_opening FOR SELECT TO public USING ((EXISTS ( SELECT
   FROM simulation
  WHERE (simulation.id = simulation_opening.simulation_id))));
CREATE POLICY snapshot_system ON snapshot FOR ALL TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY staff_consultation_scope ON staff_consultation FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY training_declaration_scope ON training_declaration FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY usage_daily_add ON usage_daily FOR UPDATE TO public USING (socle_is_system()) WITH CHECK (socle_is_system());
CREATE POLICY usage_daily_append ON usage_daily FOR INSERT TO public WITH CHECK (socle_is_system());
CREATE POLICY usage_daily_read ON usage_daily FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY usage_limit_scope ON usage_limit FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY use_case_scope ON use_case FOR ALL TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations)))) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY use_case_change_scope ON use_case_change FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY use_case_event_scope ON use_case_event FOR ALL TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY use_case_review_insert ON use_case_review FOR INSERT TO public WITH CHECK (socle_in_scope(organisation_id));
CREATE POLICY use_case_review_read ON use_case_review FOR SELECT TO public USING ((( SELECT socle_sees_all() AS socle_sees_all) OR (organisation_id IN ( SELECT socle_scope_organisations() AS socle_scope_organisations))));
CREATE POLICY use_case_review_update ON use_case_review FOR UPDATE TO public USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id));

GRANT INSERT, SELECT, UPDATE ON allocation TO socle_app;
GRANT INSERT, SELECT, UPDATE ON allocation_round TO socle_app;
GRANT INSERT, SELECT ON api_key TO socle_app;
GRANT INSERT, SELECT, UPDATE ON application TO socle_app;
GRANT INSERT, SELECT, UPDATE ON assessment TO socle_app;
GRANT INSERT, SELECT, UPDATE ON brick TO socle_app;
GRANT INSERT, SELECT ON brick_use TO socle_app;
GRANT INSERT, SELECT, UPDATE ON budget TO socle_app;
GRANT INSERT, SELECT ON budget_alert TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON budget_period TO socle_app;
GRANT INSERT, SELECT, UPDATE ON campaign TO socle_app;
GRANT INSERT, SELECT ON campaign_reminder TO socle_app;
GRANT INSERT, SELECT ON capacity_comment TO socle_app;
GRANT INSERT, SELECT, UPDATE ON capacity_declaration TO socle_app;
GRANT INSERT, SELECT ON capacity_event TO socle_app;
GRANT INSERT, SELECT ON capacity_finding TO socle_app;
GRANT INSERT, SELECT, UPDATE ON capacity_import TO socle_app;
GRANT DELETE, INSERT, SELECT ON capacity_import_chunk TO socle_app;
GRANT DELETE, INSERT, SELECT ON capacity_import_error TO socle_app;
GRANT INSERT, SELECT ON capacity_line TO socle_app;
GRANT INSERT, SELECT, UPDATE ON capacity_need TO socle_app;
GRANT INSERT, SELECT ON capacity_need_version TO socle_app;
GRANT INSERT, SELECT, UPDATE ON committee_opinion TO socle_app;
GRANT INSERT, SELECT, UPDATE ON compliance_question TO socle_app;
GRANT INSERT, SELECT, UPDATE ON consolidation TO socle_app;
GRANT INSERT, SELECT ON consolidation_cell TO socle_app;
GRANT INSERT, SELECT ON consolidation_comment TO socle_app;
GRANT INSERT, SELECT ON consolidation_need TO socle_app;
GRANT INSERT, SELECT ON consolidation_report TO socle_app;
GRANT INSERT, SELECT ON creation_receipt TO socle_app;
GRANT INSERT, SELECT, UPDATE ON deployment TO socle_app;
GRANT INSERT, SELECT, UPDATE ON derogation TO socle_app;
GRANT INSERT, SELECT ON derogation_notice TO socle_app;
GRANT INSERT, SELECT ON detail_read TO socle_app;
GRANT INSERT, SELECT, UPDATE ON doctrine_note TO socle_app;
GRANT INSERT, SELECT, UPDATE ON emergency_access TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON endpoint TO socle_app;
GRANT INSERT, SELECT, UPDATE ON evaluation TO socle_app;
GRANT INSERT, SELECT ON fact_archive TO socle_app;
GRANT INSERT, SELECT ON fact_source TO socle_app;
GRANT INSERT, SELECT ON governance_event TO socle_app;
GRANT INSERT, SELECT, UPDATE ON incident TO socle_app;
GRANT INSERT, SELECT, UPDATE ON key_request TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON lease_call TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON lease_holding TO socle_app;
GRANT SELECT ON ledger_kept TO socle_app;
GRANT SELECT ON log_entry TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON log_file TO socle_app;
GRANT INSERT, SELECT, UPDATE ON market_search TO socle_app;
GRANT INSERT, SELECT, UPDATE ON membership TO socle_app;
GRANT INSERT, SELECT, UPDATE ON membership_change TO socle_app;
GRANT INSERT, SELECT, UPDATE ON model TO socle_app;
GRANT INSERT, SELECT, UPDATE ON model_alias TO socle_app;
GRANT INSERT, SELECT ON model_notice TO socle_app;
GRANT INSERT, SELECT, UPDATE ON observed_capacity TO socle_app;
GRANT INSERT, SELECT, UPDATE ON organisation TO socle_app;
GRANT SELECT ON organisation_closure TO socle_app;
GRANT INSERT, SELECT ON organisation_past TO socle_app;
GRANT INSERT, SELECT, UPDATE ON person TO socle_app;
GRANT INSERT, SELECT, UPDATE ON plan_record TO socle_app;
GRANT INSERT, SELECT ON plan_reminder TO socle_app;
GRANT INSERT, SELECT ON policy_activation TO socle_app;
GRANT INSERT, SELECT ON policy_bundle TO socle_app;
GRANT INSERT, SELECT, UPDATE ON policy_proposal TO socle_app;
GRANT INSERT, SELECT, UPDATE ON pool TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON pool_activity TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON pool_share TO socle_app;
GRANT INSERT, SELECT, UPDATE ON reference_spend TO socle_app;
GRANT INSERT, SELECT, UPDATE ON replica_high_water TO socle_app;
GRANT INSERT, SELECT ON request_record TO socle_app;
GRANT INSERT, SELECT, UPDATE ON roadmap TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON roadmap_action TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON roadmap_dependency TO socle_app;
GRANT INSERT, SELECT ON roadmap_event TO socle_app;
GRANT SELECT ON roadmap_exercise TO socle_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON roadmap_exit_plan TO socle_app;
GRANT INSERT, SELECT ON roadmap_report TO socle_app;
GRANT INSERT, SELECT, UPDATE ON round_job TO socle_app;
GRANT INSERT, SELECT, UPDATE ON round_line TO socle_app;
GRANT INSERT, SELECT, UPDATE ON round_opinion TO socle_app;
GRANT INSERT, SELECT ON salt_erasure TO socle_app;
GRANT INSERT, SELECT ON selection_score TO socle_app;
GRANT INSERT, SELECT ON selection_weights TO socle_app;
GRANT DELETE, INSERT, SELECT ON session TO socle_app;
GRANT INSERT, SELECT, UPDATE ON shadow_tool TO socle_app;
GRANT INSERT, SELECT, UPDATE ON simulation TO socle_app;
GRANT INSERT, SELECT ON simulation_change TO socle_app;
GRANT INSERT, SELECT ON simulation_opening TO socle_app;
GRANT DELETE, INSERT, SELECT ON snapshot TO socle_app;
GRANT SELECT ON sovereignty_framework TO socle_app;
GRANT INSERT, SELECT ON staff_consultation TO socle_app;
GRANT INSERT, SELECT ON throughput_profile TO socle_app;
GRANT INSERT, SELECT, UPDATE ON training_declaration TO socle_app;
GRANT INSERT, SELECT, UPDATE ON usage_daily TO socle_app;
GRANT INSERT, SELECT, UPDATE ON usage_limit TO socle_app;
GRANT INSERT, SELECT, UPDATE ON use_case TO socle_app;
GRANT INSERT, SELECT, UPDATE ON use_case_change TO socle_app;
GRANT INSERT, SELECT ON use_case_event TO socle_app;
GRANT INSERT, SELECT, UPDATE ON use_case_review TO socle_app;

GRANT UPDATE (expires_at, revoked_at) ON api_key TO socle_app;
GRANT UPDATE (declared, observed, difference, source, observed_at, closed_at) ON capacity_finding TO socle_app;
GRANT UPDATE (until_version) ON capacity_line TO socle_app;
GRANT UPDATE (ends_on, revoked_at) ON derogation_notice TO socle_app;
GRANT UPDATE (index, salt, source) ON log_entry TO socle_app;
