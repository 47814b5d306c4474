-- Who handed the shift of an emergency over to whom, and what was open then. Written once and kept as it is.
create table board_hand_over (
    id bigint not null generated always as identity constraint pk_board_hand_over primary key,
    emergency_id uuid not null constraint fk_board_hand_over_emergency references emergency (id),
    at timestamptz not null,
    written_by text not null,
    from_officer text not null constraint ck_board_hand_over_from check (length(from_officer) between 2 and 60),
    to_officer text not null constraint ck_board_hand_over_to check (length(to_officer) between 2 and 60),
    open_points text not null constraint ck_board_hand_over_open check (length(open_points) between 2 and 2000)
);
create index ix_board_hand_over_emergency on board_hand_over (emergency_id, id desc);
