-- Lists come as workbooks too: of several sheets, with title lines, with cells that are blank where the row above said it already.
alter table import_job add column kind text not null default 'CSV' constraint ck_import_job_kind check (kind in ('CSV', 'XLSX', 'XLS'));
alter table import_job alter column kind drop default;
alter table import_job drop constraint ck_import_job_separator;
alter table import_job add constraint ck_import_job_separator
    check (case when kind = 'CSV' then separator in (',', ';', E'\t') else separator = '' end);
-- the sheets that were read, with what was added to their row numbers, and those that were not
alter table import_job add column sheets jsonb not null default '[]';
alter table import_job add column left_out jsonb not null default '[]';
alter table import_job add column title_lines integer not null default 0 constraint ck_import_job_title_lines check (title_lines >= 0);
-- the columns, by number, in which a blank cell means what the row above says
alter table import_job add column as_above jsonb not null default '[]';
-- how far the dry run is: it goes on from the row behind this one
alter table import_job drop column read_through;
alter table import_job add column read_to integer not null default 0 constraint ck_import_job_read_to check (read_to >= 0);

-- Whose listings: what a public list says of others, or one's own.
alter table import_job add column purpose text not null default 'ON_BEHALF'
    constraint ck_import_job_purpose check (purpose in ('ON_BEHALF', 'OWN'));
alter table import_job alter column purpose drop default;
alter table import_job add column organisation_id uuid constraint fk_import_job_organisation references organisation (id);
alter table import_job add constraint ck_import_job_own check (purpose = 'ON_BEHALF' or organisation_id is not null);
alter table import_job drop constraint ck_import_job_source;
alter table import_job add constraint ck_import_job_source
    check (state = 'RECEIVED' or purpose = 'OWN' or (source is not null and source_date is not null));
-- mappings are remembered for everybody of an organisation
create index ix_import_job_organisation_headers on import_job (organisation_id, headers_key, created_at desc)
    where mapping is not null and organisation_id is not null;
create index ix_import_job_organisation on import_job (organisation_id, created_at desc) where organisation_id is not null;
