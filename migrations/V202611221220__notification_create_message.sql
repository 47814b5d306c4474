-- What was said to whom, written down before anything is sent. The id is made from what it tells of, so telling twice writes once.
create table message (
    id uuid not null constraint pk_message primary key,
    about text not null,
    to_name text not null,
    channel text not null constraint ck_message_channel check (channel in ('MOBILE', 'EMAIL')),
    address text not null,
    subject_zh text not null,
    subject_en text not null,
    body_zh text not null,
    body_en text not null,
    link text,
    created_at timestamptz not null
);
create index ix_message_created_at on message (created_at desc, id);
