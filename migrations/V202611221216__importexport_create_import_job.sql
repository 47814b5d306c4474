-- One uploaded list on its way in. Its state is all that a worker needs to go on after a restart.
create table import_job (
    id uuid not null constraint pk_import_job primary key,
    entered_by uuid not null constraint fk_import_job_entered_by references person (id),
    entered_by_name text not null,
    file_name text not null,
    encoding text not null,
    separator text not null constraint ck_import_job_separator check (separator in (',', ';', E'\t')),
    headers jsonb not null,
    -- the headings folded and sorted: a later list with the same ones is mapped the same way
    headers_key text not null,
    -- the column that each heading stands for, in the order of the headings
    mapping jsonb,
    -- null only while a refused upload waits for the rest of its form
    source text,
    source_date date,
    default_unit text,
    state text not null constraint ck_import_job_state
        check (state in ('RECEIVED', 'UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'CANCELLED')),
    row_count integer not null constraint ck_import_job_row_count check (row_count > 0),
    blank_lines integer not null constraint ck_import_job_blank_lines check (blank_lines >= 0),
    -- whether the rules have read the rows since columns or decisions last changed
    read_through boolean not null default false,
    run_by uuid constraint fk_import_job_run_by references person (id),
    run_by_name text,
    created_at timestamptz not null,
    run_at timestamptz,
    finished_at timestamptz,
    version integer not null default 0,
    constraint ck_import_job_source check (state = 'RECEIVED' or (source is not null and source_date is not null)),
    constraint ck_import_job_run check (state not in ('RUNNING', 'DONE') or (run_by is not null and run_at is not null))
);
create index ix_import_job_entered_by on import_job (entered_by, created_at desc);
create index ix_import_job_created_at on import_job (created_at desc);
create index ix_import_job_headers on import_job (entered_by, headers_key, created_at desc) where mapping is not null;
create index ix_import_job_working on import_job (created_at) where state in ('CHECKING', 'RUNNING');

create table import_row (
    job_id uuid not null constraint fk_import_row_job references import_job (id) on delete cascade,
    -- as a spreadsheet numbers it: the headings are row 1
    number integer not null constraint ck_import_row_number check (number > 1),
    cells jsonb not null,
    outcome text not null constraint ck_import_row_outcome
        check (outcome in ('WAITING', 'CREATED', 'UPDATED', 'UNCHANGED', 'FLAGGED', 'REFUSED', 'DROPPED', 'NOT_RUN')),
    -- what the person said of a flagged row
    decision text constraint ck_import_row_decision check (decision in ('TAKEN', 'DROPPED')),
    -- what will be entered, as the person saw it in the dry run
    entry jsonb,
    findings jsonb not null default '[]',
    -- false until the run has dealt with the row
    done boolean not null default false,
    organisation_id uuid constraint fk_import_row_organisation references organisation (id),
    organisation_is_new boolean not null default false,
    listing_id uuid constraint fk_import_row_listing references listing (id),
    constraint pk_import_row primary key (job_id, number),
    constraint ck_import_row_done check (not done or outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED'))
);
create index ix_import_row_outcome on import_row (job_id, outcome, number);
create index ix_import_row_waiting on import_row (job_id, number) where not done;
