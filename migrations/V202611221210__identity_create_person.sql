-- A person as the identity provider knows them; membership of organisations is ours (see organisation).
create table person (
    id uuid not null constraint pk_person primary key,
    subject text not null constraint uq_person_subject unique,
    name text not null,
    mobile text,
    email text,
    language text not null default 'zh' constraint ck_person_language check (language in ('zh', 'en')),
    acting_for uuid,
    created_at timestamptz not null,
    last_seen_at timestamptz not null
);
