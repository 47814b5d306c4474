-- What became of each letter that goes by mail; one row a letter and recipient, since a letter is written once for each address.
create table mail_delivery (
    message_id uuid not null constraint pk_mail_delivery primary key
        constraint fk_mail_delivery_message references message (id),
    -- the ask that it puts to a supplier: once that is over, the letter is not sent any more
    ask_id uuid,
    state text not null constraint ck_mail_delivery_state
        check (state in ('KEPT', 'WAITING', 'SENT', 'REFUSED', 'GIVEN_UP', 'LAPSED')),
    attempts integer not null default 0,
    -- what the server said last; no code where it said nothing
    code integer,
    answer text not null default '',
    due_at timestamptz not null,
    tried_at timestamptz,
    sent_at timestamptz,
    constraint ck_mail_delivery_sent check ((state = 'SENT') = (sent_at is not null))
);
create index ix_mail_delivery_due on mail_delivery (due_at, message_id) where state = 'WAITING';
create index ix_mail_delivery_ask on mail_delivery (ask_id) where ask_id is not null;
create index ix_mail_delivery_state on mail_delivery (state);

-- Which language somebody chose for letters, by the link at their foot; who chose none gets both.
create table letter_language (
    address text not null constraint pk_letter_language primary key,
    language text not null constraint ck_letter_language_language check (language in ('zh', 'en')),
    chosen_at timestamptz not null
);
