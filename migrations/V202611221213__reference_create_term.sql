-- The bilingual glossary: one group a meaning, every label of it in one place. Seeded from reference/terms.csv, edited by operators.
create table term (
    id uuid not null constraint pk_term primary key,
    key text not null constraint uq_term_key unique,
    kind text not null constraint ck_term_kind check (kind in ('PRODUCT', 'MATERIAL', 'EQUIPMENT', 'OPERATION', 'SERVICE', 'SPECIFICATION', 'CERTIFICATE')),
    division_code char(2),
    broader_key text,
    default_unit text,
    version integer not null default 0,
    edited_at timestamptz,
    edited_by text
);

create table term_label (
    term_id uuid not null constraint fk_term_label_term references term (id) on delete cascade,
    language text not null constraint ck_term_label_language check (language in ('zh', 'en', 'any')),
    role text not null constraint ck_term_label_role check (role in ('NAME', 'SYNONYM', 'ABBREVIATION')),
    position integer not null,
    text text not null constraint ck_term_label_text check (length(text) between 1 and 120),
    normalised text not null,
    constraint pk_term_label primary key (term_id, language, role, position),
    constraint uq_term_label_normalised unique (normalised)
);

-- One row, one number: search asks it before every query, so an edit counts from the next query on, on every replica.
create table term_revision (
    singleton boolean not null default true constraint pk_term_revision primary key constraint ck_term_revision_singleton check (singleton),
    revision bigint not null
);
insert into term_revision (revision) values (0);

-- Keys that operators took out stay out: the seed of a later release does not bring them back.
create table term_removal (
    key text not null constraint pk_term_removal primary key,
    zh text not null,
    en text not null,
    reason text not null constraint ck_term_removal_reason check (length(reason) >= 4),
    removed_at timestamptz not null,
    removed_by text not null
);
