-- A printed paper of a consignment, as it was issued: what it says is never changed, only that it stands no more.
create table paper (
    id uuid not null constraint pk_paper primary key,
    -- what is printed on it, by which anybody may ask whether it is genuine; without letters that look like figures
    code char(12) not null constraint uq_paper_code unique constraint ck_paper_code check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    kind text not null constraint ck_paper_kind check (kind in ('ALLOCATION_ORDER', 'PURCHASE_LETTER', 'INTRODUCTION_LETTER', 'VEHICLE_PASS')),
    consignment jsonb not null,
    issued_by_name text not null,
    issued_at timestamptz not null,
    void_at timestamptz,
    void_by_name text,
    void_reason text constraint ck_paper_void_reason check (length(void_reason) between 2 and 300),
    constraint ck_paper_void check ((void_at is null) = (void_by_name is null) and (void_at is null) = (void_reason is null))
);
create index ix_paper_issued on paper (issued_at desc);
